import type { GrantedFile } from '../../../../shared/contract/bridge.ts';

const pdfEnding = /\.pdf$/i;
/** Endings of files that are documents themselves, and say nothing of a docket. */
const documentEnding = /\.(pdf|png|jpe?g|gif|webp|tiff?|heic|heif|avif)$/i;

/**
 * Sorts files dropped on the docket: PDFs and images are documents, which become evidence and, where the court stamped them,
 * file themselves, unless a PDF is the print of a docket sheet; everything else is read as a source, whose kind its content tells.
 *
 * @param findPrints which of some PDFs are prints of docket sheets, in their order
 * @example (await splitDropped(files, findPrints)).documents // the images and the PDFs of filings among them
 */
export async function splitDropped(
  files: readonly GrantedFile[],
  findPrints: (pdfs: readonly GrantedFile[]) => Promise<readonly boolean[]>,
): Promise<{ readonly sources: readonly GrantedFile[]; readonly documents: readonly GrantedFile[] }> {
  const pdfs = files.filter(({ name }) => pdfEnding.test(name));
  const found = pdfs.length === 0 ? [] : await findPrints(pdfs);
  const isSource = (file: GrantedFile): boolean =>
    documentEnding.test(file.name) ? found[pdfs.indexOf(file)] === true : true;
  return { sources: files.filter(isSource), documents: files.filter((file) => !isSource(file)) };
}
