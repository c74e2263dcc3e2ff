import { endAt } from './sticky.ts';

/** A page's text made plain for reading citations, with the way back to the original text. */
export interface PlainPage {
  /**
   * One line: white space is single spaces, words parted at a line's end are joined, hyphens are `-`, dashes `–`, quotes straight,
   * raised figures, line numbers of pleading paper, and words deleted or hidden in a Word document left out.
   */
  readonly text: string;
  /** The offset in the page's own text of each character of `text`, and one more for the end. */
  readonly offsets: Int32Array;
}

/** Soft hyphen, zero-width characters, and NUL. */
const unseen = new Set([0x00, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);
/** With PDFium's signs for one that ends a line, after which the line's end may be left out. */
const hyphens = '-\u2010\u2011\u0002\ufffe';
const dashes = '\u2012\u2013\u2014\u2015\u2212';
const apostrophes = "'\u2018\u2019\u201b\u2032\u02bc`";
const quotes = '\u201c\u201d\u201e\u201f\u2033';
/** Marks of footnotes: “Ex. C¹ at 4”. */
const raisedFigures = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';
/** “Aﬀ.”, “Aﬃdavit”. */
const ligatures = /[\ufb00-\ufb06]/;
const space = /\s/u;
/** White space with a line's end in it. */
const lineEnd = /[^\S\n]*\n\s*/uy;
/** What our readers of Word documents say of words that a brief does not show: they were deleted, or are hidden. */
const notShown = /\[(?:deleted|hidden): (?:[^[\]]|\[[^[\]]*\])*\]/gu;
/** From how many numbered lines on the numbers are those of pleading paper. */
const minNumberedLines = 8;

/**
 * Makes a page's text plain. Takes time in proportion to its length.
 *
 * @example plainPage('See Ex-\nhibit “C”').text // 'See Exhibit "C"'
 */
export function plainPage(raw: string): PlainPage {
  const offsets = new Int32Array(raw.length + 1);
  const kept: string[] = [];
  const keep = (character: string, offset: number) => {
    offsets[kept.length] = offset;
    kept.push(character);
  };
  const numbers = lineNumbers(raw);
  const skipped = new Map(numbers);
  for (const match of raw.matchAll(notShown)) skipped.set(match.index, match.index + match[0].length);
  for (let at = 0; at < raw.length; at++) {
    const skippedEnd = skipped.get(at);
    if (skippedEnd !== undefined) {
      at = skippedEnd - 1;
      continue;
    }
    const character = raw[at]!;
    if (raisedFigures.includes(character)) continue;
    const isSoft = unseen.has(character.charCodeAt(0));
    if (isSoft || hyphens.includes(character)) {
      const next = afterLineEnd(raw, at + 1, numbers) ?? (/[\u0002\ufffe]/.test(character) ? at + 1 : null);
      if (next === null) {
        if (!isSoft) keep('-', at);
        continue;
      }
      const isWord = /\p{L}/u.test(raw[at - 1] ?? '') && /\p{Ll}/u.test(raw[next] ?? '');
      if (!isWord && !isSoft) keep('-', at);
      at = next - 1;
    } else if (space.test(character)) {
      if (kept.at(-1) !== ' ') keep(' ', at);
    } else if (dashes.includes(character)) keep('–', at);
    else if (apostrophes.includes(character)) {
      // Two are quotes, as in ''A''.
      const isDouble = apostrophes.includes(raw[at + 1] ?? ' ');
      keep(isDouble ? '"' : "'", isDouble ? ++at : at);
    } else if (quotes.includes(character)) keep('"', at);
    else if (ligatures.test(character)) for (const letter of character.normalize('NFKC')) keep(letter, at);
    else keep(character, at);
  }
  offsets[kept.length] = raw.length;
  return { text: kept.join(''), offsets: offsets.subarray(0, kept.length + 1) };
}

/** Where the next line's words begin, its number left out, if there is only white space before; else null. */
function afterLineEnd(raw: string, at: number, numbers: ReadonlyMap<number, number>): number | null {
  let next = endAt(lineEnd, raw, at);
  if (next === null) return null;
  const numberEnd = numbers.get(next);
  if (numberEnd !== undefined) {
    next = numberEnd;
    while (next < raw.length && space.test(raw[next]!)) next++;
  }
  return next;
}

/** The numbers that pleading paper has at the beginnings of lines, 1, 2, 3…: where each begins → where it ends; none where they are few. */
export function lineNumbers(raw: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const match of raw.matchAll(/^[^\S\n]{0,40}(\d{1,2})(?=\s|$)/gmu)) {
    if (Number(match[1]) !== found.size + 1) continue;
    const end = match.index + match[0].length;
    found.set(end - match[1]!.length, end);
  }
  return found.size >= minNumberedLines ? found : new Map();
}

/** A page's text without the numbers that pleading paper has at the beginnings of lines. */
export function withoutLineNumbers(page: string): string {
  let [kept, at] = ['', 0];
  for (const [start, end] of lineNumbers(page)) {
    kept += page.slice(at, start);
    at = end;
  }
  return kept + page.slice(at);
}
