import type { CitedRule } from '../../model/deadlines.ts';

/** What forbids extending a time, by how its cite begins; the first match counts. */
const bars: readonly (readonly [begins: RegExp, text: string])[] = [
  [
    /^Fed\. R\. App\. P\. 4\(a\)\([134]\)/,
    'Only the district court may extend it, within Fed. R. App. P. 4(a)(5) and (6).',
  ],
  [/^Fed\. R\. App\. P\. |^Fed\. R\. Civ\. P\. 23\(f\)/, 'No court may extend it: Fed. R. App. P. 26(b)(1).'],
  [/^28 U\.S\.C\. /, 'A statute sets it, and no court may extend it.'],
  [/^Fed\. R\. Civ\. P\. 65\(b\)/, 'It ends with the order itself: Fed. R. Civ. P. 65(b)(2).'],
  [/^Fed\. R\. Civ\. P\. /, 'No court may extend it: Fed. R. Civ. P. 6(b)(2).'],
];

/**
 * Why the time of a rule may not be extended, in a sentence; null where it may.
 *
 * @param rule as a deadline keeps it
 * @example extensionBar({ cite: 'Fed. R. Civ. P. 59(e)', isExtendable: false }) // 'No court may extend it: Fed. R. Civ. P. 6(b)(2).'
 * @see Fed. R. Civ. P. 6(b)(2), Fed. R. App. P. 26(b)
 */
export function extensionBar({
  cite,
  isExtendable,
}: Pick<CitedRule, 'cite' | 'isExtendable'>): string | null {
  if (isExtendable) return null;
  return bars.find(([begins]) => begins.test(cite))?.[1] ?? 'Its rule pack says that no court may extend it.';
}
