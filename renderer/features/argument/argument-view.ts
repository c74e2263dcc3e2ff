import type { EvidenceId } from '../../../shared/model/common.ts';

/** How the argument is viewed; kept in the matter. */
export interface ArgumentView {
  readonly shows: 'chronology' | 'matrix' | 'allegations';
  readonly words: string;
  /** Whose allegations are listed; null for the complaint in force. */
  readonly pleadingId: EvidenceId | null;
  /** Whether only allegations are listed that no evidence shows. */
  readonly isUnshownOnly: boolean;
  readonly widths: Readonly<Record<string, number>>;
}

export const defaultView: ArgumentView = {
  shows: 'chronology',
  words: '',
  pleadingId: null,
  isUnshownOnly: false,
  widths: {},
};
