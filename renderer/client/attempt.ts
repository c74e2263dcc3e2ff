import { useState } from 'react';
import { isAppError } from '../../shared/errors/app-error.ts';
import { showToast } from '../ui/index.ts';

/**
 * Runs work that a dialog waits for, and keeps what went wrong the last time. Work that is stopped is no error.
 *
 * @param canceled what is told where it was stopped, left out for nothing
 * @example const { isBusy, error, attempt } = useAttempt(); <Dialog isBusy={isBusy} onSubmit={() => void attempt(restore)} … />
 */
export function useAttempt(canceled?: string) {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await act();
    } catch (failure) {
      if (!isAppError(failure, 'CANCELLED')) setError(failure);
      else if (canceled !== undefined) showToast({ tone: 'notice', message: canceled });
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, error, attempt, forget: () => setError(null) };
}
