import { courtNow, useMatter } from '../../../client/index.ts';
import { parseTypedMoment } from '../../../../shared/domain/typed-moment.ts';

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/**
 * Reads the day of a collection as people type it; an instant, as a tool writes it, stays as it is.
 *
 * @param today on the court's clock, gives the year where none is typed: 2021-01-11
 * @returns an ISO date, an instant, or '' where nothing is typed; null where it is not a day
 * @example readCollectedAt('1/11', '2021-01-12') // '2021-01-11'
 */
export function readCollectedAt(typed: string, today: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  if (isInstant.test(text)) return Number.isNaN(Date.parse(text)) ? null : text;
  const day = parseTypedMoment(text, today);
  // A time without its zone is not an instant.
  return day !== null && !day.includes('T') ? day : null;
}

/** Reads the day of a collection as it is typed now: in the evening the day at Greenwich is the next already. */
export function useReadCollectedAt(): (typed: string) => string | null {
  const { timezone } = useMatter();
  return (typed) => readCollectedAt(typed, courtNow(timezone, Date.now()).slice(0, 10));
}
