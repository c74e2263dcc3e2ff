import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** First year of the present federal rule of daylight saving, 15 U.S.C. § 260a as amended by Pub. L. 109-58. */
const presentRuleFrom = 2007;

interface Change {
  /** Wall clock before the change: 2021-03-14T02:00:00. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly isDaylight: boolean;
}

/**
 * The rules of a zone as a VTIMEZONE (RFC 5545 § 3.6.5), for calendars that do not know the zone by its name. Zones that keep the
 * federal daylight saving get its two yearly rules, which Outlook needs; others, and years before 2007, their changes one by one.
 *
 * @param timezone IANA name
 * @param firstYear, lastYear years in which the calendar has events
 */
export function zoneComponent(timezone: string, firstYear: number, lastYear: number): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.updatePropertyWithValue('tzid', timezone);
  const begin = Temporal.ZonedDateTime.from({ timeZone: timezone, year: firstYear - 1, month: 1, day: 1 });
  const changes = changesOf(begin, lastYear + 1);
  const yearly = firstYear > presentRuleFrom && changes.length > 0 ? yearlyRules(changes) : null;
  if (yearly) for (const { change, rule } of yearly) zone.addSubcomponent(observance(change, rule));
  else {
    // What held before the first change, which may come after the first event, as in Indiana in 2006.
    const offset = offsetOf(begin);
    const first = { at: '1970-01-01T00:00:00', from: offset, to: offset, isDaylight: false };
    for (const change of [first, ...changes]) zone.addSubcomponent(observance(change));
  }
  return zone;
}

function changesOf(begin: Temporal.ZonedDateTime, lastYear: number): Change[] {
  const changes: Change[] = [];
  let next = begin.getTimeZoneTransition('next');
  while (next !== null && next.year <= lastYear) {
    const before = next.subtract({ nanoseconds: 1 });
    const wall = next
      .toPlainDateTime()
      .subtract({ nanoseconds: next.offsetNanoseconds - before.offsetNanoseconds });
    changes.push({
      at: wall.toString({ smallestUnit: 'second' }),
      from: offsetOf(before),
      to: offsetOf(next),
      isDaylight: next.offsetNanoseconds > before.offsetNanoseconds,
    });
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

/** The two rules of federal daylight saving where every change follows them; null elsewhere. */
function yearlyRules(changes: readonly Change[]): { change: Change; rule: string }[] | null {
  const rules: { change: Change; rule: string }[] = [];
  for (const change of changes) {
    const day = Temporal.PlainDateTime.from(change.at);
    const isMarch = day.month === 3 && day.day >= 8 && day.day <= 14;
    const isNovember = day.month === 11 && day.day <= 7;
    if (day.dayOfWeek !== 7 || day.hour !== 2 || !(change.isDaylight ? isMarch : isNovember)) return null;
    if (rules.length < 2)
      rules.push({
        change,
        rule: change.isDaylight ? 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU' : 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      });
  }
  return rules;
}

function observance({ at, from, to, isDaylight }: Change, rule?: string): ICAL.Component {
  const component = new ICAL.Component(isDaylight ? 'daylight' : 'standard');
  component.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(at));
  component.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from));
  component.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(to));
  if (rule !== undefined) component.updatePropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  return component;
}

/** -08:00 */
function offsetOf(at: Temporal.ZonedDateTime): string {
  return at.offset;
}
