import { formatCount, formatNumber } from '../../../client/index.ts';

/** Adding evidence: the drop, the sheet, the result. */
export const intakeWords = {
  all: (count: number) => `All ${formatNumber(count)}`,
  toLookAt: (count: number) => `Needs attention ${formatNumber(count)}`,
  failed: (count: number) => `Failed ${formatNumber(count)}`,
  countAdded: (count: number, withProblems: number) =>
    withProblems === 0
      ? `${formatNumber(count)} added`
      : `${formatNumber(count)} added (${formatNumber(withProblems)} with a problem)`,
  countDuplicates: (count: number) => `${formatNumber(count)} already here`,
  countFailed: (count: number) => `${formatNumber(count)} failed`,
  nothingToAdd: 'There was nothing to add.',
  dropTitle: 'Drop to add as evidence',
  dropHint: (matter: string) => `The originals are copied into “${matter}” and kept unaltered.`,
  sheetTitle: (files: number) => `Add ${formatCount(files, 'item')} as evidence`,
  folderTitle: (name: string) => `Add the folder “${name}” as evidence`,
  chosenFiles: 'Chosen files',
  custodian: 'Custodian',
  custodianHelp: 'The person or organization who kept the files.',
  custodianAsLast: 'As for the files added last. Change it if others kept these.',
  source: 'Source',
  sourceHelp: 'How they reached you: by email from the client, on a drive, from the docket.',
  collection: 'How they were collected',
  kept: 'Each original is copied into the matter with its SHA-256 hash. Nothing on your disk is changed.',
  add: 'Add evidence',
  allAdded: (count: number) => `Added ${formatCount(count, 'item')} of evidence`,
  showList: 'Show list',
  reportTitle: 'Results for each file',
  adding: 'Adding evidence',
  show: 'Show',
  noneHere: 'Nothing here.',
  retryFailed: 'Retry failed files',
  chooseAgain: 'Choose files again…',
  addToSet: 'Add to exhibit set…',
  pause: 'Pause',
  goOn: 'Resume',
  dismiss: 'Dismiss',
  tryFailures: 'Retry failed files',
  interrupted: (left: number, total: number) =>
    `${formatNumber(left)} of ${formatNumber(total)} ${total === 1 ? 'file was' : 'files were'} not added: adding files was interrupted.`,
  paused: (left: number, total: number) =>
    `Paused: ${formatNumber(left)} of ${formatNumber(total)} ${total === 1 ? 'file is' : 'files are'} still to be added.`,
  cancelled: (left: number, total: number) =>
    `Canceled: ${formatNumber(left)} of ${formatNumber(total)} ${total === 1 ? 'file was' : 'files were'} not added.`,
  failures: (failed: number, total: number) =>
    `${formatNumber(failed)} of ${formatNumber(total)} ${total === 1 ? 'file' : 'files'} could not be added.`,
} as const;

/** A comparison with somebody's list of hashes. */
export const hashWords = {
  title: 'Compared with a hash list',
  summary: (listed: number, matched: number) =>
    `${formatNumber(matched)} of ${formatNumber(listed)} listed ${listed === 1 ? 'hash is' : 'hashes are'} in this matter.`,
  missing: 'Listed, not in the matter',
  unlisted: 'In the matter, not listed',
  matched: 'Matched',
  unread: (lines: string) => `No hash could be read on line ${lines}.`,
  line: (line: number) => `Line ${line}`,
} as const;

/** What became of a file, in the list of results. */
export const outcomeWords = {
  added: 'Added',
  addedWithProblems: 'Added, with a problem',
  duplicate: 'Already here',
  failed: 'Failed',
} as const;
