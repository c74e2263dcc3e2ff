import type { PdfPage } from '../pdfium/index.ts';

/** A page that is mostly picture and has less text than this, in characters, is a scan with a stamp on it. */
const scanTextMax = 200;
/** Share of the page's area: more than this is mostly picture. */
export const scanImageShare = 0.5;
/** Drawn paths from which a page without letters may show words in outline. */
const outlinePaths = 40;

/**
 * Whether a page shows words that only its pixels hold: a scan, with or without a stamp in real text; letters drawn as
 * outlines; text whose characters stand for nothing.
 *
 * @param content what the page shows; asked only where its text leaves a doubt
 * @param text the page's text as PDFium reads it
 */
export function isPictureOfText(content: () => ReturnType<PdfPage['content']>, text: string): boolean {
  const letters = text.trim();
  if (letters.length >= scanTextMax) return !isReadable(letters);
  const { imageShare, paths } = content();
  if (imageShare >= scanImageShare) return true;
  return letters === '' ? imageShare > 0 || paths >= outlinePaths : !isReadable(letters);
}

/** Whether most characters stand for something: fonts without a table of meanings give signs of no meaning. */
export function isReadable(text: string): boolean {
  const sample = text.length > 4_000 ? text.slice(0, 4_000) : text;
  // Private use, unassigned, replacement and control characters.
  const nameless = sample.match(/[\p{Co}\p{Cn}\ufffd\u0001-\u0008\u000e-\u001f]/gu)?.length ?? 0;
  if (nameless === 0) return true;
  const drawn = sample.replaceAll(/\s/g, '').length;
  return nameless * 2 <= drawn;
}
