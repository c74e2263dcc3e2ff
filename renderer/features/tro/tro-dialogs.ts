import { useSyncExternalStore } from 'react';
import type { NoticeEffort, TroEvent, TroEventKind, TroGate } from '../../../shared/model/tro.ts';

/** Which dialog of the desk is open. */
export type TroEdit =
  | { readonly kind: 'record'; readonly suggested?: TroEventKind }
  | { readonly kind: 'correct'; readonly event: TroEvent }
  | { readonly kind: 'notice'; readonly notice?: NoticeEffort }
  | { readonly kind: 'item'; readonly item: TroGate['items'][number]; readonly isNotNeeded?: boolean }
  | { readonly kind: 'security' }
  | { readonly kind: 'certificateDetails' }
  | { readonly kind: 'drafted'; readonly draft: CertificateDraft };

/** A certificate that was written. */
export interface CertificateDraft {
  readonly name: string;
  readonly pages: number;
  /** What it leaves blank, in sentences. */
  readonly missing: readonly string[];
}

let current: TroEdit | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens a dialog of the desk; null closes it. */
export function openTroDialog(edit: TroEdit | null): void {
  current = edit;
  for (const listener of listeners) listener();
}

/** The dialog that is open, or null. */
export function useTroDialog(): TroEdit | null {
  return useSyncExternalStore(subscribe, () => current);
}
