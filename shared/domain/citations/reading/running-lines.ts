import { lineNumbers } from './plain-page.ts';

/** Where a page's own text is, without the running lines at the edges of pages. */
export interface PageBody {
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines at the head and at the foot of a page that are compared with those of the pages near it. */
const maxAlike = 8;
/** Lines by which such a line stands nearer to the edge on one page than on another at most. */
const maxShift = 3;
/** Lines of nothing but a number at an edge at most: pleading paper may have them all in one block. */
const maxEdge = 60;
/** Characters of a line that are looked at. */
const maxLength = 300;

/** “- 3 -”, “3 of 10”, “Page 3”, “iv”: the page's number, or one of the numbers of pleading paper. “4.” ends a sentence. */
const numberLine =
  /^[-–—|[( ]{0,6}(?:(?:[Pp]age|PAGE|[Pp]g?\.) ?)?(?:\d{1,4}(?: ?(?:of|OF|\/) ?\d{1,4})?|[ivxl]{1,6})[-–—|\]) ]{0,6}$/;
/** “45. Plaintiff repeats and realleges …”: the same words near the edges of two pages are two paragraphs, not a running line. */
const paragraph = /^(?:\d{1,4} ?[.)]|¶{1,2} ?\d{1,4}\.?) ?["“(]?\p{Lu}.*\p{Ll}/u;
/** What the court's system prints at the head of a page that is filed. */
const courtHeader =
  /^(?:USCA\d{0,2} |U\.S\. )?(?:Case|CASE|Appeal)\b.{0,200}\b(?:Filed|FILED|Page|PageID|PAGE)\b/u;

/**
 * Finds the text of each page between the running lines: the court's header, page numbers, and what is
 * the same, apart from its numbers, at the same edge of a page near it.
 *
 * @example pageBodies(['See Ex.\n- 1 -', 'B at 4.\n- 2 -'])[0] // { start: 0, end: 7 }
 */
export function pageBodies(pages: readonly string[]): PageBody[] {
  const heads = pages.map((page) => linesFrom(page, 1, maxAlike).map(keyOf));
  const feet = pages.map((page) => linesFrom(page, -1, maxAlike).map(keyOf));
  return pages.map((page, at) => {
    const isRunning = (line: Line, place: number, edges: readonly string[][]): boolean =>
      numberLine.test(line.text) ||
      courtHeader.test(line.text) ||
      (mayRepeat(line) &&
        [at - 2, at - 1, at + 1, at + 2].some((other) => standsIn(edges[other], line, place)));
    let [start, end] = [0, page.length];
    for (const [place, line] of linesFrom(page, 1, maxEdge).entries()) {
      if (!isRunning(line, place, heads)) break;
      start = line.end;
    }
    for (const [place, line] of linesFrom(page, -1, maxEdge).entries()) {
      if (line.start < start || !isRunning(line, place, feet)) break;
      end = line.start;
    }
    const text = page.slice(start, Math.max(start, end));
    const lead = text.length - text.trimStart().length;
    return { start: start + lead, end: start + Math.max(lead, text.trimEnd().length) };
  });
}

function mayRepeat({ text }: Line): boolean {
  return text.length > 2 && !paragraph.test(text);
}

/** Whether the edge of another page has a line like this one, about as far from the edge. */
function standsIn(edge: readonly string[] | undefined, line: Line, place: number): boolean {
  return edge?.slice(Math.max(0, place - maxShift), place + maxShift + 1).includes(keyOf(line)) ?? false;
}

function keyOf({ text }: Line): string {
  return text.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/gu, ' ');
}

/** The first lines of a page, or from its end the last, that hold more than white space. */
function linesFrom(page: string, step: 1 | -1, count: number): Line[] {
  const lines: Line[] = [];
  let at = step === 1 ? 0 : page.length;
  while (lines.length < count && (step === 1 ? at < page.length : at > 0)) {
    const other = step === 1 ? page.indexOf('\n', at) : page.lastIndexOf('\n', at - 1);
    const [start, end] = step === 1 ? [at, other < 0 ? page.length : other] : [other + 1, at];
    const text = page.slice(start, Math.min(end, start + maxLength)).trim();
    if (text !== '') lines.push({ start, end, text });
    at = step === 1 ? end + 1 : other;
    if (step === -1 && other < 0) break;
  }
  return lines;
}

/** The beginning of a footnote's line. */
const footnote = /^(?:\d{1,3}|[*†‡]{1,3})[.)]? ?["“(]?\p{Lu}/u;
/** Its raised number, which a PDF's text may have on a line of its own, and what the next one begins with. */
const noteNumber = /^(?:\d{1,3}|[*†‡]{1,3})$/;
const noteWords = /^["“(]?\p{Lu}/u;
/** Footnotes at the foot of one page before which its text may end at most; more are numbered lines. */
const maxFootnotes = 12;

/** Where the footnotes of a page begin, whose numbers its text has too; its end where it has none. */
export function notesStart(page: string, body: PageBody): number {
  const starts = noteLines(page, body).flatMap(({ start, text }) => {
    const number = /^[\d*†‡]+(?![\d.)])/.exec(text)?.[0];
    return number !== undefined && isMarked(page, { start: body.start, end: start }, number) ? [start] : [];
  });
  return starts.at(-1) ?? body.end;
}

/** Whether a part of a page has the mark of a footnote: behind a word or its stop, or alone on a line that pleading paper does not number so. */
function isMarked(page: string, { start, end }: PageBody, number: string): boolean {
  const mark = number.replaceAll('*', String.raw`\*`);
  const marks = new RegExp(
    String.raw`${mark}(?:(?<=[\p{L}.,;:!?)\]"'”’]${mark})(?!\d)|(?<=^[^\S\n]*${mark})(?=[^\S\n]*$))`,
    'gmu',
  );
  const numbers = lineNumbers(page);
  return [...page.slice(0, end).matchAll(marks)].some(({ index }) => index > start && !numbers.has(index));
}

/** Lines that begin a footnote, from the last; none of pleading paper's own numbers, nor where there are so many that they are numbered lines. */
function noteLines(page: string, body: PageBody): Line[] {
  const lines = linesFrom(page.slice(0, body.end), -1, maxEdge);
  const numbers = lineNumbers(page);
  const notes = lines.filter(
    ({ start, text }, place) =>
      start > body.start &&
      !numbers.has(page.indexOf(text, start)) &&
      (footnote.test(text) || (noteNumber.test(text) && noteWords.test(lines[place - 1]?.text ?? ''))),
  );
  return notes.length > maxFootnotes ? [] : notes;
}

/**
 * Where the text of a page may end that goes on in the next: at the end of the page, or before the footnotes at its foot.
 *
 * @returns most likely first
 */
export function textEnds(page: string, body: PageBody): number[] {
  return [body.end, ...noteLines(page, body).map(({ start }) => start)]
    .map((end) => body.start + page.slice(body.start, end).trimEnd().length)
    .filter((end) => end > body.start);
}
