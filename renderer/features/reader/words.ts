import { capitalized } from '../../../shared/domain/capitalized.ts';
import { pagesInWords } from '../../../shared/domain/page-ranges.ts';
import { formatCount, formatNumber } from '../../client/index.ts';

/** A document’s own bookmarks. */
export const outlineWords = {
  title: 'Bookmarks',
  cut: 'The document has more bookmarks: past 50,000 of them, or 64 levels, they are not shown.',
  untitled: 'Untitled bookmark',
  open: (name: string) => `Open ${name}`,
  close: (name: string) => `Close ${name}`,
} as const;

/** What the reader says, whatever it shows. */
export const words = {
  find: 'Find in document',
  previousHit: 'Previous hit',
  nextHit: 'Next hit',
  listHits: 'List all hits',
  closeFind: 'Close find',
  notFound: 'Not found',
  searching: 'Searching…',
  hits: (count: number) => formatCount(count, 'hit'),
  firstHits: (hits: string) => `first ${hits}`,
  hitAt: (position: number, hits: string) => `${position} of ${hits}`,
  pagesOf: (title: string) => `Pages of ${title}`,
  textOf: (title: string) => `Text of ${title}`,
  /** The container of the page, which has a name of its own. */
  preview: (page: string) => `Preview: ${page}`,
  print: 'Print',
  export: 'Export original…',
  exported: (name: string) => `Exported ${name}, byte for byte the same as the original.`,
  in: 'In:',
  backTo: (title: string) => `Back to ${title}`,
  problems: (count: number) => formatCount(count, 'problem'),
  opening: (title: string) => `Opening ${title}…`,
  drawingPage: 'Drawing the page…',
  inBinder: 'its place in the binder',
} as const;

/** Recognized text, over the pages of a PDF or a picture. */
export const recognitionWords = {
  label: 'Recognized text',
  isRecognized: 'Recognized text: may be wrong.',
  again: 'Recognize again',
  waiting: (pages: readonly number[]) =>
    `${capitalized(pagesInWords(pages, 5))} ${pages.length === 1 ? 'is a picture' : 'are pictures'}; text on ${pages.length === 1 ? 'it is' : 'them is'} not recognized yet.`,
  recognize: 'Recognize text',
  busy: 'Recognizing text…',
  done: (pages: number) =>
    pages === 0 ? 'No text was found on these pages.' : `Recognized text on ${formatCount(pages, 'page')}`,
} as const;

/** Mails. */
export const mailWords = {
  headers: 'Message headers',
  message: 'Message',
  view: 'Message shown as',
  formatted: 'Formatted',
  plain: 'Plain text',
  asWritten: (date: string) => `as written: ${date}`,
  more: (count: number) => `and ${formatNumber(count)} more`,
  fewer: 'Show fewer',
  remote: (count: number) =>
    `${formatCount(count, 'item')} stored on other servers (such as pictures) ${count === 1 ? 'was' : 'were'} not loaded. Nothing is ever loaded from the network.`,
  attachments: (count: number) => formatCount(count, 'attachment'),
  open: (name: string) => `Open ${name}`,
  notTakenOut: 'could not be extracted',
  empty: 'This email has no text.',
  loading: 'Reading the email…',
} as const;

/** Texts, tables and Office documents. */
export const textWords = {
  office: 'This is the text of the file. Export the original to see its layout.',
  web: 'This is the text of the saved page. Export the original to see its layout.',
  view: 'Table shown as',
  table: 'Table',
  plain: 'Text',
  none: 'No text was found in this file.',
  notRead: 'The text of this file has not been read yet.',
  read: 'Read its text',
  reading: 'Reading the text…',
  loading: 'Loading…',
  partFailed: 'This part of the text could not be loaded.',
  continued: 'continued',
} as const;

/** Recordings. */
export const mediaWords = {
  player: (title: string) => `Recording: ${title}`,
  unplayable: 'This recording cannot be played here. Export the original.',
  transcript: 'Transcript',
  notes: 'Notes',
  transcriptOf: 'Transcript shown',
  import: 'Import transcript…',
  imported: (cues: number, unread: number) =>
    `Imported ${formatCount(cues, 'line')} of transcript.${unread > 0 ? ` The times of ${formatCount(unread, 'line')} could not be read, and ${unread === 1 ? 'it was' : 'they were'} left out.` : ''}`,
  remove: 'Delete transcript',
  removed: 'Deleted the transcript',
  noTranscript: 'No transcript yet. Import one that was made elsewhere (SubRip or WebVTT).',
  jump: (at: string) => `Go to ${at}`,
  addNote: (at: string) => `Add note at ${at}`,
  noteAt: (at: string) => `Note at ${at}`,
  edit: 'Edit note',
  delete: 'Delete note',
  noteAdded: (at: string) => `Added a note at ${at}`,
  noteDeleted: 'Deleted the note',
  noNotes: 'No notes yet. Press N to add one at the time being played.',
} as const;

/** Files that have nothing to show but what is known of them. */
export const cardWords = {
  isNative: 'This file is kept unaltered; it cannot be shown here. Export it to open it in its own program.',
  isEmpty: 'This file is empty (0 bytes): there is nothing in it to read. Ask for the file again.',
  isArchive: 'This file is kept unaltered. Each file in it was extracted as an item of its own.',
  isBuilt: 'This file has no pages to show. It is in the folder the exhibits were built into.',
  facts: 'About this file',
  kind: 'Kind',
  size: 'Size',
  name: 'Original name',
  sha256: 'SHA-256',
  claims: 'What the file says about itself',
  claimsHelp: 'Claims made by the file, not verified facts.',
  problems: 'Problems with the file',
  members: (count: number) => `Files inside it (${formatCount(count, 'item')})`,
  moreMembers: (count: number) =>
    `and ${formatNumber(count)} more: group the list of evidence by family to see all of them.`,
  locked: (title: string) => `“${title}” is protected by a password`,
  lockedHelp: 'The password opens the original for reading. The original is not changed.',
  password: 'Password',
  wrong: 'That password does not open this document.',
  keep: 'Keep the password in this matter',
  keepHelp: 'Otherwise it is forgotten when the matter is closed.',
  unlock: 'Open',
} as const;

/** A page. */
export const pageWords = {
  drawing: (page: number) => `Drawing page ${page}…`,
  takesLong: (page: number) =>
    `Page ${page} is taking a long time to draw. If it does not appear, it is skipped, and the other pages can be read.`,
} as const;

/** The panel beside the pages. */
export const panelWords = {
  show: 'Show side panel',
  hide: 'Hide side panel',
  label: 'Beside the pages',
  width: 'Width of the side panel',
  showNotes: 'Show notes',
  hideNotes: 'Hide notes',
  notesWidth: 'Width of the notes',
  pages: 'Pages',
  bookmarks: 'Bookmarks',
  hits: 'Hits',
  notes: 'Notes',
  pagesOf: (title: string, count: number) => `Pages of ${title}, ${formatCount(count, 'page')}`,
  notShown: 'Not shown',
  page: (page: number, label: string | null) => (label === null ? `Page ${page}` : `Page ${page}, ${label}`),
  noSearch: 'No search yet',
  noSearchHelp: 'Type words into “Find in document”: every place they occur is listed here.',
  none: (query: string) => `Nothing found for “${query}”.`,
  searching: (hits: string) => `Searching… ${hits} so far`,
  found: (hits: string, pages: string) => `${hits} on ${pages}`,
  cut: (hits: string) => `The first ${hits}; add words to narrow the search`,
  hitsFor: (query: string, hits: string) => `Hits for “${query}”, ${hits}`,
} as const;

/** How pages are shown, and what can be done with a document. */
export const toolWords = {
  pages: 'Pages',
  back: 'Back',
  forward: 'Forward',
  page: 'Page',
  of: (page: number, count: number, hasLabel: boolean) => (hasLabel ? `${page} of ${count}` : `of ${count}`),
  noPage: (typed: string) => `No page “${typed}”`,
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  fitWidth: 'Fit width',
  fitPage: 'Fit page',
  more: 'More for this document',
  isOn: 'shown now',
  continuous: 'Continuous pages',
  single: 'One page at a time',
  two: 'Two pages side by side',
  cover: 'First page alone, as a cover',
  turn: 'Rotate view',
  callOut: 'Call out a passage',
  whereElse: 'Where else this is…',
  copyCite: 'Copy with cite',
  newTab: 'New tab',
  beside: 'Split side by side',
  below: 'Split one below the other',
  join: 'Close the split',
  move: 'Move to the other side',
  newWindow: 'Open in new window',
  present: 'Present',
  leavePresent: 'Leave presentation',
  presenting: (title: string) => `Presentation of ${title}`,
  linkOut: (uri: string) => `This link goes outside Forthwith: ${uri}`,
  copyAddress: 'Copy address',
  copied: (cite: string) => `Copied with its cite: ${cite}`,
  nothingSelected: 'Select words on a page first.',
} as const;

/** Open documents. */
export const deskWords = {
  none: 'Nothing open',
  noneHelp: 'Choose an item of evidence, a docket document or a built exhibit to read it here.',
  newTab: 'New tab',
  newTabHelp: 'The next document you open appears here.',
  tabs: 'Open documents',
  close: (title: string) => `Close ${title}`,
  side: (number: number) => (number === 0 ? 'First document' : 'Second document'),
  width: 'Width of the second document',
  height: 'Height of the second document',
  gone: 'The matter was closed',
  goneHelp: 'This window belongs to it. Open the matter again in the main window.',
} as const;

/** A passage enlarged over its page. */
export const callOutWords = {
  label: (cite: string) => `Passage called out: ${cite}`,
  close: 'Close passage',
  drawing: 'Drawing the passage…',
  failed: 'The passage could not be drawn.',
  choose:
    'Choose an area. Drag over the page, or move the frame with the arrow keys, change its size with Shift and the arrow keys; Enter shows it, Escape leaves.',
  hint: 'Drag over the passage, or move the frame by keys',
} as const;
