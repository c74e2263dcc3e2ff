import { escaped } from '../pdf-print/line-text.ts';

const head = /^\s*(?:PACER Service Center|Transaction Receipt)\b/i;
/** Lines of a receipt and of a site's menu, at most. */
const mostOfReceipt = 40;

/** Where in a text the receipt for the charge begins, from a line on; behind the last line where there is none. */
export function receiptAt(lines: readonly string[], from = 0): number {
  const at = lines.findIndex((line, i) => i >= from && head.test(line));
  return at === -1 ? lines.length : at;
}

/** Whether a receipt stands right above a line. */
export function isBelowReceipt(lines: readonly string[], line: number): boolean {
  return receiptAt(lines, Math.max(0, line - mostOfReceipt)) < line;
}

/**
 * The receipt as a court's page has it, which says when the page was made; empty where there is none. It does not say what the report is:
 * a text that somebody copied may lack parts of it.
 *
 * @param lines from the receipt on
 */
export function tableOfReceipt(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const said = lines
    .slice(0, mostOfReceipt)
    .join(' ')
    .replace(/\bDescription\s*:.*?(?=\b(?:Search Criteria|Case Number)\s*:|$)/i, '');
  return `<table><tr><td>${escaped(said)}</td></tr></table>`;
}
