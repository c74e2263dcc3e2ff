import { capitalized } from '../../../../shared/domain/capitalized.ts';
import { identifierWords } from '../../../../shared/domain/redaction/index.ts';
import type { FailedRedaction, RedactionKind } from '../../../../shared/contract/redactions.ts';
import { formatCount, formatNumber } from '../../../client/index.ts';

/** Pages named in a sentence at most. */
export const mostNamed = 24;

/** What is said of failed redactions. */
export const redactionWords = {
  title: 'Redactions checked',
  noPdfs: 'Nothing was checked: only PDFs can be checked.',
  nothing: (pdfs: number) =>
    `No failed redaction was found in ${formatCount(pdfs, 'PDF')}. A box over a picture of words is not detected: check scans yourself.`,
  found: (findings: number, pdfs: number, all: number) =>
    `${formatCount(findings, 'failed redaction')} in ${formatNumber(pdfs)} of ${formatCount(all, 'PDF')}. Anyone who has the file can copy these words.`,
  unchecked: (pdfs: number) =>
    `${formatCount(pdfs, 'PDF')} could not be checked, or not on every page; the reasons are below.`,
  others: (items: number) =>
    `${formatCount(items, 'other item is not a PDF and was', 'other items are not PDFs and were')} not checked.`,
  isRunning: 'Redactions are already being checked. The results appear when the check is done.',
  open: (page: number, title: string) => `Page ${page} of ${title}`,
  page: (page: number) => `Page ${page}`,
  kinds: {
    covered: 'Covered by something, or the same color as its box',
    recognised: 'Recognized in the scan before it was blacked out or covered',
    marked: 'Only marked for redaction',
  } satisfies Record<FailedRedaction['kind'], string>,
  showAll: (count: number) => `Show all ${formatNumber(count)} of this file`,
} as const;

/** The dialog that has a copy redacted, and the result. */
export const redactWords = {
  title: (title: string) => `Redact a copy of “${title}”`,
  help: 'The original is not changed. Pages with redactions are redrawn as pictures, and their remaining words can still be searched; the finished copy is reopened and proven clean, or it is not made.',
  terms: 'Words to remove',
  termsHelp:
    'One name or phrase per line, removed wherever it appears and however it is capitalized. A word ending in * matches every word that begins that way.',
  identifiers: 'Personal identifiers (Rule 5.2)',
  identifiersHelp:
    'Social Security and taxpayer numbers, passports, driver’s licenses, alien, Medicare, patient, health plan and vehicle identification numbers; birth dates except the year, account numbers except the last four digits. Names of minors cannot be found: enter them above.',
  mark: 'Mark these for review',
  marking: 'Searching its pages…',
  markHelp: 'Marks everything that is found, for you to review. Nothing is removed yet.',
  marked: (added: number, known: number) =>
    added + known === 0
      ? 'Nothing was found to mark.'
      : [
          added === 0 ? 'Nothing new was marked.' : `${formatCount(added, 'place')} marked.`,
          ...(known === 0 ? [] : [`${formatCount(known, 'place was', 'places were')} marked already.`]),
        ].join(' '),
  markedToast: (added: number) => `Marked ${formatCount(added, 'place')} for redaction`,
  marks: 'Marks for redaction',
  removeMarked: (count: number, pages: string) =>
    `Remove what is marked: ${formatCount(count, 'mark')} on ${pages}`,
  noMarks:
    'Nothing is marked. In the reader, “Mark for redaction” marks selected words, or an area you draw: signatures, pictures, whole paragraphs.',
  noPages: 'Only PDFs and pictures can be marked: for this item, the PDF made from it is redacted.',
  area: 'A place on the page',
  openMark: (page: number, what: string) => `Open mark on page ${page}: ${what}`,
  removeMark: (page: number, what: string) => `Remove mark on page ${page}: ${what}`,
  markRemoved: 'Removed the mark for redaction',
  showAllMarks: (count: number) => `Show all ${formatNumber(count)} marks`,
  save: 'Save a copy…',
  /** @param isSaying whether the title says what is removed */
  copyName: (title: string, isSaying: boolean) =>
    isSaying ? 'Redacted copy' : `${title.replace(/\.pdf$/i, '')} (redacted)`,
  copySource: (title: string, isSaying: boolean) =>
    isSaying ? 'Redacted copy' : `Redacted copy of “${title}”`,
  doneTitle: 'Redacted copy saved',
  add: 'Add copy as evidence…',
  nothing:
    'Nothing was found to remove. Scripts, attachments, hidden data in comments and earlier versions were still left out of the copy.',
  removed: (redactions: number, pages: number) =>
    `${formatCount(redactions, 'redaction')} on ${formatCount(pages, 'page')}.`,
  byPage: 'Redactions by page',
  applied: (marks: number) =>
    `${formatCount(marks, 'mark')} applied. ${marks === 1 ? 'It stays' : 'They stay'} on the original, which is unchanged.`,
  proven:
    'Proven clean in its text, its pixels, every object in the file, its revisions and the positions of its letters.',
  redrawn: (pages: string) => `Redrawn: ${pages}.`,
  recognised: (pages: string) =>
    `Words in pictures on ${pages} were recognized so they could be searched. Recognition misses some: check these pages before you file.`,
  hiddenOn: (pages: string) =>
    `Pictures on ${pages} may contain these words where nobody sees them, so they cannot be marked. Keep the words under “Words to remove”: the copy is then made without these pictures.`,
  termsNotFound: (names: string) =>
    `Not found: ${names}. Check how they are spelled: each line is one name or phrase.`,
  sameWords: (pages: string) =>
    `Words that you marked also appear elsewhere, on ${pages}. If they must go, add them under “Words to remove”.`,
  misplacedWords: (pages: string) =>
    `Recognized words that lay beside what they were read from were left out on ${pages}: these words cannot be searched there.`,
  look: 'Look at every page before you file: counsel decides what must be redacted.',
  kind: (kind: RedactionKind) =>
    capitalized(
      { ...identifierWords, term: 'words', area: 'marked place', comment: 'comment or link' }[kind],
    ),
} as const;

/** Paragraphs of Fed. R. Civ. P. 5.2(a). */
const paragraphs: Partial<Record<RedactionKind, number>> = { ssn: 1, taxpayer: 1, birthDate: 2, account: 4 };

/** The basis that a mark for redaction begins with, by what was found there. */
export function basisOf(kind: RedactionKind): string {
  if (kind === 'term' || kind === 'area') return '';
  const rule = paragraphs[kind];
  return redactWords.kind(kind) + (rule === undefined ? '' : `, Fed. R. Civ. P. 5.2(a)(${rule})`);
}
