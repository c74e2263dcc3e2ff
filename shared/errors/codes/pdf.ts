import { codes, passingCodes } from '../define.ts';

export const pdfErrors = {
  ...passingCodes(1, {
    READER_RESTARTED: 'The page reader stopped and was started again. Nothing was lost.',
  }),
  ...codes(3, {
    PDF_PAGE_NOT_FOUND: 'There is no page {page} in this document.',
  }),
  ...codes(4, {
    PDF_DAMAGED: '“{name|The PDF}” is damaged and cannot be opened. Ask for a good copy.',
    PDF_NO_PAGES:
      '“{name|The PDF}” has no pages, so there is nothing to show or to print. Ask for the whole document.',
    PDF_NOT_A_PDF: (d) =>
      d['isEmpty'] === true
        ? `“${String(d['name'] ?? 'The file')}” is empty (0 bytes). Ask for the file again.`
        : `“${String(d['name'] ?? 'The file')}” is not a PDF. Save or print it as one in the program it was made with.`,
    PDF_PAGE_UNREADABLE:
      'Page {page} cannot be shown because it is damaged. The other pages can still be read.',
    PDF_PAGES_INCOMPLETE:
      'The content of {pages|some pages} is damaged in the file: everything readable is shown, but something may be missing. Ask for a good copy.',
    PDF_LIMIT_EXCEEDED:
      '“{name|The PDF}” needs more {limit|time or memory} than allowed and was not read further.',
    PDF_REPAIRED_TO_READ: 'The PDF is damaged but could still be read. Check its pages.',
    PDF_REDACTION_FAILED:
      'Words that look redacted on {pages|some pages} can still be copied: they are only covered, match the color of their box, or are only marked. Have them removed before this is filed or shared.',
    PDF_REDACTIONS_NOT_CHECKED: (d) =>
      `${String(d['pages'] ?? 'Some')} of its pages ${d['pages'] === 1 ? 'was' : 'were'} not checked for failed redactions: there are too many, or they contain too much. “Check redactions” checks every page.`,
    PDF_NO_TEXT: 'Some pages have no text that can be searched or copied. They were probably scanned.',
  }),
  ...codes(5, {
    PDF_ENCRYPTED: '“{name|The PDF}” is protected by a password. Open it with the password first.',
  }),
  ...codes(6, {
    REDACTION_NOT_PROVEN:
      '“{name|The PDF}” could not be shown to be clean, so no copy was made: {doubts|some of it is left}. Remove more around these places, or print the document and redact the print.',
  }),
};
