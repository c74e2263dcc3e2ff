import type { Overlay, OverlayReason } from '../../model/overlay.ts';
import { claimWords } from './claim-words.ts';

type Field = Overlay['documents'][number]['kept'][number]['field'];

/** What a load file corrects, or says otherwise and cannot. */
export const overlayFieldWords: Readonly<Record<Field, string>> = {
  ...claimWords,
  custodian: 'Custodian',
  title: 'Title',
  documentTitle: 'Title in the load file',
  numbers: 'Numbers',
  family: 'Attached to',
};

/** Why a difference stays as it is. */
export const overlayReasonWords: Readonly<Record<OverlayReason, string>> = {
  own: 'the file itself says so',
  empty: 'an empty field takes nothing away; change it by hand if it should',
  hand: 'the title was given by hand',
  numbers: 'numbers stay as they came; ask for the document under its right numbers',
  family: 'families stay as they came',
  shared: 'the same file was produced under other numbers too; change it by hand if it is so for all',
  damaged: 'the row may be damaged, or the date cannot be read; change it by hand if it should',
};
