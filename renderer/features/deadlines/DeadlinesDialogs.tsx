import { useEffect } from 'react';
import { useCommand, useEngineQuery, useMatter, useRunCommand } from '../../client/index.ts';
import { CalendarDialogs } from './calendar/CalendarDialogs.tsx';
import { editDeadline, useDeadlineEdit, type DeadlineEdit } from './deadline-edit.ts';
import { useDeadlineView, type DeadlineViewName } from './deadline-view.ts';
import { DeadlineDialog } from './edit/DeadlineDialog.tsx';
import { MarkDoneDialog } from './edit/MarkDoneDialog.tsx';
import { OverrideDialog } from './edit/OverrideDialog.tsx';
import { ProposeDialog } from './propose/ProposeDialog.tsx';

/** The dialogs of the deadlines and their menu commands, from whichever area is looked at. */
export function DeadlinesDialogs() {
  const { id: matterId } = useMatter();
  const edit = useDeadlineEdit();
  // A dialog closes with its matter: its subject does not exist in another one.
  useEffect(() => () => editDeadline(null), [matterId]);
  useCommand('deadlines.add', () => editDeadline({ kind: 'add', entryId: null }));
  useCommand('deadlines.propose', () => editDeadline({ kind: 'propose', entryIds: null }));
  useViewCommands();
  return (
    <>
      <CalendarDialogs />
      {edit && <EditDialog edit={edit} />}
    </>
  );
}

function EditDialog({ edit }: { edit: DeadlineEdit }) {
  const close = () => editDeadline(null);
  switch (edit.kind) {
    case 'add':
      return <AddDialog entryId={edit.entryId} onClose={close} />;
    case 'edit':
      return <DeadlineDialog deadline={edit.deadline} entry={null} onClose={close} />;
    case 'done':
      return <MarkDoneDialog deadline={edit.deadline} onClose={close} />;
    case 'override':
      return <OverrideDialog deadline={edit.deadline} onClose={close} />;
    case 'propose':
      return <ProposeDialog entryIds={edit.entryIds} onClose={close} />;
  }
}

/** The views by menu and palette, from whichever area is looked at. */
function useViewCommands(): void {
  const run = useRunCommand();
  const [, change] = useDeadlineView();
  const show = (view: DeadlineViewName) => {
    run('go.deadlines');
    change({ view });
  };
  useCommand('deadlines.viewAgenda', () => show('agenda'));
  useCommand('deadlines.viewWeek', () => show('week'));
  useCommand('deadlines.viewMonth', () => show('month'));
}

function AddDialog({ entryId, onClose }: { entryId: string | null; onClose: () => void }) {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('docket.list', entryId === null ? null : { matterId });
  if (entryId !== null && !data) return null;
  return (
    <DeadlineDialog
      deadline={null}
      entry={data?.find(({ id }) => id === entryId) ?? null}
      onClose={onClose}
    />
  );
}
