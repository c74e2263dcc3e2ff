import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PixelSize } from '../../formats/images/index.ts';
import { boundsOf, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** FPDF_PAGEOBJ_IMAGE. */
const imageObject = 3;
/** A page that stands for a picture draws little else. */
const maxObjects = 1_000;

/** Where the largest picture on a page that is not rotated stands, as shown; null where there is none. */
export function pictureOn(pdfium: Pdfium, page: PdfPage): Rect | null {
  const { api, memory, guard } = pdfium;
  return guard(() =>
    memory.withBytes(16, (out) => {
      let largest: Rect | null = null;
      const count = Math.min(maxObjects, api.FPDFPage_CountObjects(page.handle));
      for (let index = 0; index < count; index++) {
        const object = api.FPDFPage_GetObject(page.handle, index);
        if (api.FPDFPageObj_GetType(object) !== imageObject) continue;
        const bounds = boundsOf(pdfium, object, out);
        if (!bounds) continue;
        const { left, bottom, right, top } = bounds;
        const rect = { x: left, y: page.height - top, width: right - left, height: top - bottom };
        if (!largest || rect.width * rect.height > largest.width * largest.height) largest = rect;
      }
      return largest;
    }),
  );
}

/** A part of a picture as a part of the page that shows the picture elsewhere and in another size, in points. */
export function onPage({ x, y, width, height }: Rect, frame: PixelSize, shown: Rect): Rect {
  const [across, down] = [shown.width / frame.width, shown.height / frame.height];
  return {
    x: shown.x + x * across,
    y: shown.y + y * down,
    width: width * across,
    height: height * down,
  };
}

/** The other way round: a part of such a page as a part of the picture, as far as it shows it. */
export function onPicture({ x, y, width, height }: Rect, frame: PixelSize, shown: Rect): Rect {
  const [across, down] = [frame.width / shown.width, frame.height / shown.height];
  return {
    x: (x - shown.x) * across,
    y: (y - shown.y) * down,
    width: width * across,
    height: height * down,
  };
}
