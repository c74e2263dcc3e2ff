import { hash } from 'node:crypto';
import { unite } from '../../../../../shared/domain/rect.ts';
import type { PdfDocument, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { isOnPage } from '../../reader/geometry.ts';
import { readLetters } from '../../redactions/letters.ts';
import { inklessTexts } from '../../redactions/painted-objects.ts';
import type { Recognize } from '../page-texts.ts';
import { KnownShapes, type FontWord, type LetterShape } from './letter-ratios.ts';
import { evenLetters, lettersOf, sharedLength } from './letters-in-common.ts';
import { inRow, sampleSheet, type Sample, type Sheet } from './sample-sheet.ts';

/** Letters of a word by which a font is tried, and how many words are. */
const leastLetters = 3;
const mostWords = 6;
/** Points that a word's picture may be long. */
const mostLength = 320;
/** Of what a font says its letters are, the share that must be recognized. */
const leastShare = 0.7;
/** A word may lie beneath something, so a font that was not recognized is tried on another page. */
const mostTries = 3;
/** Rows of words on one sheet: a page with more is recognized itself. */
const mostRows = 24;

/** What is known of a document's fonts. */
export interface FontCheck {
  /** Whether the letters of a page, by its position from 0, are what its fonts say. */
  areAsSaid(index: number): Promise<boolean>;
  /** Whether a font, as `fontsOf` names it, was not recognized on a page that was looked at. */
  isDoubted(font: string): boolean;
}

/**
 * Tells of pages whether their letters are what their fonts say: some fonts name other letters than they show, because a program wrote their
 * table wrong or somebody wanted their text not to be copied. Each font's words are recognized once and compared with what they say, and
 * so are words with a letter that the font shows in another shape elsewhere: it may be small capitals, or another letter.
 * Words of other scripts are believed where no Latin words are read in them.
 */
export function fontChecker(document: PdfDocument, recognize: Recognize): FontCheck {
  const known = new Set<string>();
  /** Fonts that show no Latin letters where they say to have others. */
  const foreignKnown = new Set<string>();
  const shapes = new KnownShapes();
  const tries = new Map<string, number>();
  const areAsSaid = async (index: number) => {
    const { latin, foreign } = document.withPage(index, (page) => wordsOf(document.pdfium, page));
    const rows = [...Map.groupBy(latin, ({ font }) => font)].flatMap(([font, own]) => [
      ...(known.has(font) ? [] : [richest(own)]),
      ...inRows(shapes.wordsToTry(own)),
    ]);
    const firstForeign = rows.length;
    for (const [font, own] of Map.groupBy(foreign, (word) => word.font))
      if (!foreignKnown.has(font)) rows.push(richest(own));
    if (rows.length === 0) return true;
    const isUnclear =
      rows.length > mostRows || rows.some(([word]) => (tries.get(word!.font) ?? 0) >= mostTries);
    if (isUnclear) return false;
    const sheet = document.withPage(index, (page) => sampleSheet(page, rows));
    const seen = await recognize(sheet.picture, sheet.dpi);
    const doubted = new Set<string>();
    for (const [at, row] of rows.entries())
      if (at >= firstForeign) {
        if (showsLatin(row, textOfRow(seen.glyphs, sheet, at))) doubted.add(row[0]!.font);
        else if (!sheet.rows[at]!.isBlank) foreignKnown.add(row[0]!.font);
      } else if (isAsSaid(row, textOfRow(seen.glyphs, sheet, at))) shapes.believe(row);
      // What is not seen here, as in the color of the paper, shows no other words.
      else if (!sheet.rows[at]!.isBlank) doubted.add(row[0]!.font);
    for (const [at, [word]] of rows.slice(0, firstForeign).entries())
      if (!doubted.has(word!.font) && !sheet.rows[at]!.isBlank) known.add(word!.font);
    for (const font of doubted) tries.set(font, (tries.get(font) ?? 0) + 1);
    return doubted.size === 0;
  };
  return { areAsSaid, isDoubted: (font) => tries.has(font) };
}

const inRows = (words: readonly FontWord[]): FontWord[][] =>
  Array.from({ length: Math.ceil(words.length / mostWords) }, (_, row) =>
    words.slice(row * mostWords, (row + 1) * mostWords),
  );

/** Words of a page that are recognized as well as any, with their fonts; and those that say to be of another script than is recognized. */
function wordsOf(pdfium: Pdfium, page: PdfPage): { latin: FontWord[]; foreign: FontWord[] } {
  const fontOf = fontsOf(pdfium);
  const inkless = inklessTexts(pdfium, page.handle);
  const words: (FontWord & { shapes: LetterShape[] })[] = [];
  let isWithin = false;
  for (const letter of readLetters(pdfium, page)) {
    if (letter === null || inkless.has(letter.object)) {
      isWithin = false;
      continue;
    }
    const font = fontOf(letter.object);
    const rect = page.toShown(letter.box);
    const shape = { text: letter.text, ratio: rect.width / rect.height };
    const last = words.at(-1);
    if (last && isWithin && last.font === font) {
      last.shapes.push(shape);
      words[words.length - 1] = { ...last, text: last.text + letter.text, rect: unite(last.rect, rect) };
    } else words.push({ font, text: letter.text, rect, shapes: [shape] });
    isWithin = true;
  }
  const { true: latin = [], false: foreign = [] } = Object.groupBy(
    words.filter((word) => isToBeTried(word, page)),
    ({ text }) => `${!otherScript.test(text.replaceAll(/[^\p{L}\p{N}]/gu, ''))}` as const,
  );
  return { latin, foreign };
}

/** Letters by whose shapes fonts are told apart, and the size in which they are asked for. */
const told = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', (letter) =>
  letter.charCodeAt(0),
);
const toldSize = 100;

/**
 * What tells fonts apart: what they are called, what of them is in the file, and which shapes they have for the letters that they say to be
 * these. Two that share name and shapes may have different tables of what each shape means.
 */
export function fontsOf({ api, memory, guard }: Pdfium): (textObject: number) => string {
  const names = new Map<number, string>();
  const shapeOf = (font: number, letter: number, out: number) => {
    const path = api.FPDFFont_GetGlyphPath(font, letter, toldSize);
    const segments = path === 0 ? 0 : api.FPDFGlyphPath_CountGlyphSegments(path);
    let shape = '';
    for (let at = 0; at < segments; at += 1)
      if (api.FPDFPathSegment_GetPoint(api.FPDFGlyphPath_GetGlyphPathSegment(path, at), out, out + 4))
        shape += `${Math.round(memory.float32(out))} ${Math.round(memory.float32(out + 4))} `;
    return shape;
  };
  const nameOf = (font: number) =>
    guard(() =>
      memory.withBytes(8, (out) => {
        const length = api.FPDFFont_GetBaseFontName(font, 0, 0);
        const name = memory.withBytes(Math.max(1, length), (at) => {
          api.FPDFFont_GetBaseFontName(font, at, length);
          return Buffer.from(memory.view(at, length)).toString('latin1');
        });
        const shapes = told.map((letter) => shapeOf(font, letter, out)).join('\n');
        api.FPDFFont_GetFontData(font, 0, 0, out);
        const size = memory.int32(out);
        return memory.withBytes(Math.max(1, size), (at) => {
          api.FPDFFont_GetFontData(font, at, size, out);
          return `${name} ${hash('sha1', memory.view(at, size))} ${hash('sha1', shapes)}`;
        });
      }),
    );
  return (textObject) => {
    const font = api.FPDFTextObj_GetFont(textObject);
    const name = names.get(font) ?? nameOf(font);
    names.set(font, name);
    return name;
  };
}

const otherScript = /[^\p{Script=Latin}\p{N}]/u;

/** Whether a word is recognized as well as any: upright, whole on its page. */
function isToBeTried({ text, rect }: Sample, page: PdfPage): boolean {
  const letters = lettersOf(text);
  return (
    letters.length >= leastLetters &&
    rect.width > rect.height &&
    rect.width <= mostLength &&
    isOnPage(rect, page)
  );
}

/** The words that have the most different letters. */
function richest(words: readonly FontWord[]): FontWord[] {
  const byText = new Map(words.map((word) => [word.text, word]));
  const richness = ({ text }: Sample) => new Set(text).size;
  return [...byText.values()].sort((one, other) => richness(other) - richness(one)).slice(0, mostWords);
}

function textOfRow(
  glyphs: Awaited<ReturnType<Recognize>>['glyphs'],
  { dpi, rows }: Sheet,
  at: number,
): string {
  const { top, bottom } = rows[at]!;
  return glyphs
    .filter(({ rect }) => {
      if (rect === null) return false;
      const middle = ((rect.y + rect.height / 2) * dpi) / 72;
      return middle >= top && middle < bottom;
    })
    .map(({ text }) => text)
    .join('');
}

function isAsSaid(words: readonly Sample[], seen: string): boolean {
  const said = evenLetters(words.map(({ text }) => text).join(''));
  return sharedLength(said, evenLetters(seen)) >= said.length * leastShare;
}

/** Of letters that say to be of another script, the share that is read as words of Latin ones from which they are such. */
const leastLatin = 0.8;
const latinWord = /[a-z]{4,}/gi;

/** Whether words that say to be of another script are read as Latin ones: a table of letters may be wrong throughout. */
const showsLatin = (words: readonly Sample[], seen: string): boolean =>
  (seen.match(latinWord) ?? []).join('').length >=
  lettersOf(
    inRow(words)
      .map(({ text }) => text)
      .join(''),
  ).length *
    leastLatin;
