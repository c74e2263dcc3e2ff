import type { Redaction } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { longestTerm, mostTerms } from '../../../../shared/domain/redaction/index.ts';
import { isWithin } from '../../../../shared/domain/rect.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PixelSize } from '../../formats/images/index.ts';
import { onPage, onPicture, pictureOn } from '../pictures/picture-on.ts';
import { flattenAnnotations, type PdfDocument } from '../pdfium/index.ts';
import { readPageText } from '../reader/text/page-text.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { commentsWith } from './comments.ts';
import { areasOf, glyphText, takes, withLetters } from './glyph-text.ts';
import { ownTexts, pictureOfWords, type Recognise } from './page-texts.ts';
import { unwantedFinder, type RedactionWishes } from './wishes.ts';

/** What is removed from a page. */
export interface PagePlan {
  /** Position from 0. */
  readonly index: number;
  readonly redactions: readonly Omit<Redaction, 'page'>[];
}

/** What is removed from a document, and what is to be known of how it was looked for. */
export interface RedactionPlan {
  /** Pages of which something is removed, by their positions from 0. */
  readonly pages: ReadonlyMap<number, PagePlan>;
  /** Pages, from 1, whose words were recognised in pictures. */
  readonly recognised: readonly number[];
  /** Words that areas take away, as terms: they may stand elsewhere too. */
  readonly wordsOfAreas: readonly string[];
}

/** How a document is looked through. */
export interface PlanTools {
  readonly recognise: Recognise;
  /** @param done pages that were looked at, of all that will be */
  progress(done: number, total: number): void;
}

/**
 * Looks for what is to be removed on every page: in its text, in words recognised in its pictures, in what annotations show, and in
 * what they say. Annotations become part of the pages that PDFium holds, so that drawing and reading them misses none.
 *
 * @throws AppError PDF_PAGE_NOT_FOUND for a wish on a page that is not there; PDF_PAGE_UNREADABLE and the like for a page that cannot be
 *   read, of which nothing can be said
 */
export async function planRedactions(
  original: PdfOriginal,
  wishes: RedactionWishes,
  { recognise, progress }: PlanTools,
): Promise<RedactionPlan> {
  const document = await original.document();
  for (const { page } of wishes.areas)
    if (page > document.pageCount) throw new AppError('PDF_PAGE_NOT_FOUND', { page });
  const pages = new Map<number, PagePlan>();
  const recognised: number[] = [];
  const wordsOfAreas = new Set<string>();
  for (let index = 0; index < document.pageCount; index += 1) {
    const { found, isRecognised } = await lookThrough(original, document, index, wishes, recognise);
    if (isRecognised) recognised.push(index + 1);
    const redactions: Omit<Redaction, 'page'>[] = [
      ...placesOn(document, index, wishes).map((area) => ({ kind: 'area' as const, area })),
      ...found.flatMap(({ kind, areas }) => areas.map((area) => ({ kind, area }))),
    ];
    for (const words of wordsWithin(document, index, redactions)) wordsOfAreas.add(words);
    if (redactions.length > 0) pages.set(index, { index, redactions: withoutRepeats(redactions) });
    progress(index + 1, 2 * document.pageCount);
  }
  return { pages, recognised, wordsOfAreas: [...wordsOfAreas].slice(0, mostTerms) };
}

/**
 * Looks for the same, to be told before anything is removed.
 *
 * @returns each finding once, page by page, and the pages, from 1, whose words were recognised in pictures
 * @throws AppError PDF_PAGE_UNREADABLE and the like for a page that cannot be read
 */
export async function proposeRedactions(
  original: PdfOriginal,
  wishes: Omit<RedactionWishes, 'areas'>,
  { recognise, progress }: PlanTools,
): Promise<{ proposals: (Unwanted & { page: number })[]; recognised: number[] }> {
  const document = await original.document();
  const proposals: (Unwanted & { page: number })[] = [];
  const recognised: number[] = [];
  for (let index = 0; index < document.pageCount; index += 1) {
    const { found, isRecognised } = await lookThrough(original, document, index, wishes, recognise);
    if (isRecognised) recognised.push(index + 1);
    const taken: Rect[] = [];
    for (const each of found) {
      if (each.areas.every((area) => taken.some((other) => isWithin(area, other)))) continue;
      taken.push(...each.areas);
      const areas = onFrame(document, index, wishes.frames, each.areas, onPicture);
      // What stands beside the picture is not of it.
      if (areas) proposals.push({ ...each, areas, page: index + 1 });
    }
    progress(index + 1, document.pageCount);
  }
  return { proposals, recognised };
}

/** Places that are to be removed from a page, as the page of the PDF has them. */
function placesOn(document: PdfDocument, index: number, { areas, frames }: RedactionWishes): readonly Rect[] {
  const own = areas.filter(({ page }) => page === index + 1);
  const placed = onFrame(
    document,
    index,
    frames,
    own.map(({ area }) => area),
    onPage,
  );
  if (!placed) throw new AppError('PDF_PAGE_UNREADABLE', { page: index + 1 });
  if (!own.some(({ isOnWords }) => isOnWords)) return placed;
  const text = document.withPage(index, (page) => glyphText(readPageText(document.pdfium, page).glyphs));
  return placed.map((area, at) => (own[at]!.isOnWords ? withLetters(area, text) : area));
}

/**
 * Areas of a page put onto the page of the picture that it shows, or the other way round; as they are where it stands for none. Null where
 * it does not show its picture.
 */
function onFrame(
  document: PdfDocument,
  index: number,
  frames: readonly PixelSize[] | undefined,
  areas: readonly Rect[],
  put: typeof onPage,
): readonly Rect[] | null {
  if (!frames || areas.length === 0) return areas;
  const frame = frames[index];
  const shown = document.withPage(index, (page) => pictureOn(document.pdfium, page));
  if (!frame || !shown) return null;
  return areas.map((area) => put(area, frame, shown));
}

/** Something on a page that is to be removed. */
export interface Unwanted {
  readonly kind: Exclude<Redaction['kind'], 'area'>;
  /** What stands there; of a comment nothing, which is not read on the page. */
  readonly text: string;
  /** One for each line it reaches over. */
  readonly areas: readonly Rect[];
}

async function lookThrough(
  original: PdfOriginal,
  document: PdfDocument,
  index: number,
  wishes: Omit<RedactionWishes, 'areas'>,
  recognise: Recognise,
): Promise<{ found: readonly Unwanted[]; isRecognised: boolean }> {
  flattenAnnotations(document, index);
  if (wishes.terms.length === 0 && !wishes.hasIdentifiers) return { found: [], isRecognised: false };
  const find = unwantedFinder(wishes);
  const { texts, picture, comments } = document.withPage(index, (page) => {
    const own = ownTexts(document.pdfium, page);
    return {
      texts: own,
      picture: pictureOfWords(page, own[0]!),
      comments: commentsWith(original, page, find),
    };
  });
  if (picture) texts.push(glyphText((await recognise(picture.picture, picture.dpi)).glyphs));
  const words = texts.flatMap((text) =>
    find(text.text).map((part) => ({
      kind: part.kind,
      text: text.text.slice(part.start, part.end),
      areas: areasOf(text, part),
    })),
  );
  return {
    found: [...words, ...comments.map((area) => ({ kind: 'comment' as const, text: '', areas: [area] }))],
    isRecognised: picture !== null,
  };
}

/** Fewer letters and digits than these are no words that anybody would know again. */
const leastLetters = 4;

/** Words that areas which somebody drew take away, area by area. */
function wordsWithin(
  document: PdfDocument,
  index: number,
  redactions: readonly Omit<Redaction, 'page'>[],
): string[] {
  const drawn = redactions.filter(({ kind }) => kind === 'area');
  if (drawn.length === 0) return [];
  const { glyphs } = document.withPage(index, (page) => readPageText(document.pdfium, page));
  return drawn.flatMap(({ area }) => {
    const words = glyphs
      .map((glyph) => (glyph.rect && takes(area, glyph) ? glyph.text : ' '))
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return letters >= leastLetters && words.length <= longestTerm ? [words] : [];
  });
}

/** Without those that another of the same page takes away already: a comment is left behind, but nothing is painted in its place. */
function withoutRepeats(redactions: readonly Omit<Redaction, 'page'>[]): Omit<Redaction, 'page'>[] {
  const swallows = (other: Omit<Redaction, 'page'>, { kind, area }: Omit<Redaction, 'page'>) =>
    isWithin(area, other.area) && (other.kind !== 'comment' || kind === 'comment');
  return redactions.filter(
    (one, at) =>
      !redactions.some((other, i) => i !== at && swallows(other, one) && (i < at || !swallows(one, other))),
  );
}
