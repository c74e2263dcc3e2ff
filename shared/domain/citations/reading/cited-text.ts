import { firstIndex } from '../../first-index.ts';
import type { PageSpan } from './found-citation.ts';
import { plainPage, type PlainPage } from './plain-page.ts';
import { notesStart, type PageBody } from './running-lines.ts';

/** Text that citations are read in: a page, or the end of one with the beginning of the next. */
export interface CitedText {
  readonly raw: string;
  readonly plain: PlainPage;
  /** The text of the page that it begins on. */
  readonly page: string;
  /** Where a run of `raw` is on its pages: in one of them, or in both. */
  spansOf(start: number, end: number): [PageSpan, ...PageSpan[]];
}

/**
 * A page as text that citations are read in. In its plain text its own text is parted from the running lines and from
 * footnotes by line ends, past which nothing goes on: “Ex. 7” above the page's number “- 9 -” is no range.
 *
 * @param page from 1
 */
export function pageText(raw: string, page: number, body: PageBody): CitedText {
  const whole = plainPage(raw);
  let { text } = whole;
  const [start, notes] = [body.start, notesStart(raw, body)].map((at) => placeOf(whole, at) - 1);
  for (const at of [start!, notes!, placeOf(whole, body.end)])
    if (text[at] === ' ') text = `${text.slice(0, at)}\n${text.slice(at + 1)}`;
  const plain = { ...whole, text };
  return {
    raw,
    plain,
    page: raw,
    spansOf: (start, end) => [{ page, start, end }],
  };
}

/** Where the end of a page is joined with the beginning of the next, and of more where all of that goes on. */
export interface Joint {
  /** Offset in its plain text; what is before it has been read already. */
  readonly from: number;
  /** Where its text ends that goes on in the next. */
  readonly end: number;
  /** The pages it goes on in, each with where its text begins and ends. */
  readonly next: readonly { readonly text: CitedText; readonly body: PageBody }[];
}

/** Characters of plain text on each side of a page's end that are read as one. */
const maxSide = 1_000;

/** Whether all of a page's text is read as the beginning of what goes on in the page after it. */
export function isAllRead({ end, start }: PageBody): boolean {
  return end > start && end - start <= maxSide;
}

/** A run of a page as it is in joined text. */
interface Piece {
  readonly plain: string;
  readonly offsets: Int32Array;
  readonly page: number;
  /** Where it begins on its page, and in the joined raw text. */
  readonly start: number;
  readonly rawStart: number;
  readonly raw: string;
}

/** The end of a page and the beginning of the next, or of several, as one text, without the running lines at their edges. */
export function joinedText(one: CitedText, { from, end, next }: Joint): CitedText {
  const tailEnd = placeOf(one.plain, end);
  const tailStart = Math.max(from, wordStart(one.plain.text, Math.max(0, tailEnd - maxSide)));
  const pieces = [pieceOf(one, tailStart, tailEnd, { start: 0, end }, 0)];
  for (const { text, body } of next) {
    let headStart = placeOf(text.plain, body.start);
    if (text.plain.text[headStart] === ' ') headStart++;
    const headEnd = Math.min(placeOf(text.plain, body.end), headStart + maxSide);
    const { rawStart, raw } = pieces.at(-1)!;
    pieces.push(pieceOf(text, headStart, headEnd, body, rawStart + raw.length + 1));
  }
  return { raw: pieces.map(({ raw }) => raw).join('\n'), plain: joinPlain(pieces), page: one.raw, spansOf };

  function spansOf(start: number, finish: number): [PageSpan, ...PageSpan[]] {
    const spans = pieces.flatMap(({ page, raw, rawStart, start: onPage }) => {
      const [first, last] = [Math.max(0, start - rawStart), Math.min(raw.length, finish - rawStart)];
      const length = last > first ? raw.slice(first, last).trimEnd().length : 0;
      return length === 0 ? [] : [{ page, start: onPage + first, end: onPage + first + length }];
    });
    const [first = { page: pieces[0]!.page, start, end: start }, ...rest] = spans;
    return [first, ...rest];
  }
}

function pieceOf(
  text: CitedText,
  plainStart: number,
  plainEnd: number,
  { start, end }: PageBody,
  rawStart: number,
): Piece {
  const [{ page }] = text.spansOf(0, 0);
  return {
    plain: text.plain.text.slice(plainStart, plainEnd).trimEnd(),
    offsets: text.plain.offsets.subarray(plainStart, plainEnd + 1),
    page,
    start,
    rawStart,
    raw: text.raw.slice(start, end),
  };
}

function joinPlain(pieces: readonly Piece[]): PlainPage {
  const texts: string[] = [];
  const offsets: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    const following = pieces[at + 1]?.plain;
    // “Ex-” and “hibit” are one word; of “PX-” and “12”, “A–” and “C” the sign stays.
    const isWord = following !== undefined && /\p{L}-$/u.test(piece.plain) && /^\p{Ll}/u.test(following);
    const own = isWord ? piece.plain.slice(0, -1) : piece.plain;
    const glue = following === undefined || isWord || /[-–]$/.test(own) ? '' : ' ';
    texts.push(own, glue);
    const shift = piece.rawStart - piece.start;
    for (let place = 0; place < own.length; place++) offsets.push(piece.offsets[place]! + shift);
    const end = piece.rawStart + piece.raw.length;
    if (glue !== '' || following === undefined) offsets.push(end);
  }
  return { text: texts.join(''), offsets: Int32Array.from(offsets) };
}

/** The place in a plain page of an offset of the page's own text. */
export function placeOf({ text, offsets }: PlainPage, offset: number): number {
  return firstIndex(text.length, (at) => offsets[at]! >= offset);
}

/** The beginning of the first whole word from a place on. */
function wordStart(text: string, at: number): number {
  const blank = at === 0 ? -1 : text.indexOf(' ', at);
  return blank + 1;
}
