import type { Glyph } from '../text/glyphs.ts';
import type { PageRun, PageText } from '../text/page-text.ts';
import { readingOrder } from './reading-order.ts';

/** A page's text with its runs, and their glyphs with them, in the order they are read. */
export function orderText(text: PageText): PageText {
  const order = readingOrder(text.runs);
  if (order.every((at, place) => at === place)) return text;
  const glyphs: Glyph[] = [];
  const runs: PageRun[] = [];
  for (const [place, at] of order.entries()) {
    const run = text.runs[at]!;
    const next = order[place + 1];
    const isLineEnd = next === undefined || !isSameLine(run, text.runs[next]!);
    const start = glyphs.length;
    for (let glyph = run.start; glyph < run.end; glyph += 1) glyphs.push(text.glyphs[glyph]!);
    const end = glyphs.length;
    glyphs.push({ text: isLineEnd ? '\n' : ' ', rect: null });
    const isParted = isLineEnd || /\s$/.test(run.text);
    runs.push({
      ...run,
      text: isParted ? run.text : `${run.text} `,
      isLineEnd,
      start,
      end: isParted ? end : end + 1,
    });
  }
  return { glyphs, runs };
}

/** Whether a run goes on to the right of another, at the same height. */
function isSameLine(one: PageRun, other: PageRun): boolean {
  const middle = other.rect.y + other.rect.height / 2;
  return (
    one.angle === other.angle &&
    middle > one.rect.y &&
    middle < one.rect.y + one.rect.height &&
    other.rect.x >= one.rect.x
  );
}
