import { basename } from 'node:path';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { PdfInspection } from '../../../shared/model/pdf.ts';
import type { AppContext, AreaHandlers } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { declaredError } from '../platform/system-errors.ts';
import { assembleFiles } from './assemble-files.ts';
import { unreadable } from './inspect.ts';
import { readFileText } from './text/read-file.ts';

/** A clerk waits this long for one file, in milliseconds; a page-by-page look at 100,000 pages fits in. */
const inspectTimeoutMs = 300_000;
/** Left of the time limit to sum up and answer. */
const answerMs = 10_000;

async function inspectOne(filePath: string, { platform, isTrusted }: AppContext): Promise<PdfInspection> {
  const name = basename(filePath);
  const report = await runInWorker(
    platform,
    'pdf.inspect',
    { location: { filePath }, name, maxPages: null, budgetMs: inspectTimeoutMs - answerMs },
    { timeoutMs: inspectTimeoutMs, name },
  ).catch((error: unknown) => {
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

export const pdfHandlers: AreaHandlers<'pdf'> = {
  'pdf.inspect': ({ sources }, context) =>
    Promise.all(sources.map((ref) => inspectOne(context.resolveFile(ref), context))),
  'pdf.text': ({ source, pages }, { platform, resolveFile }) =>
    readFileText(platform, resolveFile(source), pages),
  'pdf.assemble': assembleFiles,
};
