import { noteKindWords } from '../../../shared/domain/notes/report.ts';
import type { NoteKind } from '../../../shared/model/notes.ts';
import { formatCount, formatNumber } from '../../client/index.ts';
import type { NoteGrouping } from './list/notes-view.ts';

/** What each kind of note is called. */
export const kindWords = noteKindWords;

/** What was done, by kind. */
const doneWords: Readonly<Record<NoteKind, string>> = {
  highlight: 'Highlighted the words',
  underline: 'Underlined the words',
  box: 'Drew a box',
  note: 'Added a note',
  bookmark: 'Bookmarked the page',
  redaction: 'Marked for redaction',
};

/** Marks on pages, and what is offered beside selected words. */
export const markWords = {
  added: (kind: NoteKind) => doneWords[kind],
  deleted: (count: number) => `Deleted ${formatCount(count, 'note')}`,
  changed: (count: number) => `Changed ${formatCount(count, 'note')}`,
  placed: (kind: NoteKind) => (kind === 'redaction' ? 'Moved the mark' : 'Moved the box'),
  by: (author: string) => ` by ${author}`,
  tags: (names: string) => `Tags: ${names}.`,
  moved: 'Moved',
  movedLong: 'Its words are now elsewhere on the page.',
  lost: 'Words not found',
  lostLong: 'Its words are not on the page any more; this is where they stood.',
  selectionBar: 'Mark selected words',
  highlight: 'Highlight',
  underline: 'Underline',
  note: 'Add note',
  fact: 'Add as a fact',
  factAt: (at: string) => `Add a fact for what is at ${at}`,
  color: (name: string) => `Color of marks: ${name}`,
  colors: 'Color of marks',
  redaction: 'Mark for redaction',
  notApplied: 'not applied',
  markAll: (count: number) =>
    count === 0
      ? 'Mark all hits for redaction'
      : `Mark ${count === 1 ? 'the hit' : `all ${formatNumber(count)} hits`} for redaction`,
  allMarked: (added: number, known: number) =>
    `Marked ${formatCount(added, 'place')} for redaction${known === 0 ? '' : `; ${formatCount(known, 'was', 'were')} marked already`}`,
  noneMarked: 'All of these places are marked for redaction already.',
  box: 'Draw a box',
  pageNote: 'Add note to page',
  bookmark: 'Bookmark page',
  removeBookmark: 'Remove bookmark of page',
} as const;

/** Words in a sealed frame: a mail as it was formatted. */
export const sealedWords = {
  label: 'Notes on this message',
  where: 'Words are marked in the plain text of an email.',
  stand: (count: number) =>
    `${formatCount(count, 'note')} ${count === 1 ? 'is' : 'are'} on the plain text of this email.`,
  told: 'The formatted view of an email is sealed off, so that nothing in it can act or report back. Show its plain text, then select the words and mark them there.',
  show: 'Show plain text',
} as const;

/** A box while it is drawn. */
export const boxWords = {
  role: 'Box to place',
  name: (kind: 'box' | 'redaction', page: number) =>
    kind === 'box' ? `Box on page ${page}` : `Mark for redaction on page ${page}`,
  placedName: (kind: 'box' | 'redaction', page: number) =>
    kind === 'box'
      ? `Box to move or resize on page ${page}`
      : `Mark for redaction to move or resize on page ${page}`,
  help: 'Arrow keys move the box, with Shift they change its size, with Alt in small steps. Enter keeps it, Escape cancels.',
  hint: {
    box: 'Drag to draw a box · Arrows move, Shift+arrows resize, Enter keeps, Esc cancels',
    redaction:
      'Drag over what is to be redacted · Arrows move, Shift+arrows resize, Enter keeps, Esc cancels',
  },
  placedHint: 'Arrows move, Shift+arrows resize, Enter keeps, Esc cancels · or drag a new place',
  keys: 'M moves or resizes it.',
  at: (left: string, top: string, width: string, height: string) =>
    `${left} in from the left, ${top} in from the top, ${width} by ${height} in`,
} as const;

/** The editor of one note. */
export const editorWords = {
  title: (kind: NoteKind, where: string) => (where === '' ? kindWords[kind] : `${kindWords[kind]}, ${where}`),
  text: 'Note',
  bookmarkText: 'Name',
  reason: 'Reason or basis',
  reasonHelp:
    'As the redaction would be explained: “SSN, Fed. R. Civ. P. 5.2(a)(1)”, “Privileged”. Ctrl+Enter saves, Escape cancels.',
  notApplied: 'Not applied: “Redact a copy…” in Evidence removes what is marked, from a copy.',
  textHelp: 'Ctrl+Enter saves, Escape cancels.',
  /** @param tooLong the message about its length */
  cut: (tooLong: string) => `${tooLong} Its end is left out.`,
  color: 'Color',
  tags: 'Tags and issue codes',
  tagNotAdded: (name: string) => `The tag “${name}” was not added: its name was typed but not confirmed.`,
  noTags: 'No tags',
  newTag: 'New tag or issue code…',
  workProduct: 'Work product',
  workProductHelp: 'Left out of everything produced or shared, unless you choose to include it.',
  add: 'Add note',
  place: 'Move or resize',
  delete: 'Delete',
  by: (author: string, when: string) => (author === '' ? when : `${author}, ${when}`),
  changedAt: (when: string) => `changed ${when}`,
} as const;

/** The notes of the open item. */
export const panelWords = {
  notes: 'Notes of this document',
  all: 'All kinds',
  kind: 'Kind',
  tag: 'Tag',
  anyTag: 'All tags',
  loading: 'Reading the notes…',
  none: 'No notes yet',
  noneHelp:
    'Select words to highlight, underline or mark them for redaction, or draw a box, add a note or bookmark a page above.',
  noneReadOnly: 'Nothing was marked in this document.',
  noneOfPart: 'Select words in the text and add a note on them, or add one on the document as a whole.',
  noneMatch: 'No note of this document matches.',
  clear: 'Show all',
  addToSelection: 'Note on selected words',
  addToItem: 'Note on document',
  count: (shown: number, total: number) =>
    shown === total ? formatCount(total, 'note') : `${formatNumber(shown)} of ${formatCount(total, 'note')}`,
  page: (page: number) => `p. ${page}`,
  part: (part: number) => `part ${part}`,
  whole: 'whole document',
  edit: (name: string) => `Edit: ${name}`,
  delete: (name: string) => `Delete: ${name}`,
  noWords: 'Nothing is selected in the text. Select the words first.',
} as const;

/** The area of all notes. */
export const words = {
  notes: 'Notes',
  filterField: 'Filter notes',
  filter: 'Filter',
  narrowed: (count: number) => `Filter, ${count} in use`,
  inUse: 'Filters in use',
  remove: (label: string) => `Remove filter: ${label}`,
  removeAll: 'Remove all',
  kind: 'Kind',
  tags: 'Tags',
  issues: 'Issue codes',
  author: 'Author',
  noAuthor: 'Not named',
  workProduct: 'Work product',
  notWorkProduct: 'Not work product',
  either: 'Either',
  more: 'More actions',
  groupBy: 'Group by',
  showArchived: 'Show notes of archived items',
  export: 'Export notes…',
  exportChosen: 'Export…',
  open: 'Open in reader',
  editTags: 'Tags and issue codes…',
  tagsShort: 'Tags…',
  color: 'Color',
  markWorkProduct: 'Mark as work product',
  unmarkWorkProduct: 'Not work product',
  delete: 'Delete',
  selected: (count: number) => `${formatNumber(count)} selected`,
  noneSelected: 'None selected',
  clearSelection: 'Clear selection',
  selection: 'Selected notes',
  details: 'Details of the note',
  several: (count: number) =>
    `${formatCount(count, 'note')} selected. A change above applies to all of them at once.`,
  quote: 'Words',
  document: 'Document',
  place: 'Place',
  note: 'Note',
  date: 'Changed',
  count: (shown: number, total: number) =>
    shown === total ? formatCount(total, 'note') : `${formatNumber(shown)} of ${formatCount(total, 'note')}`,
  emptyTitle: 'No notes yet',
  emptyBody:
    'Open a document and select words to highlight, underline or mark them for redaction, draw a box, add a note or bookmark a page. Notes are kept in this matter; originals never change.',
  emptyReadOnly: 'This matter is open read-only, so notes cannot be added here.',
  emptyAction: 'Go to evidence',
  nothingFound: (filter: string) =>
    filter.trim() === '' ? 'Nothing matches the filters' : `Nothing matches “${filter}”`,
  nothingFoundBody: 'Every word must occur in the words marked, the note, the title, the tags or the author.',
  clearFilter: 'Clear filter',
  loading: 'Reading the notes…',
} as const;

/** How the list can be put into groups. */
export const groupingWords: Readonly<Record<NoteGrouping, string>> = {
  none: 'Nothing',
  item: 'Document',
  kind: 'Kind',
  author: 'Author',
};

/** Tags of several notes. */
export const tagsWords = {
  title: (count: number) => `Tags of ${formatCount(count, 'note')}`,
  apply: 'Apply',
} as const;

/** Writing notes to files. */
export const exportWords = {
  title: 'Export notes',
  form: 'Format',
  csv: 'Table (CSV)',
  csvHelp: 'One row for each note: document, page, cite, words, note, tags, author and date.',
  docx: 'Report (Word)',
  docxHelp: 'Notes by document, in the order of their pages, to read and to file.',
  pdf: 'Annotated copies (PDF)',
  pdfHelp:
    'A copy of each PDF with its notes as annotations that other programs show. Originals stay as they are.',
  which: 'Notes',
  all: (count: number) => `All notes (${formatNumber(count)})`,
  chosen: (count: number) => `Selected (${formatNumber(count)})`,
  shown: (count: number) => `As filtered (${formatNumber(count)})`,
  include: 'Include work product',
  leftOut: (count: number) =>
    count === 0
      ? 'No note here is marked as work product.'
      : `${formatCount(count, 'note')} marked as work product ${count === 1 ? 'is' : 'are'} left out.`,
  warning: (count: number) =>
    `This export will include ${formatCount(count, 'note')} marked as work product. Do not produce it, file it or give it to the other side.`,
  noneLeft: 'Every note here is marked as work product, so nothing would be written.',
  export: 'Export…',
  stop: 'Stop',
  running: 'Exporting notes',
  fileName: (title: string) => `${title} - notes`,
  done: (notes: number, files: number) =>
    `Exported ${formatCount(notes, 'note')} to ${formatCount(files, 'file')}.`,
  doneOmitted: (count: number) => ` Left out ${formatCount(count, 'note')} marked as work product.`,
  resultTitle: 'Notes were exported',
  resultProblems: 'What needs a look',
  stopped: 'The export was stopped. Nothing was written.',
} as const;
