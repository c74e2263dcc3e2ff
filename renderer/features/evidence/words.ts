import type { CustodyEvent, EvidenceKind } from '../../../shared/model/evidence.ts';

/** What each kind of evidence is called. */
export const kindWords: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'PDF',
  png: 'PNG image',
  jpeg: 'JPEG image',
  native: 'Other file',
};

/** The list and its commands. */
export const words = {
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
  unarchive: 'Take out of archive',
  showArchived: 'Show archived',
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  status: 'Status',
  notShown: (title: string) =>
    `“${title}” is kept unaltered, but this kind of file cannot be shown here. Export the original to open it.`,
  emptyTitle: 'No evidence yet',
  emptyBody:
    'Drop files anywhere on this window, or choose them. Each original is copied into the matter with its SHA-256 hash and is never changed.',
  nothingFound: (filter: string) => `Nothing matches “${filter}”`,
  nothingFoundBody: 'Every word must occur in the title, name, custodian, source, label or hash.',
  clearFilter: 'Clear filter',
  allArchived: 'All evidence is archived',
  allArchivedBody: 'Nothing is ever deleted. Show the archive to see it again.',
  exported: (count: number, folder: string) =>
    `${count === 1 ? '1 original was' : `${count} originals were`} exported to “${folder}” with matching hashes.`,
  chosen: (count: number) => `${count} items selected`,
  severalValues: 'Several values',
} as const;

/** The details of one item. */
export const detailWords = {
  details: 'Details',
  title: 'Title',
  custodian: 'Custodian',
  source: 'Source',
  notRecorded: 'Not recorded',
  originalName: 'Original name',
  kind: 'Kind',
  size: 'Size',
  pages: 'Pages',
  received: 'Received',
  hash: 'SHA-256',
  copyHash: 'Copy SHA-256',
  hashCopied: 'The SHA-256 hash was copied.',
  filedAs: 'Filed as',
  exhibits: 'Exhibits',
  problems: 'Problems',
  text: 'Text',
  hasText: 'Can be searched and copied',
  noText: 'None in the file',
  custody: 'Custody history',
  custodyNote: 'Appended by the program and never changed.',
  unnamed: 'Name not set',
  nothingChosen: 'Select an item to see its details and custody history.',
  pagesUnknown: 'Cannot be counted',
} as const;

/** What each custody event is called in the history. */
export const custodyActionWords: Readonly<Record<CustodyEvent['action'], string>> = {
  received: 'Received',
  received_again: 'Received again',
  described: 'Description changed',
  verified: 'Verified unaltered',
  exported: 'Original exported',
  used_in_exhibit: 'Used in a built exhibit',
  archived: 'Archived',
  unarchived: 'Taken out of the archive',
};

/** Adding evidence: the drop, the sheet, the result. */
export const intakeWords = {
  dropTitle: 'Drop to add as evidence',
  dropHint: (matter: string) => `The originals are copied into “${matter}” and kept unaltered.`,
  sheetTitle: (files: number) => (files === 1 ? 'Add 1 item as evidence' : `Add ${files} items as evidence`),
  chosenFiles: 'Chosen files',
  custodian: 'Custodian',
  custodianHelp: 'The person or organization who kept the files.',
  source: 'Source',
  sourceHelp: 'How they reached you: by e-mail from the client, on a drive, from the docket.',
  kept: 'Each original is copied into the matter with its SHA-256 hash. Nothing on your disk is changed.',
  add: 'Add evidence',
  allAdded: (count: number) =>
    count === 1 ? 'Added 1 item of evidence' : `Added ${count} items of evidence`,
  showList: 'Show list',
  reportTitle: 'What became of the files',
  adding: 'Adding evidence',
  cancel: 'Cancel',
  show: 'Show',
  noneHere: 'Nothing here.',
  retryFailed: 'Try failed again',
  chooseAgain: 'Choose files again…',
  addToSet: 'Add to exhibit set…',
} as const;

/** What became of a file, in the list of results. */
export const outcomeWords = {
  added: 'Added',
  addedWithProblems: 'Added, with a problem',
  duplicate: 'Already here',
  failed: 'Failed',
} as const;
