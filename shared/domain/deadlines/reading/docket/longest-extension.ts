import { addDays, momentText, parseMoment } from '../../time/index.ts';
import type { DatedEntry } from './later-entries.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import type { TriggeringEvent } from '../triggering-event.ts';

/** Fourteen days, and a like period once more, Rule 65(b)(2). */
const longest = 28;
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
