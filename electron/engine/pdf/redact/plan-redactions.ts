import type { Redaction } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { longestTerm, mostTerms } from '../../../../shared/domain/redaction/index.ts';
import { isWithin } from '../../../../shared/domain/rect.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { onPicture } from '../pictures/picture-on.ts';
import { flattenAnnotations, type PdfDocument } from '../pdfium/index.ts';
import { readPageText } from '../reader/text/page-text.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { commentsWith } from './comments.ts';
import { glyphText, wordsIn, type GlyphText } from './glyph-text.ts';
import { pagesHolding } from './held-elsewhere.ts';
import { overPageEnd, ownTexts, partToRecognize, type Recognize } from './page-texts.ts';
import { readPictures, saidByHidden } from './pictures/index.ts';
import { onFrame, placesOn } from './places.ts';
import {
  fontChecker,
  hasUnreadInk,
  hidesDrawnWords,
  inkLeft,
  misplacedWords,
  placesOfPictures,
  seenTexts,
  unsaidLetters,
  type FontCheck,
} from './seen/index.ts';
import { drawsOtherwiseFinder, type SayingPages } from './unseen/index.ts';
import { unwantedIn, unwantedOf, type Unwanted } from './unwanted.ts';
import {
  notFound,
  overEndFinder,
  unwantedFinder,
  type FindUnwanted,
  type RedactionWishes,
} from './wishes.ts';

/** What is removed from a page. */
export interface PagePlan {
  /** Position from 0. */
  readonly index: number;
  readonly redactions: readonly Omit<Redaction, 'page'>[];
  /** Places of letters that stay out of its words: nobody sees them, and what they say is not what they are. */
  readonly unsaid?: readonly Rect[];
}

/** What is removed from a document, and what is to be known of how it was looked for. */
export interface RedactionPlan {
  /** Pages of which something is removed, by their positions from 0. */
  readonly pages: ReadonlyMap<number, PagePlan>;
  /** Pages, from 1, whose words were recognized in pictures. */
  readonly recognised: readonly number[];
  /** Pages, from 1, with areas whose unseen words lie elsewhere than what they were read from. */
  readonly misplacedOn: readonly number[];
  /** Words that areas take away, as terms: they may stand elsewhere too. */
  readonly wordsOfAreas: readonly string[];
  /** Of each page, by its position from 0, hashes of pictures that it shows as they are, and that were recognized with it. */
  readonly open: readonly ReadonlySet<string>[];
  /** Positions of terms that were found; more may be found when it is written. */
  readonly termsFound: Set<number>;
}

/** How a document is looked through. */
export interface PlanTools {
  readonly recognize: Recognize;
  /** @param done pages that were looked at, of all that will be */
  progress(done: number, total: number): void;
}

/**
 * Looks for what is to be removed on every page: in its text, in words recognized in its pictures, in what annotations show, and in
 * what they say. Annotations become part of the pages that PDFium holds, so that drawing and reading them misses none.
 *
 * @throws AppError PDF_PAGE_NOT_FOUND for a wish on a page that is not there; INVALID_INPUT for a place beside its page;
 *   PDF_PAGE_UNREADABLE and the like for a page that cannot be read, of which nothing can be said
 */
export async function planRedactions(
  original: PdfOriginal,
  wishes: RedactionWishes,
  { recognize, progress }: PlanTools,
): Promise<RedactionPlan> {
  const document = await original.document();
  for (const { page } of wishes.areas)
    if (page > document.pageCount) throw new AppError('PDF_PAGE_NOT_FOUND', { page });
  const pages = new Map<number, PagePlan>();
  const misplacedOn: number[] = [];
  const wordsOfAreas = new Set<string>();
  const looker = lookerOf(original, document, wishes, recognize);
  const { foundOn, recognised, hiding, open } = await lookThrough(looker, (done) =>
    progress(done, 2 * document.pageCount),
  );
  for (const [index, found] of foundOn.entries()) {
    const redactions: Omit<Redaction, 'page'>[] = [
      ...placesOn(document, index, wishes).map((area) => ({ kind: 'area' as const, area })),
      ...removedWith(document, index, found),
    ];
    for (const words of wordsWithin(document, index, redactions)) wordsOfAreas.add(words);
    const hasAreas = redactions.some(({ kind }) => kind === 'area');
    const misplaced = hasAreas ? await misplacedWords(document, index, recognize) : [];
    if (misplaced.length > 0) misplacedOn.push(index + 1);
    const unsaid = misplaced.length > 0 ? [...misplaced, ...(hiding.get(index) ?? [])] : hiding.get(index);
    if (redactions.length > 0 || unsaid)
      pages.set(index, { index, redactions: withoutRepeats(redactions), ...(unsaid && { unsaid }) });
  }
  const plan = {
    pages,
    recognised,
    misplacedOn,
    wordsOfAreas: [...wordsOfAreas].slice(0, mostTerms),
    open,
    termsFound: looker.termsFound,
  };
  for (const page of pagesHolding(document, plan)) pages.set(page.index, page);
  return plan;
}

/**
 * Looks for the same, to be told before anything is removed.
 *
 * @returns each finding once, page by page; and the pages, from 1, whose words were recognized in pictures, and those with pictures that say
 *   it, or cannot be read, where nobody sees them; and terms that were not found, by their positions from 1
 * @throws AppError PDF_PAGE_UNREADABLE and the like for a page that cannot be read
 */
export async function proposeRedactions(
  original: PdfOriginal,
  wishes: Omit<RedactionWishes, 'areas'>,
  { recognize, progress }: PlanTools,
): Promise<{
  proposals: (Omit<Unwanted, 'letters'> & { page: number })[];
  recognised: number[];
  hiddenOn: number[];
  termsNotFound: number[];
}> {
  const document = await original.document();
  const proposals: (Omit<Unwanted, 'letters'> & { page: number })[] = [];
  const looker = lookerOf(original, document, wishes, recognize);
  const { foundOn, recognised, hiding } = await lookThrough(looker, (done) =>
    progress(done, document.pageCount),
  );
  for (const [index, found] of foundOn.entries()) {
    const taken: Rect[] = [];
    for (const { kind, text, areas: own } of found) {
      if (own.every((area) => taken.some((other) => isWithin(area, other)))) continue;
      taken.push(...own);
      const areas = onFrame(document, index, wishes.frames, own, onPicture);
      // What stands beside the picture is not of it.
      if (areas) proposals.push({ kind, text, areas, page: index + 1 });
    }
  }
  return {
    proposals,
    recognised,
    hiddenOn: [...hiding.keys()].map((index) => index + 1),
    termsNotFound: notFound(wishes, looker.termsFound),
  };
}

/** What pages are looked through with. */
interface Looker {
  readonly original: PdfOriginal;
  readonly document: PdfDocument;
  /** Null where nothing but places is asked for. */
  readonly find: FindUnwanted | null;
  /** Finds what may go on over the end of a page. */
  readonly findOver: FindUnwanted;
  /** Positions of terms that were found. */
  readonly termsFound: Set<number>;
  readonly drawsOtherwise: ReturnType<typeof drawsOtherwiseFinder>;
  readonly fonts: FontCheck;
  readonly recognize: Recognize;
}

function lookerOf(
  original: PdfOriginal,
  document: PdfDocument,
  wishes: Omit<RedactionWishes, 'areas'>,
  recognize: Recognize,
): Looker {
  const hasWords = wishes.terms.length > 0 || wishes.hasIdentifiers;
  const termsFound = new Set<number>();
  return {
    original,
    document,
    find: hasWords ? unwantedFinder(wishes, termsFound) : null,
    findOver: overEndFinder(wishes, termsFound),
    termsFound,
    drawsOtherwise: drawsOtherwiseFinder(original.objects),
    fonts: fontChecker(document, recognize),
    recognize,
  };
}

/**
 * @returns what is found on each page; pages, from 1, whose words were recognized; and of pages, by their positions from 0, that
 *   hold what may say it where nobody sees it, the letters that say nothing of themselves
 */
async function lookThrough(
  looker: Looker,
  progress: (done: number) => void,
): Promise<{
  foundOn: Unwanted[][];
  recognised: number[];
  hiding: ReadonlyMap<number, readonly Rect[]>;
  open: ReadonlySet<string>[];
}> {
  const hiding = new Map<number, readonly Rect[]>();
  const open: ReadonlySet<string>[] = [];
  const foundOn: Unwanted[][] = [];
  const recognised: number[] = [];
  let before: readonly GlyphText[] = [];
  for (let index = 0; index < looker.document.pageCount; index += 1) {
    const { found, inOrder, isRecognized, isHiding, ...looked } = await lookAt(looker, index);
    open.push(looked.open);
    if (isHiding) hiding.set(index, looked.unsaid);
    if (isRecognized) recognised.push(index + 1);
    foundOn.push(found);
    for (const above of before)
      for (const text of inOrder)
        for (const { kind, parts } of overPageEnd(above, text, looker.findOver)) {
          foundOn[index - 1]!.push(unwantedOf(above, { kind, ...parts[0] }));
          found.push(unwantedOf(text, { kind, ...parts[1] }));
        }
    before = inOrder;
    progress(index + 1);
  }
  return { foundOn, recognised, hiding, open };
}

interface Looked {
  readonly found: Unwanted[];
  /** The page's text in the order in which it is read, its own and what was recognized. */
  readonly inOrder: readonly GlyphText[];
  readonly isRecognized: boolean;
  readonly isHiding: boolean;
  /** Places of letters that nobody sees and that do not say what they are. */
  readonly unsaid: readonly Rect[];
  /** Hashes of pictures that were recognized as the page shows them. */
  readonly open: ReadonlySet<string>;
}

async function lookAt(
  { original, document, find, drawsOtherwise, fonts, recognize }: Looker,
  index: number,
): Promise<Looked> {
  flattenAnnotations(document, index);
  if (find === null)
    return { found: [], inOrder: [], isRecognized: false, isHiding: false, unsaid: [], open: new Set() };
  const { texts, comments, own, pictures } = document.withPage(index, (page) => {
    const texts = ownTexts(document.pdfium, page);
    const part = drawsOtherwise(original.pages.at(index)) ? 'page' : partToRecognize(page, texts[0]!);
    const recognized = part === 'pictures' ? placesOfPictures(document.pdfium, page) : [];
    return {
      texts,
      comments: commentsWith(original, page, find),
      own: part !== 'page' && hasUnreadInk(document.pdfium, page, recognized) ? 'page' : part,
      pictures: readPictures(document.pdfium, page),
    };
  });
  const part = (await fonts.areAsSaid(index)) ? own : 'page';
  const seen = part && (await seenTexts(document, index, part, recognize));
  if (seen) texts.push(...seen);
  const { shown, ...hidden } = await saidByHidden(document, index, pictures, find, recognize);
  const hidesDrawn = document.withPage(index, (page) => hidesDrawnWords(document.pdfium, page));
  const unsaid = document.withPage(index, (page) => unsaidLetters(document.pdfium, page, fonts.isDoubted));
  const isHiding = hidden.isHiding || hidesDrawn || unsaid.length > 0;
  const found: Unwanted[] = [
    ...texts.flatMap((text) => unwantedIn(text, find)),
    ...shown,
    ...comments.map((area) => ({ kind: 'comment' as const, text: '', areas: [area], letters: [] })),
  ];
  // A page that is drawn anew takes along what is too faint to be seen; of one that is carried over, its pictures are looked through later.
  if (hidesDrawn || unsaid.length > 0 || ((found.length > 0 || isHiding) && pictures.hasOthers)) {
    const faint = (await seenTexts(document, index, 'faint', recognize)).flatMap((text) =>
      unwantedIn(text, find),
    );
    found.push(...faint.filter((one) => !isFoundAmong(found, one)));
  }
  return {
    found,
    inOrder: seen ? [texts[0]!, seen[0]!] : [texts[0]!],
    isRecognized: part !== null || pictures.hidden.length > 0,
    open: part === null ? new Set() : pictures.open,
    isHiding,
    unsaid,
  };
}

/** By how many points the same word may stand elsewhere when it is recognized, or recognized again. */
const recognizedShift = 3;

/** Whether something that was recognized was found in the same place already. */
function isFoundAmong(found: readonly Unwanted[], { areas }: Unwanted): boolean {
  const [more, twice] = [recognizedShift, 2 * recognizedShift];
  const taken = found.flatMap((other) => other.areas);
  return areas.every((area) =>
    taken.some(({ x, y, width, height }) =>
      isWithin(area, { x: x - more, y: y - more, width: width + twice, height: height + twice }),
    ),
  );
}

/** What is removed with what was found on a page: its places, and others where ink of the same letters stands. */
function removedWith(
  document: PdfDocument,
  index: number,
  found: readonly Unwanted[],
): Omit<Redaction, 'page'>[] {
  const redactions = found.flatMap(({ kind, areas }) => areas.map((area) => ({ kind, area })));
  const written = found.filter(({ letters }) => letters.length > 0);
  if (written.length === 0) return redactions;
  const left = document.withPage(index, (page) => inkLeft(document.pdfium, page, written));
  return [...redactions, ...left.map((area) => ({ kind: written[0]!.kind, area }))];
}

/**
 * A plan with pages that have nothing to be removed in their text, and say it all the same. Where a drawing does, the page may show it by
 * other means than text: it is recognized, and what is found is removed. Where a picture does, the page may show it as faintly as its mask has it.
 */
export async function withSaying(
  plan: RedactionPlan,
  original: PdfOriginal,
  wishes: RedactionWishes,
  { all, drawn, pictured }: SayingPages,
  recognize: Recognize,
): Promise<RedactionPlan> {
  const document = await original.document();
  const find = unwantedFinder(wishes, plan.termsFound);
  const pages = new Map(plan.pages);
  const recognised = new Set(plan.recognised);
  for (const index of all) {
    const parts = [
      ...(drawn.has(index) ? ['page' as const] : []),
      ...(pictured.has(index) ? ['faint' as const] : []),
    ];
    const texts: GlyphText[] = [];
    for (const part of parts) texts.push(...(await seenTexts(document, index, part, recognize)));
    const found = texts.flatMap((text) => unwantedIn(text, find));
    if (parts.length > 0) recognised.add(index + 1);
    pages.set(index, { index, redactions: withoutRepeats(removedWith(document, index, found)) });
  }
  return { ...plan, pages, recognised: [...recognised].toSorted((a, b) => a - b) };
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
  const text = document.withPage(index, (page) =>
    glyphText(readPageText(document.pdfium, page, true).glyphs),
  );
  return drawn.flatMap(({ area }) => {
    const words = wordsIn(area, text);
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
