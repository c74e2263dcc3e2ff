import { Plus, X } from 'lucide-react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatInstant, formatMinutes, useMatter } from '../../../client/index.ts';
import { Button, IconButton, MenuButton } from '../../../ui/index.ts';
import { snoozeChoices } from '../deadline-menu.ts';
import { actionWords, detailWords as words } from '../words.ts';

/** Times before the end that are offered, in minutes. */
const offered = [15, 60, 240, 1440, 2880, 4320, 10_080];
const mostReminders = 10;

/** A reminder in words: "2 d before", "at its end". */
export function reminderText(minutes: number): string {
  return minutes === 0 ? words.atEnd : words.before(formatMinutes(minutes));
}

/** The reminders of a deadline, each with a way to remove it, and more to add. */
export function RemindersField(props: {
  reminders: readonly number[];
  onChange: (reminders: number[]) => void;
  isReadOnly?: boolean;
}) {
  const { reminders, onChange, isReadOnly = false } = props;
  const sorted = reminders.toSorted((a, b) => b - a);
  return (
    <span className="flex flex-wrap items-center gap-1">
      {sorted.length === 0 && <span className="text-ink-soft">{words.noReminders}</span>}
      {sorted.map((minutes) => (
        <span
          key={minutes}
          className="inline-flex min-h-6 items-center gap-0.5 rounded-md border border-line bg-sunken pl-2 text-sm tabular-nums"
        >
          {reminderText(minutes)}
          <IconButton
            label={words.removeReminder(reminderText(minutes))}
            icon={<X />}
            size="small"
            changesMatter
            onPress={() => onChange(reminders.filter((each) => each !== minutes))}
          />
        </span>
      ))}
      {!isReadOnly && reminders.length < mostReminders && (
        <MenuButton
          label={words.addReminder}
          items={offered
            .filter((minutes) => !reminders.includes(minutes))
            .map((minutes) => ({
              id: String(minutes),
              label: reminderText(minutes),
              onAction: () => onChange([...reminders, minutes]),
            }))}
        >
          <Button size="small" variant="quiet" icon={<Plus />}>
            {words.addReminder}
          </Button>
        </MenuButton>
      )}
    </span>
  );
}

/** Puts the reminders of a deadline off, or lets them come as set. */
export function Snooze(props: {
  deadline: Deadline;
  now: number;
  onSnooze: (minutes: number | null) => void;
}) {
  const { deadline, now, onSnooze } = props;
  const { timezone } = useMatter();
  const { snoozedUntil } = deadline;
  const isSnoozed = snoozedUntil !== null && Date.parse(snoozedUntil) > now;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {isSnoozed && (
        <span className="text-ink-soft">{words.snoozedUntil(formatInstant(snoozedUntil, timezone))}</span>
      )}
      <MenuButton
        label={actionWords.snooze}
        items={[
          ...snoozeChoices.map(({ minutes, text }) => ({
            id: String(minutes),
            label: actionWords.snoozeFor(text),
            onAction: () => onSnooze(minutes),
          })),
          ...(isSnoozed
            ? ([
                'separator',
                { id: 'off', label: actionWords.unsnooze, onAction: () => onSnooze(null) },
              ] as const)
            : []),
        ]}
      >
        <Button size="small" variant="quiet" changesMatter>
          {actionWords.snooze}
        </Button>
      </MenuButton>
    </span>
  );
}
