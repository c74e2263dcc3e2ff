import { codes, passingCodes } from '../define.ts';

const name = (d: Readonly<Record<string, unknown>>) => `“${String(d['name'] ?? 'The file')}”`;

export const docketErrors = {
  ...codes(3, {
    DOCKET_NUMBER_TAKEN: 'There is already a docket entry {number}. Use another number, or edit that entry.',
    DOCKET_ATTACHMENT_WITHOUT_ENTRY:
      'Attachment {number} has no docket entry to belong to. Add the entry first.',
    DOCKET_THREAD_LOOP:
      'That would put the entry under itself. Choose an entry that does not already belong under it.',
    DOCKET_STAMP_UNUSABLE: (d) =>
      `The court’s stamp on ${name(d)} names no docket number, so no entry can be added for it. Link it to its entry by hand.`,
    DOCKET_SOURCE_OTHER_MATTER: (d) =>
      `${name(d)} is about ${String(d['found'])}, and this matter is ${String(d['expected'])}: open the matter it belongs to, or correct this matter’s ${String(d['differs'])}.`,
  }),
  ...passingCodes(3, {
    DOCKET_IMPORT_CHANGED:
      'The docket was changed since this preview was made. Look at the new preview, then apply it.',
  }),
  ...codes(4, {
    // Sources that were refused: each names what the page is.
    DOCKET_SOURCE_EMPTY: (d) =>
      `${name(d)} is empty: the page was saved before the court’s site had sent it. Save it again.`,
    DOCKET_SOURCE_LOGIN_PAGE: (d) =>
      `${name(d)} is the court’s log-in page, not a docket. Log in, open the docket report, then save that page.`,
    DOCKET_SOURCE_RECEIPT: (d) =>
      `${name(d)} is a receipt that asks to confirm a charge, not a docket. Go on to the report itself, then save that page.`,
    DOCKET_SOURCE_TIMED_OUT: (d) =>
      `${name(d)} says that the court’s site stopped before it was done (a time-out or an interruption). Ask for the report again.`,
    DOCKET_SOURCE_NO_SUCH_CASE: (d) =>
      `${name(d)} says that the court has no such case, document or report. Check the number on the court’s site.`,
    DOCKET_SOURCE_RESTRICTED: (d) =>
      `${name(d)} says that the court does not let this account see the page. Ask the court or counsel who may.`,
    DOCKET_SOURCE_QUERY_FORM: (d) =>
      `${name(d)} is a form that asks what to show, not a docket. Fill it in on the court’s site, run the report, then save that page.`,
    DOCKET_SOURCE_COURT_ERROR: (d) =>
      `${name(d)} is an error page of the court’s site: ${String(d['reason'] ?? 'no reason is given')}. Try again there later.`,
    DOCKET_SOURCE_CLAIMS_REGISTER: (d) =>
      `${name(d)} is a bankruptcy claims register, which has no docket entries. Save the docket report instead.`,
    DOCKET_SOURCE_NOT_RECOGNISED: (d) =>
      `${name(d)} is not a docket sheet, notice, feed or table that this program can read. Save the docket report as a web page (HTML), or export CSV or JSON.`,
    DOCKET_SOURCE_DAMAGED: (d) =>
      `${name(d)} looks like ${String(d['what'] ?? 'a docket source')} but is damaged: ${String(d['reason'])}. Save it again.`,
    DOCKET_SOURCE_LOCKED: (d) =>
      `${name(d)} asks for a password, so nothing in it could be read. Open it in the program it was made with, save it without a password, and import that.`,
    DOCKET_SOURCE_TOO_LARGE: (d) =>
      `${name(d)} is larger than ${String(d['limit'])}, more than any docket page. Check that it is the right file.`,
    DOCKET_SOURCE_TOO_DEMANDING: (d) =>
      `Reading ${name(d)} took more time or memory than allowed, so it was not read. Check that it is the right file.`,
    DOCKET_PRINT_NO_DOCKET: (d) =>
      `${name(d)} is a PDF, but not of a docket sheet. Add it to the evidence: a document with a court’s stamp files itself under its entry. Other court pages are read as web pages (HTML).`,
    DOCKET_PRINT_WITHOUT_TEXT: (d) =>
      `${name(d)} has no text: it is a scan, or empty, and nothing in it can be read for certain. Print the docket report to PDF from the court’s site, or save it as a web page (HTML).`,
    DOCKET_PRINT_TABLE_UNREAD: (d) =>
      `${name(d)} is the print of a docket, but the columns of its entries could not be told apart, so nothing was read. Save the docket report as a web page (HTML), or print it to PDF from another browser.`,
    DOCKET_SOURCE_ALTERED: (d) =>
      `${name(d)} no longer has the hash it was imported with. Restore the matter from a backup, or import it again.`,
    // Loud warnings: what a reader did not find, together with the raw text.
    DOCKET_FIELD_MISSING: 'The {field} of {of} could not be read. Check the text as printed.',
    DOCKET_COLUMN_INTERPRETED:
      'The column “{column}” was read as {how}. Check a few entries against the court’s docket.',
    DOCKET_OTHER_CASES_LEFT_OUT: (d) =>
      `${d['entries'] === 1 ? 'An entry is' : `${String(d['entries'])} entries are`} about another case than this matter’s and ${d['entries'] === 1 ? 'was' : 'were'} left out: ${String(d['cases'])}. Import ${d['entries'] === 1 ? 'it' : 'them'} into that case’s own matter.`,
    DOCKET_TIME_OTHER_ZONE:
      'This notice prints its time of entry as {printed}, and its court keeps another time. On the court’s clock it is {at}, which was taken. Check it.',
    DOCKET_TIME_ZONE_UNSETTLED:
      'This notice prints its time of entry as {printed}, and its court keeps two times. It was taken as printed: check it against the clock of the case.',
    DOCKET_PAGE_CUT:
      'This page ends before it is whole, as one does that was saved while it was still loading. Entries may be missing, and the last one may be cut short. Save it again once all of it is there.',
    DOCKET_FURTHER_PAGES:
      'This file says that it is a part: more entries follow on further pages. Save and import those too.',
    DOCKET_PRINT_PAGES_MISSING:
      'Pages of this print are missing, as their numbers say: {pages}. What is on them was not read, and an entry that continues there is cut short. Print the whole docket.',
    DOCKET_PRINT_LEFT_OUT: 'Words on page {page} are outside the table of entries and were left out.',
    DOCKET_PRINT_LETTERS_UNKNOWN:
      'This PDF does not say what some of its letters are. They appear as \ufffd; check those entries against the print.',
    DOCKET_FILED_DATE_ASSUMED:
      'This docket is ordered by date of entry and prints no filing dates. The dates of entry are shown in their place here, and are not taken into a matter as filing dates.',
    DOCKET_DATES_REVERSED: (d) =>
      `${d['entries'] === 1 ? 'An entry is' : `${String(d['entries'])} entries are`} dated as filed after being entered, first ${String(d['of'])}: filed ${String(d['filed'])}, entered ${String(d['entered'])}. Day and month may have changed places. Check the dates against the court’s docket.`,
    DOCKET_NUMBER_REPEATED: 'The court lists number {number} more than once. Both are kept.',
    DOCKET_SOURCES_DISAGREE: 'The sources give different {field}s for {of}. The later source was followed.',
    DOCKET_SOURCE_WITHOUT_CASE:
      'This page does not say which case it belongs to. It was taken for this matter; check that it is.',
    // What does not fit when a stamped document files itself.
    STAMP_OTHER_MATTER: 'The stamp says {found}, and this matter is {expected}.',
    STAMP_PAGE_COUNT: 'The stamp says {stamped} pages, and the file has {found}.',
    STAMP_DATE: 'The stamp says filed {stamped}, and the docket says {found}.',
    STAMP_ENTRY_HAS_DOCUMENT: 'Docket entry {number} already has another document, “{title}”.',
    STAMP_NOT_THE_FIRST_PAGE: 'The file begins with page {page} of the stamped document.',
  }),
};
