import type { CitedRule } from '../../model/deadlines.ts';
import { circuitClerk } from '../court-zone.ts';

/**
 * Rules whose papers go to the circuit clerk, by how their cites begin: those of the appellate rules and of circuits. Left out are those
 * for the district clerk, or the court that is reviewed: FRAP 3, 4, 5(d), 6(b), 7, 8(a)(1), 10, 11, 13, 24(a)(1) and (2); and those
 * whose paper no clerk takes: designations of 30(b) are only served, and the mandate of 41(b) is filed by nobody.
 */
const toCircuitClerk =
  /^Fed\. R\. App\. P\. (?!(?:[34]|7|1[013])(?!\d)|5\(d\)|6\(b\)|8\(a\)\(1\)|24\(a\)\([12]\)|30\(b\)|41\(b\))|^Fed\. R\. Civ\. P\. 23\(f\)|^28 U\.S\.C\. § 1292\(b\)|^(?:\d+[a-z]+|D\.C\.|Fed\.) Cir\. /;

/** Whether a paper goes to the clerk of the court of appeals, and not to that of the district court. */
export function goesToCircuitClerk({ cite }: Pick<CitedRule, 'cite'>): boolean {
  return toCircuitClerk.test(cite);
}

/**
 * The court whose clerk takes the paper: by that clerk's clock its last day ends. Null where it is not known, and of a rule's first
 * moment for something, which has no last day.
 *
 * @param rule null for a period of a person's own
 * @param court code of the matter's court, in small letters; empty or undefined where it is not known
 * @param circuit as in `circuitNames` or as a court code; null where not known
 * @example courtOfPaper({ cite: 'Fed. R. App. P. 27(a)(3)(A)', kind: 'period' }, 'hid', '9') // 'ca9'
 * @see Fed. R. App. P. 26(a)(4)
 */
export function courtOfPaper(
  rule: Pick<CitedRule, 'cite' | 'kind'> | null,
  court: string | undefined,
  circuit: string | null,
): string | null {
  if (rule?.kind === 'earliest') return null;
  const own = court ? circuitClerk(court) : null;
  if (rule && goesToCircuitClerk(rule))
    return (circuit === null ? own : circuitClerk(circuit))?.court ?? null;
  // What a court of appeals' own matter keeps of the district court's papers goes to a clerk it does not name.
  if (!court || (rule && own)) return null;
  return court;
}
