import { useRef } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import {
  formatCount,
  useEngineMutation,
  useMatter,
  useReaderTarget,
  useRunCommand,
} from '../../client/index.ts';
import { showEntry } from '../docket/index.ts';
import { editDeadline } from './deadline-edit.ts';
import { actionWords as words } from './words.ts';

/** What can be done with deadlines, wherever it is asked for: by key, menu or button. */
export interface DeadlineActions {
  /** Asks for the proof of one that is done. */
  readonly markDone: (deadline: Deadline) => void;
  readonly reopen: (deadline: Deadline) => void;
  readonly dismiss: (deadline: Deadline) => void;
  readonly edit: (deadline: Deadline) => void;
  readonly override: (deadline: Deadline) => void;
  readonly removeOverride: (deadline: Deadline, overrideId: string) => void;
  /** Takes note of dates that moved, and of what entries say against them. */
  readonly acknowledge: (deadlines: readonly Deadline[]) => void;
  /** Reminds again after this many minutes; null reminds as set. */
  readonly snooze: (deadline: Deadline, minutes: number | null) => void;
  readonly update: (
    deadline: Deadline,
    fields: Partial<Pick<Deadline, 'owner' | 'reminders' | 'note'>>,
  ) => void;
  readonly remove: (deadlines: readonly Deadline[]) => void;
  readonly goToEntry: (id: DocketEntry['id']) => void;
  readonly openDocument: (id: EvidenceItem['id'], title: string) => void;
}

/** Everything that can be done with deadlines from lists, menus and details; each change can be undone. */
export function useDeadlineActions(): DeadlineActions {
  const { id: matterId, isReadOnly } = useMatter();
  const run = useRunCommand();
  const reader = useReaderTarget();
  /** Title of the deadline being deleted: afterwards it can no longer be looked up. */
  const goingTitle = useRef('');
  const setStatus = useEngineMutation('deadlines.setStatus', {
    undoMessage: ({ title, status }) => (status === 'open' ? words.reopened : words.dismissed)(title),
  });
  const removeOverride = useEngineMutation('deadlines.removeOverride', {
    undoMessage: ({ title }) => words.overrideRemoved(title),
  });
  const acknowledge = useEngineMutation('deadlines.acknowledge', {
    undoMessage: (noted) => words.acknowledged(formatCount(noted.length, 'deadline')),
  });
  const snooze = useEngineMutation('deadlines.snooze', {
    undoMessage: ({ title, snoozedUntil }) =>
      (snoozedUntil === null ? words.unsnoozed : words.snoozed)(title),
  });
  const update = useEngineMutation('deadlines.update', {
    undoMessage: ({ title }) => words.changed(title),
  });
  const remove = useEngineMutation('deadlines.delete', {
    undoMessage: ({ deleted }) =>
      words.deleted(deleted === 1 ? `“${goingTitle.current}”` : formatCount(deleted, 'deadline')),
  });

  return {
    markDone: (deadline) => !isReadOnly && editDeadline({ kind: 'done', deadline }),
    reopen: ({ id }) => setStatus.mutate({ id, status: 'open' }),
    dismiss: ({ id }) => setStatus.mutate({ id, status: 'dismissed' }),
    edit: (deadline) => !isReadOnly && editDeadline({ kind: 'edit', deadline }),
    override: (deadline) => editDeadline({ kind: 'override', deadline }),
    removeOverride: ({ id }, overrideId) => removeOverride.mutate({ id, overrideId }),
    acknowledge: (deadlines) => acknowledge.mutate({ ids: deadlines.map(({ id }) => id) }),
    snooze: ({ id }, minutes) =>
      snooze.mutate({
        id,
        until: minutes === null ? null : new Date(Date.now() + minutes * 60_000).toISOString(),
      }),
    update: ({ id }, fields) => update.mutate({ id, fields }),
    remove: (deadlines) => {
      const [first] = deadlines;
      if (isReadOnly || !first) return;
      goingTitle.current = first.title;
      remove.mutate({ ids: deadlines.map(({ id }) => id) });
    },
    goToEntry: (id) => {
      run('go.docket');
      showEntry(id);
    },
    openDocument: (evidenceId, title) => reader.show({ source: { matterId, evidenceId }, title }),
  };
}
