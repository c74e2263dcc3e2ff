import type { CertificateText } from '../../../shared/domain/authenticity/index.ts';
import { writeWordDocument } from '../formats/word/index.ts';
import type { MatterFile, WorkerContext } from '../jobs/worker-thread.ts';
import { drawFile, type WrittenPdf } from '../pdf/draw/write-drawn.ts';
import { verifyChain, type ChainReport } from '../store/verify-chains.ts';
import { layOutCertificate } from './draw-certificate.ts';
import { layOutCustodyReport, type CustodyReport } from './draw-custody-report.ts';
import { layOutSummary } from './summary/draw-summary.ts';
import type { DrawnSummary } from './summary/drawn-summary.ts';
import { wordSummary } from './summary/word-summary.ts';

/** Walks a matter's custody record, in a worker: it has an event or more for each of a hundred thousand items. */
export function walkCustodyTask(matter: MatterFile, { openMatter }: WorkerContext): ChainReport {
  return verifyChain(openMatter(matter), 'custody_event');
}

/** A summary as a Word document, in a worker: that of five thousand items takes seconds. */
export function writeSummaryDocumentTask(drawn: DrawnSummary): Promise<Uint8Array> {
  return writeWordDocument(wordSummary(drawn));
}

export type PaperText =
  | { readonly kind: 'certificate'; readonly text: CertificateText }
  | { readonly kind: 'custody'; readonly report: CustodyReport }
  | { readonly kind: 'summary'; readonly drawn: DrawnSummary };

/** Draws a paper into a file, in a worker: that of five hundred items has as many pages, which take seconds. */
export function drawPaperTask(
  {
    filePath,
    title,
    paper,
  }: { readonly filePath: string; readonly title: string; readonly paper: PaperText },
  { platform: { assetsDirectory } }: WorkerContext,
): Promise<Omit<WrittenPdf, 'fileName'>> {
  return drawFile(filePath, {
    title,
    layOut: (type, total) => {
      if (paper.kind === 'certificate') return layOutCertificate(paper.text, type, total);
      if (paper.kind === 'custody') return layOutCustodyReport(paper.report, type, total);
      return layOutSummary(paper.drawn, type, total);
    },
    assetsDirectory,
  });
}
