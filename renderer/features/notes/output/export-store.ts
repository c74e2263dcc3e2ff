import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { NoteFilter, NoteRow } from '../../../../shared/model/notes.ts';
import { runJob, showError } from '../../../client/index.ts';
import { createStore, showToast } from '../../../ui/index.ts';
import { exportWords as words } from '../words.ts';

type ExportForm = 'csv' | 'docx' | 'pdf';
type ExportResult = JobResult<'notes.export'>;

/** The fields of a selected note that an export needs. */
export type ChosenNote = Pick<NoteRow, 'id' | 'isWorkProduct'>;

/** An export that is being asked about. */
export interface AskedExport {
  readonly step: 'asked';
  /** Which notes are listed now; null where the list is not in sight. */
  readonly shown: Partial<NoteFilter> | null;
  readonly chosen: readonly ChosenNote[];
  /** Whether the chosen ones are offered first. */
  readonly startsWithChosen: boolean;
}

/** The question about an export of notes, and its result. It waits here while the user is in another area. */
type ExportState = null | AskedExport | { readonly step: 'done'; readonly result: ExportResult };

const state = createStore<ExportState>(null);

export const useExportState = state.use;

/**
 * Asks in which form notes are to be written, and which.
 *
 * @param shown how those are found that are listed now; null where the list is not in sight
 * @param chosen those that are selected in the list
 * @param startsWithChosen whether those are offered first; one row alone is also selected by merely being looked at
 */
export function askExport(
  shown: Partial<NoteFilter> | null,
  chosen: readonly ChosenNote[] = [],
  startsWithChosen: boolean = chosen.length > 1,
): void {
  state.set({ step: 'asked', shown, chosen, startsWithChosen });
}

/** Closes the question about an export, or its result. */
export function closeExport(): void {
  state.set(null);
}

/** What was chosen in the dialog. */
export interface ExportChoice {
  readonly form: ExportForm;
  readonly filter: Partial<NoteFilter>;
  readonly includesWorkProduct: boolean;
}

/**
 * Lets the user choose where, and writes the notes there. What needs a look is shown in a dialog, the rest in a toast.
 *
 * @param title of the matter, for the name that is offered
 */
export async function exportNotes(matterId: MatterId, title: string, choice: ExportChoice): Promise<void> {
  const { form, filter, includesWorkProduct } = choice;
  try {
    const target =
      form === 'pdf'
        ? await window.forthwith.chooseFolder('notes')
        : await window.forthwith.saveFile(`notes-${form}`, words.fileName(title));
    if (!target) return;
    closeExport();
    const result = await runJob('notes.export', {
      matterId,
      filter,
      form,
      target: { token: target.token },
      includesWorkProduct,
    });
    if (result.problems.length > 0) state.set({ step: 'done', result });
    else
      showToast({
        message:
          words.done(result.notes, result.files.length) +
          (result.leftOut > 0 ? words.doneOmitted(result.leftOut) : ''),
      });
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ tone: 'notice', message: words.stopped });
    else showError(error);
  }
}
