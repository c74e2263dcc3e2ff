import type { TimeWarning } from '../../../model/time-counting.ts';
import type { Asked } from './asked.ts';
import { agreementCite } from './by-agreement.ts';
import type { Counted } from './by-rule.ts';
import { earnsThreeDays, mannerText } from './cites.ts';
import { printMoment } from './clock/moment.ts';
import { clockChangeText, readingOf } from './clock/zone.ts';
import { clerksMidnightCite } from './end-day.ts';

/** Rules 6 and 26 count every day since then. */
const presentMethodSince = '2009-12-01';

/** What a person must know besides the result. */
export function warningsOf(asked: Asked, counted: Counted, isEndUnclear: boolean): TimeWarning[] {
  const { regime, period, trigger } = asked.request;
  const warnings: TimeWarning[] = [];
  const warn = (code: TimeWarning['code'], message: string) => warnings.push({ code, message });
  if (asked.terms)
    warn(
      'CONTRACT_COUNT',
      `Counted as the agreement says${asked.terms.clause === '' ? '' : ` (${asked.terms.clause})`}, not by Rule 6.`,
    );
  if (trigger < presentMethodSince && regime !== 'contract' && period.unit !== 'fixed')
    warn(
      'BEFORE_2009_METHOD',
      'Before December 1, 2009 time was counted another way: periods of less than 11 days (less than 7 in appeals before December 2002, and in any court before August 1985) left out Saturdays, Sundays and holidays, and a temporary restraining order ended after 10 days. This is the present method.',
    );
  if (dependsOnState(asked))
    warn(
      'STATE_UNKNOWN',
      'The state of the court is not known, so no state holiday was counted. The last day may be later, not earlier.',
    );
  const service = serviceRemark(asked);
  if (service !== null) warn('SERVICE_ADDS_NOTHING', service);
  if (period.isCap && !asked.terms && asked.trigger.minute === null && period.unit !== 'fixed')
    warn(
      'HOUR_UNKNOWN',
      'The hour is not given, so this is counted to the end of the day. The maximum may end sooner on that day, at the hour at which it began: give the hour with the date.',
    );
  if (isEndUnclear || isHourMoved(asked, counted) || isTriggerUnclear(asked))
    warn('CLOCK_CHANGE', clockChangeText);
  if (counted.path.steps.some(({ cite }) => cite === clerksMidnightCite))
    warn(
      'CHECK',
      'A circuit’s own rule may end the day at another time, Fed. R. App. P. 26(a)(4), and this circuit’s was not read. Confirm the time with the court of appeals.',
    );
  if (isPushedPastEvent(asked, counted))
    warn(
      'CHECK',
      'Closings of the clerk’s office push the end to the event it is counted back from, or past it. Ask the court what holds.',
    );
  if (period.isCap && !asked.terms && period.unit !== 'fixed' && counted.isOnDayOff)
    warn(
      'UNSETTLED',
      'The maximum ends on a day on which no period would end. Whether it may run on is not settled: treat this moment as the limit.',
    );
  if (period.unit === 'fridays' && counted.alternatives.length > 0)
    warn(
      'UNSETTLED',
      'The Friday is a legal holiday. The local rule moves a response or reply to the next court day and is silent about the noting date itself.',
    );
  if (period.unit === 'fixed') {
    const isClosed = asked.closed.has(asked.trigger.day);
    if (counted.isOnDayOff || isClosed)
      warn(
        'CHECK',
        `The date set is ${isClosed ? 'a day on which the clerk’s office was inaccessible' : 'no court day'}. Nothing moves it but the court: act before it, or ask.`,
      );
  }
  return warnings;
}

/** Whether a state's holiday could have moved the end. */
function dependsOnState({ request, terms }: Asked): boolean {
  const { period, place } = request;
  if (place.states.length > 0 || period.isCap || period.unit === 'fixed') return false;
  if (terms) return terms.isBusinessDays || terms.isRolled;
  return period.direction === 'after' || period.unit === 'monday_before';
}

/** Whether what is counted back from an event does not end before it. */
function isPushedPastEvent({ request: { period }, trigger, sign }: Asked, { path }: Counted): boolean {
  if (sign > 0 || period.count === 0 || period.unit === 'fixed') return false;
  const minute = path.at.minute === null ? null : trigger.minute;
  return printMoment(path.at) >= printMoment({ ...trigger, minute });
}

/** Whether a cap could not end at the hour at which it began. */
function isHourMoved({ request: { period }, trigger }: Asked, { path }: Counted): boolean {
  return period.isCap && period.unit !== 'hours' && path.at.minute !== trigger.minute;
}

function isTriggerUnclear({ request: { period, place }, trigger }: Asked): boolean {
  if (trigger.minute === null || (period.unit !== 'hours' && !period.isCap)) return false;
  return readingOf(trigger.day, trigger.minute, place.timezone).kind !== 'plain';
}

/** Why three days that one may expect are not added; null where nobody would expect them. */
function serviceRemark(asked: Asked): string | null {
  const { service, period, regime } = asked.request;
  if (service === 'rule4_mail' && period.direction === 'after' && !period.isCap && period.unit !== 'fixed')
    return 'A summons served by mail under Rule 4 is not service under Rule 5(b)(2), so no three days are added.';
  if (!earnsThreeDays(service) || asked.addsThree) return null;
  const why = (): string => {
    if (asked.terms) return `the time is the agreement’s (${agreementCite(asked.terms)}), not the Rules’`;
    if (period.unit === 'fixed') return 'a date certain is not computed';
    if (period.isCap) return 'a maximum on an order does not run from service';
    if (period.unit === 'monday_before')
      return 'a noting date fixes the day; under LCR 7(d)(3) opposition served by mail is mailed by the Friday before the noting date';
    if (period.unit === 'fridays') return 'a noting date runs from filing';
    return `they are added only to a period after being served, Rule ${regime === 'frap' ? '26(c)' : '6(d)'}`;
  };
  return `No three days are added for ${mannerText[service]}: ${why()}.`;
}
