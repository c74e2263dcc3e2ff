import type { AreaHandlers } from '../handlers.ts';
import { describeForSummary } from './summary/describe-item.ts';
import { readSummary } from './summary/read-summary.ts';

/** Papers that show where evidence came from, that it is what came in, and what it holds. */
export const authenticityHandlers: AreaHandlers<'authenticity'> = {
  // Loaded when first asked for: drawing brings the PDF library and the fonts, which no start needs.
  'authenticity.custody': async (input, context) =>
    (await import('./custody-report.ts')).writeCustodyReport(input, context),
  'authenticity.certificate': async (input, context) =>
    (await import('./certificate.ts')).writeCertificate(input, context),
  'authenticity.summary.preview': ({ ids }, { session }) => readSummary(session, ids),
  'authenticity.summary.describe': (input, context) => describeForSummary(input, context),
  'authenticity.summary': async (input, context) =>
    (await import('./summary/write-summary.ts')).writeSummary(input, context),
};
