import { isSystemError } from './system-errors.ts';

/** Whether a process of this machine runs under this id now. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process may not be signalled, but it is there.
    return isSystemError(error, 'EPERM');
  }
}
