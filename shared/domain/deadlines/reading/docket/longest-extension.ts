import { addDays, momentText, parseMoment } from '../../time/index.ts';
import type { DatedEntry } from './later-entries.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import { quotedWords } from '../quoted-words.ts';
import type { EventEntry, TriggeringEvent } from '../triggering-event.ts';

/** Fourteen days, Rule 65(b)(2). */
export const cap = 14;
/** And a like period once more. */
const longest = 2 * cap;
/** An adverse party that consents may have any time. */
const consents = /\b(?:consent\w*|agree\w*|stipulat\w*|unopposed|jointly?|not oppose\w*|no opposition)\b/i;

/**
 * Which printed ends of a restraint go past what one extension may give, each with a sentence that says so: 28 days from its entry, unless
 * the adverse party consents. An order that says so in any words is left alone.
 *
 * @param entries in docket order, each with what it starts
 */
export function pastExtension(
  entries: readonly (DatedEntry & { readonly events: readonly TriggeringEvent[] })[],
): Map<PrintedDate, string> {
  const found = new Map<PrintedDate, string>();
  let entered: string | null = null;
  for (const { entry, events, printed } of entries) {
    const own = events.find(({ event }) => event === 'tro_entered');
    // One that is amended has no day of its own.
    if (own?.at) {
      entered = own.at;
      continue;
    }
    if (entered === null || consents.test(entry.text)) continue;
    const last = addDays(entered.slice(0, 10), longest);
    for (const date of printed)
      if (date.kind === 'expiry' && date.due.slice(0, 10) > last)
        found.set(
          date,
          `Fed. R. Civ. P. 65(b)(2) allows one extension of a like period: at most until ${momentText(parseMoment(last))}, ${longest} days after the order was entered. Treat that as the end unless the later one rests on consent or on notice.`,
        );
  }
  return found;
}

/**
 * Restraints that follow one whose time still ran, each with a sentence that says so: minutes that tell of an order before the order itself
 * is entered, or the same order entered twice. From which of them the days run only a person can know; the earlier end is the safe one.
 *
 * @param entries in docket order, each with what it starts
 */
export function secondRestraints(
  entries: readonly { readonly entry: EventEntry; readonly events: readonly TriggeringEvent[] }[],
): Map<EventEntry, string> {
  const found = new Map<EventEntry, string>();
  let first: { readonly at: string; readonly said: string } | null = null;
  for (const { entry, events } of entries) {
    const own = events.find(({ event }) => event === 'tro_entered');
    if (!own?.at) continue;
    const day = own.at.slice(0, 10);
    if (first && day <= addDays(first.at, cap)) found.set(entry, first.said);
    else {
      const name = entry.number === null ? 'An earlier entry' : `Entry ${entry.number}`;
      first = {
        at: day,
        said: `${name} says ${quotedWords(own.quote)}, from which the time may run already. Treat the earlier end as the safe one; check which stands.`,
      };
    }
  }
  return found;
}
