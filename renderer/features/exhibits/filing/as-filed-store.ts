import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { AsFiledCheck } from '../../../../shared/model/as-filed.ts';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { engineClient, showError } from '../../../client/index.ts';
import { clearToasts, createStore, showToast } from '../../../ui/index.ts';
import { tryAgain } from '../builds/try-again.ts';
import { asFiledWords as words } from './words.ts';

export interface ShownAsFiled extends Pick<AsFiledCheck, 'files' | 'disturbed'> {
  readonly matterId: string;
  readonly set: ExhibitSet;
}

const shown = createStore<ShownAsFiled | null>(null);

/** How files came back, as shown. A check that ended while the user was in another area waits here. */
export const useAsFiled = shown.use;

/** Closes it. */
export function closeAsFiled(): void {
  shown.set(null);
}

/** Shows what is kept of a file that came back. */
export function showAsFiled(matterId: string, set: ExhibitSet, file: AsFiledCheck['files'][number]): void {
  shown.set({ matterId, set, files: [file], disturbed: [] });
}

/**
 * Compares files that came back from the court with a build.
 *
 * @param from the build, left out for the newest; files that were dropped, left out to let the user choose some
 */
export async function checkAsFiled(
  matterId: string,
  exhibitSet: ExhibitSet,
  from: { readonly buildId?: BuildId; readonly files?: readonly GrantedFile[] } = {},
): Promise<void> {
  try {
    const files = from.files ?? (await window.forthwith.openFiles('as-filed'));
    if (files.length === 0) return;
    // What went wrong before is being tried again.
    clearToasts();
    const { buildId } = from;
    const result = await tryAgain<JobResult<'exhibits.checkAsFiled'>>(matterId, exhibitSet.id, () =>
      engineClient['exhibits.checkAsFiled']({
        matterId,
        setId: exhibitSet.id,
        ...(buildId !== undefined && { buildId }),
        returned: files.map(({ token }) => ({ token })),
      }),
    );
    shown.set({ matterId, set: exhibitSet, files: result.files, disturbed: result.disturbed });
    if (!shown.isShown()) showToast({ message: words.toast(exhibitSet.name) });
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ tone: 'notice', message: words.canceled });
    else showError(error);
  }
}
