import { formatDate, formatInstant } from '../../../client/index.ts';

/**
 * A time that a file claims: instants on the court's clock, a day as a day, a time without a zone as it is printed.
 *
 * @param claimedAt an instant, an ISO date, or a date and time without zone
 * @example formatClaimedTime('2021-01-08T18:09:55', zone) // 'Jan 8, 2021, 18:09'
 */
export function formatClaimedTime(claimedAt: string, timeZone: string): string {
  const isZoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(claimedAt);
  if (isZoned && !Number.isNaN(Date.parse(claimedAt))) return formatInstant(claimedAt, timeZone);
  const [day = '', time = ''] = claimedAt.split(/[T ]/);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return claimedAt;
  return time === '' ? formatDate(day) : `${formatDate(day)}, ${time.slice(0, 5)}`;
}
