import type { BatesState } from '../../../shared/model/exhibits.ts';

/** The list of exhibit sets. */
export const setWords = {
  sets: 'Exhibit sets',
  setsTab: 'Sets',
  ledger: 'Bates ledger',
  newSet: 'New exhibit set…',
  back: 'All exhibit sets',
  name: 'Name',
  exhibits: 'Exhibits',
  pages: 'Pages',
  labels: 'Labels',
  bates: 'Bates',
  noBates: 'No Bates numbers',
  builtAt: 'Last built',
  never: 'Not yet',
  state: 'State',
  sealed: 'Sealed',
  open: 'Open',
  edit: 'Edit exhibit set…',
  delete: 'Delete exhibit set',
  emptyTitle: 'No exhibit sets yet',
  emptyBody:
    'An exhibit set puts chosen evidence in order, gives each item its label and Bates numbers, and builds the binder you file.',
  facts: 'About this set',
  withSlipSheets: 'Slip sheets',
  noSlipSheets: 'No slip sheets',
  withStickers: 'Stickers',
  noStickers: 'No stickers',
  sealedAt: (at: string) => `Sealed ${at}.`,
} as const;

/** The dialog for a new set, or one that stands. */
export const formWords = {
  newTitle: 'New exhibit set',
  editTitle: 'Edit exhibit set',
  create: 'Create exhibit set',
  save: 'Save',
  namePlaceholder: 'Exhibits to the TRO motion',
  labels: 'Labels',
  letters: 'Letters',
  numbers: 'Numbers',
  prefix: 'Numbers with a prefix',
  labelPrefix: 'Label prefix',
  bates: 'Stamp Bates numbers',
  batesPrefix: 'Prefix',
  batesDigits: 'Digits',
  batesStart: 'First number',
  batesPreview: 'Prints as',
  batesNote:
    'A page keeps the number it once got under a prefix, in every set. Slip sheets and the index take none.',
  slipSheets: 'Slip sheets',
  slipSheetsHelp: 'A page with the label and title before each exhibit.',
  stickers: 'Exhibit stickers',
  stickersHelp: 'A small label on the first page of each exhibit, where there is room.',
  relabelNote: 'Labels already given stay. Use “Relabel in order…” to give them anew.',
} as const;

/** The exhibits of a set. */
export const words = {
  add: 'Add evidence…',
  build: 'Build…',
  more: 'More actions',
  label: 'Label',
  title: 'Title',
  pages: 'Pages',
  bates: 'Bates numbers',
  batesState: 'State',
  problem: 'Problem',
  pagesUnknown: 'Cannot be counted',
  exhibits: 'Exhibits',
  builds: 'Builds',
  open: 'Open in reader',
  edit: 'Edit title and label…',
  insertAfter: (label: string) => `Insert evidence after ${label}…`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveTo: 'Move to position…',
  remove: 'Remove from set',
  relabel: 'Relabel in order…',
  seal: 'Seal exhibit set…',
  emptyTitle: 'This set has no exhibits yet',
  emptyBody: 'Add evidence in the order it should stand. Labels and Bates numbers are given as you go.',
  sealedNote:
    'Labels, order and Bates numbers stay as they are. A late exhibit can still be added; it takes the next free numbers.',
  building: 'Building exhibits',
  cancel: 'Cancel',
} as const;

/** What each state of Bates numbers is called, and what it means. */
export const batesStateWords: Readonly<Record<BatesState, { name: string; meaning: string }>> = {
  planned: { name: 'Planned', meaning: 'May still change until the set is built.' },
  reserved: { name: 'Reserved', meaning: 'Given by a build; stays with its page.' },
  used: { name: 'Used', meaning: 'In a sealed set; never given again.' },
  void: { name: 'Void', meaning: 'Withdrawn; never given again.' },
};

/** Choosing evidence for a set. */
export const pickWords = {
  addTitle: (set: string) => `Add evidence to “${set}”`,
  insertTitle: (label: string) => `Insert evidence after ${label}`,
  filter: 'Filter evidence',
  list: 'Evidence',
  insertNote: (label: string) =>
    `The new exhibits follow ${label}. Every other exhibit keeps its label and its Bates numbers.`,
  already: (label: string) => `Already ${label}`,
  noneChosen: 'Choose items in the order they should stand.',
  chosen: 'Will be added as',
  add: (count: number) =>
    count === 0 ? 'Add exhibits' : `Add ${count === 1 ? '1 exhibit' : `${count} exhibits`}`,
  nothingFound: 'No evidence matches.',
  noEvidence: 'There is no evidence in this matter yet. Add files in the Evidence area first.',
  more: (count: number) => `${count.toLocaleString('en-US')} more. Type to narrow the list.`,
  toSetTitle: (count: number) =>
    count === 1 ? 'Add 1 item to an exhibit set' : `Add ${count} items to an exhibit set`,
  set: 'Exhibit set',
  place: 'Place',
  atEnd: 'At the end',
  after: (label: string, title: string) => `After ${label} · ${title}`,
  newSet: 'New set…',
} as const;

/** Moving, relabelling, editing, sealing. */
export const editWords = {
  editTitle: (label: string) => `Exhibit ${label}`,
  titleHelp: 'As it stands on the slip sheet and in the index.',
  labelInvalid: 'Use letters, digits, points and hyphens, with a letter or digit at both ends.',
  moveTitle: (labels: string) => `Move ${labels}`,
  position: 'Position',
  positionHelp: (count: number) => `1 is first, ${count} is last.`,
  move: 'Move',
  relabelTitle: 'Relabel in order',
  relabelNote:
    'Labels are given anew in the present order. Papers that already cite a label will no longer match where it changes.',
  relabelNothing: 'The labels already run in order; nothing would change.',
  relabel: (count: number) => `Relabel ${count === 1 ? '1 exhibit' : `${count} exhibits`}`,
  was: 'Was',
  now: 'Now',
  sealTitle: 'Seal this exhibit set?',
  sealBody:
    'Seal a set once it is filed or served. Its labels, order and Bates numbers then stay for good: nobody can change or reuse them, and sealing cannot be undone.',
  sealNumbers: (first: string, last: string) => `Bates numbers ${first} to ${last} become used.`,
  sealLate: 'A late exhibit can still be added. It takes a label in between and the next free Bates numbers.',
  sealNeedsBuild: 'The set has to be built first, so that its numbers stand on real pages.',
  seal: 'Seal for good',
} as const;

/** What a build ends with. */
export const buildWords = {
  resultTitle: (set: string) => `“${set}” was built`,
  openBinder: 'Open binder',
  showFolder: 'Show in folder',
  done: 'Done',
  binder: 'Binder',
  index: 'Index',
  manifest: 'Manifest',
  builds: 'Builds',
  exhibit: 'Exhibit',
  file: 'File',
  files: 'Files',
  open: 'Open',
  openFile: (file: string) => `Open ${file}`,
  inFolder: (folder: string, zone: string) => `In the folder “${folder}”. Times are ${zone}.`,
  pages: 'Pages in file',
  bates: 'Bates numbers',
  findings: 'Findings',
  noFindings: 'Nothing to report.',
  notCurrent: 'Set changed since',
  current: 'As the set stands',
  emptyTitle: 'Not built yet',
  emptyBody: 'Build the set to get the binder, one PDF per exhibit, the index and a manifest of hashes.',
  toast: (set: string) => `“${set}” was built.`,
} as const;

/** The ledger of Bates numbers. */
export const ledgerWords = {
  prefix: 'Prefix',
  nextFree: 'Next free number',
  numbers: 'Numbers',
  state: 'State',
  item: 'Evidence',
  pages: 'Pages',
  reason: 'Reason',
  emptyTitle: 'No Bates numbers given yet',
  emptyBody: 'Numbers appear here once a set with Bates numbers is built. A number is never given twice.',
} as const;
