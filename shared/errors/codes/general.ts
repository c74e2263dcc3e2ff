import { formatNumber } from '../../domain/amounts.ts';
import { errorCode, type ErrorDetails } from '../define.ts';

/** For a build that stopped after its numbers were reserved: what became of them. */
const ofNumbers = ({ staysReserved }: ErrorDetails) =>
  staysReserved === true ? ' No file was written; the Bates numbers that were reserved stay reserved.' : '';

/** How much of it was done: "56 of 93". */
const doneOf = (details: ErrorDetails, what: string) =>
  `${formatNumber(Number(details[what]))} of ${formatNumber(Number(details['of']))}`;

export const generalErrors = {
  INTERNAL: errorCode(
    1,
    (d) =>
      `Something went wrong inside the program. Nothing stored was changed. Try again; if it happens again, export diagnostics from the Help menu and mention reference ${String(d['reference'] ?? 'unknown')}.`,
    { severity: 'fatal' },
  ),
  UNKNOWN_OPERATION: errorCode(
    2,
    (d) => `The program was asked for something it does not know: ${String(d['operation'])}.`,
  ),
  INVALID_INPUT: errorCode(
    2,
    (d) => `Some of the values cannot be used: ${String(d['summary'] ?? 'see the details')}.`,
  ),
  NOT_FOUND: errorCode(
    3,
    (d) =>
      `There is no such ${String(d['what'] ?? 'item')} ${String(d['where'] ?? 'in this matter')}. Check its name or id; it may also have been deleted or undone.`,
  ),
  CANCELLED: errorCode(
    130,
    (d) => {
      if (d['staysReserved'] === true) return `Canceled.${ofNumbers(d)}`;
      if (d['written'] !== undefined) return `Canceled. ${doneOf(d, 'written')} files were written and stay.`;
      if (d['recognized'] !== undefined)
        return `Canceled. ${doneOf(d, 'recognized')} pages were recognized and keep their text.`;
      // Of an intake: files are taken in one by one, and those that are in stay.
      if (d['total'] === undefined) return 'Canceled. Nothing was left half done.';
      if (d['left'] === 0)
        return 'Canceled. Every file was dealt with, but not all text was read yet; what is not read cannot be found.';
      const total = formatNumber(Number(d['total']));
      if (d['done'] === 0)
        return `Canceled. None of the ${total} files was added completely. Resume the intake to add them.`;
      return `Canceled. ${formatNumber(Number(d['done']))} of ${total} files were added completely and stay. Resume the intake for the rest.`;
    },
    { severity: 'warning' },
  ),
  INTERRUPTED: errorCode(
    1,
    'This was interrupted because the program stopped. What was finished is stored; start it again for the rest.',
    { isRetryable: true },
  ),
  ENGINE_RESTARTED: errorCode(
    1,
    'The program’s engine stopped and was started again before this was done. Nothing stored was lost. Try again.',
    { severity: 'warning', isRetryable: true },
  ),
  FILE_REFERENCE_EXPIRED: errorCode(
    2,
    'The chosen file or folder is no longer available to the program. Choose it again.',
  ),
  FILE_NOT_FOUND: errorCode(
    3,
    (d) => `There is no file or folder “${String(d['name'])}” there. Check the name and try again.`,
  ),
  FILE_UNREADABLE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” could not be read (${String(d['reason'])}). ${String(d['advice'] ?? 'Check that it is not open elsewhere and that you may read it')}.`,
    { isRetryable: true },
  ),
  FILE_UNWRITABLE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” could not be written (${String(d['reason'])}). ${String(d['advice'] ?? 'Choose another folder, or check that you may write there')}.${ofNumbers(d)}`,
  ),
  FILE_EXISTS: errorCode(
    3,
    (d) => `“${String(d['name'])}” is already there. Choose another name; nothing was overwritten.`,
  ),
  DISK_FULL: errorCode(
    4,
    (d) =>
      `${d['isRefused'] === true ? 'The disk could not take more data: it is full or failing, or cannot hold a file of that size (FAT32: 4 GB at most). Nothing already stored was lost. Free some space or use another disk, and' : 'The disk is full. Nothing already stored was lost. Free some space and'} try again.${ofNumbers(d)}`,
    { isRetryable: true },
  ),
  JOB_NOT_FOUND: errorCode(3, 'That task is no longer listed.'),
  NOTHING_TO_UNDO: errorCode(3, 'There is nothing to undo.', { severity: 'warning' }),
  NOTHING_TO_REDO: errorCode(3, 'There is nothing to redo.', { severity: 'warning' }),
};
