import { docketNumber } from '../../../../shared/domain/docket/filters.ts';
import { readEvents } from '../../../../shared/domain/deadlines/reading/index.ts';
import { momentText, parseMoment } from '../../../../shared/domain/deadlines/time/index.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { DeadlineFlag, DeadlineTrigger } from '../../../../shared/model/deadlines.ts';
import type { TriggerEvent } from '../../../../shared/model/rule-pack.ts';
import type { TroEventDetails } from '../../../../shared/model/tro.ts';
import { findEntries, type LoneEntry } from '../../docket/index.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

/** A trigger's moment as it stands now, and what is wrong with it. */
export interface TriggerMoment {
  readonly at: CourtMoment;
  readonly flag: DeadlineFlag | null;
}

type TroMoments = { readonly at: CourtMoment } & Readonly<Partial<TroEventDetails>>;

/** The entries and TRO events that triggers point at, each read once. */
export interface TriggerSources {
  readonly entries: ReadonlyMap<string, LoneEntry>;
  readonly troEvents: ReadonlyMap<string, TroMoments>;
}

/** Reads what these triggers point at; what is not there is left out. */
export function readTriggerSources(
  session: MatterSession,
  triggers: readonly DeadlineTrigger[],
): TriggerSources {
  const entryIds = triggers.flatMap((one) => (one.kind === 'entry' ? [one.entryId] : []));
  const hasTro = triggers.some(({ kind }) => kind === 'tro');
  return {
    entries: new Map(findEntries(session, entryIds).map((entry) => [entry.id, entry])),
    troEvents: new Map(
      hasTro
        ? session
            .all(sql.selectFrom('tro_event').select(['id', 'at', 'details']))
            .map(({ id, at, details }) => [id, { ...(JSON.parse(details) as TroEventDetails), at }])
        : [],
    ),
  };
}

/** Events that happen as a paper is filed, and as an order is entered; of others the entry's own date says nothing. */
const filed: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'complaint_filed',
  'removal_noticed',
  'removal_filed',
  'first_appearance',
  'defendant_appeared',
  'motion_filed',
  'long_motion_filed',
  'short_motion_filed',
  'same_day_motion_filed',
  'administrative_motion_filed',
  'opposition_filed',
  'reply_filed',
  'appeal_filed',
  'transcript_filed',
  'tro_motion_filed',
  'other',
]);
const entered: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'court_action_noticed',
  'more_definite_order_noticed',
  'judgment_entered',
  'order_entered',
  'injunction_order_entered',
  'appeal_extension_ordered',
  'post_judgment_motion_decided',
  'tro_entered',
]);

/**
 * When the event of a trigger happened, as the matter says now. A trigger that is gone, or has no date, keeps the moment last
 * known and says so.
 *
 * @param trigger anything but another deadline, whose end its own count gives
 * @param timezone the court's
 */
export function momentOf(
  trigger: Exclude<DeadlineTrigger, { kind: 'deadline' }>,
  { entries, troEvents }: TriggerSources,
  timezone: string,
): TriggerMoment {
  switch (trigger.kind) {
    case 'date':
      return { at: trigger.at, flag: null };
    case 'entry': {
      const entry = entries.get(trigger.entryId);
      return entry
        ? momentInEntry(trigger, entry, timezone)
        : gone(trigger.at, 'The docket entry it ran from');
    }
    case 'tro': {
      const event = troEvents.get(trigger.eventId);
      if (!event) return gone(trigger.at, 'The event on the TRO desk it ran from');
      const at = event[trigger.field];
      return at ? { at, flag: null } : undated(trigger.at, 'The event on the TRO desk it runs from');
    }
  }
}

/** The moment last known, of a trigger that is no longer there. */
export function gone(at: CourtMoment, what: string): TriggerMoment {
  return {
    at,
    flag: {
      code: 'TRIGGER_GONE',
      message: `${what} is gone. Counted from ${momentWords(at)}, as it was last known.`,
    },
  };
}

/** "Monday, January 11, 2021, 5:00 PM". */
export function momentWords(at: CourtMoment): string {
  return momentText(parseMoment(at));
}

function undated(at: CourtMoment, what: string): TriggerMoment {
  const message = `${what} gives no date for it. Counted from ${momentWords(at)}, as it was given or last known.`;
  return { at, flag: { code: 'TRIGGER_UNDATED', message } };
}

function momentInEntry(
  trigger: Extract<DeadlineTrigger, { kind: 'entry' }>,
  entry: LoneEntry,
  timezone: string,
): TriggerMoment {
  const number = docketNumber(entry);
  const name = number === null ? 'The docket entry it runs from' : `Docket entry ${number}`;
  const events = readEvents(entry, timezone).filter(({ event }) => event === trigger.event);
  const ofParty = events.filter(({ party }) => foldName(party) === foldName(trigger.party));
  const same = ofParty.find(({ at }) => at !== null && trigger.at.startsWith(at));
  const read = same ?? ofParty[0] ?? (events.length === 1 ? events[0] : undefined);
  // About an event that the entry mentions without its day, the entry's own day says nothing.
  const at = read ? read.at : ownMoment(trigger.event, entry);
  if (at === null) return undated(trigger.at, name);
  // A person knows the minute of a day that the docket gives without one.
  const isSameDay = at.length === 10 && trigger.at.startsWith(at);
  const found = { at: isSameDay ? trigger.at : at, flag: null };
  if (!entry.isGone) return found;
  const message = `${name} is no longer in the court’s latest docket sheet. Its date is still used.`;
  return { ...found, flag: { code: 'TRIGGER_GONE', message } };
}

/** The entry's own date, for an event that a person says it holds and its text does not name. */
function ownMoment(event: TriggerEvent, entry: LoneEntry): CourtMoment | null {
  if (filed.has(event)) return entry.filedOn ?? entry.enteredOn;
  if (entered.has(event)) return entry.enteredAt ?? entry.enteredOn ?? entry.filedOn;
  return null;
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
