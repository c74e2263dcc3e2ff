import { capitalized } from '../../../shared/domain/capitalized.ts';
import type { DocketRole } from '../../../shared/model/docket.ts';
import { formatNumber } from '../../client/index.ts';

/** What an entry is in the course of a motion. */
export const roleWords: Readonly<Record<DocketRole, string>> = {
  complaint: 'Complaint',
  answer: 'Answer',
  motion: 'Motion',
  opposition: 'Opposition',
  reply: 'Reply',
  support: 'In support',
  exhibit: 'Exhibit',
  order: 'Order',
  notice: 'Notice',
  hearing: 'Hearing',
  judgment: 'Judgment',
  appeal: 'Appeal',
  other: 'Other',
};

/** The views of the docket and what is shown in them. */
export const viewWords = {
  views: 'View of the docket',
  list: 'List',
  threads: 'Threads',
  timeline: 'Timeline',
  parties: 'Parties',
  shown: 'Entries shown',
  all: 'All entries',
  openMotions: 'Open motions',
  unread: 'Unread',
  withDocument: 'With document',
  withoutDocument: 'Without document',
  textOnly: 'Text only',
  sealed: 'Sealed or restricted',
  gone: 'No longer listed',
  byParty: (party: string) => `By ${party}`,
  filterParties: 'Filter parties',
  more: 'More actions',
  hideDetails: 'Hide details',
  showDetails: 'Show details',
  markAllRead: 'Mark all shown as read',
  foldAll: 'Collapse all threads',
  unfoldAll: 'Expand all threads',
  'docket.import': 'Import docket…',
  'docket.export': 'Export docket…',
  'docket.print': 'Print docket…',
  counted: (shown: string, all: string) => `${shown} of ${all}`,
  selected: (count: number) => `${formatNumber(count)} selected`,
} as const;

/** Marks beside an entry. */
export const markWords = {
  unread: 'Unread',
  open: 'Open',
  openTitle: 'A motion that no order has decided',
  sealed: 'Sealed',
  restricted: 'Restricted',
  restrictedTitle: 'The court does not let everyone see the document',
  gone: 'No longer listed',
  goneTitle: 'Listed in an earlier docket sheet, but not in the latest',
  exhibit: (label: string, others: number) => `Ex. ${label}${others > 0 ? ` +${others}` : ''}`,
  linked: 'Linked',
  textOnly: 'Text only',
  noText: 'Text not known yet',
  enteredTitle: 'Entered; the date filed is not known',
} as const;

/** The details of one entry, or of several. */
export const detailWords = {
  details: 'Details',
  nothingChosen: 'Select an entry to see its whole text and what belongs to it.',
  unnumbered: 'Entry without a number',
  undated: 'No date',
  heading: (number: string) => `Entry ${number}`,
  filed: 'Filed',
  entered: 'Entered',
  filer: 'Filed by',
  attorney: 'Attorney',
  shortText: 'Short text',
  feeNote: 'Fee',
  size: 'Document',
  documentId: 'Document id',
  documentUrl: 'On the court’s site',
  linkedDocument: 'In evidence',
  belongsUnder: 'Belongs under',
  chosenByHand: 'moved there by hand',
  atTop: 'Nothing; it begins a thread',
  under: 'Under it',
  refersTo: 'Refers to',
  attachments: 'Attachments',
  copy: 'Copy',
  copyAddress: 'Copy address',
  copied: 'Copied the text',
  notHeld: (number: string) => `${number} (not in this docket)`,
  more: (count: number) => `and ${formatNumber(count)} more`,
  chosen: (count: number) => `${formatNumber(count)} entries selected`,
  chosenDocuments: (count: number) =>
    count === 0
      ? 'None of them has a document in evidence.'
      : `${formatNumber(count)} of them ${count === 1 ? 'has' : 'have'} a document in evidence.`,
} as const;

/** Threads and moving entries in them. */
export const threadWords = {
  entry: 'Entry',
  kind: 'Kind',
  move: 'Move under…',
  moveTitle: (name: string) => `Move ${name} under another entry`,
  moveHelp: 'Choose the entry it belongs under. Entries already under it are not offered.',
  moveHere: 'Move',
  toTop: 'Begin a thread',
  automatic: 'Back to automatic',
  find: 'Find an entry',
  moved: (name: string, under: string) => `Moved ${name} under ${under}`,
  movedToTop: (name: string) => `${capitalized(name)} begins a thread`,
  movedBack: (name: string) => `${capitalized(name)} is back where its text puts it`,
  underIt: (count: number) => `${formatNumber(count)} under it`,
  chosenByHand: 'Moved by hand',
} as const;

/** Choosing an entry from another area. */
export const pickWords = {
  entry: 'Docket entry',
  none: 'None linked',
  chooseEntry: 'Choose entry…',
  pickEntry: 'Choose the docket entry',
  gone: 'No longer there',
  find: 'Find an entry',
  emptyText:
    'Import the court’s docket sheet or add entries in the Docket area first; then they can be linked here.',
} as const;

/** The picture of the docket in time. */
export const timelineWords = {
  label: (lanes: string, entries: string, from: string, to: string) =>
    `Timeline by ${lanes}: ${entries}, ${from} to ${to}. Arrow keys move between marks; Enter opens.`,
  lanes: 'Lanes',
  byRole: 'By kind',
  byParty: 'By filer',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  today: 'Today',
  list: 'Entries of the timeline',
  showAll: 'Show all',
  allDated: 'All dated entries, by date',
  ofMark: (count: string, lane: string, dates: string) => `${count} · ${lane} · ${dates}`,
  undated: (count: number) =>
    `${formatNumber(count)} ${count === 1 ? 'entry has' : 'entries have'} no date and ${count === 1 ? 'is' : 'are'} not in the picture.`,
  emptyTitle: 'Nothing to place in time',
  emptyText: 'None of the entries shown has a date.',
  openMotion: 'open motion',
} as const;

/** The page of parties. */
export const partyWords = {
  title: 'Parties and counsel',
  captionTitle: 'Caption',
  court: 'Court',
  number: 'Number',
  showFilingsOf: (filings: string, party: string) => `Show ${filings} of ${party}`,
  showFilings: (count: string) => `Show ${count}`,
  noFilings: 'No filings in the docket',
  noAttorney: 'No attorney is listed.',
  terminatedOn: (date: string) => `Terminated ${date}`,
  copyContact: (name: string) => `Copy contact of ${name}`,
  contactCopied: 'Copied the contact',
  emptyTitle: 'No parties yet',
  emptyText:
    'Parties, attorneys and the caption come with the court’s docket sheet. Import one to see them here.',
  import: 'Import docket…',
  nothingFound: 'No party or attorney matches',
  reading: 'Reading the parties…',
} as const;

/** Exporting and printing. */
export const outputWords = {
  exportTitle: 'Export docket',
  printTitle: 'Print docket',
  format: 'Format',
  csv: 'Table (CSV)',
  csvHelp: 'For a spreadsheet; can be imported again.',
  json: 'JSON',
  jsonHelp: 'Everything that is known of each entry; can be imported again.',
  pdf: 'Docket sheet (PDF)',
  pdfHelp: 'Caption, parties and entries on letter pages.',
  entries: 'Entries',
  all: 'All entries',
  shown: 'Entries shown now',
  selected: 'Selected entries',
  export: 'Export…',
  print: 'Print…',
  exported: (entries: string, name: string) => `Exported ${entries} to “${name}”`,
  exportedPdf: (pages: string, name: string) => `Exported the docket to “${name}”, ${pages}`,
  printed: (pages: string) => `the docket, ${pages},`,
  exportDocuments: 'Export documents…',
  documentsExported: (count: string, folder: string, without: number) =>
    `Exported ${count} to “${folder}”.${
      without === 0
        ? ''
        : ` ${formatNumber(without)} of the entries ${without === 1 ? 'has' : 'have'} no document in evidence.`
    }`,
  noDocuments: 'None of these entries has a document in evidence to export.',
  fileName: (matter: string) => `${matter} docket`,
} as const;

/** The lanes of the timeline. */
export const laneWords = {
  roles: {
    pleadings: 'Pleadings',
    motions: 'Motions',
    responses: 'Oppositions, replies',
    support: 'Declarations, exhibits',
    hearings: 'Hearings',
    orders: 'Orders, judgments',
    appeals: 'Appeals',
    notices: 'Notices',
    other: 'Other',
  },
  others: (count: number) => `${formatNumber(count)} other filers`,
  court: 'Court',
  unnamed: 'Filer not named',
} as const;

/** Over the columns of lists of entries. */
export const columnWords = {
  number: 'No.',
  noNumber: 'No number',
  filedOn: 'Filed',
  text: 'Docket text',
  filer: 'Filed by',
  document: 'Document',
} as const;

/** What the docket says. */
export const docketWords = {
  onlyOne: 'Select one entry only.',
  neverUnread: 'Only entries that came from the court can be unread.',
  noDocuments: 'No selected entry has a document.',
  title: 'Docket',
  addTitle: 'Add a docket entry',
  editTitle: (name: string) => `Edit ${name}`,
  number: 'Number',
  numberHelp: '34, or 34-1 for an attachment',
  numberWrong: 'Enter the number as 34 or 34-1, or leave it empty for a text-only entry.',
  filedOn: 'Filed',
  enteredOn: 'Entered',
  text: 'Text of the entry',
  textMissing: 'The entry needs its text.',
  filer: 'Filed by',
  textOnly: 'Text-only entry, no document',
  sealed: 'Sealed',
  addEntry: 'Add entry',
  addEntryMenu: 'Add entry…',
  addFirst: 'Add the first entry…',
  importFirst: 'Import docket…',
  showAll: 'Show all entries',
  reading: 'Reading the docket…',
  actions: 'Actions',
  goTo: (name: string) => `Go to entry ${name}`,
  linkTitle: (name: string) => `Link ${name} to its document`,
  added: (name: string) => `Added ${name}`,
  deleted: (name: string) => `Deleted ${name}`,
  changed: (name: string) => `Changed ${name}`,
  linked: (name: string) => `Linked ${name}`,
  unlinked: (name: string) => `Unlinked ${name}`,
  notLinked: (name: string) => `No document is linked to ${name}.`,
  open: 'Open document',
  edit: 'Edit…',
  attach: 'Add an attachment…',
  link: 'Link to evidence…',
  linkOther: 'Link to other evidence…',
  unlink: 'Unlink the document',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  filter: 'Filter docket',
  emptyTitle: 'The docket is empty',
  emptyText:
    'Import the court’s docket sheet or notices, or add entries by hand. Each can be linked to its document in the evidence.',
  emptyReadOnly: 'This matter is open read-only, so entries cannot be added here.',
  nothingFound: 'No entry matches',
  nothingSaved: 'No entry matches the choice above.',
  nothingFoundText: 'Every word typed must occur in the number, the text or the filer.',
} as const;

/** Reading a thread document by document. */
export const readingWords = {
  title: 'Documents of this thread',
  progress: (read: number, all: number) => `${read} of ${all} read`,
  at: (at: number, all: number, name: string) => `Document ${at} of ${all} of the thread: ${name}`,
  read: 'Read',
  unread: 'Unread',
  more: (count: number) => `and ${formatNumber(count)} more`,
  atEnd: 'This is the last document of the thread.',
  atStart: 'This is the first document of the thread.',
} as const;
