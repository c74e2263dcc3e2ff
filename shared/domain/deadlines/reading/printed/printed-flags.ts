import type { CourtMoment } from '../../../../model/court-time.ts';
import type { DeadlineFlag } from '../../../../model/deadlines.ts';
import { momentText, parseMoment } from '../../time/index.ts';
import { findMoments } from './moments.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * What a person should know of a printed date before relying on it: that its hour was converted from another zone, that its
 * weekday is wrong, or that its midnight may be either of two.
 *
 * @param quote the clerk's words, see `readPrintedDates`
 * @param due the date read from them
 * @param timezone the court's IANA zone
 */
export function printedFlags(quote: string, due: CourtMoment, timezone: string): DeadlineFlag[] {
  const moment = findMoments(quote, timezone).findLast(({ at }) => at === due);
  if (!moment) return [];
  const { elsewhere, wrongWeekday, isMidnight } = moment;
  const on = parseMoment((elsewhere?.at ?? due).slice(0, 10));
  const flags: DeadlineFlag[] = [];
  if (elsewhere)
    flags.push({
      code: 'PRINTED_ELSEWHERE',
      message: `Printed in ${elsewhere.zone}: ${words(elsewhere.at)} there is ${words(due)} on this court’s clock.`,
    });
  if (wrongWeekday !== null)
    flags.push({
      code: 'PRINTED_UNCLEAR',
      message: `Printed as a ${weekdays[wrongWeekday]}, but the date is ${momentText(on)}. Check which is meant.`,
    });
  if (isMidnight)
    flags.push({
      code: 'PRINTED_UNCLEAR',
      message: `“Midnight” may be the start or the end of ${momentText(on)}. It is read as the end; check which is meant.`,
    });
  return flags;
}

const words = (at: CourtMoment) => momentText(parseMoment(at));
