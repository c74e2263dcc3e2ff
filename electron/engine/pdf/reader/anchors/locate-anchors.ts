import type { Rect } from '../../../../../shared/contract/reader.ts';
import { quoteFinder } from '../../../../../shared/domain/notes/locate-quote.ts';
import type { NoteAnchor } from '../../../../../shared/model/notes.ts';
import { rectsOf } from '../text/find.ts';
import type { PageText } from '../text/page-text.ts';
import { anchorTextOf } from './anchor-text.ts';

/** Where an anchor's words stand now, and whether that is where they stood. */
export interface LocatedAnchor {
  readonly rects: Rect[];
  readonly state: 'exact' | 'moved' | 'lost';
}

/** Points by which words may lie off their old place and still stand where they stood. */
const slack = 2;

/**
 * Finds the words of anchors on their page again. Those of an area, and those whose words are gone, keep their old place.
 *
 * @param pageText the page as it reads now
 */
export function locateAnchors(pageText: PageText, anchors: readonly NoteAnchor[]): LocatedAnchor[] {
  if (anchors.length === 0) return [];
  const { text, glyphs } = anchorTextOf(pageText);
  const find = quoteFinder(text);
  return anchors.map(({ quote, prefix, suffix, rects }) => {
    if (quote === '') return { rects, state: 'exact' };
    const hint = unitAt(pageText, glyphs, rects[0]);
    const place = find({ quote, prefix, suffix, hint });
    if (!place) return { rects, state: 'lost' };
    const found = rectsOf(pageText, glyphs[place.start]!, glyphs[place.end - 1]! + 1);
    if (found.length === 0) return { rects, state: 'lost' };
    return { rects: found, state: isWhere(rects, found) ? 'exact' : 'moved' };
  });
}

/** The first code unit of the glyph nearest to where a rectangle begins. */
function unitAt({ glyphs }: PageText, units: Uint32Array, rect: Rect | undefined): number | null {
  if (!rect) return null;
  let nearest = -1;
  let least = Infinity;
  for (const [index, glyph] of glyphs.entries()) {
    if (!glyph.rect) continue;
    const distance = Math.abs(glyph.rect.x - rect.x) + Math.abs(glyph.rect.y - rect.y);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest < 0 ? null : units.indexOf(nearest);
}

function isWhere(old: readonly Rect[], found: readonly Rect[]): boolean {
  const [first] = old;
  const [now] = found;
  return (
    first !== undefined &&
    now !== undefined &&
    Math.abs(first.x - now.x) <= slack &&
    Math.abs(first.y - now.y) <= slack
  );
}
