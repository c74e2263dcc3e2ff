import type { Element } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type {
  DocketWarning,
  ParsedDocket,
  ParsedEntry,
  ParsedSource,
} from '../../../../../shared/model/docket.ts';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { parseHtml } from '../printed/html.ts';
import { courtOfUrl } from '../printed/court-code.ts';
import { courtCaseIdOf, documentLink } from '../printed/court-links.ts';
import { elementsNamed, foldSpace } from '../printed/html-text.ts';
import { linesOfHtml, type NoticeLine } from '../notices/lines.ts';
import { calendarDay, minuteOf, monthOf } from '../printed/printed-dates.ts';
import { damagedSource, docketWarning, fieldMissing } from '../warning.ts';
import { readAtom } from './atom.ts';
import { readArchiveXml } from './archive-xml.ts';
import { fromOffset } from './greenwich.ts';
import { childText, parseXml } from './xml.ts';

/**
 * Reads XML of dockets: a court's RSS feed of recent entries, an Atom feed of one docket, or the Internet Archive's docket file.
 *
 * @param text the file's text
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where it is neither, DOCKET_SOURCE_DAMAGED where a feed lists no entry,
 *   DOCKET_SOURCE_TOO_DEMANDING where it nests too deeply
 */
export function readFeed(text: string, name: string): ParsedSource {
  const source = readXml(text, name);
  if (/<\/(?:rss|rdf:rdf|feed|gov_uscourts_docket)\s*>/i.test(text)) return source;
  return { ...source, warnings: [docketWarning('DOCKET_PAGE_CUT', {}, ''), ...source.warnings] };
}

function readXml(text: string, name: string): ParsedSource {
  const document = parseXml(text, name);
  if (elementsNamed(document, 'gov_uscourts_docket').length > 0) return readArchiveXml(document, name);
  const [feed] = elementsNamed(document, 'feed');
  if (feed !== undefined) return readAtom(feed, name);
  const [channel] = elementsNamed(document, 'channel');
  if (channel === undefined) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  return readRss(channel, name);
}

/** An entry and the case it belongs to. */
interface Item {
  readonly docket: ParsedDocket;
  readonly entry: ParsedEntry;
}

function readRss(channel: Element, name: string): ParsedSource {
  const link = childText(channel, 'link');
  const items = elementsNamed(channel, 'item');
  const isCourts =
    courtOfUrl(link) !== '' || items.some((item) => courtOfUrl(childText(item, 'link')) !== '');
  if (!isCourts) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  if (items.length === 0) throw damagedSource(name, 'a court’s RSS feed', 'it lists no entry');
  const warnings: DocketWarning[] = [];
  const courtName = foldSpace(childText(channel, 'title')).replace(/\s+-\s+Recent Entries$/i, '');
  const cases = new Map<string, OpenCase>();
  for (const item of items) {
    const { docket, entry } = readItem(item, { court: courtOfUrl(link), courtName, warnings });
    const { court, courtCaseId, number } = docket.header;
    const key = `${court} ${courtCaseId || number}`;
    const known = cases.get(key) ?? { docket, entries: [] };
    cases.set(key, known);
    addEntry(known.entries, entry, childText(item, 'pubDate'));
  }
  const built = feedTime(childText(channel, 'lastBuildDate'));
  return {
    kind: 'rss',
    printedAt: ofCourt(built, courtOfUrl(link)).minute ?? built.minute,
    dockets: [...cases.values()].map(({ docket, entries }) => ({
      ...docket,
      entries: entries.map(({ entry, events }) => ({ ...entry, shortText: events.toSorted().join(' AND ') })),
    })),
    warnings,
  };
}

function readItem(
  item: Element,
  { court, courtName, warnings }: { court: string; courtName: string; warnings: DocketWarning[] },
): Item {
  const title = decodedTwice(foldSpace(childText(item, 'title')));
  const link = childText(item, 'link') || childText(item, 'guid');
  const [, number = '', caseTitle = title] = /^((?:MDL No\. )?(?=\S*\d)\S+)\s*(.*)$/s.exec(title) ?? [];
  const description = childText(item, 'description');
  const lines = linesOfHtml(parseHtml(description));
  const ofCourt = courtOfUrl(link) || court;
  const entry = entryOf(lines, childText(item, 'pubDate'), ofCourt, warnings);
  if (number === '') warnings.push(fieldMissing('case number', 'an item of this feed', title));
  return {
    docket: blankDocket(
      blankHeader({ court: ofCourt, courtName, number, title: caseTitle, courtCaseId: courtCaseIdOf(link) }),
    ),
    entry,
  };
}

function entryOf(
  lines: readonly NoticeLine[],
  pubDate: string,
  court: string,
  warnings: DocketWarning[],
): ParsedEntry {
  const printed = lines.map(({ text }) => text).join(' ');
  const shortText = inBrackets(printed);
  const documents = lines.flatMap(({ links }) =>
    links.flatMap(({ text, url }) => {
      const link = documentLink(url);
      return link === null ? [] : [{ text, place: link.place }];
    }),
  );
  const [lead] = documents;
  const number = /^\d{1,6}$/.exec(lead?.text ?? '')?.[0];
  const time = ofCourt(feedTime(pubDate), court);
  if (time.day === null) warnings.push(fieldMissing('date', 'an item of this feed', `${pubDate} ${printed}`));
  if (shortText === '') warnings.push(fieldMissing('short name', 'an item of this feed', printed));
  return blankEntry({
    number: number === undefined ? null : Number(number) || null,
    filedOn: time.day,
    enteredAt: time.minute,
    shortText,
    ...lead?.place,
  });
}

interface OpenCase {
  readonly docket: ParsedDocket;
  readonly entries: OpenEntry[];
}

/** An entry and all its events. */
interface OpenEntry {
  readonly entry: ParsedEntry;
  readonly events: string[];
  readonly second: string;
}

/**
 * Adds an entry, unless it is a further event of the one before: a court that dockets several events at once lists an item for each,
 * with the same number and second.
 */
function addEntry(entries: OpenEntry[], entry: ParsedEntry, second: string): void {
  const last = entries.at(-1);
  if (
    last?.second === second &&
    last.entry.number === entry.number &&
    last.entry.documentId === entry.documentId
  )
    last.events.push(entry.shortText);
  else entries.push({ entry, events: [entry.shortText], second });
}

/** What stands in the first square brackets, brackets within it included: "[Motion re [12]]". */
function inBrackets(text: string): string {
  const start = text.indexOf('[');
  if (start < 0) return '';
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    if (text[at] === ']') depth -= 1;
    if (depth === 0) return foldSpace(text.slice(start + 1, at));
  }
  return '';
}

/** Titles of some courts are escaped twice: Food &amp; Water. */
function decodedTwice(text: string): string {
  if (!/&(?:amp|lt|gt|quot|apos|#\d{1,6});/.test(text)) return text;
  return linesOfHtml(parseHtml(text))
    .map((line) => line.text)
    .join(' ');
}

/** A feed's time on the court's clock; one without an offset from UTC is the court's own. */
function ofCourt({ day, minute, zone }: FeedTime, court: string): Pick<FeedTime, 'day' | 'minute'> {
  return (minute === null ? null : fromOffset(minute, zone, court)) ?? { day, minute };
}

interface FeedTime {
  /** In its own zone, as the minute is. */
  readonly day: string | null;
  readonly minute: string | null;
  /** As printed; empty where none is. */
  readonly zone: string;
}

/** A date as feeds print it ("Fri, 03 Feb 2023 09:05:16 MST"), in its own zone. */
function feedTime(printed: string): FeedTime {
  const found =
    /(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([A-Za-z]{1,5}|[+-]\d{4})?/.exec(
      foldSpace(printed),
    );
  if (!found) return { day: null, minute: null, zone: '' };
  const [, dayOfMonth, month, year, clock, zone = ''] = found;
  const day = calendarDay(Number(year), monthOf(month!), Number(dayOfMonth));
  return { day, minute: minuteOf(day, clock!), zone };
}
