import type { OutlineNode } from '../../../../shared/contract/reader.ts';
import {
  briefTitled,
  measureBrief,
  type Brief,
  type BriefTitle,
} from '../../../../shared/domain/filing/brief.ts';
import {
  findIdentifiers,
  maskIdentifier,
  type MaskedIdentifier,
} from '../../../../shared/domain/redaction/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { Claim } from '../../../../shared/model/evidence.ts';
import { problemOf } from '../../formats/reading.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import type { ByteSource } from '../byte-source.ts';
import {
  countCarriers,
  countOutwardLinks,
  flattenAnnotations,
  holdsNameAnywhere,
  readFeatures,
  readOutline,
  readPdfClaims,
  textOf,
  unprotected,
  type PdfDocument,
  type PdfPage,
} from '../pdfium/index.ts';
import { readPages, type PageProblem, type PdfFile } from '../read-pages.ts';
import { failedRedactionsOn } from '../redactions/check-redactions.ts';
import { notesOn } from '../text/annotation-text.ts';
import { isPictureOfText } from '../text/scanned.ts';
import { lookForGaps } from './incomplete-pages.ts';
import { tellsPlace } from './picture-places.ts';
import { earlierWords, pagesWithWordsGone, wordsOf, type EarlierWords } from './earlier-words.ts';
import { signsOf, unseenIdentifiers, type UnseenIdentifier } from './unseen-identifiers.ts';
import { hasWordsOutside } from './words-outside.ts';

/** Where an identifier stands: on a page, from 1, or apart from all pages, where some are never shown. */
export interface FoundIdentifier extends MaskedIdentifier {
  readonly place: number | 'bookmarks' | 'properties' | 'unseen';
}

/** A page that is not as large as others, in points. */
export interface OddPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** What a court's filing system, a clerk or an opponent finds in a PDF. Pages from 1. */
export interface PdfFacts {
  readonly sizeBytes: number;
  readonly pages: number;
  readonly isEncrypted: boolean;
  readonly isRepaired: boolean;
  readonly hasForms: boolean;
  readonly hasScripts: boolean;
  /** Whether something in it starts a program or opens a file. */
  readonly hasLaunchActions: boolean;
  /** Files that come with the document as a whole. */
  readonly embeddedFiles: number;
  /** Whether there is any file within it, listed or not. */
  readonly holdsFiles: boolean;
  readonly claims: readonly Claim[];
  /** Pages that contain a file, or sound, video or a model in three dimensions. */
  readonly filePages: readonly number[];
  readonly mediaPages: readonly number[];
  readonly webLinkPages: readonly number[];
  /** Pages that are not letter paper, upright or on its side. */
  readonly oddPages: readonly OddPage[];
  readonly blankPages: readonly number[];
  /** Pages that show words which cannot be searched or copied. */
  readonly picturePages: readonly number[];
  readonly failedRedactions: readonly { readonly page: number; readonly runs: number }[];
  readonly identifiers: readonly FoundIdentifier[];
  /** Pages with a picture that says where it was taken. */
  readonly placePages: readonly number[];
  /** Pages with words that stand outside what they show. */
  readonly croppedPages: readonly number[];
  /** Pages of whose content a part is lost in the file. */
  readonly incompletePages: readonly number[];
  /** Pages of earlier versions that the file still holds, with words that it no longer shows. */
  readonly earlierPages: readonly number[];
  /** How long it is, where its first page says that it is a brief; else null. */
  readonly brief: Brief | null;
  /** What kept pages, or the document as a whole, from being read. */
  readonly problems: readonly (Problem | PageProblem)[];
}

type Found = {
  -readonly [K in keyof Omit<PdfFacts, 'pages'>]: PdfFacts[K] extends readonly (infer E)[]
    ? E[]
    : PdfFacts[K];
};

/** Letter paper, in points, and what a page may differ from it. */
const letter = [612, 792] as const;
const letterTolerance = 3;
/** Pages of a brief that are measured; what is longer is so by what is attached. */
const mostBriefPages = 300;

/**
 * Reads all of a PDF for what makes a court refuse it, or what it should not show, in a worker; reports each page by `progress`.
 *
 * @throws AppError as `readPages` does
 */
export async function readFactsTask(file: PdfFile, context: WorkerContext): Promise<PdfFacts> {
  const found: Found = {
    sizeBytes: 0,
    isEncrypted: false,
    isRepaired: false,
    hasForms: false,
    hasScripts: false,
    hasLaunchActions: false,
    embeddedFiles: 0,
    holdsFiles: false,
    claims: [],
    filePages: [],
    mediaPages: [],
    webLinkPages: [],
    oddPages: [],
    blankPages: [],
    picturePages: [],
    failedRedactions: [],
    identifiers: [],
    placePages: [],
    croppedPages: [],
    incompletePages: [],
    earlierPages: [],
    brief: null,
    problems: [],
  };
  let unseen: readonly UnseenIdentifier[] = [];
  let earlier: EarlierWords = [];
  let title: BriefTitle | null = null;
  const briefPages: string[] = [];
  let isIncomplete: (index: number) => boolean = () => false;
  const told = new Set<string>();
  const shown = new Set<string>();
  const { pages, problems } = await readPages(file, context, {
    begin: (document, source) => {
      unseen = readWhole(document, source, found, told);
      earlier = earlierWords(document, source);
      isIncomplete = lookForGaps(source, document.pageCount);
    },
    read: (page, document) => {
      const text = readPage(page, document, found, told);
      if (page.index === 0) title = briefTitled(text);
      if (title !== null && briefPages.length < mostBriefPages) briefPages.push(text);
      if (isIncomplete(page.index)) found.incompletePages.push(page.index + 1);
      if (earlier.length > 0) for (const word of wordsOf(text)) shown.add(word);
    },
  });
  // Nobody knows what a page shows that could not be read.
  if (problems.length === 0) found.earlierPages = pagesWithWordsGone(earlier, shown);
  for (const { signs, ...identifier } of unseen) {
    if (!told.has(signs)) found.identifiers.push(identifier);
    told.add(signs);
  }
  if (title !== null) found.brief = measureBrief(title, briefPages);
  return { ...found, pages, problems: [...found.problems, ...problems] };
}

/**
 * @param told is given the signs of each identifier that is reported
 * @returns what no page shows, some of which pages may report
 */
function readWhole(
  document: PdfDocument,
  source: ByteSource,
  found: Found,
  told: Set<string>,
): readonly UnseenIdentifier[] {
  found.sizeBytes = source.sizeBytes;
  found.isEncrypted = document.isEncrypted;
  found.isRepaired = document.isRepaired;
  try {
    // Names within an encrypted file are packed where nobody finds them.
    const readable = unprotected(document) ?? source;
    const { hasForms, hasScripts, embeddedFiles } = readFeatures(document, readable);
    Object.assign(found, { hasForms, hasScripts, embeddedFiles });
    found.holdsFiles = embeddedFiles > 0 || holdsNameAnywhere(readable, 'EmbeddedFile');
    found.hasLaunchActions = holdsNameAnywhere(readable, 'Launch');
    found.claims = readPdfClaims(document);
    found.identifiers = identifiersBeside(document, found.claims, told);
    return unseenIdentifiers(readable);
  } catch (error) {
    if (!isAppError(error)) throw error;
    found.problems.push(problemOf(error.code, error.details));
    return [];
  }
}

/** @returns the page's own text */
function readPage(page: PdfPage, document: PdfDocument, found: Found, told: Set<string>): string {
  const at = page.index + 1;
  if (!isLetter(page)) found.oddPages.push({ page: at, width: page.width, height: page.height });
  const { files, media } = countCarriers(document, page);
  if (files > 0) found.filePages.push(at);
  if (media > 0) found.mediaPages.push(at);
  const links = countOutwardLinks(document, page);
  if (links.web > 0) found.webLinkPages.push(at);
  if (links.launch > 0) found.hasLaunchActions = true;
  const { pdfium } = document;
  // Loading a page's text costs more than all that is read of it.
  const { text, isCropped } = page.withText((textPage, characters) => ({
    text: textOf(pdfium, textPage, characters),
    isCropped: hasWordsOutside(pdfium, page, textPage, characters),
  }));
  if (isCropped) found.croppedPages.push(at);
  if (isPictureOfText(() => page.content(), text)) found.picturePages.push(at);
  else if (text.trim() === '' && isBlank(page, document)) found.blankPages.push(at);
  const notes = notesOn(document, page);
  let runs = 0;
  try {
    for (const _ of failedRedactionsOn(document, page)) runs += 1;
    if (tellsPlace(document, page)) found.placePages.push(at);
  } finally {
    if (runs > 0) found.failedRedactions.push({ page: at, runs });
    found.identifiers.push(...identifiersOn(page, document, { text, notes, told }));
  }
  return text;
}

/** Identifiers among what readers show beside the pages. */
function identifiersBeside(
  document: PdfDocument,
  claims: readonly Claim[],
  told: Set<string>,
): FoundIdentifier[] {
  const titles = (nodes: readonly OutlineNode[]): string[] =>
    nodes.flatMap(({ title, children }) => [title, ...titles(children)]);
  const find = (text: string, place: FoundIdentifier['place']) =>
    findIdentifiers(text).map((identifier) => {
      told.add(signsOf(text.slice(identifier.start, identifier.end)));
      return { ...maskIdentifier(identifier, text), place };
    });
  return [
    ...titles(readOutline(document)).flatMap((title) => find(title, 'bookmarks')),
    ...claims.flatMap(({ value }) => find(value, 'properties')),
  ];
}

/**
 * Identifiers on a page: in its text, in what its form fields and comments show, beside words of the page as they stand there, and in
 * what these hold without showing it. Its annotations become part of it, in what PDFium holds of the document.
 *
 * @param words.text of the page itself
 * @param words.notes what fields and comments hold; null on a page without any
 * @param words.told is given the signs of each
 */
function identifiersOn(
  page: PdfPage,
  document: PdfDocument,
  { text, notes, told }: { text: string; notes: string | null; told: Set<string> },
): FoundIdentifier[] {
  const find = (words: string) =>
    findIdentifiers(words).map((identifier) => {
      const signs = words.slice(identifier.start, identifier.end);
      told.add(signsOf(signs));
      return { found: { ...maskIdentifier(identifier, words), place: page.index + 1 }, signs };
    });
  if (notes === null) return find(text).map(({ found }) => found);
  const shown = shownText(page, document) ?? text;
  const hidden = find(notes).filter(({ signs }) => !shown.includes(signs));
  return [...find(shown), ...hidden].map(({ found }) => found);
}

/** The page's text with that of its annotations where they stand; null where PDFium cannot say. */
function shownText({ index }: PdfPage, document: PdfDocument): string | null {
  try {
    flattenAnnotations(document, index);
    return document.withPage(index, (flat) => flat.text());
  } catch (error) {
    if (!isAppError(error)) throw error;
    return null;
  }
}

function isLetter({ width, height }: PdfPage): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.abs(short - letter[0]) <= letterTolerance && Math.abs(long - letter[1]) <= letterTolerance;
}

function isBlank(page: PdfPage, { pdfium }: PdfDocument): boolean {
  const { hasText, imageShare, paths } = page.content();
  const annotations = pdfium.guard(() => pdfium.api.FPDFPage_GetAnnotCount(page.handle));
  return !hasText && imageShare === 0 && paths === 0 && annotations === 0;
}
