import type { CustodyEvent, EvidenceKind } from '../../../shared/model/evidence.ts';

/** What each kind of evidence is called. */
export const kindWords: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'PDF',
  png: 'PNG image',
  jpeg: 'JPEG image',
  native: 'Other file',
};

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
