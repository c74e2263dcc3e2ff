import { AlarmClock, BellOff } from 'lucide-react';
import type { Reminder } from '../../../../shared/model/deadlines.ts';
import {
  courtNow,
  formatCountdown,
  formatMoment,
  useEngineMutation,
  useMatter,
  useNow,
  useRunCommand,
} from '../../../client/index.ts';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  MenuButton,
  buttonWords,
  type MenuEntry,
} from '../../../ui/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { showDeadline } from '../deadline-target.ts';
import { addDays, instantOf } from '../../../../shared/domain/deadlines/time/index.ts';
import { reminderWords as words } from './words.ts';

export interface RemindersDialogProps {
  readonly reminders: readonly Reminder[];
  /** Whether they came due before the matter was opened. */
  readonly isAway: boolean;
  readonly onClose: () => void;
}

/** Reminders that are due now: each can be shown, postponed, or acknowledged. */
export function RemindersDialog({ reminders, isAway, onClose }: RemindersDialogProps) {
  const { isReadOnly } = useMatter();
  const seen = useEngineMutation('deadlines.remindersSeen', { onSuccess: onClose });
  return (
    <Dialog
      title={isAway ? words.away : words.title}
      onClose={onClose}
      footer={
        reminders.length === 0 || isReadOnly ? (
          <Button variant="primary" onPress={onClose} autoFocus>
            {buttonWords.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{buttonWords.close}</Button>
            <Button
              variant="primary"
              autoFocus
              onPress={() => seen.mutate({ ids: reminders.map(({ deadlineId }) => deadlineId) })}
            >
              {words.seen}
            </Button>
          </>
        )
      }
    >
      {reminders.length === 0 ? (
        <div className="h-52">
          <EmptyState icon={<BellOff />} title={words.none}>
            {words.noneText}
          </EmptyState>
        </div>
      ) : (
        <>
          <ul className="-mx-5 flex flex-col divide-y divide-line border-y border-line">
            {reminders.map((reminder) => (
              <ReminderRow key={reminder.deadlineId} reminder={reminder} onClose={onClose} />
            ))}
          </ul>
          <CounselNotice />
        </>
      )}
    </Dialog>
  );
}

function ReminderRow({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { deadlineId, title, due, dueAt, endsAt, timezone, isPastDue } = reminder;
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  const now = useNow();
  return (
    <li className="flex items-center gap-3 px-5 py-2.5">
      <div className="flex min-w-0 grow flex-col">
        <div className="flex items-center gap-2">
          <span dir="auto" className="truncate text-left font-medium" title={title}>
            {title}
          </span>
          {isPastDue && <Badge tone="danger">{words.pastDue}</Badge>}
        </div>
        <span className="text-sm text-ink-soft tabular-nums">
          {words.due(formatMoment(dueAt ?? due, timezone))} · {formatCountdown(endsAt, now, timezone)}
        </span>
      </div>
      {!isReadOnly && <SnoozeMenu reminder={reminder} now={now} />}
      <Button
        size="small"
        aria-label={words.showLong(title)}
        onPress={() => {
          onClose();
          run('go.deadlines');
          showDeadline(deadlineId);
        }}
      >
        {words.show}
      </Button>
    </li>
  );
}

function SnoozeMenu({ reminder, now }: { reminder: Reminder; now: number }) {
  const snooze = useEngineMutation('deadlines.snooze', {
    undoMessage: ({ title }) => words.snoozed(title),
  });
  const inMinutes = (minutes: number) => () =>
    snooze.mutate({ id: reminder.deadlineId, until: new Date(now + minutes * 60_000).toISOString() });
  const items: readonly MenuEntry[] = [
    { id: '15', label: words.minutes15, onAction: inMinutes(15) },
    { id: '60', label: words.hour, onAction: inMinutes(60) },
    { id: '240', label: words.hours4, onAction: inMinutes(240) },
    {
      id: 'tomorrow',
      label: words.tomorrow,
      onAction: () =>
        snooze.mutate({ id: reminder.deadlineId, until: tomorrowMorning(reminder.timezone, now) }),
    },
  ];
  return (
    <MenuButton label={words.snoozeLong(reminder.title)} items={items}>
      <Button size="small" icon={<AlarmClock />} aria-label={words.snoozeLong(reminder.title)}>
        {words.snooze}
      </Button>
    </MenuButton>
  );
}

/** Eight in the morning of the next day on the court's clock. */
function tomorrowMorning(timezone: string, now: number): string {
  const today = courtNow(timezone, now).slice(0, 10);
  return instantOf(`${addDays(today, 1)}T08:00`, timezone);
}
