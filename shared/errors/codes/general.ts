import { formatNumber, formatShare } from '../../domain/amounts.ts';
import { codes, passingCodes, type ErrorDetails } from '../define.ts';

/** For a build that stopped after its numbers were reserved: what became of them. */
const ofNumbers = ({ staysReserved }: ErrorDetails) =>
  staysReserved === true ? ' No file was written; the Bates numbers that were reserved stay reserved.' : '';

/** How much of it was done: "56 of 93". */
const doneOf = (details: ErrorDetails, what: string) =>
  formatShare(Number(details[what]), Number(details['of']));

export const generalErrors = {
  ...codes(1, {
    INTERNAL:
      'Something went wrong inside the program. Nothing stored was changed. Try again; if it happens again, export diagnostics from the Help menu and mention reference {reference|unknown}.',
  }),
  ...passingCodes(1, {
    INTERRUPTED:
      'This was interrupted because the program stopped. What was finished is stored; start it again for the rest.',
    ENGINE_RESTARTED:
      'The program’s engine stopped and was started again before this was done. Nothing stored was lost. Try again.',
  }),
  ...codes(2, {
    UNKNOWN_OPERATION: 'The program was asked for something it does not know: {operation}.',
    INVALID_INPUT: 'Some of the values cannot be used: {summary|see the details}.',
    FILE_REFERENCE_EXPIRED:
      'The chosen file or folder is no longer available to the program. Choose it again.',
  }),
  ...codes(3, {
    NOT_FOUND:
      'There is no such {what|item} {where|in this matter}. Check its name or id; it may also have been deleted or undone.',
    FILE_NOT_FOUND: 'There is no file or folder “{name}” there. Check the name and try again.',
    FILE_EXISTS: '“{name}” is already there. Choose another name; nothing was overwritten.',
    JOB_NOT_FOUND: 'That task is no longer listed.',
    NOTHING_TO_UNDO: 'There is nothing to undo.',
    NOTHING_TO_REDO: 'There is nothing to redo.',
  }),
  ...codes(4, {
    FILE_UNWRITABLE: (d) =>
      `“${String(d['name'])}” could not be written (${String(d['reason'])}). ${String(d['advice'] ?? 'Choose another folder, or check that you may write there')}.${ofNumbers(d)}`,
  }),
  ...passingCodes(4, {
    FILE_UNREADABLE:
      '“{name}” could not be read ({reason}). {advice|Check that it is not open elsewhere and that you may read it}.',
    DISK_FULL: (d) =>
      `${d['isRefused'] === true ? 'The disk could not take more data: it is full or failing, or cannot hold a file of that size (FAT32: 4 GB at most). Nothing already stored was lost. Free some space or use another disk, and' : 'The disk is full. Nothing already stored was lost. Free some space and'} try again.${ofNumbers(d)}`,
  }),
  ...codes(130, {
    CANCELLED: (d) => {
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
  }),
};
