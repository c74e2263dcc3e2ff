import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import type { DocketWarning, ParsedDocket, ParsedSource } from '../../../../../shared/model/docket.ts';
import { courtOfAddress, courtOfUrl } from '../printed/court-code.ts';
import { courtCaseIdOf, documentLink } from '../printed/court-links.ts';
import { fieldMissing } from '../warning.ts';
import type { NoticeLine } from './lines.ts';

const opening = /^[*_]*Activity has occurred in the following cases?\b/i;
const textLabel = /^[*_]*Docket Text ?:[*_]*\s*/i;
/** "2:21-cv-00031-BJR Fairwater LLC v. Northgate Hosting, Inc.", "21-10001-abc Ann Rees". */
const caseLine =
  /^[*_]*((?:\d{1,2}:)?\d{2}-[a-z]{2,5}-\d{3,6}(?:-[a-z\d]{1,5})*|\d{2}-\d{5}(?:-[a-z\d]{1,5})*)\s+(\S.*?)[*_]*$/i;
const numberBehind = /^(.*?)\s*\b(\d{1,6})$/;
/** An event has its name, its number and an address, each on a line at most. */
const longestEvent = 4;

/** Whether lines are those of a court's daily summary of activity, which lists what was entered in several cases. */
export function isSummary(lines: readonly NoticeLine[]): boolean {
  return lines.some(({ text }) => opening.test(text)) && lines.some(({ text }) => textLabel.test(text));
}

/**
 * Reads a court's daily summary of activity: each case it names with its entries. A summary prints no dates of filing, which a warning says.
 *
 * @param lines as printed, in any form
 * @param sender the mail's, a last resort to find the court
 */
export function readSummary(lines: readonly NoticeLine[], sender: string): ParsedSource {
  const warnings: DocketWarning[] = [];
  const dockets: ParsedDocket[] = [];
  const texts = lines.flatMap(({ text }, at) => (textLabel.test(text) ? [at] : []));
  let from = lines.findIndex(({ text }) => opening.test(text)) + 1;
  for (const [i, at] of texts.entries()) {
    const event = eventBefore(lines, from, at);
    const named = lines.slice(from, at).findLast(({ text }) => caseLine.test(text));
    if (named !== undefined) {
      const [, number, title] = caseLine.exec(named.text)!;
      const url = named.links[0]?.url ?? '';
      const court = courtOfUrl(url) || event.links.map((link) => courtOfUrl(link.url)).find(Boolean);
      const courtCaseId = courtCaseIdOf(url);
      const header = { court: court || courtOfAddress(sender), number: number!, title: title!, courtCaseId };
      dockets.push(blankDocket(blankHeader(header)));
    }
    const next = texts[i + 1];
    const stop = next === undefined ? lines.length : endOfText(lines, at, next);
    const text = lines
      .slice(at, stop)
      .map((line) => line.text.replace(textLabel, ''))
      .filter(Boolean)
      .join(' ');
    const [link] = event.links.flatMap(({ url }) => documentLink(url) ?? []);
    dockets.at(-1)?.entries.push(
      blankEntry({
        number: event.number,
        text,
        shortText: event.name,
        ...link?.place,
      }),
    );
    from = stop;
  }
  warnings.push(fieldMissing('dates', 'this summary', ''));
  return { kind: 'notice', printedAt: null, dockets, warnings };
}

/** Name, number and links of the event whose text begins at `at`. */
function eventBefore(
  lines: readonly NoticeLine[],
  from: number,
  at: number,
): { readonly name: string; readonly number: number | null; readonly links: NoticeLine['links'] } {
  const own = lines.slice(eventStart(lines, from, at), at);
  const words = own.map(({ text }) => text).filter((text) => text !== '' && !/^https?:/i.test(text));
  const [, name = words.join(' '), number] = numberBehind.exec(words.join(' ')) ?? [];
  return { name: name.trim(), number: Number(number) || null, links: own.flatMap(({ links }) => links) };
}

/** Where the lines of an event begin: behind the line of its case, or with its own paragraph. */
function eventStart(lines: readonly NoticeLine[], from: number, at: number): number {
  let start = at;
  while (start > from && at - start < longestEvent && !caseLine.test(lines[start - 1]!.text)) {
    start -= 1;
    if (lines[start]!.isAfterGap) break;
  }
  return start;
}

/** Where a text ends before the next event: at the line of a further case, else where that event's own lines begin. */
function endOfText(lines: readonly NoticeLine[], at: number, next: number): number {
  const further = lines.findIndex((line, i) => i > at && i < next && caseLine.test(line.text));
  return further === -1 ? Math.max(at + 1, eventStart(lines, at + 1, next)) : further;
}
