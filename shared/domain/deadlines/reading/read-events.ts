import type { CourtMoment } from '../../../model/court-time.ts';
import type { TriggerEvent } from '../../../model/rule-pack.ts';
import { readCourtAct } from './events/court.ts';
import { readHeading } from './events/heading.ts';
import { readMotion } from './events/motions.ts';
import { readPaper } from './events/papers.ts';
import { findMoments } from './printed/moments.ts';
import { readPrintedDates, serviceEvent, type PrintedDate } from './printed/read-printed.ts';
import { readService } from './printed/service.ts';
import { withEvenWords, type EventEntry, type FoundEvent, type TriggeringEvent } from './triggering-event.ts';

/** Events that are dated by the court's entry and not by the paper's filing. */
const byEntry: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'court_action_noticed',
  'more_definite_order_noticed',
  'judgment_entered',
  'order_entered',
  'injunction_order_entered',
  'magistrate_order_served',
  'post_judgment_motion_decided',
  'appeal_extension_ordered',
  'costs_taxed',
  'tro_entered',
]);
/** An order that only amends a restraint does not restart its time: its days run from the entry of the first. */
const amends =
  /^\W*(?:(?:order|and|of|the|a|an|ex parte|first|second|third|stipulated|agreed|consent)\s){0,3}(?:amend|correct|modif|clarif)/i;
/** Events from which hours or a cap with its hour run, so that the minute counts. */
const toTheMinute: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'tro_entered',
  'tro_motion_filed',
  'dissolution_noticed',
]);
/**
 * A notice of service says that papers were served, not on which day; what an extension adds runs from the end the order had
 * without it, which its entry does not print.
 */
const undated: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'discovery_served',
  'tro_motion_served',
  'tro_extended',
]);

/**
 * What periods run from, as a docket entry says, each with the moment it happened. Attachments say nothing of their own, and
 * neither does an entry that was taken back. What the text does not say plainly is left out: an order is never taken for a
 * grant because it names a motion, and a return of service without a day of service gives an event without a date.
 *
 * @example
 * readEvents({ …entry, text: 'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 3/13/2023' })
 * // [{ event: 'summons_served', at: '2023-03-13', party: 'Northgate Hosting, Inc.', basis: 'text', … }, …]
 * @param printedEntry its `role` is that of shared/domain/docket/threads
 * @param timezone the court's IANA zone, on whose clock an hour printed in another zone is given
 * @param printed its dates, where they are read already
 */
export function readEvents(
  printedEntry: EventEntry,
  timezone?: string,
  printed?: readonly PrintedDate[],
): TriggeringEvent[] {
  if (printedEntry.attachment !== null) return [];
  const entry = withEvenWords(printedEntry);
  const heading = readHeading(entry);
  if (!heading) return [];
  const served = serviceEvents(heading.text, timezone);
  const found =
    served.length > 0
      ? []
      : entry.role === 'motion'
        ? readMotion(heading)
        : [...readPaper(heading, entry.role), ...readCourtAct(heading, entry.role)];
  const isAmended = amends.test(heading.title);
  const dated = found.map((one) => dateOf(one, entry, isAmended, timezone));
  return unique([
    ...served,
    ...dated,
    ...settingEvents(printed ?? readPrintedDates(entry.text, timezone), dated),
  ]);
}

function dateOf(
  { event, quote }: FoundEvent,
  entry: EventEntry,
  isAmended: boolean,
  timezone: string | undefined,
): TriggeringEvent {
  const { filedOn, enteredOn, enteredAt } = entry;
  if (undated.has(event) || (event === 'tro_entered' && (isAmended || amends.test(quote))))
    return { event, at: null, party: '', basis: 'text', quote };
  const isByEntry = byEntry.has(event) ? enteredOn !== null : filedOn === null;
  const on = isByEntry ? enteredOn : filedOn;
  const isMinuteKnown = toTheMinute.has(event) && on !== null && enteredAt?.startsWith(on);
  const issued = event === 'tro_entered' && !isMinuteKnown ? issuedAt(entry.text, on, timezone) : null;
  if (issued !== null) return { event, at: issued, party: '', basis: 'text', quote };
  const basis = isByEntry || isMinuteKnown ? 'enteredOn' : 'filedOn';
  return { event, at: isMinuteKnown ? enteredAt : on, party: '', basis, quote };
}

/** Words of an order before the day and hour of its own, Rule 65(b)(2)(A), where they are of no other order or paper. */
const issuing =
  /(?<!\b(?:orders?|t\.?r\.?o|was|were|previously|minutes?|transcript|judgment)\s(?:\p{L}{1,12}\s)?)\b(?:issued|entered|signed|dated?|so ordered|done|given)\b[^.;]{0,40}$/iu;

/** "TEMPORARY RESTRAINING ORDER issued January 5, 2027 at 2:10 p.m.": of itself, by its own name at the head of the entry. */
const issuedHead =
  /^\W{0,6}(?:\p{L}{1,14}\s){0,6}?(?:order|t\.?r\.?o\.?),?\s(?:issued|entered)\s(?:on\s)?$/iu;

/** The minute at which an order says that it is issued, on the day of its entry; null where it does not say. */
function issuedAt(text: string, on: string | null, timezone: string | undefined): CourtMoment | null {
  const own = findMoments(text, timezone).find(({ at, start }) => {
    if (at.length === 10 || at.slice(0, 10) !== on) return false;
    const before = text.slice(Math.max(0, start - 80), start);
    // "ORDER entered this 4th day of January": of itself all the same.
    return (
      issuing.test(before) ||
      issuedHead.test(text.slice(0, start)) ||
      (/\b(?:issued|entered|signed|dated)\s$/i.test(before) && /^this\b/i.test(text.slice(start)))
    );
  });
  return own?.at ?? null;
}

/** Each party served separately; Rule 16(b)(2) also asks when any of them first was. */
function serviceEvents(text: string, timezone: string | undefined): TriggeringEvent[] {
  const services = readService(text, timezone);
  const events = services.map((service): TriggeringEvent => ({
    event: serviceEvent(service),
    at: service.at,
    party: service.party,
    basis: 'text',
    quote: text.slice(service.start, service.end),
  }));
  const first = services
    .filter(({ how, at }) => how === 'served' && at !== null)
    .toSorted((a, b) => (a.at! < b.at! ? -1 : 1))[0];
  if (first)
    events.push({
      event: 'defendant_served',
      at: first.at,
      party: '',
      basis: 'text',
      quote: text.slice(first.start, first.end),
    });
  return events;
}

/**
 * What is set for a day is itself what other periods are counted back from. A motion that is noted for the day of its filing
 * has no opposition counted back from there.
 */
function settingEvents(dates: readonly PrintedDate[], found: readonly TriggeringEvent[]): TriggeringEvent[] {
  const isNotedAtOnce =
    found.some(({ event }) => event === 'tro_motion_filed' || event === 'same_day_motion_filed') &&
    !found.some(({ event }) => event === 'long_motion_filed');
  const isMotion = found.some(({ event }) => event === 'motion_filed');
  return dates.flatMap((printed) => {
    const event = settingEvent(printed, isMotion);
    if (event === null || (event === 'noting_date' && isNotedAtOnce)) return [];
    return [{ event, at: printed.due, party: '', basis: 'text' as const, quote: printed.quote }];
  });
}

function settingEvent({ kind, label }: PrintedDate, isMotion: boolean): TriggerEvent | null {
  switch (kind) {
    case 'noting_date':
      return 'noting_date';
    case 'trial':
      return 'trial';
    case 'response':
      return /\b(?:response|opposition|oppos)/i.test(label) && !/show cause|complaint/i.test(label)
        ? 'opposition_due'
        : null;
    case 'hearing':
      if (/default/i.test(label)) return 'default_hearing';
      // "Motion set for hearing on", as some courts print with the motion, is the motion's without being called so.
      return (isMotion && /^hearing\b/i.test(label)) ||
        /\b(?:motion|argument|injunction|restraining|tro)\b/i.test(label)
        ? 'hearing'
        : null;
    case 'conference':
      return /\b(?:scheduling|rule 16|case management)\b|^management/i.test(label)
        ? 'scheduling_conference'
        : null;
    case 'discovery':
      // Rule 56(b) counts from the close of all discovery, not of the part that a preliminary injunction or jurisdiction needs.
      return /\bdiscovery\b/i.test(label) &&
        !/deposition|expert|request|motion|expedited|jurisdiction|limited|early|targeted|preliminary|injunction|venue|written|documents?\b|certification|initial|phase|respon|compel/i.test(
          label,
        )
        ? 'discovery_closed'
        : null;
    default:
      return null;
  }
}

function unique(events: readonly TriggeringEvent[]): TriggeringEvent[] {
  const seen = new Set<string>();
  return events.filter(({ event, at, party }) => {
    const key = keyOf(event, at, party);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const keyOf = (event: TriggerEvent, at: CourtMoment | null, party: string) => `${event}|${at ?? ''}|${party}`;
