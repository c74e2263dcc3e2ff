import { parseFactDate } from '../../../../shared/domain/argument/fact-date.ts';
import { courtNow, zoneLettersOf } from '../../../../shared/domain/court-words.ts';
import { parseMediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Element, FactDate, PinCiteFields } from '../../../../shared/model/argument.ts';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { CliContext } from '../../context.ts';
import { findItems } from '../evidence/items.ts';
import { invalid } from '../../invalid.ts';

/** @throws AppError NOT_FOUND; INVALID_INPUT where several have the name */
export function findElement(elements: readonly Element[], wanted: string): Element {
  const named = elements.filter(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (named.length === 0) throw new AppError('NOT_FOUND', { what: `element “${wanted}”` });
  if (named.length > 1) throw invalid(`several elements are named “${wanted}”; give the id`);
  return named[0]!;
}

/** A date as typed. @throws AppError INVALID_INPUT */
export function dateOf(text: string, timezone: string): FactDate {
  const today = courtNow(timezone, Date.now()).slice(0, 10);
  const date = parseFactDate(text, today, zoneLettersOf(timezone));
  if (date === null) throw invalid(`“${text.slice(0, 80)}” is not a date`);
  return date;
}

/** An item, and perhaps a page and words on it, or a moment and words said there. */
const placeForm = /^([^:@]+)(?:@([\d:]+)(?:\s+(.*))?|:([^:]*)(?::(.*))?)?$/s;

/**
 * Places as typed: `ITEM`, `ITEM:PAGE`, `ITEM:PAGE:words`, `ITEM@1:02:09`, `ITEM@1:02:09 words`.
 *
 * @throws AppError NOT_FOUND for an item; INVALID_INPUT for a page that is not a number or a moment that is not a time
 */
export async function pinCitesOf(
  context: CliContext,
  matterId: MatterId,
  places: readonly string[],
): Promise<PinCiteFields[]> {
  const parts = places.map((place) => placeForm.exec(place) ?? [place, place]);
  const ids = await findItems(
    context,
    matterId,
    parts.map(([, item = '']) => item),
  );
  return parts.map(([place = '', , time, said, page, written], at) => {
    const atMs = time === undefined ? null : parseMediaClock(time);
    if (page !== undefined && !/^[1-9]\d{0,8}$/.test(page))
      throw invalid(`“${place.slice(0, 80)}” names no page`);
    if (time !== undefined && atMs === null)
      throw invalid(`“${place.slice(0, 80)}” names no moment: write it as 12:34 or 1:02:03`);
    const quote = (said ?? written ?? '').replaceAll(/\s+/g, ' ').trim();
    return {
      evidenceId: ids[at]!,
      anchor: { page: page === undefined ? null : Number(page), quote, prefix: '', suffix: '', atMs },
      paragraph: '',
    };
  });
}
