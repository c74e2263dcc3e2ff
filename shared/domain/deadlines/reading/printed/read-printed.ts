import type { CourtMoment } from '../../../../model/court-time.ts';
import type { TriggerEvent } from '../../../../model/rule-pack.ts';
import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import * as forms from './forms.ts';
import { isSetting, type PrintedKind } from './kinds.ts';
import { findMoments, type PrintedMoment } from './moments.ts';
import { isLeftOut, isOfParty, readOne } from './one-date.ts';
import { tidy, type Reading } from './reading.ts';
import { nameBefore, readService, splitNames, type ServedParty } from './service.ts';

/** A date on which something is due or set, as the clerk printed it. */
export interface PrintedDate {
  readonly kind: PrintedKind;
  /** As printed: "Redaction Request due"; of what is moved its name alone: "Hearing". */
  readonly label: string;
  /** To the minute where an hour is printed. */
  readonly due: CourtMoment;
  /** Whose duty it is, where the text says so; empty otherwise. */
  readonly party: string;
  /** What it was counted from, where that is printed with it. */
  readonly trigger: { readonly event: TriggerEvent; readonly at: CourtMoment } | null;
  /** The exact words. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Whether its words give the day only by that of its entry: "tomorrow", "Monday, January 11". */
  readonly isRelative?: true;
}

/** Dates beyond this many in one text are not read, and named by `readUndatedDuties`: no clerk sets as many. */
export const mostDates = 500;

/**
 * Due and set dates that a docket text prints, as printed, in order. A period ("within 14 days") is no date, and neither are
 * the days on which papers were signed, filed, entered or dated; a date that the same sentence vacates or moves is left out.
 * Of what a party asks for nothing is read, only what the court's system prints into its entry.
 *
 * @example
 * readPrintedDates('Set Deadlines: Responses due by 1/13/2021. Motion Hearing set for 1/14/2021 at 10:00 AM')
 * // [{ kind: 'response', label: 'Responses due by', due: '2021-01-13', … },
 * //  { kind: 'hearing', label: 'Motion Hearing set for', due: '2021-01-14T10:00', … }]
 * @param text the whole text as printed
 * @param timezone the court's IANA zone, on whose clock an hour printed in another zone is given
 */
export function readPrintedDates(text: string, timezone?: string): PrintedDate[] {
  const { rest } = readAttachmentLists(text);
  if (forms.noLonger.test(rest.slice(0, 200))) return [];
  const moments = findMoments(rest, timezone).slice(0, mostDates);
  if (moments.length === 0) return [];
  const served = readService(rest, timezone);
  const isParty = isOfParty(rest);
  const dates: PrintedDate[] = [];
  // Of the days that "and" joins to the one before this, the first.
  let former: PrintedMoment | undefined;
  for (const [i, moment] of moments.entries()) {
    const before = moments[i - 1];
    const from = before?.end ?? 0;
    if (before === undefined || before.joined === null) former = before;
    const next = moments[i + 1]?.start ?? rest.length;
    const reading = readOne(rest, moment, from, next, isParty);
    if (!reading) {
      const last = dates.at(-1);
      if (!last || last.end !== from || moment.joined === null || last.trigger !== null) continue;
      dates.pop();
      // What takes a further day back takes back the day before it too.
      if (!isLeftOut(rest, moment, from, next)) dates.push(...furtherDay(last, moment, rest));
      continue;
    }
    const service = served.find((one) => one.answerDue !== null && one.end === moment.end);
    const moved =
      otherHourOf(rest, moment, timezone) ??
      hourToldIn(rest, moment, reading, timezone) ??
      hourOfEnd(rest, moment, reading, timezone);
    const { kind, start, end = moved?.end ?? moment.end } = reading;
    // What is moved is called as before the date it had.
    const label =
      former && start < former.start
        ? tidy(rest.slice(start, former.start).replace(forms.formerDate, ''))
        : reading.label;
    dates.push({
      kind: service ? ('answer' as const) : kind,
      label,
      due: moved?.at ?? moment.at,
      party: service?.party ?? partyOf(rest, from, reading, moment.start),
      trigger: service ? triggerOf(service) : null,
      quote: rest.slice(start, end),
      start,
      end,
    });
  }
  return dates;
}

/** What is set for several days: begins on the first of a range, and is set for each of the days that "and" joins. */
function furtherDay(last: PrintedDate, { at, end, joined }: PrintedMoment, text: string): PrintedDate[] {
  if (joined === 'through' && !isSetting(last.kind)) return [last];
  const both = { ...last, quote: text.slice(last.start, end), end };
  return joined === 'through' ? [both] : [both, { ...both, due: at }];
}

/** "On January 14, 2027, the parties shall appear by video at 10 am": the hour in the words behind the day; null where there is none. */
function hourToldIn(
  text: string,
  moment: PrintedMoment,
  { kind, end }: Reading,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'end'> | null {
  if (end === undefined || !isSetting(kind) || moment.at.length > 10 || moment.unreadHour !== '') return null;
  const hour = forms.atHour.exec(text.slice(moment.end, end));
  const read = hour && hourOn(moment, text, moment.end + hour.index + hour[0].length, timezone);
  return read && { at: read.at, end: Math.max(read.end, end) };
}

/** "expires on March 24, 2027, i.e., fourteen days after its entry, at 3:20 p.m.": the hour behind what explains the day; null where there is none. */
function hourOfEnd(
  text: string,
  moment: PrintedMoment,
  { kind }: Reading,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'end'> | null {
  if (kind !== 'expiry' || moment.at.length > 10 || moment.unreadHour !== '') return null;
  const explained = forms.hourExplained.exec(text.slice(moment.end, moment.end + 120));
  return explained && hourOn(moment, text, moment.end + explained[0].length, timezone);
}

/** The hour to which the same sentence moves what is set, on the same day; null where it does not. */
function otherHourOf(
  text: string,
  moment: PrintedMoment,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'end'> | null {
  const moving = forms.otherHour.exec(text.slice(moment.end, moment.end + 120));
  if (!moving) return null;
  return hourOn(moment, text, moment.end + moving[0].length, timezone);
}

/** The day of a moment at the hour that begins at a place of its text. */
function hourOn(
  { at, elsewhere }: PrintedMoment,
  text: string,
  from: number,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'end'> | null {
  const day = (elsewhere?.at ?? at).slice(0, 10);
  const [read] = findMoments(`${day} at ${text.slice(from, from + 40)}`, timezone);
  return read ? { at: read.at, end: from + read.end - `${day} at `.length } : null;
}

function triggerOf({ how, party, at, answerDue }: ServedParty): PrintedDate['trigger'] {
  return at === null ? null : { event: serviceEvent({ how, party, at, answerDue }), at };
}

/** Days of a waiver sent abroad, Rule 4(d)(3), or near enough to 90 that no other period explains them. */
const abroad = 86;

/**
 * The event that a service is: Rule 4(d)(3) gives 60 days where the waiver was sent within the United States and 90
 * elsewhere, and only the clerk's own answer date tells which.
 *
 * @param service see `readService`
 */
export function serviceEvent(service: Pick<ServedParty, 'how' | 'party' | 'at' | 'answerDue'>): TriggerEvent {
  if (service.how === 'subpoena') return 'subpoena_served';
  if (service.how === 'waiver') {
    if (service.at === null || service.answerDue === null) return 'waiver_sent';
    return daysBetween(service.at, service.answerDue) >= abroad ? 'waiver_sent_abroad' : 'waiver_sent';
  }
  return /^(?:u\.?s\.?a?\.?|united states(?: of america)?|(?:u\.?s\.?|united states) attorney\b.*)$/i.test(
    service.party,
  )
    ? 'us_attorney_served'
    : 'summons_served';
}

function daysBetween(from: CourtMoment, to: CourtMoment): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

/** Whose answer, response or reply it is, by the words right around it. */
function partyOf(text: string, floor: number, { kind, label, start }: Reading, end: number): string {
  if (kind === 'expiry') return '';
  const words = text.slice(start, start + 120);
  const role =
    /^\W{0,2}(?:the\s)?((?:plaintiff|defendant|petitioner|respondent|movant|government|gov)[\p{L}]{0,4})(?:['’]s?|\(s\)|s['’]?)?\s/iu.exec(
      words,
    );
  if (role) return role[1]!.replace(/^gov\w*/i, 'Government');
  if (kind !== 'answer') return '';
  // The court's own form: "Northgate Hosting, Inc. answer due 3/1/2021", "Answer due on 3/1/2021 for Northgate Hosting, Inc.".
  const before = /^(.*\S)\sanswer (?:now )?due(?: (?:on|by))?:?\s{1,2}$/su.exec(
    text.slice(Math.max(floor, end - 260), end),
  );
  if (before) return splitNames(before[1]!.slice(-nameBefore(before[1]!, 0).length)).at(-1)!;
  const behind =
    /^answer due\b/i.test(label) &&
    /^\sfor\s(\p{Lu}[^.;,(]{2,100}?)(?=\s?[.;,(]|$)/u.exec(text.slice(end).slice(0, 160).replace(/^\S+/, ''));
  return behind ? behind[1]!.trim() : '';
}
