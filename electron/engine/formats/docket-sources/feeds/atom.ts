import type { Element } from 'domhandler';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { DocketWarning, ParsedEntry, ParsedSource } from '../../../../../shared/model/docket.ts';
import { elementsNamed, foldSpace, textOf } from '../printed/html-text.ts';
import { parseHtml } from '../printed/html.ts';
import { docketWarning, fieldMissing } from '../warning.ts';
import { childText } from './xml.ts';

/** "/docket/29095511/12/1/fairwater-v-northgate/", "/docket/29095511/fairwater-v-northgate/#entry-12". */
const place = /\/docket\/\d{1,12}\/(?:(\d{1,6})\/(?:(\d{1,4})\/)?)?[^#]*(?:#entry-(\d{1,6}))?/i;
const caseNumber = /\b(?:\d{1,2}:)?\d{2}-[a-z]{2,5}-\d{3,6}(?:-[A-Z\d]{2,5})*\b/i;

/**
 * Reads an Atom feed of one docket's entries, as archives of dockets offer them. Such a feed names no court and lists the newest
 * entries alone.
 *
 * @param feed its element
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where its entries are of no docket
 */
export function readAtom(feed: Element, name: string): ParsedSource {
  const items = elementsNamed(feed, 'entry');
  const places = items.map((item) => place.exec(linkOf(item)));
  if (!places.some((found) => found !== null)) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const warnings: DocketWarning[] = [];
  const title = foldSpace(childText(feed, 'title'));
  const number = caseNumber.exec(title)?.[0] ?? '';
  if (number === '') warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, title));
  const entries = items.map((item, i) => entryOf(item, places[i]!, warnings));
  return {
    kind: 'rss',
    printedAt: null,
    dockets: [
      blankDocket(
        blankHeader({ number, title: title.split(caseNumber)[0]!.replace(/[\s(:,–-]+$/, '') }),
        entries,
      ),
    ],
    warnings,
  };
}

const linkOf = (item: Element): string =>
  elementsNamed(item, 'link')
    .map(({ attribs }) => attribs['href'] ?? '')
    .find((href) => place.test(href)) ?? '';

function entryOf(item: Element, found: RegExpExecArray | null, warnings: DocketWarning[]): ParsedEntry {
  const name = foldSpace(childText(item, 'title'));
  const text = textOf(parseHtml(childText(item, 'summary') || childText(item, 'content')));
  const when = childText(item, 'published') || childText(item, 'updated');
  const day = /^\s*(\d{4}-\d{2}-\d{2})/.exec(when)?.[1] ?? null;
  if (day === null) warnings.push(fieldMissing('date', 'an item of this feed', name));
  const number = found?.[1] ?? found?.[3] ?? /#\s?(\d{1,6})\b/.exec(name)?.[1];
  return blankEntry({
    number: Number(number) || null,
    attachment: Number(found?.[2]) || null,
    filedOn: day,
    text: text || name,
  });
}
