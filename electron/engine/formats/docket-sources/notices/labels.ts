import type { NoticeLine } from './lines.ts';

/** What a court's label says of the words behind it. */
export type Label =
  | 'title'
  | 'number'
  | 'filers'
  | 'document'
  | 'text'
  | 'changes'
  | 'remark'
  | 'associated'
  | 'description'
  | 'fileName'
  | 'stamp'
  | 'appealDocument'
  | 'recipients'
  | 'transaction';

const labels: readonly (readonly [RegExp, Label])[] = [
  [/^The following transaction was\b(?! [\w ]{1,30} in error\b)/i, 'transaction'],
  [/^Case Name ?:/i, 'title'],
  [/^Case (?:Number|No\.?) ?:/i, 'number'],
  [/^Filers?(?:\(s\))? ?:/i, 'filers'],
  [/^Document (?:Number|No\.?|#) ?:/i, 'document'],
  [/^Document\(s\) ?:/i, 'document'],
  [/^Docket Text ?:/i, 'text'],
  [/^Description of changes ?:/i, 'changes'],
  [/^WARNING ?:/i, 'remark'],
  [/^The following documents?(?:\(s\))? (?:is|are) associated with this transaction/i, 'associated'],
  [/^Document description ?:/i, 'description'],
  [/^Original file ?name ?:/i, 'fileName'],
  [/^Electronic document Stamp ?:/i, 'stamp'],
  [/^Documents? ?:/i, 'appealDocument'],
];

/**
 * Where the list of those who were notified begins. Only at the start of a line, after a case number at most: a docket text may say
 * itself that notice was mailed.
 */
const recipients =
  /^(?:(?:MDL|No\.|\S{0,30}\d\S{0,30}) ){0,3}(?:Notice (?:has been|has not been|will be|will not be|was|was not) (?:electronically )?(?:mailed|delivered|sent|stored)\b[^.:]{0,60}:|(?:A copy of )?(?:This |The )?(?:Notice|Document)\b[^.:]{0,80}\b(?:mailed|delivered|served|sent)\b[^.:]{0,60}:{1,2}$|The CM\/ECF system has NOT delivered notice|Notice sent via\b[^.:]{0,40}:|Case participants listed below\b|Recipients ?:)/i;

/** Whether a line is that with which the court's system begins the list of those it notified electronically. */
export const isCourtsList = ({ text }: NoticeLine): boolean =>
  /\belectronically\b/i.test(text.slice(0, 300)) && recipients.test(text.replace(emphasis, '').slice(0, 300));

/** Marks of emphasis that plain text keeps around a label: "*Case Name:* X". */
const emphasis = /^[*_]+(?=\S)|(?<=:)[*_]+/g;

/** A line, and with which of the court's labels it begins. */
export interface Marked {
  readonly label: Label | null;
  /** What follows the label on its line; the whole line where there is none. */
  readonly rest: string;
}

/** Finds the court's label that a line begins with, whatever emphasis stands around it. */
export function markOf(line: NoticeLine): Marked {
  const text = line.text.replace(emphasis, '');
  for (const [pattern, label] of labels) {
    const found = pattern.exec(text);
    if (!found) continue;
    if (label === 'transaction' || label === 'remark') return { label, rest: text };
    // Stars before a docket text may be the court's own: "***FILED UNDER SEAL***".
    const between = label === 'text' ? /^[\s:]+/ : /^[\s:*_]+/;
    return { label, rest: text.slice(found[0].length).replace(between, '') };
  }
  if (recipients.test(text.slice(0, 300))) return { label: 'recipients', rest: '' };
  return { label: null, rest: line.text };
}
