import type { PageBody } from './running-lines.ts';

/** Words a page of its own, such as a slip sheet, has at most. */
const maxSheetWords = 60;
const heading =
  /^(?:[A-Z]+['’]?S?['’]? )?EXHIBITS?(?: NO\.?)? ?["“'‘]?[A-Z0-9.-]{0,19}[A-Z0-9](?:\([A-Za-z0-9]{1,3}\))?["”'’]?(?:$| ?[–—:-] ?\P{Ll}*$| (?:TO|OF)(?: \P{Ll}*)?$)/u;
const sheet =
  /^(?:(?:Plaintiff|Defendant|Joint)\S{0,3} )?Exhibit ["“'‘]?[A-Za-z0-9.-]{0,19}[A-Za-z0-9](?:\([A-Za-z0-9]{1,3}\))?["”'’]?(?:$| (?:to|of) (?:the )?Declaration[^.]*$)/;
const list =
  /^[^\S\n]*(?:(?:\p{Lu}[\p{L}.]*['’]?[Ss]?['’]? ){0,3}(?:(?:TABLE|INDEX|LIST|SCHEDULE|Table|Index|List|Schedule) (?:OF|TO|of|to) (?:\p{Lu}\p{L}* ){0,2}(?:EXHIBITS|Exhibits)|EXHIBIT (?:INDEX|LIST)|Exhibit (?:Index|List))|EXHIBITS)(?: \(?(?:CONT|Cont|cont)[^\n]{0,12})?:?[^\S\n]*$/mu;
/** A row of an index of exhibits. */
const row = /^[^\S\n]*(?:Exhibit|EXHIBIT|Exh?\.) ?["“]?[A-Z0-9]{1,5}(?![\p{L}\p{N}])/gmu;
/** The end of an entry of a table of contents. */
const leader = /(?<!\.|\. )(?:\.(?: ?\.){4,}|…{2,})[^\n]{0,20}$/gmu;
/** Entries from which on they make such a table. */
const minEntries = 3;

/** What a line ends in that goes on with “Exhibit A” in the next: “is attached hereto as”. */
const runsOn = /(?:\b(?:as|see|in|and|or|of|to|with|by|at|through|from|also|e\.g\.,)|[,(])\s*$/i;

/** Characters before “Exhibit” and after its label that a line of its own has at most. */
const maxLead = 30;
const maxTail = 300;

/** The text before a place on its line; of a long line the last part. */
export function lineBefore(raw: string, at: number): string {
  const part = raw.slice(Math.max(0, at - maxLead - 1), at);
  return part.slice(part.lastIndexOf('\n') + 1);
}

/** The text after a place on its line; of a long line the first part. */
export function lineAfter(raw: string, at: number): string {
  const part = raw.slice(at, at + maxTail + 1);
  const end = part.indexOf('\n');
  return end < 0 ? part : part.slice(0, end);
}

/**
 * Pages of an index of exhibits, from 1: the one with its heading, and those it goes on in, which begin with a row and have more.
 * Its rows name exhibits and cite none.
 */
export function listPages(pages: readonly string[], bodies: readonly PageBody[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, page] of pages.entries()) {
    const rows = found.has(at) ? [...page.slice(bodies[at]!.start).matchAll(row)] : [];
    if (list.test(page) || (rows.length > 1 && rows[0]!.index === 0)) found.add(at + 1);
  }
  return found;
}

/** Where the table of contents that a text begins with ends, whose entries cite nothing; 0 where there is none. */
export function contentsEnd(raw: string): number {
  const entries = [...raw.matchAll(leader)];
  const last = entries.length < minEntries ? undefined : entries.at(-1);
  return last ? last.index + last[0].length : 0;
}

/**
 * Whether “Exhibit A” is not a citation but by itself: on a slip sheet, on a sticker, as a caption, or at the head of a row
 * of an index of exhibits.
 *
 * @param start where it begins in the page's text
 * @param end where its label ends
 * @param options.isList whether the page is an index of exhibits
 * @param options.page the text of its page, which of a slip sheet is short
 */
export function isHeading(
  raw: string,
  start: number,
  end: number,
  { isList, page }: { readonly isList: boolean; readonly page: string },
): boolean {
  const head = lineBefore(raw, start);
  const tail = lineAfter(raw, end);
  if (head.length > maxLead || tail.length > maxTail) return false;
  if (isList && head.trim() === '') return true;
  if (head.trim() === '' && runsOn.test(raw.slice(Math.max(0, start - head.length - maxLead), start)))
    return false;
  const line = (head + raw.slice(start, end) + tail).replaceAll(/\s+/gu, ' ').trim();
  // A citation that merely begins a line goes on in the next.
  if (heading.test(line))
    return !/^\s*(?:at|pp?\.|¶)\s/.test(raw.slice(end + tail.length, end + tail.length + 12));
  return sheet.test(line) && countWords(page) <= maxSheetWords;
}

function countWords(raw: string): number {
  let count = 0;
  for (const _word of raw.slice(0, 2_000).matchAll(/\S+/gu)) count++;
  return raw.length > 2_000 ? Infinity : count;
}
