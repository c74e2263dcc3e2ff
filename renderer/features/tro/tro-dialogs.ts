import type { NoticeEffort, TroEvent, TroEventKind, TroGate } from '../../../shared/model/tro.ts';
import { createStore } from '../../ui/index.ts';

/** Which dialog of the desk is open. */
export type TroEdit =
  | { readonly kind: 'record'; readonly suggested?: TroEventKind }
  | { readonly kind: 'correct'; readonly event: TroEvent }
  | { readonly kind: 'notice'; readonly notice?: NoticeEffort }
  | { readonly kind: 'item'; readonly item: TroGate['items'][number]; readonly isNotNeeded?: boolean }
  | { readonly kind: 'security' }
  | { readonly kind: 'certificateDetails' };

/** A certificate that was written. */
export interface CertificateDraft {
  readonly name: string;
  readonly pages: number;
  /** What it leaves blank, in sentences. */
  readonly missing: readonly string[];
}

const current = createStore<TroEdit | null>(null);

/** Opens a dialog of the desk; null closes it. */
export const openTroDialog = current.set;

/** The dialog that is open, or null. */
export const useTroDialog = current.use;
