import type { PageLayout, PlacedWord, Rule } from '../../../pdf/layout/index.ts';

/** Words on one baseline, from left to right, in points. Pages lie under one another: `y` counts on from page to page. */
export interface PrintedLine {
  readonly words: readonly PlacedWord[];
  /** From 0. */
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Of the largest type. */
  readonly size: number;
}

/** A printed docket as one long page. */
export interface PrintedRoll {
  readonly lines: readonly PrintedLine[];
  readonly rules: readonly Rule[];
  /** Where each page begins, and after them where the last ends. */
  readonly tops: readonly number[];
}

/** Parts of an em that words of one line may stand above or below one another. */
const sameLine = 0.35;

/** Lines of words, from the top down. */
export function linesOfWords(words: readonly PlacedWord[], page: number, top: number): PrintedLine[] {
  const lines: PlacedWord[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && word.baseline - last[0]!.baseline <= Math.max(word.size, last[0]!.size) * sameLine)
      last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => lineOf(line, page, top + line[0]!.baseline));
}

/** A line of words that stand together. */
export function lineOf(words: readonly PlacedWord[], page: number, y: number): PrintedLine {
  return {
    words: words.toSorted((a, b) => a.left - b.left),
    page,
    y,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    size: Math.max(...words.map(({ size }) => size)),
  };
}

/** Lays pages under one another. @param pages their lines, as `linesOfWords` of a page that begins at 0 gives them */
export function rollOf(
  layouts: readonly PageLayout[],
  pages: readonly (readonly PrintedLine[])[],
): PrintedRoll {
  const tops = [0];
  for (const { height } of layouts) tops.push(tops.at(-1)! + height);
  return {
    tops,
    lines: pages.flatMap((lines, page) => lines.map((line) => ({ ...line, page, y: line.y + tops[page]! }))),
    rules: layouts.flatMap(({ rules }, page) => {
      const top = tops[page]!;
      return rules.map((rule) =>
        rule.isVertical
          ? { ...rule, from: rule.from + top, to: rule.to + top }
          : { ...rule, at: rule.at + top },
      );
    }),
  };
}

/** A line's text as it reads. */
export function textOfLine({ words }: { readonly words: readonly PlacedWord[] }): string {
  return words.map(({ text, isGlued }, at) => (at === 0 || isGlued ? text : ` ${text}`)).join('');
}

/** Parts a line at an x: what begins left of it, and the rest. Null where nothing stands on a side. */
export function splitAt(line: PrintedLine, x: number): readonly [PrintedLine | null, PrintedLine | null] {
  const sides = [line.words.filter(({ left }) => left < x), line.words.filter(({ left }) => left >= x)];
  return sides.map((words) => (words.length === 0 ? null : lineOf(words, line.page, line.y))) as [
    PrintedLine | null,
    PrintedLine | null,
  ];
}

/** Where the text of the pages begins and ends across, in points. */
export function textEdges(lines: readonly PrintedLine[]): readonly [number, number] {
  let [start, end] = [Infinity, 0];
  for (const { left, right } of lines) [start, end] = [Math.min(start, left), Math.max(end, right)];
  return [start, end];
}

/** Ems between words from which they stand in columns. */
const columnGap = 1.2;

/** Parts of a line with more room between them than words have. @param gap in ems */
export function columnsIn(line: PrintedLine, gap = columnGap): PrintedLine[] {
  const columns: PrintedLine['words'][number][][] = [];
  for (const word of line.words) {
    const before = columns.at(-1)?.at(-1);
    if (before && word.left - before.right <= line.size * gap) columns.at(-1)!.push(word);
    else columns.push([word]);
  }
  return columns.map((words) => lineOf(words, line.page, line.y));
}
