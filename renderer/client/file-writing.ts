import { useState } from 'react';
import type { SavePurpose } from '../../shared/contract/bridge.ts';
import { isAppError } from '../../shared/errors/app-error.ts';

/**
 * Asks where a file is to go and has it written there, for a dialog that waits for it. Work that is stopped is no error.
 *
 * @returns what went wrong the last time, null where nothing did
 * @example void save('summary-pdf', name, async (target) => setDrafted(await runJob('authenticity.summary', { …, target })))
 */
export function useFileWriting() {
  const [isWriting, setIsWriting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async (
    purpose: SavePurpose,
    suggestedName: string,
    write: (target: { token: string }) => Promise<void>,
  ): Promise<void> => {
    setError(null);
    try {
      const target = await window.forthwith.saveFile(purpose, suggestedName);
      if (!target) return;
      setIsWriting(true);
      await write({ token: target.token });
    } catch (failure) {
      if (!isAppError(failure, 'CANCELLED')) setError(failure);
    } finally {
      setIsWriting(false);
    }
  };
  return { isWriting, error, save };
}
