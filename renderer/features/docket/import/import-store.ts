import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { engineClient, runJob, showError } from '../../../client/index.ts';
import { clearToasts, createStore, showToast } from '../../../ui/index.ts';

export type ReadSources = JobResult<'docket.import.read'>;

/** How far an import has come: its sources are being read, or were read and wait to be looked at. */
export interface DocketImport {
  readonly matterId: string;
  readonly names: readonly string[];
  /** Null while reading. */
  readonly read: ReadSources | null;
}

const current = createStore<DocketImport | null>(null);

/** The import under way in this window, or null. */
export const useImport = current.use;

/** Lets the user choose docket sheets, notices and other sources, and reads them. */
export async function chooseSources(matterId: string): Promise<void> {
  await importSources(matterId, await window.forthwith.openFiles('docket-sources'));
}

/** Reads the sample matter's own docket sheet. */
export async function chooseSampleSheet(matterId: string): Promise<void> {
  await importSources(matterId, await window.forthwith.openFiles('docket-sample'));
}

/**
 * Reads sources for a preview; nothing of the docket changes. One import at a time: while one is looked at, others wait until
 * the user starts them again.
 *
 * @param files tokens of a dialog or a drop
 */
export async function importSources(matterId: string, files: readonly GrantedFile[]): Promise<void> {
  if (files.length === 0 || current.get() !== null) return;
  // Messages about an earlier step would cover the preview's buttons.
  clearToasts();
  const begun: DocketImport = { matterId, names: files.map(({ name }) => name), read: null };
  current.set(begun);
  try {
    const read = await runJob('docket.import.read', {
      matterId,
      sources: files.map(({ token }) => ({ token })),
    });
    current.set({ ...begun, read });
  } catch (error) {
    current.set(null);
    if (isAppError(error, 'CANCELLED')) showToast({ message: error.message, tone: 'notice' });
    else showError(error);
  }
}

/** Closes the import after it was applied. */
export function endImport(): void {
  current.set(null);
}

/** Closes the import without applying it, and discards what was read for it. */
export function discardImport(): void {
  const left = current.get();
  current.set(null);
  if (!left?.read) return;
  const { matterId, read } = left;
  // What cannot be discarded now, because the matter was closed, is swept when it is opened again.
  engineClient['docket.import.discard']({ matterId, importId: read.importId }).catch(() => undefined);
}
