import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { CustodyEvent } from '../../../../shared/model/evidence.ts';

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

/** What custody events tell beyond their names. */
export const custodyWords = {
  fields: {
    title: 'Title',
    custodian: 'Custodian',
    source: 'Source',
    collectedAt: 'Collected on',
    collectedBy: 'Collected by',
    collectedWhere: 'Collected where',
    collectedHow: 'Collected how',
  } as Readonly<Record<string, string>>,
  undone: 'Undone',
  doneAgain: 'Done again',
  asFile: (name: string, folder: string | null) =>
    `As “${name}”${folder ? ` to the folder “${folder}”` : ''}`,
  asExhibit: (label: string, set: string | null) => `As Exhibit ${label}${set ? ` of “${set}”` : ''}`,
  bates: (first: string, last: string | null) => `Bates ${batesRun(first, last)}`,
  described: (field: string, now: string, was: string | null) =>
    `${field}: ${now}${was === null ? '' : ` (was ${was})`}`,
  notRecorded: 'not recorded',
} as const;
