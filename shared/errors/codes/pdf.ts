import { errorCode } from '../define.ts';

export const pdfErrors = {
  PDF_DAMAGED: errorCode(
    4,
    (d) => `“${String(d['name'] ?? 'The PDF')}” is damaged and cannot be opened. Ask for a good copy.`,
  ),
  PDF_ENCRYPTED: errorCode(
    5,
    (d) => `“${String(d['name'] ?? 'The PDF')}” is protected by a password. Open it with the password first.`,
  ),
  PDF_NO_PAGES: errorCode(
    4,
    (d) =>
      `“${String(d['name'] ?? 'The PDF')}” has no pages, so there is nothing to show or to print. Ask for the whole document.`,
  ),
  PDF_NOT_A_PDF: errorCode(4, (d) =>
    d['isEmpty'] === true
      ? `“${String(d['name'] ?? 'The file')}” is empty (0 bytes). Ask for the file again.`
      : `“${String(d['name'] ?? 'The file')}” is not a PDF. Save or print it as one in the program it was made with.`,
  ),
  PDF_PAGE_UNREADABLE: errorCode(
    4,
    (d) =>
      `Page ${String(d['page'])} cannot be shown because it is damaged. The other pages can still be read.`,
  ),
  PDF_PAGES_INCOMPLETE: errorCode(
    4,
    (d) =>
      `The content of ${String(d['pages'] ?? 'some pages')} is damaged in the file: everything readable is shown, but something may be missing. Ask for a good copy.`,
    { severity: 'warning' },
  ),
  PDF_PAGE_NOT_FOUND: errorCode(3, (d) => `There is no page ${String(d['page'])} in this document.`),
  PDF_LIMIT_EXCEEDED: errorCode(
    4,
    (d) =>
      `“${String(d['name'] ?? 'The PDF')}” needs more ${String(d['limit'] ?? 'time or memory')} than allowed and was not read further.`,
  ),
  PDF_REPAIRED_TO_READ: errorCode(4, 'The PDF is damaged but could still be read. Check its pages.', {
    severity: 'warning',
  }),
  PDF_REDACTION_FAILED: errorCode(
    4,
    (d) =>
      `Words that look redacted on ${String(d['pages'] ?? 'some pages')} can still be copied: they are only covered, match the color of their box, or are only marked. Have them removed before this is filed or shared.`,
    { severity: 'warning' },
  ),
  REDACTION_NOT_PROVEN: errorCode(
    6,
    (d) =>
      `“${String(d['name'] ?? 'The PDF')}” could not be shown to be clean, so no copy was made: ${String(d['doubts'] ?? 'some of it is left')}. Remove more around these places, or print the document and redact the print.`,
  ),
  PDF_REDACTIONS_NOT_CHECKED: errorCode(
    4,
    (d) =>
      `${String(d['pages'] ?? 'Some')} of its pages ${d['pages'] === 1 ? 'was' : 'were'} not checked for failed redactions: there are too many, or they contain too much. “Check redactions” checks every page.`,
    { severity: 'warning' },
  ),
  PDF_NO_TEXT: errorCode(
    4,
    'Some pages have no text that can be searched or copied. They were probably scanned.',
    { severity: 'warning' },
  ),
  READER_RESTARTED: errorCode(1, 'The page reader stopped and was started again. Nothing was lost.', {
    severity: 'warning',
    isRetryable: true,
  }),
};
