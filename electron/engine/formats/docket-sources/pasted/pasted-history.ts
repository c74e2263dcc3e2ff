import { beginsWithCaseNumber } from '../court-pages/case-block.ts';
import { escaped, rowOfCells } from '../pdf-print/line-text.ts';
import { inLines } from './pasted-head.ts';
import { receiptAt, tableOfReceipt } from './pasted-receipt.ts';

/** How each event of a history begins: its number, if it has one, or the word by which its document is opened, and a labeled date. */
const eventStart =
  /^[ \t]*(?:(\d{1,6}(?:-\d{1,4})?|doc)\s*(?:\r?\n\s*)?)?(?=(?:Filed(?: ?(?:&|and) ?Entered)?) ?:\s*\d)/gim;
const date = String.raw`\s*:\s*(\d{1,2}\/\d{1,2}\/\d{2,4})`;
const dates = new RegExp(
  String.raw`^(Filed(?: ?(?:&|and) ?Entered)?)${date}(?:\s*(Entered)${date})?(?:\s*Terminated${date})?`,
  'i',
);
const textLabel = /^[ \t]*Docket Text ?:/im;

/**
 * The page of a case's history ("History/Documents") that was copied from a browser and kept as text; null for any other text.
 *
 * @param whole the whole file
 */
export function pageOfPastedHistory(whole: string): string | null {
  const lines = whole.split(/\r\n|\r|\n/);
  const end = receiptAt(lines);
  const text = lines.slice(0, end).join('\n');
  // Below its number on a line of its own, a date begins no further event.
  const starts = [...text.matchAll(eventStart)].filter(
    ({ index }, i, all) => i === 0 || index > all[i - 1]!.index + all[i - 1]![0].length,
  );
  const [first] = starts;
  if (first === undefined || !/\bDescription\b/i.test(text.slice(0, first.index))) return null;
  const rows = starts.map((start, i) => {
    const event = text.slice(start.index + start[0].length, starts[i + 1]?.index ?? text.length);
    const said = dates.exec(event);
    const [when, filed, filedOn, entered, enteredOn] = said ?? [''];
    const [description = '', ...docketText] = event.slice(when.length).split(textLabel);
    const labeled = said === null ? '' : `${filed}: ${filedOn}${entered ? ` ${entered}: ${enteredOn}` : ''}`;
    const row = rowOfCells([start[1] ?? '', labeled, description].map((cell) => escaped(cell.trim())));
    const own = docketText.join(' ').trim();
    return own === '' ? row : row + rowOfCells([`Docket Text: ${escaped(own)}`]);
  });
  const head = rowOfCells(['Doc. No.', 'Dates', 'Description']);
  const above = text.slice(0, first.index).slice(0, 2_000).split('\n');
  const block = above.slice(Math.max(0, above.findIndex(beginsWithCaseNumber)));
  return `<div>${inLines(block)}</div><table>${head}${rows.join('\n')}</table>${tableOfReceipt(lines.slice(end))}`;
}
