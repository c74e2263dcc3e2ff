import { safeStack } from '../../../../shared/errors/scrub.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { misleadingExtension } from '../../formats/kind.ts';
import { runInWorker, type WorkerLimits } from '../../jobs/worker-pool.ts';
import type { SourceLocation } from '../../pdf/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** What the readers found in an original. */
export interface Inspection {
  /** Null when pages cannot be counted. */
  readonly pages: number | null;
  readonly hasText: boolean;
  readonly needsOcr: boolean;
  readonly problems: readonly Problem[];
  /** PdfReport or ImageReport; empty for what no reader knows. */
  readonly report: object;
}

const timeoutMs = 30_000;
/** Left of the time limit to sum up and answer. */
const answerMs = 5_000;
const maxMemoryMb = 1_024;
/** Pages of a PDF looked at one by one on intake. */
const maxPages = 600;

/** How a reader's problem is told of evidence, whose original is always kept. */
const evidenceCodes: Partial<Record<string, ErrorCode>> = {
  PDF_ENCRYPTED: 'EVIDENCE_ENCRYPTED',
  PDF_DAMAGED: 'EVIDENCE_DAMAGED',
  PDF_NOT_A_PDF: 'EVIDENCE_DAMAGED',
  PDF_REPAIRED_TO_READ: 'EVIDENCE_REPAIRED_TO_READ',
  PDF_LIMIT_EXCEEDED: 'EVIDENCE_TOO_DEMANDING',
};

/**
 * Looks an original over in a worker, under limits. Whatever happens there, the answer is an inspection: a file that
 * cannot be read is still evidence, with its problems.
 *
 * @throws AppError CANCELLED only
 */
export async function inspectContent(
  platform: Platform,
  input: { kind: EvidenceKind; name: string; location: SourceLocation; signal: AbortSignal },
): Promise<Inspection> {
  const { name, kind } = input;
  const inspection = await readContent(platform, input);
  const extension = misleadingExtension(name, kind);
  if (extension === null) return inspection;
  return { ...inspection, problems: [problem('EVIDENCE_MISNAMED', { extension }), ...inspection.problems] };
}

async function readContent(
  platform: Platform,
  {
    kind,
    name,
    location,
    signal,
  }: { kind: EvidenceKind; name: string; location: SourceLocation; signal: AbortSignal },
): Promise<Inspection> {
  const limits: WorkerLimits = { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal };
  try {
    switch (kind) {
      case 'pdf':
        return await inspectPdfContent(platform, name, location, limits);
      case 'png':
      case 'jpeg': {
        const image = await runInWorker(platform, 'image.inspect', { location, kind }, limits);
        if (image.ok) return { pages: 1, hasText: false, needsOcr: true, problems: [], report: image.report };
        return unread(
          image.reason === 'damaged'
            ? problem('EVIDENCE_DAMAGED')
            : problem('EVIDENCE_TOO_DEMANDING', { limit: 'pixels' }),
        );
      }
      case 'native':
        return unread(problem('EVIDENCE_UNSUPPORTED_KIND'));
    }
  } catch (error) {
    if (isAppError(error, 'CANCELLED') || signal.aborted) throw error;
    if (isAppError(error, 'EVIDENCE_TOO_DEMANDING'))
      return unread({ code: error.code, message: error.message });
    platform.log.error('inspection failed', {
      kind,
      reason: isAppError(error) ? error.code : safeStack(error),
    });
    return unread(problem('EVIDENCE_NOT_INSPECTED'));
  }
}

async function inspectPdfContent(
  platform: Platform,
  name: string,
  location: SourceLocation,
  limits: WorkerLimits,
): Promise<Inspection> {
  const report = await runInWorker(
    platform,
    'pdf.inspect',
    { location, name, maxPages, budgetMs: timeoutMs - answerMs },
    limits,
  );
  const problems = report.problems
    // Scans among pages with text show in `needsOcr`; only a document without any text is a problem to be told.
    .filter(({ code }) => code !== 'PDF_NO_TEXT')
    .map(({ code, message }) => {
      const evidenceCode = evidenceCodes[code];
      return evidenceCode === undefined ? { code, message } : problem(evidenceCode);
    });
  if (report.needsOcr && !report.hasText) problems.push(problem('EVIDENCE_NO_TEXT'));
  return {
    pages: report.pages,
    hasText: report.hasText,
    needsOcr: report.needsOcr,
    problems,
    report: { ...report, problems: undefined },
  };
}

function unread(found: Problem): Inspection {
  return { pages: null, hasText: false, needsOcr: false, problems: [found], report: {} };
}

function problem(code: ErrorCode, details: Record<string, unknown> = {}): Problem {
  return { code, message: new AppError(code, details).message };
}
