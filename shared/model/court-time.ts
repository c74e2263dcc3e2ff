import { z } from 'zod';
import { isoDate } from './common.ts';

/** A wall-clock minute in the court's own zone, as courts print it: 2021-01-11T15:20. */
export const courtMinute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'a court minute looks like 2021-01-11T15:20')
  .refine((value) => isoDate.safeParse(value.slice(0, 10)).success, 'no such day');

/** A day, or a minute of it, in the court's zone. */
export const courtMoment = z.union([isoDate, courtMinute]);
export type CourtMoment = z.infer<typeof courtMoment>;

/**
 * The zone of a court's clock, by its IANA name: America/New_York. Three letters are not accepted, except UTC: EST means a clock
 * without summer time, by which every hour counted in July is wrong, and PST for one that is known here and unknown there.
 */
export const courtTimezone = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine(isZoneOfPlace, 'a zone is named like America/New_York');

function isZoneOfPlace(zone: string): boolean {
  if (zone !== 'UTC' && !/^[a-z]+\W|^[a-z]\w{3,}/i.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
