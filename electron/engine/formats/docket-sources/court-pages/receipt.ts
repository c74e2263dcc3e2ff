import type { Document } from 'domhandler';
import { calendarDay, isoDateOf, minuteOf, monthOf } from '../printed/printed-dates.ts';
import { beginningOf, elementsNamed, textOf } from '../printed/html-text.ts';

/** What the receipt at a page's end says of the request. */
export interface Receipt {
  /** When the page was made, by the court's clock. */
  readonly printedAt: string | null;
  readonly description: string;
  /** The case and what limits the report; empty where it does not say. */
  readonly criteria: string;
}

/** Reads the receipt for the charge, which is the only place where a page says when it was made. */
export function readReceipt(document: Document): Receipt {
  const table = elementsNamed(document, 'table').findLast((each) => isReceipt(beginningOf(each, 400)));
  const text = table ? textOf(table).slice(0, 4_000) : '';
  return {
    printedAt: minuteIn(text),
    description:
      /\bDescription:\s*(.{0,200}?)\s*(?:Search Criteria:|Case Number:|Billable|$)/i.exec(text)?.[1] ?? '',
    criteria:
      /\b(?:Search Criteria|Case Number):\s*(.{0,500}?)\s*(?:Billable|Cost:|$)/i.exec(text)?.[1] ?? '',
  };
}

/** Whether a text is the beginning of a receipt. */
export function isReceipt(text: string): boolean {
  return /transaction receipt|billable pages|pacer service center/i.test(text);
}

function minuteIn(text: string): string | null {
  const us = /\b(\d{1,2}\/\d{1,2}\/\d{4})\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)/i.exec(text);
  if (us) return minuteOf(isoDateOf(us[1]!), us[2]!);
  const words =
    /\b[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}:\d{2}):\d{2}(?:\s+[A-Z]{2,4})?\s+(\d{4})\b/.exec(
      text,
    );
  if (!words) return null;
  return minuteOf(calendarDay(Number(words[4]), monthOf(words[1]!), Number(words[2])), words[3]!);
}
