import { imageClaims } from '../../formats/images/index.ts';
import { readDescriptions } from '../draw/pictures/jpeg.ts';
import type { PdfDocument, PdfPage, Pdfium } from '../pdfium/index.ts';
import { paintedObjects } from '../redactions/painted-objects.ts';

/** Pictures that are larger are not looked into. */
const maxBytes = 64 * 1024 * 1024;
const jpegFilter = 'DCTDecode';

/**
 * Whether a JPEG that the page shows says where it was taken, by the position its camera wrote into it. A PDF carries such words
 * along with the picture; nobody sees them, and everybody can read them.
 *
 * @throws AppError as `paintedObjects` does
 */
export function tellsPlace({ pdfium }: PdfDocument, page: PdfPage): boolean {
  if (page.content().imageShare === 0) return false;
  return paintedObjects(pdfium, page.handle).some(
    ({ kind, handle }) =>
      kind === 'picture' &&
      withJpeg(pdfium, handle, (jpeg) =>
        imageClaims(readDescriptions(jpeg), null).some(({ field }) => field === 'location'),
      ),
  );
}

/** Whether a picture is a JPEG, packed further or not, of which `holds` is true. */
function withJpeg(pdfium: Pdfium, picture: number, holds: (jpeg: Uint8Array) => boolean): boolean {
  const { api, memory } = pdfium;
  return pdfium.guard(() => {
    const last = api.FPDFImageObj_GetImageFilterCount(picture) - 1;
    const isJpeg =
      last >= 0 &&
      memory.withBytes(jpegFilter.length + 1, (out) => {
        const length = api.FPDFImageObj_GetImageFilter(picture, last, out, jpegFilter.length + 1);
        if (length !== jpegFilter.length + 1) return false;
        return Buffer.from(memory.view(out, jpegFilter.length)).toString('latin1') === jpegFilter;
      });
    if (!isJpeg) return false;
    // The picture's own compression is not undone: these are the bytes of the JPEG.
    const bytes = api.FPDFImageObj_GetImageDataDecoded(picture, 0, 0);
    if (bytes === 0 || bytes > maxBytes) return false;
    return memory.withBytes(bytes, (out) => {
      api.FPDFImageObj_GetImageDataDecoded(picture, out, bytes);
      return holds(memory.view(out, bytes));
    });
  });
}
