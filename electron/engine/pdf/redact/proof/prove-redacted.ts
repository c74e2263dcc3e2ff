import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { RedactionProof } from '../../../../../shared/contract/redactions.ts';
import { termFinder } from '../../../../../shared/domain/redaction/index.ts';
import { PdfObjects } from '../../objects/index.ts';
import { loadPdfium, openPdf, readOutline, type PdfDocument, type PdfPage } from '../../pdfium/index.ts';
import { fileSource } from '../../pdf-source.ts';
import type { PdfOriginal } from '../../assemble/source/open-item.ts';
import { showsAllButAreas } from './compare-pictures.ts';
import { apart } from '../down-columns.ts';
import type { GlyphText } from '../glyph-text.ts';
import { hasLeftBehind, hasOneRevision, isCoarse } from './prove-objects.ts';
import type { LeftBehind } from '../left-behind.ts';
import { overPageEnd, ownTexts } from '../page-texts.ts';
import { paintedAreas } from '../redrawn-page.ts';
import { cutsStrings } from '../unseen/index.ts';
import {
  overEndFinder,
  removedTitle,
  titlesSaying,
  unwantedFinder,
  type FindUnwanted,
  type RedactionWishes,
  type UnwantedPart,
} from '../wishes.ts';
import type { RedactionPlan } from '../plan-redactions.ts';

/** What a finished copy was found to be, and in words what speaks against it. */
export interface Proven {
  readonly proof: RedactionProof;
  readonly doubts: readonly string[];
  /** Pages, from 1, on which words stand that an area took away elsewhere. */
  readonly sameWordsOn: readonly number[];
}

/** What a copy is held against. */
export interface ProofContext {
  readonly wishes: RedactionWishes;
  readonly plan: RedactionPlan;
  readonly original: PdfOriginal;
  readonly left: LeftBehind;
  /** What speaks against it already: what its objects say, read anew. */
  readonly said: readonly string[];
  readonly pdfiumWasmPath: string;
  /** @param done pages that were looked at */
  progress(done: number): void;
}

/**
 * Opens a finished copy anew and looks for what was removed: in what its pages say and show, in what lies between its objects, and in where letters
 * stand. What its objects say was read when it was written. What was found is not said: the report must not tell what the copy hides.
 *
 * @param path of the copy
 * @throws AppError as `openPdf` and `PdfPage.render` do; SourceUnreadable
 */
export async function proveRedacted(path: string, context: ProofContext): Promise<Proven> {
  const source = fileSource(path);
  try {
    const document = openPdf(await loadPdfium(context.pdfiumWasmPath), source);
    try {
      const objects = PdfObjects.open(source);
      const pages = await provePages(document, context);
      const titles = titlesOf(readOutline(document)).map((title) => (title === removedTitle ? apart : title));
      const said = [
        ...context.said,
        ...(hasLeftBehind(objects, context) ? ['it has a drawing that should have been left behind'] : []),
        ...(titlesSaying(unwantedFinder(context.wishes), titles).size > 0 ? ['bookmarks in it say it'] : []),
      ];
      const proof = {
        text: pages.isSilent,
        pixels: pages.isBlack,
        objects: said.length === 0,
        revisions: hasOneRevision(objects, source),
        glyphPositions: isCoarse(objects, context.plan),
      };
      const doubts = [
        ...pages.doubts,
        ...said,
        ...(proof.revisions ? [] : ['it has more than one revision']),
        ...(proof.glyphPositions ? [] : ['letters stand where they tell what stood beside them']),
      ];
      return {
        proof: { ...proof, ok: Object.values(proof).every(Boolean) },
        doubts,
        sameWordsOn: pages.sameWordsOn,
      };
    } finally {
      document.close();
    }
  } finally {
    source.close();
  }
}

const titlesOf = (nodes: ReturnType<typeof readOutline>): string[] =>
  nodes.flatMap(({ title, children }) => [title, ...titlesOf(children)]);

async function provePages(document: PdfDocument, { wishes, plan, original, left, progress }: ProofContext) {
  const find = unwantedFinder(wishes);
  const findOver = overEndFinder(wishes);
  const hasWords = wishes.terms.length > 0 || wishes.hasIdentifiers;
  let above: GlyphText = { text: '', glyphs: [] };
  const findSame = termFinder(plan.wordsOfAreas);
  const before = await original.document();
  const isWhole = document.pageCount === original.pageCount;
  const doubts = isWhole ? [] : ['it has not as many pages'];
  const sameWordsOn: number[] = [];
  const compared = new Set([...plan.pages.keys(), ...left.sharing]);
  let [isSilent, isBlack] = [true, isWhole];
  for (let index = 0; index < document.pageCount; index += 1) {
    const areas = paintedAreas(plan.pages.get(index) ?? { index, redactions: [] });
    document.withPage(index, (page) => {
      const texts = ownTexts(document.pdfium, page);
      const left = texts.flatMap((text) =>
        find(text.text).flatMap(({ kind, ...part }) =>
          isOfSeveral(text, { kind, ...part }, areas)
            ? []
            : { kind, words: text.text.slice(part.start, part.end) },
        ),
      );
      if (
        left.some(({ kind }) => kind === 'term' || kind === 'ssn') ||
        (left.length > 0 && before.withPage(index, (old) => wereFound(left, old, before, find))) ||
        texts.some((text) => standsIn(text, areas)) ||
        overPageEnd(above, texts[0]!, findOver).length > 0
      ) {
        isSilent = false;
        doubts.push(`page ${index + 1} still says it`);
      }
      if (isWhole && hasWords && cutsStrings(original.objects, original.pages.at(index))) {
        isSilent = false;
        doubts.push(`the file cuts words of page ${index + 1} in two, which programs read differently`);
      }
      above = texts[0]!;
      if (texts.some(({ text }) => findSame(text).length > 0)) sameWordsOn.push(index + 1);
      if (!compared.has(index)) return;
      if (!before.withPage(index, (old) => showsAllButAreas(old, page, areas))) {
        isBlack = false;
        doubts.push(`page ${index + 1} does not look as it should`);
      }
    });
    progress(index + 1);
  }
  return { isSilent, isBlack, doubts, sameWordsOn };
}

/**
 * Whether any of what is left was found on the page as it was, whole or in part. What was not is no identifier: only the room of one that went makes
 * it follow the words beside that, as `born on` and, in the next line, another date.
 */
function wereFound(
  left: readonly { readonly words: string }[],
  old: PdfPage,
  { pdfium }: PdfDocument,
  find: FindUnwanted,
): boolean {
  const signsOf = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const were = ownTexts(pdfium, old).flatMap(({ text }) =>
    find(text).map(({ start, end }) => signsOf(text.slice(start, end))),
  );
  return left.some(({ words }) => {
    const signs = signsOf(words);
    return were.some((one) => one.includes(signs) || signs.includes(one));
  });
}

/** Whether a place lies within an account's number: it is put together of what may stay of several, side by side in columns. */
function isOfSeveral(
  { glyphs }: GlyphText,
  { kind, start, end }: UnwantedPart,
  areas: readonly Rect[],
): boolean {
  if (kind !== 'account') return false;
  // What may stay of a number is no part of what is unwanted of it.
  const first = glyphs.slice(start).find((glyph) => glyph !== null)?.rect;
  const rest = glyphs.slice(end).find((glyph) => glyph !== null)?.rect;
  if (!first || !rest) return false;
  const line = first.y + first.height / 2;
  return areas.some(
    ({ x, y, width, height }) =>
      x + width / 2 > first.x && x + width / 2 < rest.x && line > y && line < y + height,
  );
}

/** By how much unseen words may stand beside where they stood, in points: they are on whole points, in another font. */
const shift = 1;

/** Whether a letter stands in the middle of an area. */
function standsIn({ glyphs }: GlyphText, areas: readonly Rect[]): boolean {
  return glyphs.some((glyph) => {
    if (glyph === null || glyph.text.trim() === '') return false;
    const { rect } = glyph;
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    return areas.some(
      (area) =>
        x > area.x + shift &&
        x < area.x + area.width - shift &&
        y > area.y + shift &&
        y < area.y + area.height - shift,
    );
  });
}
