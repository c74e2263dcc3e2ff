import { formatDay } from '../../../../shared/domain/court-words.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode, ErrorDetails } from '../../../../shared/errors/error-codes.ts';
import type { DocketWarning, ParsedEntry } from '../../../../shared/model/docket.ts';

/** At most this much of what is printed goes into a warning. */
const mostOfRaw = 2_000;

/**
 * What a reader could not make sense of, with the words as printed.
 *
 * @example docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, title)
 */
export function docketWarning(code: ErrorCode, details: ErrorDetails, raw: string): DocketWarning {
  return { code, message: new AppError(code, details).message, raw: raw.slice(0, mostOfRaw) };
}

/**
 * What a source leaves out, or prints so that it cannot be read.
 *
 * @example fieldMissing('number', 'an entry', line)
 */
export function fieldMissing(field: string, of: string, raw: string): DocketWarning {
  return docketWarning('DOCKET_FIELD_MISSING', { field, of }, raw);
}

/** The error of a source of a known kind that cannot be read. */
export function damagedSource(name: string, what: string, reason: string): AppError {
  return new AppError('DOCKET_SOURCE_DAMAGED', { name, what, reason });
}

/** A warning for each lead document whose number another above it has; courts do give one number twice, and both are kept. */
export function repeatedNumbers(entries: readonly ParsedEntry[]): DocketWarning[] {
  const seen = new Set<number>();
  return entries.flatMap(({ number, attachment, text, shortText }) => {
    if (number === null || attachment !== null) return [];
    if (seen.has(number)) return [docketWarning('DOCKET_NUMBER_REPEATED', { number }, text || shortText)];
    seen.add(number);
    return [];
  });
}

/** A warning where entries are dated as filed after they were entered, which no court does: a program may have changed their dates. */
export function reversedDates(entries: readonly ParsedEntry[]): DocketWarning[] {
  const reversed = entries.filter(
    ({ attachment, filedOn, enteredOn }) =>
      attachment === null && filedOn !== null && enteredOn !== null && filedOn > enteredOn,
  );
  const [first] = reversed;
  if (first === undefined) return [];
  const details = {
    entries: reversed.length,
    of: first.number === null ? 'one without a number' : `entry ${first.number}`,
    filed: formatDay(first.filedOn!),
    entered: formatDay(first.enteredOn!),
  };
  return [docketWarning('DOCKET_DATES_REVERSED', details, first.text || first.shortText)];
}
