import { basename, extname } from 'node:path';
import { groupOf } from '../../../../../shared/domain/evidence/kind-groups.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ImageKind } from '../../../formats/images/index.ts';
import type { WorkerPlatform } from '../../../jobs/worker-thread.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import {
  bytesSource,
  fileSource,
  hashSource,
  type FileSource,
  type SourceLocation,
} from '../../pdf-source.ts';
import type { OpenOriginal } from '../assembly.ts';
import { KnownFiles } from './known-files.ts';
import { measureOriginal } from '../measure.ts';
import type { ItemKind } from '../plan.ts';

/** What reading them takes. */
export type GivenFilesPlatform = Pick<
  WorkerPlatform,
  'assetsDirectory' | 'pdfiumWasmPath' | 'imageLibraries' | 'appVersion'
>;

const magicBytes = 5;

/**
 * The files to be joined. Pictures that a PDF cannot hold as they are stored are drawn into one of their own; again each time they
 * are opened, for the pixels of many photos together are more than memory holds.
 */
export class GivenFiles {
  readonly #platform: GivenFilesPlatform;
  readonly #known = new KnownFiles();
  readonly #drawn = new Map<string, { readonly kind: ImageKind; readonly problems: readonly Problem[] }>();

  constructor(platform: GivenFilesPlatform) {
    this.#platform = platform;
  }

  /**
   * Tells how a file goes in, from its first bytes and never from its name, and counts its pages. What is no picture is left to
   * the PDF readers.
   *
   * @throws AppError PDF_NOT_A_PDF, PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_LIMIT_EXCEEDED; the file system's errors
   */
  async measure(path: string): Promise<{ readonly kind: ItemKind; readonly pages: number }> {
    const source = fileSource(path);
    try {
      if (source.sizeBytes === 0)
        throw new AppError('PDF_NOT_A_PDF', { name: basename(path), isEmpty: true });
      const kind = await kindOfFile(source, basename(path));
      if ((kind === 'png' || kind === 'jpeg') && (await this.#isCarried(kind, source)))
        return await this.#measureAs(kind, path, source);
      if (groupOf(kind) === 'image') {
        const { pages, problems } = await this.#draw(path, kind as ImageKind, source);
        this.#drawn.set(path, { kind: kind as ImageKind, problems });
        return { kind: 'pdf', pages };
      }
      // A PDF inside an archive or a mail is not the file that was given.
      if (!['pdf', 'text', 'other'].includes(groupOf(kind)))
        throw new AppError('PDF_NOT_A_PDF', { name: basename(path) });
      return await this.#measurePdf(path, source, kind === 'pdf');
    } finally {
      source.close();
    }
  }

  /** Opens a file that was measured, with what is known of it unless it was changed meanwhile. */
  async open(path: string): Promise<OpenOriginal> {
    const drawn = this.#drawn.get(path);
    if (drawn === undefined) return this.#known.open(path);
    const source = fileSource(path);
    try {
      const { bytes } = await this.#draw(path, drawn.kind, source);
      return { ...bytesSource(bytes), close: () => {} };
    } finally {
      source.close();
    }
  }

  /** Where another thread finds what `open` gives; null for one that is drawn. */
  locationOf(path: string): SourceLocation | null {
    return this.#drawn.has(path) ? null : { filePath: path };
  }

  /** What was found out about a picture while it was drawn. */
  problemsOf(path: string): readonly Problem[] {
    return this.#drawn.get(path)?.problems ?? [];
  }

  async #measurePdf(path: string, source: FileSource, isPdf: boolean) {
    try {
      return await this.#measureAs('pdf', path, source);
    } catch (error) {
      // A file that neither begins like a PDF nor is named like one is no damaged PDF.
      if (!(error instanceof SourceUnreadable) || isPdf || /^\.pdf$/i.test(extname(path))) throw error;
      throw new AppError('PDF_NOT_A_PDF', { name: basename(path) }, { cause: error });
    }
  }

  async #measureAs(kind: ItemKind, path: string, source: FileSource) {
    const { pages, known } = await measureOriginal(kind, source, this.#platform.pdfiumWasmPath);
    this.#known.keep(path, source, known);
    return { kind, pages };
  }

  /** Whether a picture goes into a PDF as it is stored; of one that is damaged nothing might be shown, or a part, without a word. */
  async #isCarried(kind: ImageKind, source: FileSource): Promise<boolean> {
    const { openImage, layStored, ImageError } = await import('../../../formats/images/index.ts');
    try {
      const image = await openImage(source, kind, this.#platform);
      try {
        return (await layStored(image, { source, kind })) !== null;
      } finally {
        image.close();
      }
    } catch (error) {
      if (error instanceof ImageError) return false;
      throw error;
    }
  }

  async #draw(path: string, kind: ImageKind, source: FileSource) {
    // Loaded here: most binders are of PDFs, and are made before decoders of pictures are read.
    const { drawImage, ImageError } = await import('../../../formats/images/index.ts');
    const { appVersion } = this.#platform;
    const name = basename(path);
    try {
      const input = { source, kind, name, sha256: hashSource(source), appVersion, hasFooter: true };
      return await drawImage(input, this.#platform);
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      if (error.reason === 'damaged') throw new SourceUnreadable('it is damaged', { cause: error });
      throw error.reason === 'unsupported'
        ? new AppError('PDF_NOT_A_PDF', { name }, { cause: error })
        : new AppError('PDF_LIMIT_EXCEEDED', { name, limit: error.limit }, { cause: error });
    }
  }
}

/** Most kinds of files are recognized here, without the code for the others: a binder is often made before that is loaded. */
async function kindOfFile(source: FileSource, name: string): Promise<EvidenceKind> {
  const start = Buffer.alloc(Math.min(magicBytes, source.sizeBytes));
  source.readAt(0, start);
  const magic = start.toString('latin1');
  if (magic === '%PDF-') return 'pdf';
  if (magic.startsWith('\x89PNG')) return 'png';
  if (magic.startsWith('\xff\xd8')) return 'jpeg';
  return (await import('../../../formats/files/kind/kind-of-source.ts')).kindOfSource(source, name);
}
