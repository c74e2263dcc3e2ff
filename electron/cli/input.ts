import { z } from 'zod';
import { plainFault, summaryOfFaults } from '../../shared/errors/input-faults.ts';
import { isoDate } from '../../shared/model/common.ts';
import { courtMoment } from '../../shared/model/court-time.ts';
import { invalid } from './invalid.ts';

/** Whether a date exists in the calendar: 2021-02-29 does not. */
const isOnCalendar = (value: string): boolean =>
  !/^\d{4}-\d{2}-\d{2}(?!\d)/.test(value) || isoDate.safeParse(value.slice(0, 10)).success;
const noSuchDay = { error: 'the calendar has no such day', abort: true };

/** A time on the court's clock; the error message names the command line's options. */
export const Moment = z
  .string()
  .refine(isOnCalendar, noSuchDay)
  .refine((value) => courtMoment.safeParse(value).success, 'a day is 2021-01-11, a minute 2021-01-11T17:00');

/** A day; the error message names the command line's options. */
export const Day = z
  .string()
  .refine(isOnCalendar, noSuchDay)
  .refine((value) => isoDate.safeParse(value).success, 'a day is written like 2021-01-11');

/**
 * A value from the command line or a file, validated.
 *
 * @param option its name in messages; empty if the value's own fields are named
 * @throws AppError INVALID_INPUT
 */
export function parse<T>(schema: z.ZodType<T>, value: unknown, option: string): T {
  const parsed = schema.safeParse(value, { error: plainFault });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw invalid(
    option === '' ? summaryOfFaults(issues) : `${option}: ${issues.map(({ message }) => message).join('; ')}`,
  );
}

/** The JSON in a text that `readText` has read. @param option that names its file @throws AppError INVALID_INPUT */
export function parseJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`the ${option} file is not JSON`, cause);
  }
}
