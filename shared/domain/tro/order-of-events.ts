import type { TroEvent, TroEventKind } from '../../model/tro.ts';
import { formatMoment } from '../court-words.ts';
import { compareMoments, momentAt } from '../deadlines/time/index.ts';
import { troEventWords } from './words.ts';

/** What must have happened before an event makes sense; any one of them will do. */
const before: Readonly<Partial<Record<TroEventKind, readonly TroEventKind[]>>> = {
  intent_to_oppose_filed: ['motion_filed', 'motion_served'],
  response_filed: ['motion_filed', 'motion_served'],
  reply_filed: ['response_filed'],
  schedule_ordered: ['motion_filed', 'motion_served'],
  hearing_held: ['motion_filed', 'motion_served'],
  granted: ['motion_filed'],
  denied: ['motion_filed'],
  extended: ['granted'],
  dissolution_noticed: ['granted'],
  dissolved: ['granted'],
  withdrawn: ['motion_filed'],
};

/** Events that a request has only once; a second is likely the same one, recorded twice or corrected. */
const once: readonly TroEventKind[] = ['motion_filed', 'motion_served', 'granted'];

/**
 * What does not fit in the order of events, in sentences. They are still recorded: the record may come late, the
 * clocks must not.
 *
 * @param events those of the current request, as they happened
 * @param now the instant it is asked
 * @param timezone the court's
 * @param isRenewed whether an earlier request was decided: what was granted since needs no motion of its own
 */
export function orderWarnings(
  events: readonly TroEvent[],
  now: string,
  timezone: string,
  isRenewed = false,
): string[] {
  const today = momentAt(now, timezone);
  return [
    ...once.flatMap((kind) => repeated(kind, events)),
    ...events.flatMap((event) =>
      misplaced(event, events, today, timezone, isRenewed && event.kind === 'granted'),
    ),
  ];
}

function repeated(kind: TroEventKind, events: readonly TroEvent[]): string[] {
  if (events.filter((event) => event.kind === kind).length < 2) return [];
  return [
    `“${troEventWords[kind]}” is recorded more than once. Clocks run from the first: correct or delete the other, unless it is a new event.`,
  ];
}

function misplaced(
  event: TroEvent,
  events: readonly TroEvent[],
  today: string,
  timezone: string,
  isAnywhere: boolean,
): string[] {
  const { kind, at } = event;
  const words = `“${troEventWords[kind]}” (${formatMoment(at, timezone)})`;
  const isFuture = at.length > 10 ? compareMoments(at, today) > 0 : at > today.slice(0, 10);
  const future = isFuture ? [`${words} lies in the future.`] : [];
  const isAfterGrant = events.some((other) => other.kind === 'granted' && isNotAfter(other.at, at));
  if (kind === 'denied' && isAfterGrant)
    future.push(
      `${words} comes after “${troEventWords.granted}”. The clocks of that order run on: record “${troEventWords.dissolved}” if it no longer stands; delete the denial if it does.`,
    );
  const wanted = before[kind];
  if (
    !wanted ||
    isAnywhere ||
    events.some((other) => wanted.includes(other.kind) && isNotAfter(other.at, at))
  )
    return future;
  const names = wanted.map((one) => `“${troEventWords[one]}”`).join(' or ');
  return [...future, `${words} comes before any ${names} is recorded. Check the times.`];
}

/** Whether a moment may be before or at the same time as another; a day alone may be any minute of it. */
export function isNotAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) <= other.slice(0, length);
}
