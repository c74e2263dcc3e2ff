import type { PageSpan } from './found-citation.ts';
import { plainPage, type PlainPage } from './plain-page.ts';
import type { PageBody } from './running-lines.ts';

/** Text that citations are read in: a page, or the end of one with the beginning of the next. */
export interface CitedText {
  readonly raw: string;
  readonly plain: PlainPage;
  /** The text of the page that it begins on. */
  readonly page: string;
  /** Where a run of `raw` stands on its pages: in one of them, or in both. */
  spansOf(start: number, end: number): [PageSpan, ...PageSpan[]];
}

/** A page as text that citations are read in. @param page from 1 */
export function pageText(raw: string, page: number): CitedText {
  return {
    raw,
    plain: plainPage(raw),
    page: raw,
    spansOf: (start, end) => [{ page, start, end }],
  };
}

/** Where the end of a page is joined with the beginning of the next. */
export interface Joint {
  /** The first of the two pages, from 1. */
  readonly page: number;
  /** Place in its plain text before which it is read already. */
  readonly from: number;
  /** Where its text ends that goes on in the next. */
  readonly end: number;
  /** Where the text of the next begins and ends. */
  readonly next: PageBody;
}

/** Characters of plain text on each side of a page's end that are read as one. */
const maxSide = 1_000;

/**
 * The end of a page and the beginning of the next as one text, without what runs along at their edges.
 *
 * @returns null where one of them has none
 */
export function joinedText(
  one: CitedText,
  other: CitedText,
  { page, from, end, next }: Joint,
): CitedText | null {
  if (end === 0 || next.end === next.start) return null;
  const tailEnd = placeOf(one.plain, end);
  let headStart = placeOf(other.plain, next.start);
  if (other.plain.text[headStart] === ' ') headStart++;
  const tailStart = Math.max(from, wordStart(one.plain.text, Math.max(0, tailEnd - maxSide)));
  if (tailEnd <= tailStart) return null;
  const headEnd = Math.min(placeOf(other.plain, next.end), headStart + maxSide);
  const head = other.plain.text.slice(headStart, headEnd);
  let tail = one.plain.text.slice(tailStart, tailEnd).trimEnd();
  // “Ex-” and “hibit” are one word; of “PX-” and “12”, “A–” and “C” the sign stays.
  const isWord = /\p{L}-$/u.test(tail) && /^\p{Ll}/u.test(head);
  if (isWord) tail = tail.slice(0, -1);
  const glue = isWord || /[-–]$/.test(tail) ? '' : ' ';
  const shift = end + 1 - next.start;
  const raw = `${one.raw.slice(0, end)}\n${other.raw.slice(next.start, next.end)}`;
  const offsets = new Int32Array(tail.length + glue.length + head.length + 1);
  offsets.set(one.plain.offsets.subarray(tailStart, tailStart + tail.length));
  if (glue !== '') offsets[tail.length] = end;
  for (let at = 0; at <= head.length; at++)
    offsets[tail.length + glue.length + at] = other.plain.offsets[headStart + at]! + shift;
  return {
    raw,
    plain: { text: tail + glue + head, offsets },
    page: one.raw,
    spansOf(start, finish) {
      if (finish <= end) return [{ page, start, end: finish }];
      const rest = { page: page + 1, start: Math.max(start - shift, next.start), end: finish - shift };
      if (start > end) return [rest];
      return [{ page, start, end: start + raw.slice(start, end).trimEnd().length }, rest];
    },
  };
}

/** The place in a plain page of an offset of the page's own text. */
export function placeOf({ text, offsets }: PlainPage, offset: number): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The beginning of the first whole word from a place on. */
function wordStart(text: string, at: number): number {
  const blank = at === 0 ? -1 : text.indexOf(' ', at);
  return blank + 1;
}
