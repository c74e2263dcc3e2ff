import { lookedScale } from '../../redactions/pixels.ts';
import type { Pdfium, PdfPage } from '../../pdfium/index.ts';
import { isOnPage } from '../../reader/geometry.ts';
import { everyObject } from '../../redactions/painted-objects.ts';
import { mayShowWords } from './letter-shapes.ts';

/** Parts of an outline that a box, a line or a frame has at most: they hide words, and are none. */
const mostPlain = 6;
/** Parts of outlines beside the page from which they may be a word: marks for the cutter and the press have fewer. */
const leastBeside = 60;

/**
 * Whether a page has drawings that may be words which it does not show: beneath a box, in the color of the paper, let through, or beside it.
 * Its outlines are drawn alone and in black, and what the page shows of them is left out.
 *
 * @param page to be closed without being used further: its outlines have lost their colors
 * @throws AppError as `everyObject` and `PdfPage.render` do
 */
export function hidesDrawnWords(pdfium: Pdfium, page: PdfPage): boolean {
  const { api, guard } = pdfium;
  const objects = everyObject(pdfium, page.handle);
  const outlines = new Set(objects.filter(({ segments }) => segments > mostPlain));
  if (outlines.size === 0) return false;
  let beside = 0;
  for (const { box, segments } of outlines) if (!isOnPage(page.toShown(box), page)) beside += segments;
  if (beside >= leastBeside) return true;
  const scale = lookedScale(page);
  const shown = page.render(scale);
  guard(() => {
    for (const object of objects)
      if (outlines.has(object)) {
        api.FPDFPageObj_SetFillColor(object.handle, 0, 0, 0, 255);
        api.FPDFPageObj_SetStrokeColor(object.handle, 0, 0, 0, 255);
      } else api.FPDFPageObj_SetIsActive(object.handle, false);
  });
  return mayShowWords(page.render(scale), [], shown);
}
