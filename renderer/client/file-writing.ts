import type { SavePurpose } from '../../shared/contract/bridge.ts';
import { showToast } from '../ui/index.ts';
import { useAttempt } from './attempt.ts';
import { showError } from './engine/mutations.ts';

/**
 * Opens what is to be printed in the system’s viewer, and says so: that may come up behind this window.
 *
 * @param source a document that is shown, or a file that was written to be printed
 * @param what its name in a sentence
 */
export async function handOverToPrint(source: object, what: string): Promise<void> {
  await window.forthwith.print(source);
  showToast({ message: `Handed ${what} to the system’s viewer to print` });
}

/**
 * Asks where a file is to go and has it written there, for a dialog that waits for it. Work that is stopped is no error.
 *
 * @param canceled what is told where it was stopped, left out for nothing
 * @returns what went wrong the last time, null where nothing did
 * @example void save('summary-pdf', name, async (target) => setDrafted(await runJob('authenticity.summary', { …, target })))
 */
export function useFileWriting(canceled?: string) {
  const { isBusy, error, attempt } = useAttempt(canceled);
  const save = async (
    purpose: SavePurpose,
    suggestedName: string,
    write: (target: { token: string }) => Promise<void>,
  ): Promise<void> => {
    const target = await window.forthwith.saveFile(purpose, suggestedName).catch(showError);
    if (target) await attempt(() => write({ token: target.token }));
  };
  return { isWriting: isBusy, error, save };
}
