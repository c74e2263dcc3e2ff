export { claimWords } from '../../../shared/domain/evidence/claim-words.ts';
export { kindWords } from '../../../shared/domain/evidence/kind-words.ts';
import { colorWords } from '../../../shared/domain/evidence/color-words.ts';
import type {
  EvidenceFilter,
  EvidenceGrouping,
  EvidenceSort,
  Likeness,
} from '../../../shared/model/evidence.ts';
import { formatCount, formatNumber } from '../../client/index.ts';

/** How the list can be put into groups. */
export const groupingWords: Readonly<Record<EvidenceGrouping, string>> = {
  none: 'Nothing',
  family: 'Family',
  conversation: 'Conversation',
  custodian: 'Custodian',
  date: 'Claimed date',
  kind: 'Kind',
  duplicates: 'Similar items',
};

/** What the list can be sorted by. */
export const sortWords: Readonly<Record<EvidenceSort, string>> = {
  receivedAt: 'Received',
  title: 'Title',
  kind: 'Kind',
  custodian: 'Custodian',
  pages: 'Pages',
  sizeBytes: 'Size',
  claimedAt: 'Claimed date',
  claimedFrom: 'From (claimed)',
  relevance: 'Relevance',
  batesSeen: 'Bates seen',
};

/** What an item may have, to narrow the list by. */
export const hasWords: Readonly<Record<EvidenceFilter['has'][number], string>> = {
  problems: 'Problems',
  no_text: 'No text',
  ocr: 'Recognized text',
  duplicates: 'Similar items',
  members: 'Items inside',
  docket: 'Docket number',
  exhibit: 'Exhibit label',
  bates: 'Bates numbers',
  notes: 'Notes',
  conflict: 'Reviewers differ',
};

/** The filter, its chips and the view's choices. */
export const filterWords = {
  filter: 'Filter',
  narrowed: (count: number) => `Filter, ${count} in use`,
  inUse: 'Filters in use',
  remove: (label: string) => `Remove filter: ${label}`,
  removeAll: 'Remove all',
  kind: 'Kind',
  custodian: 'Custodian',
  noCustodian: 'Not recorded',
  tags: 'Tags',
  issues: 'Issue codes',
  reviewed: 'Reviewed',
  notReviewed: 'Not reviewed',
  flagged: 'Flagged',
  notFlagged: 'Not flagged',
  responsive: 'Responsive',
  notResponsive: 'Not responsive',
  coded: 'Coded',
  notCoded: 'Not coded',
  privilege: 'Privilege',
  relevance: 'Relevance',
  has: 'Has',
  dates: 'Claimed date',
  from: 'From',
  to: 'To',
  either: 'Either',
  since: (day: string) => `Claimed on or after ${day}`,
  until: (day: string) => `Claimed on or before ${day}`,
  view: 'View',
  layout: 'Layout',
  rows: 'Rows',
  thumbnails: 'Thumbnails',
  groupBy: 'Group by',
  sortBy: 'Sort by',
  descending: 'Newest or largest first',
  columns: 'Columns',
  standardColumns: 'Standard columns',
} as const;

/** Lists kept under names. */
export const savedWords = {
  title: 'Saved lists',
  isShown: 'As the list stands now',
  whole: 'All evidence',
  manage: 'Save or change lists…',
  name: 'Save the current list as',
  none: 'No saved lists in this matter yet. A saved list keeps the filter text, filters, sort order and grouping.',
  show: 'Show',
  showNamed: (name: string) => `Show “${name}”`,
  rename: (name: string) => `Name of “${name}”`,
  renew: (name: string) => `Update “${name}” to the current list`,
  remove: (name: string) => `Delete “${name}”`,
  saved: (name: string) => `Saved list “${name}”`,
  changed: (name: string) => `Changed saved list “${name}”`,
  removed: 'Deleted the saved list',
} as const;

/** The list and its commands. */
export const words = {
  archivedNow: (count: number) => `Archived ${formatCount(count, 'item')}`,
  unarchivedNow: (count: number) => `Unarchived ${formatCount(count, 'item')}`,
  evidence: 'Evidence',
  filter: 'Filter evidence',
  add: 'Add evidence…',
  addFolder: 'Add folder of evidence…',
  more: 'More actions',
  actions: 'Actions',
  open: 'Open in reader',
  addToSet: 'Add to exhibit set…',
  export: 'Export originals…',
  archive: 'Archive',
  unarchive: 'Unarchive',
  showArchived: 'Show archived',
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  status: 'Status',
  emptyTitle: 'No evidence yet',
  emptyBody:
    'Drop files anywhere on this window, or choose them. Each original is copied into the matter with its SHA-256 hash and is never changed.',
  emptyReadOnly: 'This matter is open read-only, so evidence cannot be added here.',
  addingTitle: 'Adding evidence',
  addingBody: 'Each file appears here as soon as it is in the matter, and you can go on working.',
  nothingFound: (filter: string) =>
    filter.trim() === '' ? 'Nothing matches the filters' : `Nothing matches “${filter}”`,
  nothingFoundBody:
    'Every word must occur in the title, name, custodian, source, people, confidentiality, tags, labels or Bates numbers, or be the first eight characters of the hash or more.',
  clearFilter: 'Clear filter',
  searchInside: 'Search inside documents',
  allArchived: 'All evidence is archived',
  allArchivedBody: 'Nothing is ever deleted. Show the archive to see it again.',
  exported: (count: number, folder: string) =>
    `Exported ${formatCount(count, 'original')} to “${folder}” with matching hashes`,
  chosen: (count: number) => (count === 1 ? '1 item selected' : `${formatNumber(count)} items selected`),
  severalValues: 'Several values',
  notReadYet: 'Reading this row…',
  reviewedShort: 'Reviewed',
  reviewedMenu: 'Reviewed or not',
  flagMenu: 'Flag or remove flag',
  tagsShort: 'Tags…',
  describeShort: 'Describe…',
  describeTitle: (count: number) =>
    count === 1 ? 'Describe 1 item' : `Describe ${formatNumber(count)} items`,
  describeHelp: 'Only the fields you fill in are changed.',
  describeApply: 'Change',
  flag: 'Flag',
  relevance: 'Relevance',
  rate: (rating: string) => `Relevance: ${rating}`,
  editTags: 'Tags and issue codes…',
  describe: 'Custodian, source, collection…',
  recognize: 'Recognize text',
  verify: 'Verify originals',
  checkRedactions: 'Check redactions',
  redact: 'Redact a copy…',
  redactOne: 'Redact a copy… (one item at a time)',
  custodyReport: 'Custody report…',
  certificate: 'Certificate of authenticity…',
  summary: 'Summary (FRE 1006)…',
  compareHashes: 'Compare with a hash list…',
  manageTags: 'Manage tags…',
  selected: (count: number) => `${formatNumber(count)} selected`,
  noneSelected: 'None selected',
  clearSelection: 'Clear selection',
  selection: 'Selected items',
  recognised: (pages: number) =>
    pages === 0
      ? 'There was nothing to recognize.'
      : `Recognized text on ${formatCount(pages, 'page')}. It may contain mistakes.`,
  verified: (count: number) =>
    count === 1
      ? '1 original has the hash it came in with.'
      : `${formatNumber(count)} originals have the hashes they came in with.`,
  altered: (titles: string) => `Altered: ${titles}. Restore from a backup.`,
  changed: (what: string, of: string) => `Changed the ${what} of ${of}`,
  reviewedNow: (of: string, isReviewed: boolean) => `Marked ${of} as ${isReviewed ? '' : 'not '}reviewed`,
  flaggedNow: (of: string, isFlagged: boolean) => (isFlagged ? `Flagged ${of}` : `Removed the flag of ${of}`),
  ratedNow: (of: string, rating: string) => `${of} rated: ${rating}`,
} as const;

/** Names of the editable fields of items, in a sentence. */
export const fieldWords: Readonly<Record<string, string>> = {
  title: 'title',
  custodian: 'custodian',
  source: 'source',
  collected: 'collection',
  note: 'note',
};

/** Short marks beside an item. */
export const badgeWords = {
  exhibit: (label: string) => `Ex. ${label}`,
  docket: (number: string) => `Dkt. ${number}`,
  archived: 'Archived',
  problem: 'Problem',
  /** By the code of a problem. */
  problems: {
    EVIDENCE_DAMAGED: 'Damaged',
    EVIDENCE_NO_PAGES: 'No pages',
    EVIDENCE_REPAIRED_TO_READ: 'Damaged, readable',
    PDF_PAGES_INCOMPLETE: 'Damaged, readable',
    EVIDENCE_ENCRYPTED: 'Password',
    EVIDENCE_UNSUPPORTED_KIND: 'Cannot be shown',
    EVIDENCE_TOO_DEMANDING: 'Not read',
    EVIDENCE_ALTERED: 'Altered',
    EVIDENCE_NO_TEXT: 'No text',
    PDF_REDACTION_FAILED: 'Redaction failed',
    PDF_REDACTIONS_NOT_CHECKED: 'Redactions not checked',
    EVIDENCE_EMPTY_FILE: 'Empty',
    EVIDENCE_MISNAMED: 'Misnamed',
  } as Readonly<Record<string, string>>,
} as const;

/** Tags and issue codes. */
export const tagWords = {
  title: (count: number) => (count === 1 ? 'Tags of 1 item' : `Tags of ${formatNumber(count)} items`),
  tags: 'Tags',
  issues: 'Issue codes',
  none: 'None yet. Type a name below to make the first.',
  noneOf: 'None yet.',
  newName: 'New tag or issue code',
  kind: 'Kind',
  tag: 'Tag',
  issue: 'Issue code',
  color: 'Color',
  create: 'Add',
  apply: 'Apply',
  manage: 'Manage tags…',
  manageTitle: 'Manage tags and issue codes',
  name: 'Name',
  items: (count: number) => `${formatNumber(count)} ${count === 1 ? 'item' : 'items'}`,
  delete: (name: string) => `Delete “${name}”`,
  deleted: (name: string) => `Deleted the tag “${name}”`,
  renamed: 'Changed the tag',
  changed: (count: number) => `Changed the tags of ${formatCount(count, 'item')}`,
  partly: 'on some of them',
  colors: colorWords,
} as const;

/** Why items belong together. */
export const likenessWords: Readonly<Record<Likeness, string>> = {
  family: 'Family',
  same_mail: 'Same email',
  same_image: 'Same picture',
  near_text: 'Nearly the same text',
  conversation: 'Conversation',
};

/** The details of one item. */
export const detailWords = {
  details: 'Details',
  title: 'Title',
  custodian: 'Custodian',
  source: 'Source',
  notRecorded: 'Not recorded',
  originalName: 'Original name',
  kind: 'Kind',
  pages: 'Pages',
  received: 'Received',
  hash: 'SHA-256',
  filedAs: 'Filed as',
  exhibits: 'Exhibits',
  problems: 'Problems',
  text: 'Text',
  hasText: 'Can be searched and copied',
  noText: 'None in the file',
  custody: 'Custody history',
  custodyNote: 'Recorded by the program; entries are never changed.',
  unnamed: 'Name not set',
  nothingChosen: 'Select an item to see its details and custody history.',
  pagesUnknown: 'Cannot be counted',
  recognizedText: (pages: number) =>
    `Recognized on ${formatNumber(pages)} ${pages === 1 ? 'page' : 'pages'}; it may contain mistakes`,
  needsOcr: 'Pictures, text not yet recognized',
  needsOcrLong: 'Pages are pictures whose text has not been recognized yet, so that a search cannot find it.',
  md5: 'MD5',
  sha1: 'SHA-1',
  copy: (what: string) => `Copy ${what}`,
  copied: (what: string) => `Copied ${what}`,
  bates: 'Bates seen',
  batesNote: 'As its production gives them, or as printed on its pages, read from the text.',
  collection: 'Collected',
  collectedAt: 'When',
  collectedBy: 'By whom',
  collectedWhere: 'Where',
  collectedHow: 'How',
  collectedAtHelp: 'A date such as 1/11/2021, or leave it empty.',
  collectedAtError: 'Type a date such as 1/11/2021.',
  collectedAtWrong: 'the collection date must be typed like 1/11/2021',
  note: 'Note',
  notePlaceholder: 'No note',
  marks: 'Reviewed, flagged',
  noClaimedDate: 'No claimed date',
  noConversation: 'No conversation',
  notAlike: 'No similar items',
  alikeTo: 'Similar:',
  tags: 'Tags',
  noTags: 'No tags',
  claims: 'What the file says about itself',
  claimsNote:
    'Written into the file by its author or a program, or given for it by the load file of its production. These are claims, not verified facts.',
  family: 'Family',
  thisItem: 'This item',
  showFamily: 'Show the list by family',
  conversation: 'Conversation',
  showConversation: 'Show the list by conversation',
  noSender: 'Sender not stated',
  more: (count: number) => `${formatNumber(count)} more`,
  unlock: 'Unlock…',
  recognize: 'Recognize text',
  password: 'Password',
  keepPassword: 'Keep the password in the matter',
  keepPasswordHelp:
    'Otherwise it is forgotten when the matter is closed. The original stays locked as it came.',
  unlockTitle: (title: string) => `Unlock “${title}”`,
  unlockNow: 'Unlock',
  unlocked: 'The file is unlocked for reading. The original is unchanged.',
} as const;

/** Parts of a report. */
export const lineWords = {
  none: 'None.',
  more: (count: number) => `and ${formatNumber(count)} more, not shown here`,
} as const;
