import type { Bitmap, Pdfium, PdfPage } from '../pdfium/index.ts';

/**
 * A page drawn without some of its objects, which are there again afterwards.
 *
 * @param objects FPDF_PAGEOBJECT of each
 * @throws AppError as `PdfPage.render` does
 */
export function renderWithout(
  { api, guard }: Pdfium,
  page: PdfPage,
  objects: Iterable<number>,
  ...how: Parameters<PdfPage['render']>
): Bitmap {
  const handles = new Set(objects);
  const setActive = (isActive: boolean) =>
    guard(() => {
      for (const handle of handles) api.FPDFPageObj_SetIsActive(handle, isActive);
    });
  setActive(false);
  const drawn = page.render(...how);
  setActive(true);
  return drawn;
}
