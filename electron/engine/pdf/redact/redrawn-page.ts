import type { Rect } from '../../../../shared/contract/reader.ts';
import type { OutputDocument } from '../assemble/output/output-document.ts';
import type { PictureReduction } from '../assemble/assembly.ts';
import { writeDeflated } from '../draw/font-subset.ts';
import type { SourcePage } from '../objects/index.ts';
import type { Bitmap, PdfDocument, PdfPage } from '../pdfium/index.ts';
import { readPageText } from '../reader/text/page-text.ts';
import type { DrawnGlyph } from '../reader/text/glyphs.ts';
import { holdsMiddle } from './may-be-unseen.ts';
import { clipsOfText } from '../redactions/painted-objects.ts';
import { pixelsOf } from '../redactions/pixels.ts';
import { writePicture } from './write-picture.ts';
import { wordsLayer } from './words-layer.ts';
import { takes } from './glyph-text.ts';
import type { PagePlan } from './plan-redactions.ts';

/** As scanners do; fine print stays legible. */
const dotsPerInch = 300;
/** A tabloid page at 300 dpi, with room; larger ones are drawn with fewer dots. */
const mostPixels = 20_000_000;
const imageName = 'FwImage';

/** Pixels a point by which a page is drawn anew. */
export const redrawnScale = ({ width, height }: Pick<PdfPage, 'width' | 'height'>): number =>
  Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));

/** How a page that loses something is drawn anew. */
export interface RedrawTools {
  readonly document: PdfDocument;
  readonly output: OutputDocument;
  readonly scale: PictureReduction['scale'];
}

/** Areas that are painted over: a comment is only left out. */
export const paintedAreas = ({ redactions }: PagePlan): Rect[] =>
  redactions.flatMap(({ kind, area }) => (kind === 'comment' ? [] : area));

/**
 * Writes a page anew from what is seen of it: its picture with the areas painted black, and beneath it, unseen, the words that stay, to be
 * searched and copied. Nothing of the page's own content, fonts, pictures and annotations comes along. It keeps its size, crop and
 * rotation, so that links and bookmarks lead to the same places.
 *
 * @param page as the original has it
 * @returns the object number of its picture
 */
export async function writeRedrawn(
  plan: PagePlan,
  page: SourcePage,
  pageId: number,
  { document, output, scale }: RedrawTools,
): Promise<number> {
  const areas = paintedAreas(plan);
  const left = [...areas, ...(plan.unsaid ?? [])];
  const { picture, words, width, height } = document.withPage(plan.index, (shown) => {
    const pixelsAPoint = redrawnScale(shown);
    const drawn = shown.render(pixelsAPoint);
    for (const area of areas) blacken(drawn, area, pixelsAPoint);
    const { glyphs } = readPageText(document.pdfium, shown, true);
    const clips = clipsOfText(document.pdfium, shown.handle);
    // Whoever draws an area on what a cell of a sheet shows sees no more than that.
    const isCut = (glyph: DrawnGlyph) => {
      const clip = clips.get(glyph.hand.object);
      return clip !== undefined && !holdsMiddle(shown.toShown(clip), glyph.rect);
    };
    const kept = glyphs.map((glyph) =>
      glyph.rect && (isCut(glyph) || left.some((area) => takes(area, glyph)))
        ? { text: ' ', rect: null }
        : glyph,
    );
    return {
      picture: drawn,
      words: wordsLayer(kept, shown.height, output.type),
      width: shown.width,
      height: shown.height,
    };
  });
  const imageId = await writePicture(picture, output.pdf, scale);
  const contentId = output.pdf.allocate();
  const content = `q ${ownSpace(page, width, height)} cm\nq ${width} 0 0 ${height} 0 0 cm/${imageName} Do Q\n${words}Q\n`;
  writeDeflated(output.pdf, contentId, '', Buffer.from(content, 'latin1'));
  const box = page.shownBox.join(' ');
  const turned = page.turns === 0 ? '' : `/Rotate ${page.turns * 90}`;
  const unit = page.userUnit === 1 ? '' : `/UserUnit ${page.userUnit}`;
  output.pdf.writeObject(
    pageId,
    `<</Type/Page/Parent ${output.tree.parentOf(pageId)} 0 R/MediaBox[${box}]${turned}${unit}/Resources<</XObject<</${imageName} ${imageId} 0 R>>/Font<<${output.type.fontResources()}>>>>/Contents ${contentId} 0 R>>`,
  );
  return imageId;
}

function blacken({ width, height, rgba }: Bitmap, area: Rect, scale: number): void {
  const { left, top, right, bottom } = pixelsOf(area, scale);
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  if (from >= to) return;
  const black = Uint8Array.of(0, 0, 0, 255);
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    for (let x = from; x < to; x += 1) rgba.set(black, (y * width + x) * 4);
}

/** Leads from the page as shown, points from its lower left, to the page's own space (ISO 32000-1 §8.3.2.3). */
function ownSpace({ shownBox, turns }: SourcePage, width: number, height: number): string {
  const [left, bottom, right, top] = shownBox;
  const isSideways = turns % 2 === 1;
  const [across, up] = isSideways ? [top - bottom, right - left] : [right - left, top - bottom];
  const [x, y] = [across / width, up / height];
  switch (turns) {
    case 1:
      return [0, x, -y, 0, right, bottom].join(' ');
    case 2:
      return [-x, 0, 0, -y, right, top].join(' ');
    case 3:
      return [0, -x, y, 0, left, top].join(' ');
    default:
      return [x, 0, 0, y, left, bottom].join(' ');
  }
}
