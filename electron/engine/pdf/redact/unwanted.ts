import type { Redaction } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { DrawnGlyph } from '../reader/text/glyphs.ts';
import { areasOf, type GlyphText } from './glyph-text.ts';
import type { FindUnwanted, UnwantedPart } from './wishes.ts';

/** Something on a page that is to be removed. */
export interface Unwanted {
  readonly kind: Exclude<Redaction['kind'], 'area'>;
  /** What stands there; of a comment nothing, which is not read on the page. */
  readonly text: string;
  /** One for each line it reaches over. */
  readonly areas: readonly Rect[];
  /** What of the page's own text says it; of what was recognized, or a comment says, nothing. */
  readonly letters: readonly DrawnGlyph[];
}

/**
 * What of a text is to be removed, and where it stands; and what would be read as such in the words that stay, when they come together: another
 * number beside “passport no.”, the two halves of a name.
 */
export function unwantedIn(text: GlyphText, find: FindUnwanted): Unwanted[] {
  const parts = find(text.text);
  if (parts.length === 0) return [];
  return [...parts.map((part) => unwantedOf(text, part)), ...unwantedIn(without(text, parts), find)];
}

/** A text with a space instead of each of some parts. */
function without({ text, glyphs }: GlyphText, parts: readonly UnwantedPart[]): GlyphText {
  const removed = new Uint8Array(text.length);
  for (const { start, end } of parts) removed.fill(1, start, end);
  const stays = [...removed.keys()].filter((at) => !removed[at] || !removed[at - 1]);
  return {
    text: stays.map((at) => (removed[at] ? ' ' : text[at])).join(''),
    glyphs: stays.map((at) => (removed[at] ? null : glyphs[at]!)),
  };
}

/** A part of a text that is to be removed, and where it stands. */
export const unwantedOf = (text: GlyphText, part: UnwantedPart): Unwanted => ({
  kind: part.kind,
  text: text.text.slice(part.start, part.end),
  areas: areasOf(text, part),
  letters: text.glyphs
    .slice(part.start, part.end)
    .flatMap((glyph) => (glyph && glyph.hand.object !== 0 ? glyph : [])),
});
