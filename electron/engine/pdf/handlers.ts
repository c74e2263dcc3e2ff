import { basename } from 'node:path';
import type { RedactionCheck } from '../../../shared/contract/redactions.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { PdfInspection } from '../../../shared/model/pdf.ts';
import type { AppContext, AreaHandlers } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { declaredError } from '../platform/system-errors.ts';
import { assembleFiles } from './assemble-files.ts';
import { unreadable } from './inspect.ts';
import { redactFile } from './redact-file.ts';
import { readFileText } from './text/read-file.ts';

/** A clerk waits this long for one file, in milliseconds; a page-by-page look at 100,000 pages fits in. */
const inspectTimeoutMs = 300_000;
/** Left of the time limit to sum up and answer. */
const answerMs = 10_000;

async function inspectOne(
  filePath: string,
  { platform, signal, isTrusted }: AppContext,
): Promise<PdfInspection> {
  const name = basename(filePath);
  const report = await runInWorker(
    platform,
    'pdf.inspect',
    { location: { filePath }, name, maxPages: null, budgetMs: inspectTimeoutMs - answerMs },
    { timeoutMs: inspectTimeoutMs, name, signal },
  ).catch((error: unknown) => {
    signal.throwIfAborted();
    const declared = isAppError(error) ? error : declaredError(error);
    if (!declared) throw error;
    return unreadable(declared);
  });
  const {
    needsOcr: _needsOcr,
    lookedAt: _lookedAt,
    claims: _claims,
    hasMembers: _hasMembers,
    ...inspection
  } = report;
  return { path: isTrusted ? filePath : name, ...inspection };
}

/** What one page may take, in milliseconds. */
const checkTimeoutMs = 60_000;

async function checkOne(
  filePath: string,
  { platform, signal, isTrusted }: AppContext,
): Promise<RedactionCheck> {
  const name = basename(filePath);
  const path = isTrusted ? filePath : name;
  try {
    const limits = { timeoutMs: checkTimeoutMs, isTimePerStep: true, name, signal };
    const location = { filePath };
    return { path, ...(await runInWorker(platform, 'pdf.checkRedactions', { location, name }, limits)) };
  } catch (error) {
    signal.throwIfAborted();
    const declared = isAppError(error) ? error : declaredError(error);
    if (!declared) throw error;
    const { code, message } = declared;
    return { path, pages: null, findings: [], problems: [{ code, message }] };
  }
}

/** What is done with PDFs that are in no matter. */
export const pdfHandlers: AreaHandlers<'pdf'> = {
  'pdf.inspect': ({ sources }, context) =>
    Promise.all(sources.map((ref) => inspectOne(context.resolveFile(ref), context))),
  'pdf.checkRedactions': ({ sources }, context) =>
    Promise.all(sources.map((ref) => checkOne(context.resolveFile(ref), context))),
  'pdf.redact': ({ source, target, ...wishes }, { platform, signal, resolveFile }) => {
    const filePath = resolveFile(source);
    const name = basename(filePath);
    return redactFile(
      { location: { filePath }, name, wishes, target: resolveFile(target), signal },
      platform,
    );
  },
  'pdf.text': ({ source, pages }, { platform, signal, resolveFile }) =>
    readFileText(platform, resolveFile(source), pages, signal),
  'pdf.assemble': assembleFiles,
};
