import type { CourtMoment } from '../../../../model/court-time.ts';
import type { DeadlineFlag } from '../../../../model/deadlines.ts';
import { addDays, momentText, parseMoment } from '../../time/index.ts';
import { findMoments } from './moments.ts';
import type { PrintedDate } from './read-printed.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * What a person should know of a printed date before relying on it: that its hour was converted from another zone or could not be
 * read, that its weekday is wrong, that its midnight may be either of two, that it is excluded ("before"), or was only asked for.
 *
 * @param quote the clerk's words, see `readPrintedDates`
 * @param due the date read from them
 * @param timezone the court's IANA zone
 */
export function printedFlags(quote: string, due: CourtMoment, timezone: string): DeadlineFlag[] {
  const moments = findMoments(quote, timezone);
  // The hour may be told, or changed, in words behind the day.
  const moment =
    moments.findLast(({ at }) => at === due) ??
    moments.findLast(({ at }) => at.slice(0, 10) === due.slice(0, 10));
  if (!moment) return [];
  const { elsewhere, wrongWeekday, isMidnight, unreadHour } = moment;
  const on = parseMoment((elsewhere?.at ?? due).slice(0, 10));
  const flags: DeadlineFlag[] = [];
  const unclear = (message: string) => flags.push({ code: 'PRINTED_UNCLEAR', message });
  if (elsewhere)
    flags.push({
      code: 'PRINTED_ELSEWHERE',
      message: `Printed in ${elsewhere.zone}: ${words(elsewhere.at)} there is ${words(due)} on this court’s clock.`,
    });
  if (wrongWeekday !== null)
    unclear(
      `Printed as a ${weekdays[wrongWeekday]}, but the date is ${momentText(on)}. Check which is meant.`,
    );
  if (isMidnight) {
    const side = due.length > 10 ? 'start' : 'end';
    unclear(
      `“Midnight” may be the start or the end of ${momentText(on)}. It is read as the ${side}; check which is meant.`,
    );
  }
  if (unreadHour !== '')
    unclear(
      `Printed with “${unreadHour}”, which gives no certain hour. The whole of ${momentText(on)} is taken; check the hour and set it.`,
    );
  if (due.length === 10 && endsBefore.test(quote.slice(0, moment.start)))
    unclear(`Printed as before ${momentText(on)}: the last day may be the one before. Check which is meant.`);
  if (inPart.test(quote.slice(0, moment.start)))
    unclear('Granted in part only: the date may be the one asked for. Check what the order gives.');
  return flags;
}

/** Further ahead no court sets a day; a misprinted year does. */
const yearsAhead = 6;

/** "today, January 6, 2027", "tomorrow, Thursday, 1/7/2027". */
const ownDay =
  /\b(today|tonight|tomorrow)\b,?\s\(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:the\s)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d)/iu;

/**
 * That a date can hardly be what its entry means: a January order with last year's number, a year with its digits turned, a
 * "today" of another day.
 *
 * @param printed see `readPrintedDates`
 * @param entry the days the entry was filed and entered, null where it has none
 */
export function misprintFlag(
  printed: Pick<PrintedDate, 'due' | 'trigger' | 'quote'>,
  { filedOn, enteredOn }: { readonly filedOn: string | null; readonly enteredOn: string | null },
): DeadlineFlag | null {
  const on = enteredOn ?? filedOn;
  // A return of service may be filed after the answer it prints was due.
  if (on === null || printed.trigger !== null) return null;
  const due = printed.due.slice(0, 10);
  const word = ownDay.exec(printed.quote)?.[1]!.toLowerCase();
  const ahead = word === 'tomorrow' ? 1 : 0;
  if (word !== undefined && ![on, filedOn ?? on].some((day) => addDays(day, ahead) === due))
    return {
      code: 'PRINTED_UNCLEAR',
      message: `Printed as ${words(due)} and “${word}”, but its entry is of ${words(on)}. Check which day is meant.`,
    };
  const latest = `${Number(on.slice(0, 4)) + yearsAhead}${on.slice(4)}`;
  if (due >= on && due <= latest) return null;
  const [day, ofEntry] = [words(due), words(on)];
  const message =
    due < on
      ? `Printed as ${day}, which is before its own entry of ${ofEntry}. Check the year and the day.`
      : `Printed as ${day}, more than ${yearsAhead} years after its entry of ${ofEntry}. Check the year.`;
  return { code: 'PRINTED_UNCLEAR', message };
}

/** "due before January 12, 2027", not "on or before". */
const endsBefore = /(?<!\bor\s)\bbefore\s{1,2}$/i;
const inPart = /\bgrant\w* in part\b/i;

const words = (at: CourtMoment) => momentText(parseMoment(at));
