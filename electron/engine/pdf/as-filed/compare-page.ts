import type { PageStamp } from '../../../../shared/domain/docket/court-stamp.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { topMargin } from '../draw/drawn-page.ts';
import type { PageSize, PdfPage, Pdfium } from '../pdfium/index.ts';
import { pixelsOf } from '../redactions/pixels.ts';
import { differingArea, isInked } from './compare-pixels.ts';
import {
  compareLetters,
  findStamps,
  isCovered,
  placedLetters,
  wordsAround,
  type LetterChanges,
  type PlacedLetter,
  type PlacedStamp,
} from './placed-letters.ts';

/** How a page came back. */
export interface ComparedPage {
  /** Both sizes, in points, where they differ; null where they do not. */
  readonly sizes: { readonly sent: PageSize; readonly returned: PageSize } | null;
  /**
   * `moved` they are the same in other places; `gone` the page has none any more; `recognised` it had none, and has some now; `none` it
   * never had any.
   */
  readonly words: 'same' | 'moved' | 'changed' | 'gone' | 'recognised' | 'none';
  /** Of changed words, those removed and those added, as far as one sentence holds them. */
  readonly missing: string;
  readonly added: string;
  /** `unseen` pages of other sizes cannot be laid over each other. */
  readonly picture: 'same' | 'changed' | 'unseen';
  /** Whether something came or went in the court's strip along the top, where no stamp could be read. The strip is no part of `picture`. */
  readonly isStripOther: boolean;
  /** Around all that looks different, in points as shown; null where nothing does. */
  readonly area: Rect | null;
  /** The stamp that was put on it. */
  readonly stamp: PageStamp | null;
  /** Words that the stamp covers. */
  readonly covered: string;
  /** Whether the stamp covers something that is not a word. */
  readonly coversPicture: boolean;
}

/** What sizes may differ by, in points: rounding. */
const sameSize = 1;
/** Pixels a point: enough to see the bar of an e of 8 points. */
const usualScale = 150 / 72;
const mostPixels = 6_000_000;
/** Around a stamp's letters, in points: their edges. */
const stampMargin = 3;
/** Letters of an excerpt. */
const longestExcerpt = 120;

/**
 * Compares a page as it came back from the court with the page that was sent to it: size, words by their places, and looks.
 *
 * @throws AppError PDF_PAGE_UNREADABLE, PDF_LIMIT_EXCEEDED
 */
export function comparePage(pdfium: Pdfium, sent: PdfPage, returned: PdfPage): ComparedPage {
  const [before, after] = [placedLetters(pdfium, sent), placedLetters(pdfium, returned)];
  const { stamp, missing, added } = separateStamp(before, after);
  const words = wordsFound(before, after, stamp, { missing, added });
  const isChanged = words === 'changed';
  const sizes = isSameSize(sent, returned) ? null : { sent: sizeOf(sent), returned: sizeOf(returned) };
  const looks = sizes === null ? compareLooks(sent, returned, stamp) : null;
  const { area = null, coversPicture = false, isStripOther = false } = looks ?? {};
  const covered = stamp === null ? [] : before.filter((letter) => isCovered(letter, stamp.areas));
  return {
    sizes,
    words,
    missing: isChanged ? excerpt(wordsAround(before, missing)) : '',
    added: isChanged ? excerpt(wordsAround(after, added)) : '',
    picture: looks === null ? 'unseen' : area === null ? 'same' : 'changed',
    isStripOther,
    area,
    stamp: stamp?.stamp ?? null,
    covered: excerpt(wordsAround(before, covered)),
    coversPicture: coversPicture && covered.length === 0,
  };
}

function sizeOf({ width, height }: PdfPage): PageSize {
  return { width, height };
}

function isSameSize(a: PageSize, b: PageSize): boolean {
  return Math.abs(a.width - b.width) <= sameSize && Math.abs(a.height - b.height) <= sameSize;
}

/**
 * The stamp is what was added and reads as one. Where it covers an older stamp, letters of both are the same at the same places: then
 * it is the stamp that the page did not have before.
 */
function separateStamp(
  before: readonly PlacedLetter[],
  after: readonly PlacedLetter[],
): LetterChanges & { readonly stamp: PlacedStamp | null } {
  const changes = compareLetters(before, after);
  const stamp = findStamps(changes.added).at(-1);
  if (stamp)
    return { ...changes, stamp, added: changes.added.filter((letter) => !stamp.letters.has(letter)) };
  const known = new Set(findStamps(before).map(({ stamp: { raw } }) => raw));
  const other = findStamps(after).findLast(({ stamp: { raw } }) => !known.has(raw));
  if (!other) return { ...changes, stamp: null };
  return {
    ...compareLetters(
      before,
      after.filter((letter) => !other.letters.has(letter)),
    ),
    stamp: other,
  };
}

function wordsFound(
  before: readonly PlacedLetter[],
  after: readonly PlacedLetter[],
  stamp: PlacedStamp | null,
  { missing, added }: LetterChanges,
): ComparedPage['words'] {
  const left = stamp === null ? after : after.filter((letter) => !stamp.letters.has(letter));
  if (before.length === 0) return left.length === 0 ? 'none' : 'recognised';
  if (left.length === 0) return 'gone';
  if (missing.length === 0 && added.length === 0) return 'same';
  const run = (letters: readonly PlacedLetter[]) => letters.map(({ text }) => text).join('');
  return run(before) === run(left) ? 'moved' : 'changed';
}

interface Looks {
  readonly area: Rect | null;
  readonly isStripOther: boolean;
  readonly coversPicture: boolean;
}

function compareLooks(sent: PdfPage, returned: PdfPage, stamp: PlacedStamp | null): Looks {
  const scale = Math.min(usualScale, Math.sqrt(mostPixels / (sent.width * sent.height)));
  const [one, other] = [sent.render(scale), returned.render(scale)];
  const strip: Rect = { x: 0, y: 0, width: sent.width, height: topMargin };
  const ignored = stamp === null ? [strip] : stamp.areas.map(withMargin);
  const area = differingArea(
    one,
    other,
    ignored.map((each) => pixelsOf(each, scale)),
  );
  const below: Rect = { ...strip, y: topMargin, height: Math.max(0, sent.height - topMargin) };
  return {
    area: area && {
      x: area.left / scale,
      y: area.top / scale,
      width: (area.right - area.left) / scale,
      height: (area.bottom - area.top) / scale,
    },
    isStripOther: stamp === null && differingArea(one, other, [pixelsOf(below, scale)]) !== null,
    coversPicture: stamp !== null && stamp.areas.some((own) => isInked(one, pixelsOf(own, scale))),
  };
}

function withMargin({ x, y, width, height }: Rect): Rect {
  return {
    x: x - stampMargin,
    y: y - stampMargin,
    width: width + 2 * stampMargin,
    height: height + 2 * stampMargin,
  };
}

function excerpt(words: string): string {
  return words.length <= longestExcerpt ? words : `${words.slice(0, longestExcerpt)}…`;
}
