import { findCourtStamps, stampLines, type PageStamp } from '../../../../shared/domain/docket/court-stamp.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { around } from '../../../../shared/domain/rect.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PdfPage, Pdfium } from '../pdfium/index.ts';
import { glyphLimit, lineHyphen, readGlyphs } from '../reader/text/glyphs.ts';

/** A letter, digit or sign where it stands on a page as shown; in points from the top left. */
export interface PlacedLetter {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  readonly rect: Rect;
  /** What comes before it. */
  readonly before: '' | ' ' | '\n';
  /** Its place among the page's letters. */
  readonly order: number;
}

/**
 * The letters of a page in PDFium's order, without spaces; those beyond its edges too, where a stamp on small paper ends.
 *
 * @throws AppError PDF_LIMIT_EXCEEDED past as many as `readGlyphs` reads, PDF_PAGE_UNREADABLE
 */
export function placedLetters(pdfium: Pdfium, page: PdfPage): PlacedLetter[] {
  const glyphs = readGlyphs(pdfium, page);
  if (glyphs.length >= glyphLimit) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'letters on a page' });
  const letters: PlacedLetter[] = [];
  let before: PlacedLetter['before'] = '';
  for (const glyph of glyphs) {
    // Which hyphens only break a word depends on what follows, which a stamp may change.
    const text = glyph.text === lineHyphen ? '-' : glyph.text.normalize('NFKC');
    if (text.trim() === '') {
      before = before === '\n' || glyph.text === '\n' ? '\n' : ' ';
    } else if (glyph.rect) {
      letters.push({
        text,
        x: glyph.origin.x,
        y: glyph.origin.y,
        rect: glyph.rect,
        before,
        order: letters.length,
      });
      before = '';
    }
  }
  return letters;
}

/** Two letters are the same letter where they stand no farther apart, in points. */
const samePlace = 2;

/** What a page lost, and what it gained. */
export interface LetterChanges {
  readonly missing: readonly PlacedLetter[];
  readonly added: readonly PlacedLetter[];
}

/** Letters that are not where they were, whatever order they are read in. */
export function compareLetters(
  sent: readonly PlacedLetter[],
  returned: readonly PlacedLetter[],
): LetterChanges {
  const cell = (value: number) => Math.floor(value / samePlace);
  const key = (text: string, across: number, down: number) => `${text} ${across} ${down}`;
  const cells = Map.groupBy(returned, ({ text, x, y }) => key(text, cell(x), cell(y)));
  const added = new Set(returned);
  const missing = sent.filter((letter) => {
    for (const across of [0, -1, 1])
      for (const down of [0, -1, 1]) {
        const there = cells.get(key(letter.text, cell(letter.x) + across, cell(letter.y) + down));
        const at = there?.findIndex(
          ({ x, y }) => Math.abs(x - letter.x) <= samePlace && Math.abs(y - letter.y) <= samePlace,
        );
        if (there === undefined || at === undefined || at < 0) continue;
        added.delete(there[at]!);
        there.splice(at, 1);
        return false;
      }
    return true;
  });
  return { missing, added: returned.filter((letter) => added.has(letter)) };
}

/** Letters as lines; one that does not follow the one before on the page begins a line. */
function linesOf(letters: readonly PlacedLetter[]): PlacedLetter[][] {
  const lines: PlacedLetter[][] = [];
  for (const letter of letters) {
    const line = lines.at(-1);
    if (line && letter.before !== '\n' && letter.order === line.at(-1)!.order + 1) line.push(letter);
    else lines.push([letter]);
  }
  return lines;
}

/** Letters as text. */
export function wordsOf(letters: readonly PlacedLetter[]): string {
  return letters
    .map(({ text, before }) => `${before === '' ? '' : ' '}${text}`)
    .join('')
    .trim();
}

/** The court's stamp among letters. */
export interface PlacedStamp {
  readonly stamp: PageStamp;
  readonly letters: ReadonlySet<PlacedLetter>;
  /** The lines that it covers. */
  readonly areas: readonly Rect[];
}

/** The stamps that letters make, in their order. */
export function findStamps(letters: readonly PlacedLetter[]): PlacedStamp[] {
  const lines = linesOf(letters);
  const spaced = findCourtStamps(lines.map((line) => stampLines(wordsOf(line))[0] ?? ''));
  // Letters that stand a little apart are read as words of their own.
  const found =
    spaced.length > 0 ? spaced : findCourtStamps(lines.map((line) => wordsOf(line).replaceAll(/\s/g, '')));
  return found.map(({ stamp, from, count }) => {
    const own = lines.slice(from, from + count);
    return {
      stamp,
      letters: new Set(own.flat()),
      areas: own.map((line) => around(line.map(({ rect }) => rect))),
    };
  });
}

/** Share of a letter's own area from which a stamp counts as covering it. */
const coveredShare = 0.15;

/** Whether areas cover a letter, in part. */
export function isCovered({ rect }: PlacedLetter, areas: readonly Rect[]): boolean {
  return areas.some((area) => {
    const across = Math.min(area.x + area.width, rect.x + rect.width) - Math.max(area.x, rect.x);
    const down = Math.min(area.y + area.height, rect.y + rect.height) - Math.max(area.y, rect.y);
    return across > 0 && down > 0 && across * down > coveredShare * rect.width * rect.height;
  });
}

/** The whole words that some letters belong to. @param letters of the page, in order */
export function wordsAround(letters: readonly PlacedLetter[], some: Iterable<PlacedLetter>): string {
  const wanted = new Set(some);
  const words: PlacedLetter[][] = [];
  for (const letter of letters) {
    const word = words.at(-1);
    if (word === undefined || letter.before !== '') words.push([letter]);
    else word.push(letter);
  }
  return wordsOf(words.filter((word) => word.some((letter) => wanted.has(letter))).flat());
}
