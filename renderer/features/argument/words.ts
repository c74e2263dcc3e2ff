import { mediaClock } from '../../../shared/domain/evidence/media-clock.ts';
import type { BearingSide, PinCiteFinding, Pleading } from '../../../shared/model/argument.ts';
import { formatCount, formatNumber } from '../../client/index.ts';

/** The area: the list by date, and the matrix. */
export const words = {
  argument: 'Argument',
  facts: 'Facts',
  view: 'View',
  chronology: 'Chronology',
  matrix: 'Matrix',
  allegations: 'Allegations',
  filterField: 'Filter facts',
  filterAllegations: 'Filter allegations',
  addFact: 'New fact…',
  elements: 'Elements…',
  export: 'Export…',
  more: 'More actions',
  date: 'When',
  fact: 'Fact',
  shownBy: 'Shown by',
  bearsOn: 'Bears on',
  noDate: 'No date',
  count: (shown: number, total: number) =>
    shown === total ? formatCount(total, 'fact') : `${formatNumber(shown)} of ${formatCount(total, 'fact')}`,
  failing: (count: number) =>
    count === 1 ? '1 pin cite does not hold' : `${formatNumber(count)} pin cites do not hold`,
  unread: (count: number) =>
    count === 1
      ? '1 not checked: there is no text or transcript'
      : `${formatNumber(count)} not checked: there is no text or transcript`,
  details: 'Details of the fact',
  several: (count: number) => `${formatCount(count, 'fact')} selected.`,
  loading: 'Reading the facts…',
  emptyTitle: 'No facts yet',
  emptyBody:
    'A fact is one statement that the record shows. Select words in a document and make a fact of them, or write one and cite the page that shows it.',
  emptyReadOnly: 'This matter is open read-only, so facts cannot be added here.',
  nothingFound: (filter: string) => `Nothing matches “${filter}”`,
  nothingFoundBody: 'Every word must occur in the fact, its date, cites, elements or note.',
  clearFilter: 'Clear filter',
  open: 'Open in reader',
  edit: 'Edit…',
  addCite: 'Cite a page or moment…',
  delete: 'Delete',
  deleted: (count: number) => `Deleted ${formatCount(count, 'fact')}`,
  added: 'Added the fact',
  changed: 'Changed the fact',
  citeAdded: 'Added the pin cite',
  citeRemoved: 'Removed the pin cite',
} as const;

export const sideWords: Readonly<Record<BearingSide, string>> = { for: 'For', against: 'Against' };

/** What is said of a pin cite that does not hold. */
export function findingWords({ state, page, atMs, text }: PinCiteFinding, isOfMoment: boolean): string {
  switch (state) {
    case 'moved':
      return atMs === null
        ? `Its words are on page ${page === null ? '?' : formatNumber(page)} now`
        : `Its words are said at ${mediaClock(atMs)}`;
    case 'differs':
      return `${isOfMoment ? 'The transcript' : 'The page'} reads: “${text}”`;
    case 'lost':
      return isOfMoment ? 'The transcript does not have its words there' : 'Its words are not on this page';
    case 'unread':
      return isOfMoment
        ? 'The recording has no transcript: import one to check the words'
        : 'The page has no text: recognize it to check the words';
  }
}

/** The same in as few words as a list has room for. */
export const findingShort: Readonly<Record<PinCiteFinding['state'], string>> = {
  moved: 'Other place',
  differs: 'Reads differently',
  lost: 'Words not there',
  unread: 'Not checked',
};

export const detailWords = {
  pleaded: 'Pleaded',
  dispute: 'Disputed?',
  note: 'Note',
  by: (author: string, when: string) => (author === '' ? `Entered ${when}` : `Entered by ${author}, ${when}`),
  noCites: 'No pin cite yet: nothing shows this fact.',
  noElements: 'It bears on no element yet.',
  remove: (cite: string) => `Remove pin cite ${cite}`,
  openCite: (cite: string) => `Open ${cite}`,
  archived: 'archived',
} as const;

export const matrixWords = {
  element: 'Element',
  none: 'None',
  unplaced: (count: number) => `Bear on no element: ${formatCount(count, 'fact')}`,
  emptyTitle: 'What must be shown?',
  emptyBody:
    'List the factors of the test for relief and the elements of each claim. The matrix then shows what each rests on, and where nothing does.',
  addTest: (title: string) => `Add ${title}`,
  circuitTests: 'A circuit’s test',
  otherTests: 'Another circuit’s test',
  checkAuthority: 'Check each authority before you cite it.',
  addOwn: 'Add an element…',
  addTo: (element: string, side: string) => `Add a fact ${side} “${element}”`,
  more: (count: number) => `Show ${formatCount(count, 'more fact')}`,
  fewer: 'Show fewer',
} as const;

export const allegationWords = {
  allegations: 'Allegations',
  pleading: 'Pleading',
  pleadingName: ({ title, docketNumber }: Pleading) =>
    docketNumber === null ? title : `${title} (Dkt. ${docketNumber})`,
  choose: 'Choose an item…',
  pick: 'Choose the pleading',
  listed: 'Which allegations',
  all: 'All',
  unshownOnly: 'Without evidence',
  number: '¶',
  allegation: 'Allegation',
  shownBy: 'Shown by',
  allegationAndShownBy: 'Allegation, shown by',
  details: 'Details of the allegation',
  factsThere: 'Facts pleaded here',
  addFact: 'Fact from this allegation…',
  verifiedOn: (page: number) => `Verified, page ${formatNumber(page)}`,
  verifiedBy: (docketNumber: string | null) => `Verified by Dkt. ${docketNumber ?? ''}`,
  page: (page: number) => `Page ${formatNumber(page)}`,
  several: (count: number) => `${formatCount(count, 'allegation')} selected.`,
  count: (shown: number, total: number) =>
    shown === total
      ? formatCount(total, 'allegation')
      : `${formatNumber(shown)} of ${formatCount(total, 'allegation')}`,
  unshown: (count: number) => `${formatNumber(count)} without evidence`,
  swornOnly: (count: number) => `${formatNumber(count)} sworn only`,
  astray: (count: number) => `${formatCount(count, 'fact')} pleaded at a paragraph that is not there`,
  loading: 'Reading the pleading…',
  noPleading: 'No complaint yet',
  noPleadingBody:
    'The numbered paragraphs of the complaint are listed here with the facts that show each. File its PDF under its docket entry, or choose the item that is the complaint.',
  noParagraphs: (title: string) => `No numbered paragraphs in “${title}”`,
  noParagraphsBody: 'Allegations are read from lines that begin with a number: 1., 2., 3., or 1.1, 1.2.',
  withoutText: (pages: number) =>
    pages === 1
      ? '1 page has no text: recognize it to read its paragraphs'
      : `${formatNumber(pages)} pages have no text: recognize it to read their paragraphs`,
  nothingFound: 'No allegation matches',
  nothingFoundBody: 'Every word must occur in the allegation, its facts or their cites.',
  showAll: 'Show all',
} as const;

export const factWords = {
  addTitle: 'New fact',
  editTitle: 'Edit fact',
  add: 'Add fact',
  text: 'Statement',
  textHelp: 'One statement, as you would put it in a brief.',
  textMissing: 'Enter the statement.',
  date: 'When',
  dateHelp: 'A year, a month, a day or a minute: “about Jan 2021”, “before 1/9/21”, “between 2019 and 2020”.',
  dateUnreadable:
    'This cannot be read as a date, or ends before it begins. Write it as “Jan 9, 2021”, or leave it empty.',
  dispute: 'Disputed?',
  allegation: 'Pleaded at',
  elements: 'Bears on',
  noElements: 'No elements yet. They are listed under Elements… in the matrix.',
  notBearing: 'No',
  note: 'Note',
  cites: 'Shown by',
  removeCite: (where: string) => `Do not cite ${where}`,
} as const;

export const citeWords = {
  title: 'Cite a page or moment',
  document: 'Item',
  noItem: 'None chosen',
  choose: 'Choose…',
  pick: 'Choose what shows the fact',
  documentMissing: 'Choose the item.',
  paragraph: 'Paragraph',
  paragraphHelp: 'Of a declaration, pleading or contract: 7, 7-9, or § 4.1.',
  add: 'Cite',
} as const;

/** The fields for a place in a document. */
export const pageWords = {
  place: 'Page',
  help: 'Of the document itself, from 1. Leave it empty to cite the whole.',
  invalid: 'Enter a page number, starting at 1.',
  missing: 'Enter the page on which the words stand.',
  quote: 'Words on the page',
  quoteHelp: 'Checked against the page, now and whenever its text is read again.',
} as const;

/** The same for a recording. */
export const momentWords: Readonly<Record<keyof typeof pageWords, string>> = {
  place: 'Time',
  help: 'In the recording: 12:34, or 1:02:03. Leave it empty to cite the whole.',
  invalid: 'Enter minutes and seconds: 12:34, or 1:02:03.',
  missing: 'Enter the time at which the words are said.',
  quote: 'Words said',
  quoteHelp: 'Checked against the recording’s transcript, where it has one.',
};

export const elementWords = {
  title: 'What must be shown',
  claim: 'Claim or relief',
  name: 'Element',
  standard: 'Standard and authority',
  nameMissing: 'Enter what must be shown.',
  claimMissing: 'Enter the claim or relief it belongs to.',
  add: 'Add element',
  save: 'Save element',
  new: 'New element',
  edited: 'Edit element',
  edit: (name: string) => `Edit “${name}”`,
  delete: (name: string) => `Delete “${name}”`,
  up: (name: string) => `Move “${name}” up`,
  down: (name: string) => `Move “${name}” down`,
  added: (count: number) => `Added ${formatCount(count, 'element')}`,
  changed: 'Changed the element',
  moved: 'Moved the element',
  deleted: 'Deleted the element; the facts stay',
  none: 'Nothing listed yet.',
} as const;

export const exportWords = {
  title: 'Export argument',
  what: 'Table',
  chronology: 'Chronology',
  chronologyHelp: 'All facts by date, with their pin cites, where they are pleaded and what they bear on.',
  matrix: 'Matrix',
  matrixHelp: 'Each element with the facts for and against it, and what is missing.',
  allegations: 'Allegations',
  allegationsHelp:
    'Each paragraph of the pleading that is looked at, with the facts pleaded there and what is missing.',
  form: 'Format',
  docx: 'Word',
  docxHelp: 'With the caption, marked as attorney work product.',
  csv: 'Table (CSV)',
  csvHelp: 'For a spreadsheet.',
  save: 'Export…',
  fileName: (what: 'chronology' | 'matrix' | 'allegations', matter: string) =>
    `${exportWords[what]}, ${matter}`,
  saved: (name: string, rows: number) => `Saved ${name}, ${formatCount(rows, 'row')}`,
} as const;
