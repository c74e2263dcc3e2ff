import type { PageLayout } from '../../../pdf/layout/index.ts';
import { columnsIn, linesOfWords, textOfLine, type PrintedLine } from './printed-lines.ts';

/** Pages without what browsers and courts print around them, and what those lines say. */
export interface PagesProper {
  readonly pages: readonly (readonly PrintedLine[])[];
  /** Where the page was printed from; empty where that is not printed. */
  readonly address: string;
  /** The number each page has, "3" of "3/12"; null where it has none. */
  readonly numbers: readonly (number | null)[];
  /** How many pages there were, as printed; null where that is not. */
  readonly total: number | null;
}

/** Lines at each end of a page that may run on every page, and the part of its height they stand in. */
const mostLines = 3;
const marginShare = 0.12;
/** Type of another size than the text's, as browsers print what runs. */
const otherSize = 0.04;

const pageNumber = /(?:^|\s)(?:page\s+)?(\d{1,4})\s?(?:\/|\s?of\s?)\s?(\d{1,4})(?=\s|$)/i;
const aloneNumber = new RegExp(`^${pageNumber.source}$`, 'i');
const printedOn = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?=\s|$)/i;
const address = /(?:https?|file):\/\/\S+/i;
const aloneAddress = new RegExp(`^${address.source}$`, 'i');
const courtStamp =
  /^(?:USDC\s.{2,30}|USCA\S*\s)?Case:?\s?#?\s?\d?:?\d{2}-.{3,40}\bDoc(?:ument)?\b.{1,60}\b(?:filed|page)\b/i;

/**
 * Leaves out what a browser prints around each page (date, title, address, number), and the stamp of a court that it was filed with.
 * Only lines at the edges of a page and outside of its tables are looked at, and only those that have the form of such a line.
 */
export function withoutRunningHeads(layouts: readonly PageLayout[]): PagesProper {
  const lines = layouts.map(({ words }, page) => linesOfWords(words, page, 0));
  const usual = usualSize(lines);
  const numbers: (number | null)[] = [];
  const totals = new Set<number>();
  let from = '';
  const pages = lines.map((all, at) => {
    const running = all.filter((line, i) => isAtEdge(line, i, all, layouts[at]!) && isRunning(line, usual));
    let number: number | null = null;
    for (const line of running) {
      const text = textOfLine(line);
      from ||= address.exec(text)?.[0] ?? '';
      const [, one, of] = courtStamp.test(text) ? [] : (pageNumber.exec(text) ?? []);
      if (one === undefined) continue;
      number = Number(one);
      totals.add(Number(of));
    }
    numbers.push(number);
    return all.filter((line) => !running.includes(line));
  });
  const [total = null] = totals.size === 1 ? totals : [];
  return { pages, address: from, numbers, total };
}

function isAtEdge(
  { y, left, right }: PrintedLine,
  i: number,
  all: readonly PrintedLine[],
  { height, rules }: PageLayout,
): boolean {
  if (i >= mostLines && i < all.length - mostLines) return false;
  if (y > height * marginShare && y < height * (1 - marginShare)) return false;
  // Between the borders of a table it is the table's.
  const borders = rules.filter(({ isVertical, from, to }) => isVertical && from < y && to > y);
  return !(borders.some(({ at }) => at < left) && borders.some(({ at }) => at > right));
}

function isRunning(line: PrintedLine, usual: number): boolean {
  const text = textOfLine(line);
  if (courtStamp.test(text) || printedOn.test(text)) return true;
  const parts = columnsIn(line).map(textOfLine);
  // Beside the title some browsers print the date or the address on the right, and the number of the page on either side.
  if (parts.some((part) => printedOn.test(part) || aloneNumber.test(part))) return true;
  if (parts.length === 2 && parts.some((part) => aloneAddress.test(part))) return true;
  const isOfOtherSize = Math.abs(line.size - usual) > usual * otherSize;
  const hasNumber = pageNumber.test(text);
  return address.test(text) ? isOfOtherSize || hasNumber : hasNumber && isOfOtherSize;
}

/** The size of type most words are set in, in points. */
function usualSize(pages: readonly (readonly PrintedLine[])[]): number {
  const counts = new Map<number, number>();
  for (const { words } of pages.flat())
    for (const { size } of words) {
      const rounded = Math.round(size * 10) / 10;
      counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
    }
  let best = 0;
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size;
  return best;
}
