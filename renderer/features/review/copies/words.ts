import { formatCount, formatNumber } from '../../../client/index.ts';

/** Text about review copies: making, merging, listing them, and being one. */
export const copyWords = {
  makeTitle: 'Make review copy',
  makeBody:
    'One encrypted file for a colleague, with the items chosen here and nothing else. Originals, deadlines, exhibits and the history of this matter stay here.',
  items: 'Items',
  selected: (count: number) => `Selected items (${formatNumber(count)})`,
  queue: (name: string, count: number) => `Queue “${name}” (${formatNumber(count)})`,
  all: (count: number) => `All evidence (${formatNumber(count)})`,
  noItems: 'There are no items to share.',
  name: 'Name of the copy',
  namePlaceholder: 'For whom, such as “R. Okafor, second review”',
  nameMissing: 'Name the copy, so that you recognize it when it comes back.',
  passphrase: 'Passphrase',
  passphraseMissing: 'A review copy needs a passphrase.',
  passphraseHelp: 'Your colleague needs it to open the file. Nobody can recover it.',
  strengths: {
    weak: 'Weak: others could guess it. Four or five words are better.',
    fair: 'Fair: one more word would make it strong.',
    strong: 'Strong.',
  },
  mode: 'What your colleague can do',
  read: 'Read only',
  readBody: 'Nothing in the copy can be changed.',
  comment: 'Notes and coding',
  commentBody: 'Notes and coding can be added, and come back when the copy is merged.',
  goesAlong: 'What to include',
  notes: 'Notes on these items',
  workProduct: 'Notes marked as work product too',
  workProductWarning:
    'Work product is included. Make sure that whoever receives the copy may see the thoughts of counsel.',
  coding: 'Coding of these items',
  docket: 'Docket',
  make: 'Make copy…',
  making: 'Making the review copy',
  keepWorking: 'Close and keep working',
  made: 'Review copy made',
  madeOf: (file: string, items: number) => `“${file}” holds ${formatCount(items, 'item')}.`,
  madeNotes: (notes: number, leftOut: number) =>
    leftOut === 0
      ? `${formatCount(notes, 'note')} included.`
      : `${formatCount(notes, 'note')} included; ${formatNumber(leftOut)} left out as work product.`,
  madeNext: 'Send the passphrase separately from the file.',
  toastMade: (name: string) => `Made the review copy “${name}”`,
  cancelled: 'The review copy was not made.',

  mergeTitle: 'Merge review copy',
  mergeBody:
    'Brings in a colleague’s notes and coding. What was changed in both places becomes a conflict to settle; nothing is lost. Merging the same copy twice changes nothing.',
  file: 'File',
  chooseFile: 'Choose file…',
  noFile: 'No file chosen',
  fileMissing: 'Choose the file your colleague returned.',
  copyPassphrase: 'Passphrase of the copy',
  merge: 'Merge',
  merging: 'Merging the review copy',
  merged: 'Review copy merged',
  mergedNothing: 'Everything in this copy was already here. Nothing was changed.',
  part: 'What came back',
  added: 'Added',
  updated: 'Changed',
  deleted: 'Deleted',
  unchanged: 'Unchanged',
  conflicts: 'Conflicts',
  notesRow: 'Notes',
  codingsRow: 'Coding',
  tagsAdded: (names: readonly string[]) =>
    `${names.length === 1 ? 'New tag from' : 'New tags from'} the copy: ${names.join(', ')}.`,
  apart:
    'A different version of this copy was merged before, and the two were edited separately. This one is kept as a separate copy: anything changed in both is a conflict, and neither overwrote the other.',
  skipped: (count: number) =>
    `${formatCount(count, 'note or coding', 'notes and codings')} could not be merged: they belong to items that were not in the copy, or are damaged.`,
  conflictsToSettle: (count: number) =>
    `${formatCount(count, 'conflict')} to settle. Until then, what was already here stays in effect.`,
  goToConflicts: 'Go to conflicts',
  toastMerged: 'Merged the review copy',

  listTitle: 'Review copies',
  listEmptyTitle: 'No review copies yet',
  listEmptyBody: 'Copies made of this matter are listed here, with when they came back.',
  columns: {
    name: 'Name',
    mode: 'Allows',
    items: 'Items',
    made: 'Made',
    back: 'Came back',
  },
  modes: { read: 'Read only', comment: 'Notes, coding' },
  notBack: 'Not yet',
  status: (count: number) => formatCount(count, 'copy', 'copies'),

  banner: (name: string) => `Review copy “${name}”.`,
  bannerRead: 'It can be read, searched and printed. Nothing in it can be changed.',
  bannerComment:
    'You can read and code items and add notes; nothing else can be changed. Return this file to whoever gave it to you to have your notes and coding merged.',
  bannerFrom: (by: string, day: string) => `Made by ${by}, ${day}.`,
} as const;
