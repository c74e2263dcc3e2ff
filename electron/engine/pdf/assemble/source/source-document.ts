import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';

/** Why a source cannot be carried over as it stands. */
export class SourceUnreadable extends Error {
  readonly isEncrypted: boolean;
  /** Which item of an assembly it was, from 0; null while only one is looked at. */
  item: number | null = null;

  /** @param reason as the end of "cannot be read (…)" */
  constructor(
    reason: string,
    { isEncrypted = false, cause }: { isEncrypted?: boolean; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.isEncrypted = isEncrypted;
  }
}

/** Left, bottom, right, top in the page's own space. */
export type Box = readonly [number, number, number, number];

export interface SourcePage {
  readonly ref: PDFRef | null;
  readonly dict: PDFDict;
  /** Own or inherited (ISO 32000-1 §7.7.3.4). */
  readonly resources: PDFObject | undefined;
  readonly mediaBox: Box;
  /** What is shown: crop box within media box. */
  readonly shownBox: Box;
  readonly hasCropBox: boolean;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Points a unit: 1 unless the page says otherwise. */
  readonly userUnit: number;
}

export interface SourceDocument {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly SourcePage[];
}

const letterBox: Box = [0, 0, 612, 792];
const maxPages = 200_000;
const maxTreeDepth = 64;

/**
 * Reads a PDF's objects and pages.
 *
 * @param isStrict refuses a file with any object that cannot be read, even one that nothing refers to
 * @throws SourceUnreadable
 */
export async function openSource(
  bytes: Uint8Array,
  { isStrict }: { isStrict: boolean },
): Promise<SourceDocument> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: Infinity,
      throwOnInvalidObject: false,
      ignoreEncryption: true,
    });
  } catch (error) {
    throw new SourceUnreadable('its structure is broken', { cause: error });
  }
  if (document.context.lookup(document.context.trailerInfo.Encrypt) !== undefined)
    throw new SourceUnreadable('it is protected by a password', { isEncrypted: true });
  const { context } = document;
  // The parser keeps what it cannot read as it lies, references and all; nothing may be built on that.
  if (isStrict && context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFInvalidObject))
    throw new SourceUnreadable('one of its objects is broken');
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new SourceUnreadable('it has no catalogue');
  const pages = listPages(context, catalog);
  if (pages.length === 0) throw new SourceUnreadable('it has no pages');
  return { context, catalog, pages };
}

interface Inherited {
  readonly resources?: PDFObject | undefined;
  readonly mediaBox?: Box | undefined;
  readonly cropBox?: Box | undefined;
  readonly rotate?: number | undefined;
}

function listPages(context: PDFContext, catalog: PDFDict): SourcePage[] {
  const pages: SourcePage[] = [];
  const ancestors = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, inherited: Inherited, depth: number): void => {
    const node = context.lookup(object);
    if (!(node instanceof PDFDict) || ancestors.has(node) || depth > maxTreeDepth) return;
    const own: Inherited = {
      resources: node.get(PDFName.of('Resources')) ?? inherited.resources,
      mediaBox: readBox(context, node.get(PDFName.of('MediaBox'))) ?? inherited.mediaBox,
      cropBox: readBox(context, node.get(PDFName.of('CropBox'))) ?? inherited.cropBox,
      rotate: readNumber(context, node.get(PDFName.of('Rotate'))) ?? inherited.rotate,
    };
    const kids = context.lookup(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray && nameOf(context, node, 'Type') !== 'Page') {
      ancestors.add(node);
      for (const kid of kids.asArray()) visit(kid, own, depth + 1);
      ancestors.delete(node);
      return;
    }
    if (pages.length >= maxPages) throw new SourceUnreadable('it has too many pages');
    pages.push(describePage(context, object, node, own));
  };
  visit(catalog.get(PDFName.of('Pages')), {}, 0);
  return pages;
}

function describePage(
  context: PDFContext,
  object: PDFObject | undefined,
  dict: PDFDict,
  { resources, mediaBox = letterBox, cropBox, rotate = 0 }: Inherited,
): SourcePage {
  const unit = readNumber(context, dict.get(PDFName.of('UserUnit'))) ?? 1;
  const shown = cropBox && intersect(mediaBox, cropBox);
  return {
    ref: object instanceof PDFRef ? object : null,
    dict,
    resources,
    mediaBox,
    shownBox: shown ?? mediaBox,
    hasCropBox: shown !== undefined && cropBox !== undefined,
    turns: (((Math.round(rotate / 90) % 4) + 4) % 4) as SourcePage['turns'],
    userUnit: unit > 0 ? unit : 1,
  };
}

function intersect(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

/** A rectangle in any order of its corners; undefined when it is none or has no area. */
export function readBox(context: PDFContext, object: PDFObject | undefined): Box | undefined {
  const array = context.lookup(object);
  if (!(array instanceof PDFArray) || array.size() < 4) return undefined;
  const [a, b, c, d] = array.asArray().map((item) => readNumber(context, item));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

/** A number, resolved; undefined when it is none. */
export function readNumber(context: PDFContext, object: PDFObject | undefined): number | undefined {
  const number = context.lookup(object);
  return number instanceof PDFNumber && Number.isFinite(number.asNumber()) ? number.asNumber() : undefined;
}

/** A name's text, resolved; undefined when there is none. */
export function nameOf(context: PDFContext, dict: PDFDict, key: string): string | undefined {
  const name = context.lookup(dict.get(PDFName.of(key)));
  return name instanceof PDFName ? name.decodeText() : undefined;
}

/** A dictionary under a key, resolved; undefined when there is none. */
export function dictOf(context: PDFContext, dict: PDFDict, key: string): PDFDict | undefined {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFDict ? value : undefined;
}

/** The items of an array under a key, resolved; empty when there is none. */
export function arrayOf(context: PDFContext, dict: PDFDict, key: string): PDFObject[] {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFArray ? value.asArray() : [];
}
