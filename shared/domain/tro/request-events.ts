import type { TroEvent, TroEventKind } from '../../model/tro.ts';
import { compareMoments } from '../deadlines/time/index.ts';
import { troEventWords } from './words.ts';

/** Events after which nothing of the request is pending; a motion filed later begins another one. */
const endings: ReadonlySet<TroEventKind> = new Set(['denied', 'dissolved', 'converted', 'withdrawn']);
/** Those that end an order: one granted later is another, and does not run from the first. */
const endsOfOrders: ReadonlySet<TroEventKind> = new Set(['dissolved', 'converted', 'withdrawn']);

// From the words, not from the schema: windows order events too, and schemas cannot be built there.
const usualOrder = new Map(Object.keys(troEventWords).map((kind, at) => [kind, at]));

/**
 * Events as they happened. Those of one moment are in their usual order, a filing before its service; a day without a minute
 * comes after every minute of that day.
 *
 * @example eventsInOrder([served, filed]) // [filed, served], where both are of 5:00 pm
 */
export function eventsInOrder(events: readonly TroEvent[]): TroEvent[] {
  return events.toSorted(
    (one, other) =>
      compareMoments(one.at, other.at) ||
      usualOrder.get(one.kind)! - usualOrder.get(other.kind)! ||
      (one.createdAt < other.createdAt ? -1 : Number(one.createdAt > other.createdAt)),
  );
}

/**
 * The events of the request that is pending or was decided last, as they happened: a motion filed again after a denial starts
 * clocks of its own, and so does an order granted after an earlier one was dissolved.
 *
 * @example currentEvents([filed, denied, filedAgain]) // [filedAgain]
 */
export function currentEvents(events: readonly TroEvent[]): TroEvent[] {
  const ordered = eventsInOrder(events);
  let start = 0;
  let ended = 0;
  let isOrderOver = false;
  for (const [at, { kind }] of ordered.entries()) {
    if (endings.has(kind)) {
      ended = at + 1;
      isOrderOver = endsOfOrders.has(kind);
    }
    // Service may come before the filing, so all that follows the ending belongs to the new request.
    else if ((kind === 'motion_filed' || (kind === 'granted' && isOrderOver)) && ended > start) start = ended;
  }
  return ordered.slice(start);
}

/** Whether a request is over: denied, withdrawn, dissolved, or followed by a preliminary injunction. */
export function isEnded(events: readonly TroEvent[]): boolean {
  return currentEvents(events).some(({ kind }) => endings.has(kind));
}
