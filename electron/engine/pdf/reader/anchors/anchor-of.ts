import { firstIndex } from '../../../../../shared/domain/first-index.ts';
import type { NoteAnchor } from '../../../../../shared/model/notes.ts';
import { rectsOf } from '../text/find.ts';
import { lineHyphen } from '../text/glyphs.ts';
import type { PageRun, PageText } from '../text/page-text.ts';
import { anchorTextOf } from './anchor-text.ts';

/** A place in a page's text as a window knows it: a run, and UTF-16 units into it. */
export interface RunPlace {
  readonly run: number;
  readonly offset: number;
}

/** Characters kept of the text before and after a quote. */
const contextLength = 64;
const quoteLimit = 20_000;

/**
 * The anchor of words selected on a page: what they say, what stands around them, and a rectangle for each line.
 *
 * @param page from 0
 * @param from first place; `to` the place after the last. In either order; places outside the page are taken to its edge
 * @example anchorOf(text, 0, { run: 2, offset: 4 }, { run: 3, offset: 0 }).quote // 'suspended the account'
 */
export function anchorOf(pageText: PageText, page: number, from: RunPlace, to: RunPlace): NoteAnchor {
  const one = glyphAt(pageText, from);
  const other = glyphAt(pageText, to);
  const [first, end] = trimmed(pageText, Math.min(one, other), Math.max(one, other));
  const { text, glyphs } = anchorTextOf(pageText);
  const start = firstUnit(glyphs, first);
  const stop = firstUnit(glyphs, end);
  return {
    page: page + 1,
    quote: oneLine(text.slice(start, stop)).slice(0, quoteLimit),
    prefix: oneLine(text.slice(Math.max(0, start - contextLength), start)),
    suffix: oneLine(text.slice(stop, stop + contextLength)),
    rects: rectsOf(pageText, first, end),
    atMs: null,
  };
}

/** The glyph at a place in a run. */
function glyphAt({ glyphs, runs }: PageText, { run: index, offset }: RunPlace): number {
  const run: PageRun | undefined = runs[index];
  if (!run) return runs.length === 0 ? 0 : glyphs.length;
  let left = offset;
  for (let glyph = run.start; glyph < run.end; glyph += 1) {
    if (left <= 0) return glyph;
    left -= glyphs[glyph]!.text.length;
  }
  return run.end;
}

/** Without the white space around it. */
function trimmed({ glyphs }: PageText, from: number, to: number): [number, number] {
  let [first, end] = [from, to];
  while (first < end && glyphs[first]!.text.trim() === '') first += 1;
  while (end > first && glyphs[end - 1]!.text.trim() === '') end -= 1;
  return [first, end];
}

/** The first code unit of a glyph. */
const firstUnit = (sources: Uint32Array, glyph: number): number =>
  firstIndex(sources.length - 1, (at) => sources[at]! >= glyph);

const partingHyphen = new RegExp(`${lineHyphen}\\s*`, 'g');

/** As it reads in one line: words that a hyphen only split at a line's end are joined. */
function oneLine(text: string): string {
  return text.replaceAll(partingHyphen, '').replaceAll(/\s+/g, ' ').trim();
}
