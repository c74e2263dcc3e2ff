import type { ParsedEntry } from '../../../../../shared/model/docket.ts';
import type { Receipt } from '../court-pages/receipt.ts';
import type { DocketHeading } from './heading.ts';

/** What a receipt says of a report that nothing limits: how it looks, and the widest of ranges. */
const unlimited =
  /\b(?:fil(?:ed)? or ent(?:ered)?:?\s*(?:filed|entered)?|(?:term|terminated parties|headers|links|format|page counts for documents|view(?: multiple)? documents?|sort(?:ed)?(?: by)?):\s*[\w ]{1,20}?(?=\s+[A-Z]|$)|doc from:\s*0\b|doc to:\s*9{6,})/gi;

/**
 * Whether a docket report lists every entry of the docket, so that one that is missing is gone. False wherever a doubt is left:
 * no receipt, a receipt that names more than the case, a list that does not begin with number 1 or has wide gaps, one defendant of several.
 */
export function isCompleteSheet(
  heading: DocketHeading,
  receipt: Receipt,
  entries: readonly ParsedEntry[],
): boolean {
  if (!/docket report|docket sheet/i.test(receipt.description) || heading.number === '') return false;
  if (!heading.isOfAllDefendants) return false;
  const rest = receipt.criteria.replace(heading.number, '').replace(unlimited, '').trim();
  return rest === '' && receipt.criteria !== '' && beginsAndGoesOn(entries);
}

/** Courts leave out what is sealed, never most of a docket: wide gaps are those of a page somebody cut. */
function beginsAndGoesOn(entries: readonly ParsedEntry[]): boolean {
  const numbers = new Set(entries.flatMap(({ number }) => (number === null ? [] : [number])));
  const highest = [...numbers].reduce((most, number) => Math.max(most, number), 0);
  return numbers.has(1) && numbers.size * 2 >= highest;
}
