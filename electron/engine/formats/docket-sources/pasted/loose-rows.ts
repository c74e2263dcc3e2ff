import { isoDateOf } from '../printed/printed-dates.ts';

/** Names of columns that single spaces separate. */
export const oneLineHeading =
  /^(date (?:filed|entered)|filing date|filed) (#|no\.?|doc(?:ument|\.)? ?(?:#|no\.?)) (docket text|description)$/i;

/** What a browser prints around each page of a print. */
const pageEdge =
  /^(?:(?:https?|file):\/\/\S+(?: \d+\/\d+)?|(?:\d{1,4} of \d{1,4} )?\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?(?: .{0,60}\b(?:CM\/ECF|PACER|District (?:Court|Version)|LIVE)\b.{0,60})?|CM\/ECF\b.{0,80})$/i;

/** Whether a line is what a browser prints around each page. */
export function isPageEdge(line: string): boolean {
  return pageEdge.test(line.trim().replaceAll(/\s+/g, ' '));
}

/** The number of a page on a line of its own, which stands beside another line of its edge. */
const pageNumber = /^\d{1,4}\/\d{1,4}$/;

/** Pages of a document and how many it has, which some courts print below its number. */
const measures = /^\(\d{1,5} pgs?[^()]{0,20}\) */i;

/** A row whose cells a single space or a line break separates: its date, maybe its number, and words that begin as entries do. */
const looseRow =
  /^(\d{1,2}\/\d{1,2}\/\d{4})(?: (?:(\d{1,6})(?: (?=[\p{Lu}*([“"])|$))?(?:[\p{Lu}*([“"][^]*)?)?$/u;
/** A row behind the end of another, whatever its words begin with: "02/16/2026 30 day notice". */
const dated = /^(\d{1,2}\/\d{1,2}\/\d{4}) /;
/** Words that go on to a date of their own: what begins with one after them is no row. */
const goesOn =
  /(?:\b(?:for|on|by|at|to|until|through|from|before|after|and|or|of|dated|filed|due|set|signed|held|entered|is|was|than|date)|[:,(/&-])$/i;
/** What closes an entry, which begins none: who filed or docketed it, and when that was. */
const closingGroup = /^\((?:[\p{L}'’.-]{1,30}, ?[\p{L}'’., -]{0,30}|[a-z]{2,4}|entered\b[^()]*)\)/iu;
/** The end of an entry where its court closes all of them with the day of entry. */
const entered = /\(entered:?[^()]*\)\W{0,3}$/i;
/** The end of a sentence or of a group, or a date and a number without a text. */
const ended = /[.)\]*”"]$|^[\d/-]+$/;

/** A line that may begin a row. */
interface Start {
  readonly at: number;
  readonly date: string;
  readonly day: string;
  /** Beside the date, or on the line below it. */
  readonly number: string;
  /** Whether the line before ends as entries do. */
  readonly isSure: boolean;
}

/**
 * Rows of a text that keeps no gaps between its cells, as programs copy it out of a PDF or paste a cell a line: date, number and text of each.
 * A date at the beginning of a line may as well be one of a text that was broken there. Where a court closes its entries with the day
 * of entry, one behind an open end begins a row only where its number and its day are the next in turn.
 */
export function looseRows(printed: readonly string[]): string[][] {
  const lines = printed
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
    .filter((line, i, all) => {
      const isBeside = [all[i - 1] ?? '', all[i + 1] ?? ''].some(isPageEdge);
      return !isPageEdge(line) && !oneLineHeading.test(line) && !(isBeside && pageNumber.test(line));
    });
  const starts = rowsAmong(startsIn(lines), lines);
  return starts.map(({ at, date, number }, i) => {
    const [first = '', ...others] = lines.slice(at, starts[i + 1]?.at);
    const behind = [first.slice(date.length), ...others].join(' ').trim();
    const text = behind.slice(number.length).trim();
    const pages = number === '' ? '' : (measures.exec(text)?.[0] ?? '');
    return [date, `${number} ${pages}`.trim(), text.slice(pages.length)];
  });
}

function startsIn(lines: readonly string[]): Start[] {
  const starts: Start[] = [];
  let last = NaN;
  lines.forEach((line, at) => {
    const before = lines[at - 1] ?? '';
    if (goesOn.test(before)) return;
    const [, date, beside = ''] =
      looseRow.exec(line) ?? inTurn(line, last) ?? (entered.test(before) ? dated.exec(line) : null) ?? [];
    if (date === undefined) return;
    const behind = line.slice(date.length).trim();
    if (closingGroup.test(behind)) return;
    const number = behind === '' ? numberBelow(lines[at + 1] ?? '', last) : beside;
    if (number !== '') last = Number(number.replace(/-.*/, ''));
    const isSure = at === 0 || ended.test(before);
    starts.push({ at, date, day: isoDateOf(date) ?? '', number, isSure });
  });
  return starts;
}

/** Numbers that a docket leaves out in a row, at most, of entries that are not for everyone. */
const mostLeftOut = 10;

/** The number on the line below a date: alone, or in front of the text where it is the next, or the last again. */
function numberBelow(line: string, last: number): string {
  if (/^\d{1,6}(?:-\d{1,4})?$/.test(line)) return line;
  const number = /^(\d{1,6}) (?=[\p{Lu}*([“"])/u.exec(line)?.[1] ?? '';
  const steps = Number(number) - (Number.isNaN(last) ? 0 : last);
  return number !== '' && steps >= 0 && steps <= mostLeftOut ? number : '';
}

/** A row whose words begin as they like, where its number is the one after or before the last. */
function inTurn(line: string, last: number): RegExpExecArray | null {
  const found = /^(\d{1,2}\/\d{1,2}\/\d{4}) (\d{1,6}) /.exec(line);
  return found && Math.abs(Number(found[2]) - last) === 1 ? found : null;
}

/** Of the last lines of entries, those that give the day of entry, from which on all of a court's do. */
const leastClosed = 0.6;

function rowsAmong(starts: readonly Start[], lines: readonly string[]): Start[] {
  const sure = starts.filter(({ isSure }) => isSure);
  const ends = [...sure.filter(({ at }) => at > 0).map(({ at }) => lines[at - 1]!), lines.at(-1) ?? ''];
  const closed = ends.filter((line) => entered.test(line));
  if (closed.length < ends.length * leastClosed) return [...starts];
  const isDescending = (sure[0]?.day ?? '') > (sure.at(-1)?.day ?? '');
  return starts.filter(({ at, day, number, isSure }) => {
    if (isSure) return true;
    const before = sure.findLast((each) => each.at < at && each.number !== '');
    const around = [sure.findLast((each) => each.at < at)?.day, sure.find((each) => each.at > at)?.day];
    const [earlier = '', later = '\uffff'] = isDescending ? around.toReversed() : around;
    const next = before && Number(before.number) + (isDescending ? -1 : 1);
    return number !== '' && Number(number) === next && day >= earlier && day <= later;
  });
}
