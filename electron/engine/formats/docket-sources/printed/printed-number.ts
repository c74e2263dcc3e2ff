/** Number of an entry or of one of its attachments, as a court or a program prints it. */
export interface PrintedNumber {
  /** Null where it is zero, which courts give to what has no number. */
  readonly number: number | null;
  readonly attachment: number | null;
  /** Without what follows it: "12-1". */
  readonly printed: string;
  /** Whether further digits follow it that are no count of pages: "10, 11". */
  readonly isOneOfSeveral: boolean;
}

/**
 * "12", "12-1", "12.1", "12 (Att. 1)", "[12]", "Doc. 12", "ECF No. 12"; no date, amount, count of pages or "12A", which is another entry
 * than 12.
 */
const form =
  /^\W{0,3}(?:(?:ecf|dkt|doc(?:ument|ket)?|entry)\b\W{0,2}(?:(?:no|entry|number)\b\W{0,2})?)?(\d{1,6})(?:(?:\s?[-–.]\s?|,?\s?\(?att(?:ach(?:ment)?)?\b\W{0,3})(\d{1,4}))?(?![\d/-]|[.,]\d|[a-z]\b|\s?p(?:gs?|ages?)\b)/i;
const measures = /\(?\b\d[\d.,]*\s?(?:pgs?|pages?|docs?|[kmg]?b)\b[^)]*\)?/gi;

/**
 * The number that a cell prints; null where it prints none.
 *
 * @example printedNumber('ECF No. 12-1') // { number: 12, attachment: 1, printed: 'ECF No. 12-1', isOneOfSeveral: false }
 * @example printedNumber('12A') // null
 */
export function printedNumber(cell: string): PrintedNumber | null {
  const found = form.exec(cell);
  if (!found) return null;
  const behind = cell.slice(found[0].length).replaceAll(measures, '');
  return {
    number: Number(found[1]) || null,
    attachment: found[2] === undefined ? null : Number(found[2]) || null,
    printed: found[0],
    isOneOfSeveral: /^\s*(?:[,;&/+]|and\b|th(?:rough|ru)\b)\s*\d|^\s+\d{1,6}\s*$/i.test(behind),
  };
}
