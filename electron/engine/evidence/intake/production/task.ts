import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import { groupOf, type EvidenceKind } from '../../../../../shared/model/evidence.ts';
import {
  declaredImageError,
  drawImage,
  ImageError,
  joinImages,
  type ImageKind,
} from '../../../formats/images/index.ts';
import { problemOf } from '../../../formats/reading.ts';
import type { MatterFile, WorkerContext } from '../../../jobs/worker-thread.ts';
import { bytesSource, joinPages, loadPdfium, openPdf, type PdfDocument } from '../../../pdf/index.ts';
import { contentSource } from '../../../store/content.ts';
import type { Rendered } from '../../render/task.ts';

export interface JoinPagesInput {
  readonly matter: MatterFile;
  /** Originals that are the pages of one document, in order: pictures and PDFs. */
  readonly pages: readonly {
    readonly contentId: number;
    readonly kind: EvidenceKind;
    /** Lower-case hexadecimal. */
    readonly sha256: string;
    /** Its pages that are the document's, from 1; null for all. */
    readonly only: readonly number[] | null;
  }[];
  /** What the document is called. */
  readonly name: string;
}

/** PDFs of which one is made in memory. */
const maxJoinedBytes = 256 * 1024 * 1024;

/**
 * Makes one PDF of the files that were produced as the pages of one document, in a worker.
 *
 * @throws AppError EVIDENCE_DAMAGED, EVIDENCE_UNSUPPORTED_KIND, EVIDENCE_TOO_DEMANDING when none of the pictures can be shown; of PDFs those of
 *   the first that cannot be read
 */
export async function joinPagesTask(input: JoinPagesInput, context: WorkerContext): Promise<Rendered> {
  const isOfImages = input.pages.every(({ kind }) => groupOf(kind) === 'image');
  try {
    return await (isOfImages ? joinedImages(input, context) : joinedPdfs(input, context));
  } catch (error) {
    throw error instanceof ImageError ? declaredImageError(error) : error;
  }
}

async function joinedImages(
  { matter, pages, name }: JoinPagesInput,
  { openMatter, platform }: WorkerContext,
): Promise<Rendered> {
  const db = openMatter(matter);
  const parts = pages.map(({ contentId, kind, only }) => ({
    kind: kind as ImageKind,
    source: contentSource(db, contentId),
    only,
  }));
  return joinImages(parts, { name, appVersion: platform.appVersion }, platform);
}

async function joinedPdfs(
  { matter, pages, name }: JoinPagesInput,
  { openMatter, platform }: WorkerContext,
): Promise<Rendered> {
  const db = openMatter(matter);
  const pdfium = await loadPdfium(platform.pdfiumWasmPath);
  const problems: Problem[] = [];
  // Pictures among PDFs are drawn first: PDFium joins at one go.
  const drawn = new Map<number, Uint8Array>();
  let size = 0;
  for (const { contentId, kind, sha256 } of pages) {
    const source = contentSource(db, contentId);
    try {
      size += source.sizeBytes;
      if (size > maxJoinedBytes) throw new AppError('EVIDENCE_TOO_DEMANDING', { limit: 'memory' });
      if (kind === 'pdf') continue;
      const about = { name, sha256, appVersion: platform.appVersion, hasFooter: false };
      const picture = await drawImage({ source, kind: kind as ImageKind, ...about }, platform);
      drawn.set(contentId, picture.bytes);
      problems.push(...picture.problems);
    } finally {
      source.close();
    }
  }
  let count = 0;
  function* open(): Generator<{ document: PdfDocument; only: readonly number[] | null }> {
    for (const { contentId, only } of pages) {
      const bytes = drawn.get(contentId);
      const stored = bytes ? null : contentSource(db, contentId);
      try {
        const document = openPdf(pdfium, stored ?? bytesSource(bytes!), { name });
        try {
          count += only?.length ?? document.pageCount;
          if (document.isRepaired) problems.push(problemOf('EVIDENCE_REPAIRED_TO_READ'));
          yield { document, only };
        } finally {
          document.close();
        }
      } finally {
        stored?.close();
      }
    }
  }
  const bytes = joinPages(pdfium, open());
  if (bytes === null) throw new AppError('EVIDENCE_DAMAGED');
  return { bytes, pages: count, problems };
}
