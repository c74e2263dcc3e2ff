import type { AreaHandlers } from '../handlers.ts';

/** Papers that show where evidence came from, and that it is what came in. */
export const authenticityHandlers: AreaHandlers<'authenticity'> = {
  // Loaded when first asked for: drawing brings the PDF library and the fonts, which no start needs.
  'authenticity.custody': async (input, context) =>
    (await import('./custody-report.ts')).writeCustodyReport(input, context),
  'authenticity.certificate': async (input, context) =>
    (await import('./certificate.ts')).writeCertificate(input, context),
};
