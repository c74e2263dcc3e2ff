import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { Api, OperationName } from '../../../shared/contract/api.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { REFUSED_BY_MAIN } from '../../../shared/contract/bridge.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { chooseWhatComes, showToast } from '../../ui/index.ts';
import { engineClient } from './connection.ts';
import { useOpenMatter } from '../matter.tsx';

/** An operation's input without the matter it acts on: that is always the open one. */
export type ActOn<K extends OperationName> = WithoutMatter<InputOf<Api, K>>;
/** Applied to each member of a union separately, so that fields of only one member are not lost. */
type WithoutMatter<I> = I extends unknown ? Omit<I, 'matterId'> : never;

export interface EngineMutationOptions<K extends OperationName> {
  /** Where an error is shown: as a toast, or by the caller beside the field (`mutation.error`). */
  readonly errors?: 'toast' | 'inline';
  /** Says in a toast what was done, with an Undo button; null where nothing was done. Only for operations that can be undone. */
  readonly undoMessage?: (output: OutputOf<Api, K>, input: ActOn<K>) => string | null;
  readonly onSuccess?: (output: OutputOf<Api, K>, input: ActOn<K>) => void;
}

/**
 * A command or act of the engine on the open matter, with its errors shown.
 *
 * @example
 *   const remove = useEngineMutation('docket.delete', { undoMessage: ({ deleted }) => `Deleted ${deleted} entries` });
 *   remove.mutate({ ids });
 */
export function useEngineMutation<K extends OperationName>(
  operation: K,
  { errors = 'toast', undoMessage, onSuccess }: EngineMutationOptions<K> = {},
): UseMutationResult<OutputOf<Api, K>, Error, ActOn<K>> {
  const matter = useOpenMatter();
  return useMutation<OutputOf<Api, K>, Error, ActOn<K>>({
    mutationKey: [operation],
    mutationFn: (input) =>
      engineClient[operation](withMatter(operation, input, matter?.id) as InputOf<Api, K>),
    onSuccess: (output, input) => {
      const message = undoMessage?.(output, input) ?? null;
      if (message !== null && matter) {
        showToast({
          message,
          group: 'history',
          action: { label: 'Undo', onAction: holdStep(matter.id, 'undo', () => void undo(matter.id)) },
        });
      }
      onSuccess?.(output, input);
    },
    onError: (error) => {
      if (errors === 'toast') showError(error);
    },
  });
}

/** Operations that belong to no matter refuse a `matterId`, as they refuse every key they do not know. */
const appOperations: ReadonlySet<string> = new Set<OperationName>([
  'matter.create',
  'matter.createSample',
  'matter.open',
  'matter.listOpen',
  'matter.listRecent',
  'matter.forgetRecent',
  'matter.restore',
  'deadlines.rules',
  'deadlines.compute',
  'deadlines.pack.import',
  'deadlines.pack.remove',
  'settings.get',
  'settings.update',
  'pdf.inspect',
  'pdf.checkRedactions',
  'filing.check',
  'pdf.text',
  'pdf.assemble',
  'diagnostics.preview',
  'diagnostics.export',
]);

function withMatter(operation: OperationName, input: object, matterId: string | undefined): object {
  return appOperations.has(operation) ? input : { matterId, ...input };
}

type Direction = 'undo' | 'redo';

/**
 * What the button beside “Deleted entry 12” does: it takes the step that is next now, and no other. Where something else was
 * done since that said nothing, it tells so instead.
 *
 * @param take takes whatever step is next
 */
export function holdStep(matterId: string, direction: Direction, take: () => void): () => void {
  const next = async () => (await engineClient['history.get']({ matterId }))[direction];
  const held = next();
  // It is told when the button is pressed.
  held.catch(() => undefined);
  return () =>
    void Promise.all([held, next()]).then(([meant, now]) => {
      if (meant?.at === now?.at && meant?.label === now?.label) take();
      else showToast({ tone: 'notice', message: otherStep(direction, now?.label), group: 'history' });
    }, showError);
}

function otherStep(direction: Direction, next: string | undefined): string {
  if (direction === 'redo') return 'Not done again: something else was done since.';
  const first = next === undefined ? '' : ` Undo in the Edit menu takes this back first: ${next}.`;
  return `Not undone: something else was done since.${first}`;
}

/** Takes a step back, or forward again; lists choose and show what it brings back. Returns what the step was. */
export async function stepInHistory(matterId: string, direction: Direction): Promise<string> {
  const { label } = await engineClient[`history.${direction}`]({ matterId });
  chooseWhatComes();
  return label;
}

async function undo(matterId: string): Promise<void> {
  try {
    const label = await stepInHistory(matterId, 'undo');
    showToast({ message: `Undone: ${label}`, group: 'history' });
  } catch (error) {
    showError(error);
  }
}

/** Shows an error in a toast. Canceling is not an error. */
export function showError(error: unknown): void {
  // An interruption is reported once, by the notice about the work itself.
  if (isAppError(error, 'CANCELLED') || isAppError(error, 'INTERRUPTED')) return;
  showToast({ tone: 'error', message: messageOf(error) });
}

/** Shows the error of a call that the window made on its own, except that the matter closed before the answer: nobody waits for it. */
export function showUnlessClosed(error: unknown): void {
  if (!isAppError(error, 'MATTER_NOT_OPEN')) showError(error);
}

/** The sentence of an error that the user can act on. */
export function messageOf(error: unknown): string {
  if (isAppError(error)) return error.message;
  if (error instanceof Error && error.message.startsWith(REFUSED_BY_MAIN))
    return error.message.slice(REFUSED_BY_MAIN.length);
  return 'Something went wrong in this window. Nothing stored was changed. Try again.';
}

/**
 * The messages of refused input by field, for showing each beside its field; empty for other errors.
 *
 * @example fieldErrors(mutation.error)['filedOn'] // 'Write a day that there is, like 2021-01-31'
 */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!isAppError(error, 'INVALID_INPUT')) return {};
  const { issues } = error.details as { issues?: readonly { path: string; message: string }[] };
  return Object.fromEntries(
    (issues ?? []).map(({ path, message }) => [
      path.slice(path.lastIndexOf('.') + 1),
      message.charAt(0).toUpperCase() + message.slice(1),
    ]),
  );
}
