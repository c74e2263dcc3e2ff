import type { FailedRedaction, RedactionKind } from '../../../../shared/contract/redactions.ts';
import { formatCount } from '../../../client/index.ts';

/** Pages named in a sentence at most. */
export const mostNamed = 24;

/** What is said of failed redactions. */
export const redactionWords = {
  title: 'Redactions checked',
  noPdfs: 'Nothing was checked: only PDFs are looked through.',
  nothing: (pdfs: number) =>
    `No failed redaction was found in ${formatCount(pdfs, 'PDF')}. A box over a picture of words is not seen: look at scans yourself.`,
  found: (findings: number, pdfs: number, all: number) =>
    `${formatCount(findings, 'failed redaction')} in ${pdfs.toLocaleString('en-US')} of ${formatCount(all, 'PDF')}. These words can be copied by whoever has the file.`,
  unchecked: (pdfs: number) =>
    `${formatCount(pdfs, 'PDF')} could not be checked, or not on every page; why is told below.`,
  isRunning: 'Redactions are being checked already. What is found is shown as soon as that is done.',
  open: (page: number, title: string) => `Page ${page} of ${title}`,
  page: (page: number) => `Page ${page}`,
  kinds: {
    covered: 'Something lies over it, or it has the color of its box',
    recognised: 'Recognized in the scan before it was blacked out or covered',
    marked: 'Only marked for redaction',
  } satisfies Record<FailedRedaction['kind'], string>,
  showAll: (count: number) => `Show all ${count.toLocaleString('en-US')} of this file`,
} as const;

/** The dialog that has a copy redacted, and what came of it. */
export const redactWords = {
  title: (title: string) => `Redact a copy of “${title}”`,
  help: 'The original stays as it came. Pages that lose something are drawn anew as pictures, with the words that stay to be searched; the finished copy is opened again and proven clean, or it is not made.',
  terms: 'Words to remove',
  termsHelp:
    'One name or phrase a line, wherever it stands and however it is written. A word that ends in * stands for all that begin so.',
  identifiers: 'Personal identifiers (Rule 5.2)',
  identifiersHelp:
    'Social-security and taxpayer numbers, passports, driver’s licenses; birth dates but for the year, accounts but for the last four digits. Names of minors cannot be found: enter them above.',
  mark: 'Mark these for review',
  marking: 'Looking through its pages…',
  markHelp: 'Puts a mark on everything that is found, to be looked through. Nothing is removed yet.',
  marked: (added: number, known: number) =>
    added + known === 0
      ? 'Nothing was found to mark.'
      : [
          added === 0 ? 'Nothing new was marked.' : `${formatCount(added, 'place')} marked.`,
          ...(known === 0 ? [] : [`${formatCount(known, 'place was', 'places were')} marked already.`]),
        ].join(' '),
  markedToast: (added: number) => `${formatCount(added, 'place')} marked for redaction`,
  marks: 'Marks for redaction',
  removeMarked: (count: number, pages: string) =>
    `Remove what is marked: ${formatCount(count, 'mark')} on ${pages}`,
  noMarks:
    'Nothing is marked. In the reader, “Mark for redaction” marks selected words, or a place that is drawn: signatures, pictures, whole paragraphs.',
  noPages: 'Only PDFs and pictures can be marked: of this item the PDF that stands for it is redacted.',
  area: 'A place on the page',
  openMark: (page: number, what: string) => `Open mark on page ${page}: ${what}`,
  removeMark: (page: number, what: string) => `Remove mark on page ${page}: ${what}`,
  markRemoved: 'Mark for redaction removed',
  showAllMarks: (count: number) => `Show all ${count.toLocaleString('en-US')} marks`,
  save: 'Save a copy…',
  copyName: (title: string) => `${title.replace(/\.pdf$/i, '')} (redacted)`,
  doneTitle: 'Redacted copy saved',
  nothing:
    'Nothing was found to remove. The copy is without scripts, attachments, comments’ hidden data and earlier versions all the same.',
  removed: (redactions: number, pages: number) =>
    `${formatCount(redactions, 'redaction')} on ${formatCount(pages, 'page')}.`,
  byPage: 'Redactions by page',
  applied: (marks: number) =>
    `${formatCount(marks, 'mark')} applied. ${marks === 1 ? 'It stays' : 'They stay'} on the original, which is as it was.`,
  proven:
    'Proven clean by text, by pixels, by every object of the file, by its revisions and by where letters stand.',
  redrawn: (pages: string) => `Drawn anew: ${pages}.`,
  recognised: (pages: string) =>
    `Words in pictures were recognized to be searched on ${pages}. Recognition misses some: look at these pages before you file.`,
  sameWords: (pages: string) =>
    `Words that you marked stand elsewhere still, on ${pages}. Remove them as words too if they must go.`,
  look: 'Look at every page before it is filed: what must go is counsel’s to say.',
  kinds: {
    term: 'Words',
    ssn: 'Social-security number',
    taxpayer: 'Taxpayer number',
    birthDate: 'Birth date',
    account: 'Account number',
    passport: 'Passport number',
    driverLicense: 'Driver’s license',
    area: 'Marked place',
    comment: 'Comment or link',
  } satisfies Record<RedactionKind, string>,
} as const;

/** The basis that a mark for redaction begins with, by what was found there. */
export const bases: Readonly<Record<RedactionKind, string>> = {
  term: '',
  ssn: 'Social-security number, Fed. R. Civ. P. 5.2(a)(1)',
  taxpayer: 'Taxpayer-identification number, Fed. R. Civ. P. 5.2(a)(1)',
  birthDate: 'Birth date, Fed. R. Civ. P. 5.2(a)(2)',
  account: 'Financial-account number, Fed. R. Civ. P. 5.2(a)(4)',
  passport: 'Passport number',
  driverLicense: 'Driver’s license number',
  area: '',
  comment: 'A comment or link that says it',
};
