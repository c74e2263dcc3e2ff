import { joinTexts } from '../../reader/text/recognized-text.ts';
import type { PageText } from '../../reader/text/page-text.ts';
import type { Bitmap, PdfDocument, PdfPage } from '../../pdfium/index.ts';
import type { PixelArea } from '../../redactions/pixels.ts';
import { readingOrders } from '../down-columns.ts';
import { glyphText, type GlyphText } from '../glyph-text.ts';
import { withFaint, type Recognize } from '../page-texts.ts';
import { bandsOfPictures } from './picture-bands.ts';

const recognizedDpi = 300;
/** Pixels of a page that is recognized, at most: a legal page at 300 dpi, with room. */
const mostPixels = 14_000_000;

/** What of a page is recognized: all of it, its pictures with what stands beside them, or all of it with what is faint made black. */
export type SeenPart = 'page' | 'pictures' | 'faint';

/** What is recognized on a page, in its order first and then down its columns. */
export async function seenTexts(
  document: PdfDocument,
  index: number,
  part: SeenPart,
  recognize: Recognize,
): Promise<GlyphText[]> {
  const { pictures, scale } = document.withPage(index, (page) => {
    const scale = Math.min(recognizedDpi / 72, Math.sqrt(mostPixels / (page.width * page.height)));
    const areas =
      part === 'pictures' ? bandsOfPictures(document.pdfium, page, scale) : [wholeOf(page, scale)];
    return { scale, pictures: areas.map((area) => ({ area, drawn: page.render(scale, { part: area }) })) };
  });
  let seen: PageText = { glyphs: [], runs: [] };
  for (const { area, drawn } of pictures) {
    const picture: Bitmap = part === 'faint' ? withFaint(drawn) : drawn;
    seen = joinTexts(seen, movedDown(await recognize(picture, scale * 72), area.top / scale));
  }
  return readingOrders(seen).map(glyphText);
}

const wholeOf = ({ width, height }: PdfPage, scale: number): PixelArea => ({
  left: 0,
  top: 0,
  right: Math.max(1, Math.round(width * scale)),
  bottom: Math.max(1, Math.round(height * scale)),
});

/** A text by so many points further down its page. */
function movedDown({ glyphs, runs }: PageText, by: number): PageText {
  if (by === 0) return { glyphs, runs };
  return {
    glyphs: glyphs.map((glyph) =>
      glyph.rect
        ? {
            ...glyph,
            rect: { ...glyph.rect, y: glyph.rect.y + by },
            origin: { ...glyph.origin, y: glyph.origin.y + by },
          }
        : glyph,
    ),
    runs: runs.map((run) => ({ ...run, rect: { ...run.rect, y: run.rect.y + by } })),
  };
}
