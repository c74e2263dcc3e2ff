import { useEffect, useRef, useState } from 'react';
import { formatMoment } from '../../../../shared/domain/court-words.ts';
import type { Reminder } from '../../../../shared/model/deadlines.ts';
import { formatCountdown, useEngineQuery, useMatter, useNow } from '../../../client/index.ts';
import { reminderWords as words } from './words.ts';

/** What this window has announced already, so that an unseen reminder does not ring every minute. */
const keyOf = ({ deadlineId, at }: Reminder) => `${deadlineId} ${at}`;

export interface Reminders {
  readonly reminders: readonly Reminder[];
  /** True once, when the matter is opened and reminders had come due meanwhile. */
  readonly wereAway: boolean;
  /** Asks again now. */
  readonly refresh: () => void;
}

/**
 * Reminders whose time has come, asked for again each minute. Those that come while the window runs are also announced by the
 * system; those that came before are for a list at the start.
 */
export function useReminders(): Reminders {
  const { id: matterId } = useMatter();
  const now = useNow();
  const { data, refetch } = useEngineQuery('deadlines.reminders', { matterId });
  const told = useRef<{ matterId: string; keys: Set<string> } | null>(null);
  const [awayFrom, setAwayFrom] = useState<string | null>(null);

  useEffect(() => void refetch(), [now, refetch]);
  useEffect(() => {
    if (!data) return;
    if (told.current?.matterId !== matterId) {
      told.current = { matterId, keys: new Set(data.map(keyOf)) };
      setAwayFrom(data.length > 0 ? matterId : null);
      return;
    }
    for (const reminder of data) {
      if (told.current.keys.has(keyOf(reminder))) continue;
      told.current.keys.add(keyOf(reminder));
      notify(reminder);
    }
  }, [data, matterId]);
  return {
    reminders: data ?? [],
    wereAway: awayFrom === matterId,
    refresh: () => void refetch(),
  };
}

function notify({ title, due, dueAt, endsAt, timezone, isPastDue }: Reminder): void {
  const when = formatMoment(dueAt ?? due, timezone);
  window.forthwith.notify({
    title: isPastDue ? `${words.pastDue}: ${title}` : title,
    body: `${words.due(when)} (${formatCountdown(endsAt, Date.now(), timezone)})`,
    command: 'deadlines.reminders',
  });
}
