/** Words a page of its own, such as a slip sheet, has at most. */
const maxSheetWords = 60;
const heading =
  /^(?:[A-Z]+['’]?S?['’]? )?EXHIBITS?(?: NO\.?)? ?["“'‘]?[A-Z0-9.-]{0,19}[A-Z0-9](?:\([A-Za-z0-9]{1,3}\))?["”'’]?(?:$| ?[–—:-] ?\P{Ll}*$| (?:TO|OF)(?: \P{Ll}*)?$)/u;
const sheet =
  /^(?:(?:Plaintiff|Defendant|Joint)\S{0,3} )?Exhibit ["“'‘]?[A-Za-z0-9.-]{0,19}[A-Za-z0-9](?:\([A-Za-z0-9]{1,3}\))?["”'’]?(?:$| (?:to|of) (?:the )?Declaration[^.]*$)/;
const list =
  /^[^\S\n]*(?:TABLE|INDEX|LIST|Table|Index|List) (?:OF|of) (?:EXHIBITS|Exhibits)[^\S\n]*$|^[^\S\n]*EXHIBIT (?:INDEX|LIST)[^\S\n]*$/mu;

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

/** Whether a page is an index of exhibits, whose rows name exhibits and cite none. */
export function isListOfExhibits(raw: string): boolean {
  return list.test(raw);
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
