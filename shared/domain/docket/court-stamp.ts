import type { CourtStamp } from '../../model/docket.ts';
import { printedDate } from './text/printed-date.ts';

/** A stamp as it is on one page. */
export interface PageStamp extends CourtStamp {
  /** Which page of the stamped document this is, as the stamp says. */
  readonly page: number | null;
}

/**
 * The parts of stamps, over all courts. A stamp is a line, or a few, of nothing else; so a sentence that only mentions a
 * document is not one. Courts order and separate the parts as they like, and text that is read out of a PDF often lacks the
 * spaces between them.
 */
const parts = {
  /** "Case 2:21-cv-00031-BJR", "USCA4 Appeal: 23-1234", "USDC IN/ND case 3:20-cv-00001", "20-12345-abc" in a bankruptcy. */
  case: /(?:(?:USCA\s?(?:\d{1,2}|DC)?\s?|USDC\s[A-Z]{2}\/[A-Z]{2,4}\s|Appellate\s?)?(?:Case|CASE|case|Appeal)\s?(?:No\.?\s?)?[:#]?\s?#?\s?)?(?<caseNumber>\d{1,2}:\d{2,4}-?[A-Za-z]{1,4}-?\d{1,6}(?:-\d{1,3}(?=-|\D))?(?:-[A-Za-z0-9]{1,6}(?=[-\s,.(]|D[oO][cCkK]|ECF|[Ff]iled|FILED|Page|$)){0,4}|\d{2}-\d{2,6}(?:-[A-Za-z0-9]{1,6}(?=[-\s,.(]|D[oO][cCkK]|ECF|[Ff]iled|$)){0,3})/,
  /** "PageID #: 23488", "PageID.2169", "Page ID #:737", cut off: "Page ID". */
  pageId: /(?:Page|PAGE|page)\s?(?:ID|Id)\s?(?:#|No\.?)?\s?[:.]?\s?#?:?\s?(?<pageId>\d{1,7}(?:-\d{1,7})?)?/,
  /** "Page 1 of 14", "Pg: 1 of 9", "Page1 of 2", "Pages: 10". */
  page: /(?:Pages?|PAGE|page|Pgs?|PG)\s?[:.]?\s?(?<page>\d{1,5})(?:\s?(?:of|OF)\s?(?<pageCount>\d{1,5}))?/,
  /** "1 of 10." without its word. */
  barePage: /(?<barePage>\d{1,5})\s?of\s?(?<barePageCount>\d{1,5})/,
  /** "Document 34-1", "Doc #: 12", "ECF No. 80", "DktEntry: 28.1", "Document: 00117684624". */
  document:
    /(?:Document|DOCUMENT|document|DktEntry|Dkt|DKT|Doc|DOC|ECF|Docket\sNo)\.?\s?(?:Entry\s?)?(?:No\.?|Number|#)?\s?[:#]?\s?#?\s?(?<number>\d{1,12})(?:[-.](?<attachment>\d{1,4})(?!\d))?/,
  /** "Filed 01/21/21", "Date Filed: 01/02/2021", "Entered on FLSD Docket 01/21/2021". */
  filed:
    /(?:Date\s?)?(?:Filed|FILED|filed|Entered\s?on\s?(?:the\s)?[A-Z]{2,6}\s?[Dd]ocket)\s?(?:on\s)?:?\s?(?:on\s)?(?<filedOn>\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2}))(?:\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?/,
  entered:
    /(?:Entered|ENTERED|entered)\s?:?\s?\d{1,2}\/\d{1,2}\/\d{2,4}(?:\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?/,
  /** A date of its own, as courts of appeals print it between commas. */
  bareDate: /(?<bareDate>\d{1,2}\/\d{1,2}\/\d{4})/,
  /** "Desc Main Document", "Desc: Exhibit A", "Main Document". */
  description:
    /(?:Desc|DESC)\s?:?\s?(?:(?:Main|Exhibit|Part|Proposed|Certificate|Attachment|Supplement|Appendix|Schedule|Index|Declaration|Affidavit|Order|of|Service|Notice|Mailing|Signature|Page|Imaged|Document|Memo|Brief|Motion|List|Statement|Form|[A-Z]|\d{1,3})(?:\([sS]\)|s)?(?=[\s-]|Page|Pg|$)[\s-]{0,2}){0,8}?(?=\s?(?:Document\s?)?(?:Page|Pg)|\s?$)|Main\s?Document|Document(?=\s?(?:Page|Pg)\s?\d)/,
  /** "ID: 12512322", "Entry ID: 5237514", "2161300": a court of appeals' own id. */
  id: /(?<id>(?:Entry\s?)?ID\s?:?\s?\d{5,9}|\b\d{7,9}\b)/,
  /** "USDC Colorado", "(1 of 15)", "Total Pages:(5 of 10)", "*SEALED*". */
  other:
    /USDC\s(?:[A-Z][a-z]+\s?){1,3}?(?=\s?(?:Page|Pg|pg|page|$))|(?:Total\s?Pages\s?:?\s?)?\(\d{1,5}\s?of\s?\d{1,5}\)|\*{0,3}\b(?:SEALED|RESTRICTED|REDACTED|UNDER SEAL|NOT FOR PUBLIC RELEASE)\b\*{0,3}/,
} as const;

const part = new RegExp(
  `[\\s,;.|·–—-]{0,12}(?:${Object.values(parts)
    .map(({ source }) => source)
    .join('|')})`,
  'y',
);

/** Lines at the top and at the bottom of a page where a stamp is looked for; drawn last, it is often read last. */
const [topLines, bottomLines] = [5, 7];
/** Lines that one stamp can be broken into. */
const mostLines = 5;
const longestStamp = 300;

/**
 * The stamp that a court put on a page; where a page has several, as one refiled in another matter does, the last.
 *
 * @example
 * parseCourtStamp('…\nCase 2:21-cv-00031-BJR Document 34-1 Filed 01/21/21 Page 1 of 14')
 * // { caseNumber: '2:21-cv-00031-BJR', number: 34, attachment: 1, filedOn: '2021-01-21', page: 1, pageCount: 14, … }
 * @param pageText the text of a whole page, lines separated by line feeds
 * @returns null where there is none
 */
export function parseCourtStamp(pageText: string): PageStamp | null {
  return parseCourtStamps(pageText).at(-1) ?? null;
}

/** All stamps on a page, in the order of its text. */
export function parseCourtStamps(pageText: string): PageStamp[] {
  return findCourtStamps(stampLines(pageText)).map(({ stamp }) => stamp);
}

/** The lines of a text that say something, each with single spaces. */
export function stampLines(text: string): string[] {
  return text
    .split(/\r?\n|\r|\f/)
    .map((line) => line.trim().replaceAll(/\s{1,1000}/g, ' '))
    .filter((line) => line !== '');
}

/** A stamp, and which of a page's lines it is made of. */
export interface FoundStamp {
  readonly stamp: PageStamp;
  /** Its first line, from 0, and how many. */
  readonly from: number;
  readonly count: number;
}

/** All stamps among a page's lines. @param lines as `stampLines` gives them */
export function findCourtStamps(lines: readonly string[]): FoundStamp[] {
  const stamps: FoundStamp[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (at >= topLines && at < lines.length - bottomLines) continue;
    const found = stampAt(lines, at);
    if (!found) continue;
    stamps.push({ stamp: found.stamp, from: at, count: found.lines });
    at += found.lines - 1;
  }
  return stamps;
}

/** The stamp that begins at a line: the most lines that are nothing but stamp. */
function stampAt(lines: readonly string[], from: number): { stamp: PageStamp; lines: number } | null {
  for (let count = Math.min(mostLines, lines.length - from); count > 0; count -= 1) {
    const raw = lines.slice(from, from + count).join(' ');
    if (raw.length > longestStamp) continue;
    const stamp = readStamp(raw) ?? (isSpacedOut(raw) ? readStamp(raw.replaceAll(/\s/g, '')) : null);
    if (stamp) return { stamp: { ...stamp, raw }, lines: count };
  }
  return null;
}

/** Whether each letter is separate, as some fonts are read. */
function isSpacedOut(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length > 12 && words.filter((word) => word.length === 1).length > words.length * 0.7;
}

function readStamp(line: string): PageStamp | null {
  const found: Record<string, string> = {};
  part.lastIndex = 0;
  let end = 0;
  for (let match = part.exec(line); match; match = part.exec(line)) {
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (value === undefined) continue;
      // A second number of the same kind is another stamp, or no stamp at all.
      if (name in found) return null;
      found[name] = value;
    }
    end = part.lastIndex;
    if (match[0] === '') return null;
  }
  if (/[^\s,;.|·–—-]/.test(line.slice(end)) || !isWhole(found)) return null;
  const { caseNumber = '', number, attachment, pageId = '' } = found;
  // Courts of appeals print their own ids of ten digits where others print the number of the entry.
  const isDocketNumber = number !== undefined && number.length <= 6 && Number(number) > 0;
  return {
    caseNumber,
    number: isDocketNumber ? Number(number) : null,
    attachment: (isDocketNumber && Number(attachment ?? 0)) || null,
    filedOn: printedDate(found['filedOn'] ?? found['bareDate'] ?? ''),
    page: numberOf(found['page'] ?? found['barePage']),
    pageCount: numberOf(found['pageCount'] ?? found['barePageCount']),
    pageId,
    raw: line,
  };
}

/** Enough of a stamp to be one: the matter, the document, and a date or a page. */
function isWhole(found: Readonly<Record<string, string>>): boolean {
  const has = (...names: string[]) => names.some((name) => found[name] !== undefined);
  return (
    has('caseNumber') &&
    has('number', 'id') &&
    (has('filedOn') || (has('page', 'barePage') && has('bareDate', 'pageId', 'pageCount', 'barePageCount')))
  );
}

function numberOf(printed: string | undefined): number | null {
  return printed === undefined ? null : Number(printed);
}
