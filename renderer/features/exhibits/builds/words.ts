import { capitalized } from '../../../../shared/domain/capitalized.ts';
import type { BuildComparison, BuildOutput, DisturbedFile } from '../../../../shared/model/exhibits.ts';
import { formatCount, formatNumber } from '../../../client/index.ts';

/** What a build ends with. */
export const buildWords = {
  findingKinds: {
    error: 'Must be fixed',
    warning: 'Worth a look',
    unchecked: 'Not checked',
    info: 'For your information',
  },
  resultTitle: (set: string) => `“${set}” was built`,
  openBinder: 'Open binder',
  showFolder: 'Show in folder',
  roles: {
    volume: 'Binder',
    exhibit: 'Exhibit',
    sealed: 'Under seal',
    index: 'Index',
    indexDocx: 'Index (Word)',
    indexCsv: 'Index (CSV)',
    tableOfExhibits: 'Table of exhibits',
    dat: 'Load file',
    opt: 'Load file',
    original: 'Original',
    manifest: 'Manifest',
  } satisfies Record<BuildOutput['role'], string>,
  builds: 'Builds',
  exhibit: 'Exhibit',
  exhibits: 'Exhibits in the build',
  file: 'File',
  files: 'Files',
  open: 'Open',
  openFile: (file: string) => `Open ${file}`,
  inFolder: (folder: string, zone: string) => `In the folder “${folder}”. Times are ${zone}.`,
  size: (volumes: string, pages: string, size: string) => ` in ${volumes}, ${pages}, ${size}`,
  pages: 'Pages',
  bates: 'Bates numbers',
  findings: 'Findings',
  noFindings: 'Nothing to report.',
  place: (label: string, page: number | undefined) =>
    page === undefined ? `Exhibit ${label}` : `Exhibit ${label}, page ${page}`,
  showAll: (count: number) => `Show all ${formatNumber(count)}`,
  notCurrent: 'Set changed since',
  filesDisturbed: 'Files changed since',
  disturbedFiles: (count: number) =>
    count === 1
      ? '1 file is missing, or not as it was built. Put it back, or build the set again.'
      : `${formatCount(count, 'file')} are missing, or not as they were built. Put them back, or build the set again.`,
  filesRedated: 'Files dated later',
  redatedFiles: (count: number) =>
    count === 1
      ? '1 file has a later date than the build. It may still be the same, as after a restore from a backup; opening it or sealing the set will check.'
      : `${formatCount(count, 'file')} have a later date than the build. They may still be the same, as after a restore from a backup; opening them or sealing the set will check.`,
  disturbed: {
    missing: 'Missing',
    resized: 'Size has changed since the build',
    redated: 'Dated later than the build',
  } satisfies Record<DisturbedFile['change'], string>,
  current: 'As the set stands',
  emptyTitle: 'Not built yet',
  emptyBody: 'Build the set to get the binder, one PDF per exhibit, the index and a manifest of hashes.',
  toast: (set: string) => `Built “${set}”`,
  canceled: (staysReserved: boolean) =>
    staysReserved
      ? 'Canceled. No file was written; the Bates numbers that were reserved stay reserved.'
      : 'Canceled. No file was written.',
  refusedToast: (set: string) =>
    `“${set}” was not built: some originals cannot be read. Go to Exhibits to see which.`,
} as const;

/** A build that originals prevented. */
export const refusedWords = {
  title: (set: string) => `“${set}” was not built`,
  what: (count: number) =>
    count === 1
      ? 'The original of 1 exhibit cannot be read, so nothing was written. Put a readable copy behind its label, have it produced in native form, or remove it from the set.'
      : `The originals of ${formatCount(count, 'exhibit')} cannot be read, so nothing was written. Put readable copies behind their labels, have them produced in native form, or remove them from the set.`,
  reason: (reason: string) => `${capitalized(reason)}.`,
  password: 'Password for locked originals',
  passwordHelp: 'Tried on every locked original. It is used until the matter is closed, and is not saved.',
  tryPassword: 'Unlock',
  opensNone: 'This password does not open any of them.',
  opened: (count: string, left: number) =>
    left === 0 ? `${count} unlocked.` : `${count} unlocked; ${formatNumber(left)} still locked.`,
  buildAgain: 'Build again…',
} as const;

/** A build compared with a manifest. */
export const compareWords = {
  title: 'Compared with the manifest',
  toast: 'Compared with the manifest. Go to Exhibits to see what would differ.',
  canceled: 'Canceled. Nothing was compared.',
  same: 'What the manifest describes can be built again: the same files, byte for byte.',
  differs: (count: string) => `${count} would not be the same.`,
  files: 'Files that differ',
  statuses: { same: 'Same', changed: 'Changed', missing: 'Missing', new: 'New' } satisfies Record<
    BuildComparison['files'][number]['status'],
    string
  >,
  sameCount: (count: string) => `${count} the same, byte for byte.`,
  changes: 'The set has changed since; a build of it now would differ',
  exhibit: (label: string) => `Exhibit ${label}`,
  nothingKept: 'This comparison is not kept, and no Bates number was used.',
} as const;
