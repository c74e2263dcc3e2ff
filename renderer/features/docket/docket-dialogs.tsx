import { useEffect } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  useCommand,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useRunCommand,
} from '../../client/index.ts';
import { createStore } from '../../ui/index.ts';
import { formatDocketNumber, nameOfEntry } from './docket-number.ts';
import { useDocketView, type DocketViewName } from './docket-view.ts';
import { EntryDialog } from './edit/EntryDialog.tsx';
import { EvidencePicker } from '../pick/index.ts';
import { OutputDialog, type OutputChoice } from './output/OutputDialog.tsx';
import { MoveDialog } from './threads/MoveDialog.tsx';
import { docketWords as words } from './words.ts';

export type DocketEdit =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly entry: DocketEntry }
  | { readonly kind: 'link'; readonly entry: DocketEntry }
  | { readonly kind: 'attachment'; readonly of: DocketEntry }
  | { readonly kind: 'move'; readonly entry: DocketEntry }
  | ({ readonly kind: 'export' | 'print' } & OutputChoice);

const current = createStore<DocketEdit | null>(null);

/** Opens the dialog for an edit; null closes it. */
export const editEntry = current.set;

/** The docket's dialogs and its menu commands, from whichever area is looked at. */
export function DocketDialogs() {
  const { id: matterId } = useMatter();
  const edit = current.use();
  // A dialog closes with its matter: its subject does not exist in another one.
  useEffect(() => close, [matterId]);
  useCommand('docket.add', () => editEntry({ kind: 'add' }));
  useCommand('docket.export', () => editEntry({ kind: 'export', shown: null, selected: [] }));
  useCommand('docket.print', () => editEntry({ kind: 'print', shown: null, selected: [] }));
  useViewCommands();
  if (!edit) return null;
  switch (edit.kind) {
    case 'link':
      return <LinkDialog entry={edit.entry} onClose={close} />;
    case 'move':
      return <MoveDialog entry={edit.entry} onClose={close} />;
    case 'export':
    case 'print':
      return <OutputDialog kind={edit.kind} choice={edit} onClose={close} />;
    default:
      return <NumberedEntryDialog edit={edit} onClose={close} />;
  }
}

function close(): void {
  editEntry(null);
}

/** The views by menu, key and palette, from whichever area is looked at. */
function useViewCommands(): void {
  const run = useRunCommand();
  const [, change] = useDocketView();
  const show = (view: DocketViewName) => {
    run('go.docket');
    change({ view });
  };
  useCommand('docket.viewList', () => show('list'));
  useCommand('docket.viewThreads', () => show('threads'));
  useCommand('docket.viewTimeline', () => show('timeline'));
  useCommand('docket.viewParties', () => show('parties'));
}

function NumberedEntryDialog({
  edit,
  onClose,
}: {
  edit: Extract<DocketEdit, { kind: 'add' | 'edit' | 'attachment' }>;
  onClose: () => void;
}) {
  const matter = useMatter();
  const { data } = useEngineQuery('docket.list', { matterId: matter.id });
  if (!data) return null;
  return (
    <EntryDialog
      entry={edit.kind === 'edit' ? edit.entry : null}
      suggestedNumber={suggestNumber(data, edit.kind === 'attachment' ? edit.of : null)}
      onClose={onClose}
    />
  );
}

function LinkDialog({ entry, onClose }: { entry: DocketEntry; onClose: () => void }) {
  const link = useEngineMutation('docket.link', {
    undoMessage: (linked) => words.linked(nameOfEntry(linked)),
    onSuccess: onClose,
  });
  return (
    <EvidencePicker
      title={words.linkTitle(nameOfEntry(entry))}
      onClose={onClose}
      onPick={({ id }) => link.mutate({ id: entry.id, evidenceId: id })}
    />
  );
}

/**
 * The number a new entry most likely has: one past the highest, or one past the last attachment of an entry.
 *
 * @param of the entry that gets an attachment; null for a new entry
 */
export function suggestNumber(entries: readonly DocketEntry[], of: DocketEntry | null): string {
  if (of === null) {
    return String(Math.max(0, ...entries.map(({ number }) => number ?? 0)) + 1);
  }
  const attachments = entries
    .filter(({ number }) => number === of.number)
    .map(({ attachment }) => attachment ?? 0);
  return formatDocketNumber({ number: of.number, attachment: Math.max(0, ...attachments) + 1 });
}
