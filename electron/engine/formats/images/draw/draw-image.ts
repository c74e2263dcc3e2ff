import { join } from 'node:path';
import type { Problem } from '../../../../../shared/model/common.ts';
import { PageTree } from '../../../pdf/assemble/output/page-tree.ts';
import { PdfOutput, pdfString, producer } from '../../../pdf/assemble/output/pdf-output.ts';
import type { ByteSource } from '../../../pdf/byte-source.ts';
import { letter } from '../../../pdf/draw/drawn-page.ts';
import { finishFile, writePage, type FileInHand } from '../../../pdf/draw/drawn-bytes.ts';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import {
  foot,
  isPrintedSmall,
  layImage,
  printedSmall,
  side,
  type PaperImage,
} from '../../../pdf/draw/pictures/image-page.ts';
import { layRaster } from '../../../pdf/draw/pictures/raster-image.ts';
import { Typesetter } from '../../../pdf/draw/typesetter.ts';
import { problemOf } from '../../reading.ts';
import type { ImageDocument } from '../image-document.ts';
import { ImageError, maxStoredBytes } from '../image-report.ts';
import { openImage, type ImageKind, type ImagePlaces } from '../open-image.ts';

export interface DrawImageInput {
  readonly source: ByteSource;
  readonly kind: ImageKind;
  /** The file's name, as it is called on paper. */
  readonly name: string;
  /** Of the original, lower-case hexadecimal. */
  readonly sha256: string;
  readonly appVersion: string;
  /** Whether each page says at its foot what it was made from; its properties always do. */
  readonly hasFooter: boolean;
}

export interface DrawnImage {
  /** A PDF. The same picture gives the same bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** Pages that could not be shown, or only in part: each has a page that says so. Then whether any is printed too small. */
  readonly problems: readonly Problem[];
}

/** A page on paper has no use for more: 40 megapixels are a letter page at 650 dpi. */
const drawnPixels = 40_000_000;
const glancePixels = 1_000_000;
/** A PDF in memory at a time. */
const maxPdfBytes = 512 * 1024 * 1024;
const footerSize = 7;
const footerLeading = 9;
/** To the right of it the exhibit's sticker and number have their place. */
const footerRight = 150;

/**
 * Makes the PDF that stands for a picture in exhibits and print: each page on letter paper, upright. A JPEG's and a PNG's own
 * bytes are carried where PDF viewers read them; all else is decoded and stored value for value. Runs in a worker.
 *
 * @throws ImageError when no page can be shown, `demanding` past the limits
 * @example
 *   const { bytes } = await drawImage({ source, kind: 'heic', name: 'photo.heic', sha256, appVersion, hasFooter: true }, platform);
 */
export async function drawImage(
  input: DrawImageInput,
  places: ImagePlaces & { readonly assetsDirectory: string },
): Promise<DrawnImage> {
  const image = await openImage(input.source, input.kind, places);
  try {
    const statement = statementOf(input, image.traits.orientation);
    const pages = image.frames.map((_, frame) => async () => ({ image, frame, input }));
    return await drawPages(pages, { ...input, statement }, join(places.assetsDirectory, 'fonts'));
  } finally {
    image.close();
  }
}

/** A picture that is a part of a document. */
export type PartInput = Pick<DrawImageInput, 'source' | 'kind'>;

/**
 * Makes one PDF of pictures that are the pages of one document, in order. One that cannot be shown has a page that says so.
 *
 * @throws ImageError when no page can be shown, `demanding` past the limits
 */
export async function joinImages(
  parts: readonly (PartInput & {
    readonly source: { close(): void };
    /** Its pages that are wanted, from 1; null for all. */
    readonly only: readonly number[] | null;
  })[],
  about: Pick<DrawImageInput, 'name' | 'appVersion'>,
  places: ImagePlaces & { readonly assetsDirectory: string },
): Promise<DrawnImage> {
  type Part = (typeof parts)[number];
  const open = new Map<Part, ImageDocument>();
  const closeAll = () => {
    for (const [part, image] of open) {
      image.close();
      part.source.close();
    }
    open.clear();
  };
  // One at a time: many photos together are more than memory holds.
  const opened = async (part: Part) => {
    const known = open.get(part);
    if (known) return known;
    closeAll();
    const image = await openImage(part.source, part.kind, places);
    open.set(part, image);
    return image;
  };
  try {
    const pages: PageOpener[] = [];
    for (const input of parts) {
      // One that cannot be opened has a page all the same, so that those after it keep their places.
      const frames = await opened(input).then(
        (image) => image.frames.length,
        () => 1,
      );
      for (const page of input.only ?? Array.from({ length: frames }, (_, at) => at + 1))
        pages.push(async () => ({ image: await opened(input), frame: page - 1, input }));
    }
    const statement = `${about.name}, of ${parts.length} page images, which are kept unaltered.`;
    return await drawPages(
      pages,
      { ...about, hasFooter: false, statement },
      join(places.assetsDirectory, 'fonts'),
    );
  } finally {
    closeAll();
  }
}

/** Opens the picture that a page shows; it stays open until another is asked for. */
type PageOpener = () => Promise<{
  readonly image: ImageDocument;
  readonly frame: number;
  readonly input: PartInput;
}>;

async function drawPages(
  openers: readonly PageOpener[],
  input: About,
  fontsDirectory: string,
): Promise<DrawnImage> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const pdf = new PdfOutput((part) => {
    size += part.length;
    if (size > maxPdfBytes) throw new ImageError('demanding', 'memory');
    parts.push(Uint8Array.from(part));
  });
  const pages = openers.length;
  const file = {
    pdf,
    tree: new PageTree(pdf, pages),
    type: new Typesetter(new FontShelf(fontsDirectory), () => pdf.allocate()),
    fonts: pdf.allocate(),
  };
  const problems: Problem[] = [];
  let shown = 0;
  let isSmall = false;
  let lastError: unknown;

  for (let page = 0; page < pages; page++) {
    const laid = await openers[page]!()
      .then(layPage)
      .catch((error: unknown) => {
        if (error instanceof ImageError && pages > 1) {
          lastError = error;
          return null;
        }
        throw error;
      });
    if (laid) shown++;
    else problems.push(problemOf('PDF_PAGE_UNREADABLE', { page: page + 1 }));
    if (laid?.isPartial) problems.push(problemOf('EVIDENCE_REPAIRED_TO_READ'));
    isSmall ||= laid?.isSmall ?? false;
    drawPage(file, page, laid, input);
  }
  if (shown === 0) throw lastError;
  if (isSmall) problems.push(printedSmall);
  const producedBy = pdfString(`${producer} ${input.appVersion}`);
  finishFile(
    file,
    `/Title ${pdfString(input.name)}/Subject ${pdfString(input.statement)}/Producer ${producedBy}`,
  );
  return { bytes: joined(parts, size), pages, problems };
}

/** What is said of a picture, and of each page at its foot. */
type About = Pick<DrawImageInput, 'name' | 'appVersion' | 'hasFooter'> & { readonly statement: string };

/** @param laid null for a page that cannot be shown, which says so */
function drawPage(file: FileInHand, page: number, laid: LaidPage | null, about: About): void {
  const paper = laid?.paper ?? letter;
  const drawn = laid?.paper.write(file.pdf);
  const notes = [
    ...(laid?.isPartial ? ['The original is damaged; it is shown as far as it goes.'] : []),
    ...(about.hasFooter ? [about.statement] : []),
  ];
  const shown = drawn ? drawn.content('Im') : unreadableNote(page, about.name, file.type);
  writePage(
    file,
    page,
    paper,
    shown + footer(notes, paper.width, file.type),
    drawn ? `/XObject<</Im ${drawn.imageId} 0 R>>` : '',
  );
}

function joined(parts: readonly Uint8Array[], sizeBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

interface LaidPage {
  readonly paper: PaperImage;
  readonly isPartial: boolean;
  /** Whether it is printed too small to be read. */
  readonly isSmall: boolean;
}

async function layPage({ image, frame, input }: Awaited<ReturnType<PageOpener>>): Promise<LaidPage> {
  const isSmall = (paper: PaperImage) => isPrintedSmall(image.pixelSize(frame), paper.area);
  const carried = await layStored(image, input);
  if (carried) return { paper: carried, isPartial: false, isSmall: isSmall(carried) };
  const decoded = await image.decode(frame, { maxPixels: drawnPixels });
  const paper = layRaster(decoded, image.frames[frame]!);
  return { paper, isPartial: decoded.isPartial, isSmall: isSmall(paper) };
}

/**
 * A JPEG or a PNG as it is stored, where it is whole and a PDF can hold it so.
 *
 * @throws ImageError for one that cannot be shown
 */
export async function layStored(
  image: ImageDocument,
  { source, kind }: PartInput,
): Promise<PaperImage | null> {
  if ((kind !== 'jpeg' && kind !== 'png') || source.sizeBytes > maxStoredBytes) return null;
  const { isPartial } = await image.decode(0, { maxPixels: glancePixels });
  if (isPartial) return null;
  const bytes = new Uint8Array(source.sizeBytes);
  source.readAt(0, bytes);
  const laid = layImage(kind, bytes);
  return 'reason' in laid ? null : laid;
}

function statementOf({ name, sha256 }: DrawImageInput, orientation: number): string {
  const turned = orientation === 1 ? '' : ' Turned upright as its Exif orientation says.';
  return `Rendition of ${name}, SHA-256 ${sha256}.${turned} The original is kept unaltered.`;
}

function unreadableNote(page: number, name: string, type: Typesetter): string {
  const lines = type.wrap(
    `Page ${page + 1} of ${name} is damaged and cannot be shown. The original is kept unaltered.`,
    letter.width - 2 * side,
    12,
    'regular',
  );
  return `0 g\n${lines.map((line, i) => type.draw(line, side, letter.height / 2 - i * 16, 12, 'regular')).join('')}`;
}

function footer(notes: readonly string[], width: number, type: Typesetter): string {
  if (notes.length === 0) return '';
  const lines = notes.flatMap((note) => type.wrap(note, width - side - footerRight, footerSize, 'regular'));
  const rows = Math.floor((foot - 2 * footerLeading) / footerLeading);
  return `0 g\n${lines
    .slice(0, rows)
    .map((line, i) => type.draw(line, side, foot - footerLeading * (i + 1.2), footerSize, 'regular'))
    .join('')}`;
}
