import type { CitedRule } from '../../model/deadlines.ts';
import { courtZone } from '../court-zone.ts';
import { earlierEndOf } from './earlier-ends.ts';
import { endOfDay, instantOf, momentAt, momentText, parseMoment, printMoment } from './time/index.ts';

/**
 * Rules whose papers go to the circuit clerk, by how their cites begin. What FRAP 4(a), 5(d), 8(a)(1) and 10 ask for goes to the
 * district clerk; designations of 30(b) are only served, and the mandate of 41(b) is filed by nobody.
 */
const toCircuitClerk =
  /^Fed\. R\. App\. P\. (?!4\(a\)|5\(d\)|8\(a\)\(1\)|10\(|30\(b\)|41\(b\))|^Fed\. R\. Civ\. P\. 23\(f\)|^28 U\.S\.C\. § 1292\(b\)/;

/**
 * Tells where the last day ends before the midnight of the district court, because the paper goes to a court of appeals whose
 * clerk's midnight comes first, or which ends the day at an hour of its own; null where it does not.
 *
 * @param due the last day, as ISO date
 * @param circuit as in `circuitNames` or as a court code; null where not known
 * @param timezone of the district court, by which the day is shown
 * @example circuitDayText({ cite: 'Fed. R. App. P. 27(a)(3)(A)' }, '2026-12-24', '9', 'Pacific/Honolulu') // ' … 10:00 PM …'
 * @see Fed. R. App. P. 26(a)(4)(B)
 */
export function circuitDayText(
  { cite }: Pick<CitedRule, 'cite'>,
  due: string,
  circuit: string | null,
  timezone: string,
): string | null {
  if (circuit === null || !toCircuitClerk.test(cite)) return null;
  const zone = courtZone(circuit);
  if (zone === null) return null;
  const early = earlierEndOf(circuit.startsWith('ca') ? circuit : `ca${circuit}`, due, zone);
  const end = early
    ? instantOf(printMoment({ ...parseMoment(due), minute: early.minute }), zone)
    : endOfDay(due, zone);
  if (end >= endOfDay(due, timezone)) return null;
  const here = momentText(parseMoment(momentAt(end, timezone)));
  return early
    ? `The paper goes to the court of appeals, which takes it for that day only until ${here}, ${early.cite}; ${early.exception} until midnight. Confirm it with the court.`
    : `The paper goes to the court of appeals, and its day ends with its clerk’s midnight, Fed. R. App. P. 26(a)(4)(B): here ${here}.`;
}
