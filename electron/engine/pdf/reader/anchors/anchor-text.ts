import type { PageText } from '../text/page-text.ts';

/** A page's text in one string, with the glyph that each code unit came from. */
export interface AnchorText {
  readonly text: string;
  /** For every code unit of `text`, and the number of glyphs at the end. */
  readonly glyphs: Uint32Array;
}

/** The text that quotes are taken from and found in. */
export function anchorTextOf({ glyphs }: PageText): AnchorText {
  const sources: number[] = [];
  for (const [index, { text }] of glyphs.entries())
    for (let unit = 0; unit < text.length; unit += 1) sources.push(index);
  sources.push(glyphs.length);
  return { text: glyphs.map(({ text }) => text).join(''), glyphs: Uint32Array.from(sources) };
}
