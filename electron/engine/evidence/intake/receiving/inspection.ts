import { safeStack } from '../../../../../shared/errors/scrub.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import { groupOf, type EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { kindOf, misleadingExtension } from '../../../formats/kind.ts';
import { emptyReading, problemOf, type Reading } from '../../../formats/reading.ts';
import { runInWorker, type WorkerLimits } from '../../../jobs/worker-pool.ts';
import type { SourceLocation } from '../../../pdf/index.ts';
import type { Platform } from '../../../platform/platform.ts';

/** An original to be looked into. */
export interface Inspectable {
  /** File name without folder. */
  readonly name: string;
  readonly location: SourceLocation;
  readonly signal: AbortSignal;
  /** Whether the mark of a PDF's scripts stands in it, where that was seen as it came. */
  readonly hasScriptMark?: boolean | undefined;
}

const timeoutMs = 30_000;
/** Left of the time limit to sum up and answer. */
const answerMs = 5_000;
const maxMemoryMb = 1_024;
/** Pages of a PDF looked at one by one on intake. */
const maxPages = 600;

/** How a reader's problem is reported for evidence, whose original is always kept. */
export const evidenceCodes: Partial<Record<string, ErrorCode>> = {
  PDF_ENCRYPTED: 'EVIDENCE_ENCRYPTED',
  PDF_DAMAGED: 'EVIDENCE_DAMAGED',
  PDF_NO_PAGES: 'EVIDENCE_NO_PAGES',
  PDF_NOT_A_PDF: 'EVIDENCE_DAMAGED',
  PDF_REPAIRED_TO_READ: 'EVIDENCE_REPAIRED_TO_READ',
  PDF_LIMIT_EXCEEDED: 'EVIDENCE_TOO_DEMANDING',
};

/**
 * Tells the kind of an original from its content, in a worker. Where that fails, its first bytes decide.
 *
 * @param prefix its first `kindPrefixBytes` bytes, or all there are
 * @throws AppError CANCELLED only
 */
export async function tellKind(
  platform: Platform,
  { name, location, signal }: Inspectable,
  prefix: Uint8Array,
): Promise<EvidenceKind> {
  try {
    return await runInWorker(platform, 'formats.kind', { location, name }, limitsOf(name, signal));
  } catch (error) {
    if (isAppError(error, 'CANCELLED') || signal.aborted) throw error;
    logFault(platform, 'kind not told', error);
    return kindOf(prefix);
  }
}

/**
 * Looks an original over in a worker, under limits. Whatever happens there, the answer is a reading: a file that
 * cannot be read is still evidence, with its problems.
 *
 * @param password what a person gave to open it
 * @throws AppError CANCELLED only
 */
export async function inspectContent(
  platform: Platform,
  kind: EvidenceKind,
  input: Inspectable & { readonly password?: string | undefined },
): Promise<Reading> {
  const reading = await readContent(platform, kind, input);
  const extension = misleadingExtension(input.name, kind);
  // What a system keeps beside a file has that file's name.
  const isHelper = reading.problems.some(({ code }) => code === 'EVIDENCE_NO_DOCUMENT');
  if (extension === null || isHelper) return reading;
  return { ...reading, problems: [problemOf('EVIDENCE_MISNAMED', { extension }), ...reading.problems] };
}

async function readContent(
  platform: Platform,
  kind: EvidenceKind,
  input: Inspectable & { readonly password?: string | undefined },
): Promise<Reading> {
  const { name, location, signal } = input;
  const limits = limitsOf(name, signal);
  try {
    if (kind === 'pdf') return await inspectPdfContent(platform, input, limits);
    const task = groupOf(kind) === 'image' ? 'image.inspect' : 'formats.inspect';
    return await runInWorker(platform, task, { location, kind, name }, limits);
  } catch (error) {
    if (isAppError(error, 'CANCELLED') || signal.aborted) throw error;
    if (isAppError(error, 'EVIDENCE_TOO_DEMANDING'))
      return unread({ code: error.code, message: error.message });
    logFault(platform, 'inspection failed', error, kind);
    return unread(problemOf('EVIDENCE_NOT_INSPECTED'));
  }
}

async function inspectPdfContent(
  platform: Platform,
  { name, location, password, hasScriptMark }: Inspectable & { readonly password?: string | undefined },
  limits: WorkerLimits,
): Promise<Reading> {
  const report = await runInWorker(
    platform,
    'pdf.inspect',
    {
      location,
      name,
      maxPages,
      budgetMs: timeoutMs - answerMs,
      hasScriptMark,
      ...(password !== undefined && { password }),
    },
    limits,
  );
  const problems = report.problems
    // Scans among pages with text show in `needsOcr`; only a document without any text is reported as a problem.
    .filter(({ code }) => code !== 'PDF_NO_TEXT')
    .map((problem) => {
      const evidenceCode = evidenceCodes[problem.code];
      const files = report.hasMembers ? report.embeddedFiles : 0;
      return evidenceCode === undefined ? problem : problemOf(evidenceCode, { files });
    });
  if (report.needsOcr && !report.hasText) problems.push(problemOf('EVIDENCE_NO_TEXT'));
  const { claims, problems: _told, hasMembers, ...rest } = report;
  return {
    ...emptyReading,
    pages: report.pages,
    hasText: report.hasText,
    needsOcr: report.needsOcr,
    problems,
    claims,
    hasMembers,
    report: rest,
  };
}

function limitsOf(name: string, signal: AbortSignal): WorkerLimits {
  return { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal };
}

function unread(problem: Problem): Reading {
  return { ...emptyReading, problems: [problem] };
}

function logFault(platform: Platform, what: string, error: unknown, kind?: EvidenceKind): void {
  platform.log.error(what, {
    ...(kind !== undefined && { kind }),
    reason: isAppError(error) ? error.code : safeStack(error),
  });
}
