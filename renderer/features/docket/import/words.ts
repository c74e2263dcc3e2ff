import type { DocketChange, DocketSourceKind } from '../../../../shared/model/docket.ts';
import { formatCount, formatNumber } from '../../../client/index.ts';

/** What each kind of source is called. */
export const sourceKindWords: Readonly<Record<DocketSourceKind, string>> = {
  docket_sheet: 'Docket sheet',
  docket_print: 'Docket sheet, printed (PDF)',
  docket_history: 'History of the docket',
  attachment_page: 'Attachment page',
  case_query: 'Case summary',
  notice: 'Notice of electronic filing',
  appellate_notice: 'Notice of docket activity (appeal)',
  opinions_report: 'Opinions report',
  rss: 'Court’s RSS feed',
  archive_xml: 'RECAP archive (page or XML)',
  csv: 'Table (CSV)',
  json: 'Docket as JSON',
};

/** What each kind of change is called, in lists and on the filter. */
export const changeKindWords: Readonly<Record<DocketChange['kind'], string>> = {
  added: 'New',
  changed: 'Changed',
  gone: 'No longer listed',
  kept: 'Yours kept',
};

/** What a redline can be narrowed to. */
export const filterWords = { all: 'All', text: 'Changed text', ...changeKindWords } as const;

/** Fields of the matter that a docket's header fills. */
export const matterFieldWords: Readonly<Record<string, string>> = {
  title: 'Title',
  court: 'Court',
  number: 'Docket number',
  judge: 'Judge',
  timezone: 'Time zone',
};

const entries = (count: number) => formatCount(count, 'entry', 'entries');

/** Reading sources, the preview, and the sources kept. */
export const importWords = {
  /** How many entries of each outcome. */
  counts: {
    added: (count: number) => formatCount(count, 'new entry', 'new entries'),
    changed: (count: number) => `${formatNumber(count)} changed`,
    gone: (count: number) => `${formatNumber(count)} no longer listed`,
    kept: (count: number) => `${formatNumber(count)} kept as you wrote it`,
    unchanged: (count: number) => `${formatNumber(count)} unchanged`,
  },
  title: 'Import into the docket',
  dropTitle: 'Drop to import into the docket',
  dropHint:
    'Docket sheets (as PDF too), notices, feeds and tables are previewed before anything changes. Other PDFs become evidence, and stamped ones file themselves.',
  reading: (files: number) => `Reading ${formatCount(files, 'file')}`,
  readingHelp: 'Nothing changes until you have seen what would.',
  apply: (changes: number) => (changes === 0 ? 'Apply' : `Apply ${formatCount(changes, 'change')}`),
  applied: (added: number, changed: number) => {
    const parts = [
      added > 0 ? `${entries(added)} added` : null,
      changed > 0 ? `${added > 0 ? formatNumber(changed) : entries(changed)} changed` : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'Imported the docket' : `Imported the docket: ${parts.join(', ')}`;
  },
  keep: (sources: number) => (sources === 1 ? 'Keep the source' : `Keep the ${sources} sources`),
  kept: (sources: number) => (sources === 1 ? 'Kept the source' : 'Kept the sources'),
  keepHelp: 'Keeping it stores it as it came, with its header and parties, to compare later ones with.',
  oneStep: 'Applied as one step, which Undo takes back whole.',
  answerFirst: (questions: number) =>
    questions === 1 ? 'Answer the question first.' : `Answer the ${questions} questions first.`,
  nothingReadable: 'None of the files could be read as a docket.',
  otherMatter: 'Nothing to import: what was read is about another case.',
  nothingToChange: 'Nothing to change: the docket already says all that these sources say.',
  onlyKept: 'Nothing to change: where the court’s record differs, what you wrote stays.',
  changedSince:
    'The docket was changed since this preview was made. This is the new preview; look at it, then apply it.',
  sources: 'What was read',
  sourcesMore: (more: number) =>
    `and ${formatCount(more, 'more source', 'more sources')}, read without remarks`,
  sourceCounts: (added: number, changed: number, unchanged: number) => {
    const parts = [
      added > 0 ? `${formatNumber(added)} new` : null,
      changed > 0 ? `${formatNumber(changed)} changed` : null,
      unchanged > 0 ? `${formatNumber(unchanged)} unchanged` : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'no entries' : parts.join(', ');
  },
  refused: 'Not imported',
  warnings: (count: number) => formatCount(count, 'warning'),
  warningsOfAll: 'On the sources together',
  asPrinted: 'As printed:',
  notShown: 'more, not shown',
  matterFields: 'Fills in the matter',
  questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  questionOf: (at: number, count: number) => `Question ${at} of ${count}`,
  same: 'Same entry',
  different: 'Two entries',
  changes: 'Changes',
  filter: 'Show changes',
  noChanges: 'No entry differs.',
  yours: 'Yours, kept',
  courts: 'The court’s record',
  removed: 'removed: ',
  inserted: 'inserted: ',
  noText: 'No text yet',
  noNumber: 'No number',
  alsoDiffers: (fields: string) => `Also differs: ${fields}`,
  showWhole: 'Show the whole text',
  showLess: 'Show less',
  from: (names: string) => `From ${names}`,
  nothing: 'not given',
  noLonger: 'no longer given',
  yes: 'yes',
  no: 'no',
  becomes: 'becomes',
} as const;

/** The sources that were imported, and what differs between two of them. */
export const sourcesWords = {
  title: 'Imported sources',
  save: 'Save as they came…',
  saved: (count: number, folder: string) =>
    `Saved ${formatCount(count, 'source')} in “${folder}”, byte for byte`,
  emptyTitle: 'Nothing was imported yet',
  emptyBody:
    'Each docket sheet, notice or feed you import is kept here as it came, so that a later one can be compared with it.',
  importNow: 'Import docket…',
  name: 'Name',
  kind: 'Kind',
  printed: 'Printed by the court',
  imported: 'Imported',
  entries: 'Entries',
  warnings: 'Warnings',
  none: 'None',
  notPrinted: 'Not stated',
  partial: 'lists a part',
  compare: 'Compare',
  earlier: 'Earlier source',
  later: 'Later source',
  sameSource: 'These are one and the same source. Choose another.',
  equal: (unchanged: number) => `The two sources say the same: ${entries(unchanged)}, none differs.`,
  one: 'There is one source so far. Once there is another, the two can be compared here.',
} as const;

/** Court-stamped documents that file themselves. */
export const stampWords = {
  title: 'File stamped documents',
  conflictTitle: 'Stamped documents to look at',
  reading: 'Reading the courts’ stamps…',
  filed: (count: number) =>
    count === 1 ? 'Filed 1 document under its entry' : `Filed ${count} documents under their entries`,
  nothing: 'No document waits to be filed: each that carries this court’s stamp is under its entry.',
  ready: (count: number) =>
    count === 1
      ? '1 document can be filed as its stamp says'
      : `${count} documents can be filed as their stamps say`,
  conflicts: (count: number) =>
    count === 1 ? '1 document does not quite fit' : `${count} documents do not quite fit`,
  conflictHelp: (count: number) =>
    count === 1
      ? 'It is safe in the evidence. Choose what becomes of it.'
      : 'They are safe in the evidence. Choose what becomes of each.',
  linksTo: (number: string) => `To docket entry ${number}`,
  adds: (number: string) => `Adds docket entry ${number}`,
  staysEvidence: 'Stays evidence only',
  choiceOf: (title: string) => `What becomes of “${title}”`,
  fileAnyway: 'File anyway',
  leave: 'Leave',
  file: (count: number) => (count === 0 ? 'File' : `File ${formatCount(count, 'document')}`),
  leaveAll: 'Leave all',
  more: (count: number) => `and ${formatCount(count, 'more', 'more')}`,
} as const;
