import type { TroEventDetails, TroEventFields, TroEventKind } from '../../model/tro.ts';
import { formatMoment } from '../court-words.ts';
import { clockChangeOf } from '../deadlines/time/index.ts';
import { setTimes } from './set-times.ts';
import { troEventWords } from './words.ts';

type Detail = keyof TroEventDetails;

/** What each kind of event may say besides its moment. */
const details: Readonly<Partial<Record<TroEventKind, readonly Detail[]>>> = {
  motion_served: ['service'],
  schedule_ordered: setTimes.filter((time) => time !== 'expiresAt'),
  granted: ['expiresAt', 'isWithNotice', 'securityUsd', 'securityBy', 'piHearingAt'],
  extended: ['expiresAt', 'isByConsent', 'piHearingAt'],
  dissolution_noticed: ['noticeHours'],
};

const detailWords: Readonly<Record<Detail, string>> = {
  service: 'a manner of service',
  serveBy: 'a time to serve by',
  intentBy: 'a time for the notice of intent to oppose',
  responseBy: 'a time for the response',
  replyBy: 'a time for the reply',
  hearingAt: 'a hearing time',
  piHearingAt: 'a preliminary injunction hearing time',
  expiresAt: 'an end of the order',
  isWithNotice: 'whether there was notice',
  securityUsd: 'security',
  securityBy: 'a time to give security by',
  isByConsent: 'consent',
  noticeHours: 'hours of notice',
};

/** An event's details, all empty. */
export const noDetails: TroEventDetails = {
  service: null,
  serveBy: null,
  intentBy: null,
  responseBy: null,
  replyBy: null,
  hearingAt: null,
  piHearingAt: null,
  expiresAt: null,
  isWithNotice: null,
  securityUsd: null,
  securityBy: null,
  isByConsent: null,
  noticeHours: null,
};

/**
 * A detail that an event's kind does not have, in a sentence; null where all of them belong.
 *
 * @example strayDetail({ kind: 'denied', details: { …, expiresAt: '2021-01-25' } }) // 'A “motion denied” event has no …'
 */
export function strayDetail({
  kind,
  details: said,
}: Pick<TroEventFields, 'kind' | 'details'>): string | null {
  const allowed: readonly string[] = details[kind] ?? [];
  const stray = (Object.keys(said) as Detail[]).find((key) => said[key] !== null && !allowed.includes(key));
  return stray === undefined ? null : `“${troEventWords[kind]}” does not say ${detailWords[stray]}`;
}

/**
 * A detail that an event must have and lacks, in a sentence; null where it can be recorded.
 *
 * @see Fed. R. Civ. P. 65(b)(2): an order without notice states the date and hour it was issued
 */
export function missingDetail({ kind, at, details: said }: TroEventFields): string | null {
  const isMinute = at.length > 10;
  switch (kind) {
    case 'motion_served':
      if (!isMinute) return 'The time of service is missing: periods in hours run from the minute.';
      if (said.service === null || said.service === 'none') return 'How the motion was served is missing.';
      return null;
    case 'schedule_ordered':
      return details.schedule_ordered!.some((key) => said[key] !== null)
        ? null
        : 'None of the times that the order sets is given.';
    case 'granted':
      return isMinute
        ? null
        : 'The hour of the order is missing: Rule 65(b)(2) has an order state the date and hour it was issued.';
    case 'extended':
      return said.expiresAt === null ? 'The new end of the order is missing.' : null;
    case 'dissolution_noticed':
      return said.noticeHours !== null && !isMinute
        ? 'The time of the notice is missing: the hours that the court set run from the minute.'
        : null;
    default:
      return null;
  }
}

/** Times that an order sets for what comes after it; of service, an order may say that it was to be made before. */
const timesAfterOrder = setTimes.filter((time) => time !== 'serveBy');

/**
 * The first time that an order sets and that is not after the order itself, with a sentence; null where all of them are. A day
 * without a minute may be any minute of it.
 *
 * @param timezone the court's, for the letters after the times
 */
export function timeBeforeOrder(
  { at, details: said }: Pick<TroEventFields, 'at' | 'details'>,
  timezone: string,
): { readonly key: Detail; readonly sentence: string } | null {
  for (const key of timesAfterOrder) {
    const time = said[key];
    if (time === null) continue;
    const length = Math.min(at.length, time.length);
    if (length > 10 ? time > at : time.slice(0, length) >= at.slice(0, length)) continue;
    const [set, order] = [time, at].map((moment) => formatMoment(moment, timezone));
    return {
      key,
      sentence: `${detailWords[key]} (${set}) must come after the order that sets it (${order}); check both times`,
    };
  }
  return null;
}

/**
 * The times of an event that the court's clocks skip or show twice, each in a sentence: they are still recorded, and counted
 * from the earlier instant.
 *
 * @param timezone the court's
 * @example unclearTimes({ kind: 'granted', at: '2021-03-14T02:30', details }, 'America/Los_Angeles')
 * // ['“order granted”, Sun, Mar 14, 2021, 2:30 AM PDT: Because of daylight saving time …']
 */
export function unclearTimes(
  { kind, at, details: said }: Pick<TroEventFields, 'kind' | 'at' | 'details'>,
  timezone: string,
): string[] {
  const times = setTimes.flatMap((key) =>
    said[key] === null ? [] : [{ time: said[key], what: `, ${detailWords[key]}` }],
  );
  return [{ time: at, what: '' }, ...times].flatMap(({ time, what }) => {
    const told = clockChangeOf(time, timezone);
    return told === null ? [] : [`“${troEventWords[kind]}”${what}, ${formatMoment(time, timezone)}: ${told}`];
  });
}
