import type { KindGroup } from '../../../shared/domain/evidence/kind-groups.ts';
import type { SearchHit } from '../../../shared/model/search.ts';
import { formatCount, formatNumber } from '../../client/index.ts';

export const words = {
  found: (hits: number, isExact: boolean) => `${isExact ? '' : 'At least '}${formatCount(hits, 'hit')}`,
  foundIn: (found: string, documents: number) => `${found} in ${formatCount(documents, 'document')}`,
  firstShown: (found: string, first: number, documents: number) =>
    `${found}; the first ${formatNumber(first)}, in ${formatCount(documents, 'document')}, are shown`,
  search: 'Search',
  field: 'Search evidence, docket, facts, notes and mail',
  placeholder: 'Words, "a phrase", from:ann, kind:mail …',
  results: 'Search results',
  help: 'How to search',
  searches: 'Saved and recent searches',
  save: 'Save this search…',
  clear: 'Clear the search',
  forgetRecent: 'Forget recent searches',
  recent: 'Recent',
  narrow: 'Show filters',
  hideNarrow: 'Hide filters',
  options: 'How to search and sort',
  wordForms: 'Word forms',
  wordFormsHelp: '“suspend” also finds “suspended” and “suspension”',
  archived: 'Include archived',
  order: 'Order',
  orders: { rank: 'Best first', date: 'By date', title: 'By title' },
  more: 'Show more',
  many: 'Only the first 500 hits are shown. Narrow the search to see the others.',
  bounded: 'There are too many hits to sort; only some of them were.',
  loading: 'Searching…',
  emptyTitle: 'Find anything in this matter',
  empty:
    'Type a word to search the text of evidence, mail, docket entries, deadlines, facts, notes and transcripts. Pages that are pictures are found once their text is recognized.',
  noneTitle: 'Nothing found',
  none: 'Try fewer or other words, word forms, or the beginning of a word with a star: terminat*.',
  didYouMean: 'Did you mean',
  recognize: 'Recognize text',
  recognizing: 'Text is being recognized.',
  readNow: 'Read text',
  titleHit: 'Title and note',
  page: (page: number) => `Page ${page}`,
  part: (part: number) => `Part ${part}`,
  ocr: 'Recognized text',
  ocrHelp: 'Recognized from a picture of the page; words may be wrong',
  isArchived: 'Archived',
  docket: (number: string) => `Dkt. ${number}`,
  hitOf: (hit: number, hits: number, title: string) => `Hit ${hit} of ${hits}: ${title}`,
  hitsIn: (count: number) => formatCount(count, 'hit'),
  unrecognised: (items: number) =>
    `${formatCount(items, 'item')} ${items === 1 ? 'has' : 'have'} pages whose text was not recognized.`,
  unread: (items: number) => `The text of ${formatCount(items, 'item')} has not been read yet.`,
  outdated: (texts: number) =>
    `${formatCount(texts, 'page or other text', 'pages and other texts')} can be found only as an earlier version of Forthwith read ${texts === 1 ? 'it' : 'them'}.`,
  updating: 'The index is being brought up to date.',
  update: 'Update',
  recognised: (pages: number) =>
    pages === 0 ? 'No text was found on those pages' : `Recognized text on ${formatCount(pages, 'page')}`,
} as const;

export const savedWords = {
  title: 'Save search',
  renameTitle: 'Rename search',
  name: 'Name',
  query: 'Search',
  manage: 'Manage saved searches…',
  manageTitle: 'Saved searches',
  none: 'No searches are saved in this matter.',
  rename: (name: string) => `Rename “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  saved: (name: string) => `Saved search “${name}”`,
  renamed: (name: string) => `Renamed search to “${name}”`,
  removed: 'Deleted the saved search',
} as const;

/** What kinds of text hits are in. */
export const hitWords: Readonly<Record<SearchHit['kind'] | 'deadline' | 'fact', string>> = {
  page: 'Page',
  title: 'Title',
  docket: 'Docket entry',
  note: 'Note',
  deadline: 'Deadline',
  fact: 'Fact',
  cue: 'Transcript',
};

export const kindGroupWords: Readonly<Record<KindGroup, string>> = {
  pdf: 'PDF',
  image: 'Images',
  mail: 'Mail',
  archive: 'Archives',
  text: 'Text files',
  office: 'Office documents',
  media: 'Audio and video',
  other: 'Other files',
};

export const narrowWords = {
  label: 'Narrow the search',
  in: 'Where',
  kind: 'Kind',
  custodian: 'Custodian',
  tag: 'Tag',
  issue: 'Issue',
  has: 'Has',
  is: 'Marked',
  date: 'Date',
  from: 'From day',
  to: 'To day',
  months: 'When',
  exhibit: 'Exhibit',
  docket: 'Filed as',
  documents: (count: number) => (count === 1 ? 'document' : 'documents'),
  places: {
    evidence: 'Evidence',
    mail: 'Mail',
    docket: 'Docket',
    facts: 'Facts',
    notes: 'Deadlines and notes',
    title: 'Titles',
  },
  having: {
    exhibit: 'An exhibit label',
    docket: 'A docket number',
    attachments: 'Attachments',
    problems: 'Problems',
    note: 'A note',
    duplicates: 'Similar items',
    ocr: 'Recognized text',
  },
  marked: { flagged: 'Flagged', reviewed: 'Reviewed' },
} as const;

/** The language of searches by example; docs/search.md describes all of it. */
export const helpWords = {
  title: 'How to search',
  example: 'Type',
  finds: 'To find',
  rows: [
    ['notice termination', 'both words on one page, in any order'],
    ['"irreparable harm"', 'these words next to each other'],
    ['terminat*', 'every word that begins this way'],
    ['outage OR downtime', 'either word; capitals matter'],
    ['service -draft', 'the first word, not the second'],
    ['(outage OR downtime) notice', 'terms grouped together'],
    ['notice NEAR/5 termination', 'both words, at most 5 words apart'],
    ['kind:mail from:ann', 'email from someone; also to:, cc:, subject:, author:'],
    ['date:2021-01-08..2021-01-11', 'what is dated within that range; also before:, after:'],
    ['custodian:"Ann Lee" tag:hot', 'by custodian, tag:, issue:, source:'],
    ['exhibit:C docket:12 bates:ABC0001', 'by label, docket number or Bates number'],
    ['name:invoice title:agreement', 'by file name or title'],
    ['has:ocr is:flagged in:docket', 'by what an item has, is, and where the words are'],
    ['relevance:hot kind:pdf', 'a filter alone lists items'],
  ],
  notes:
    'Accents, ligatures and hyphens at line ends make no difference. While you type, the last word also finds longer words; press Enter to search for exactly what you typed.',
} as const;
