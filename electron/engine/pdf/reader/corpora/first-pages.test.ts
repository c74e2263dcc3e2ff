import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { openPdf } from '../../pdfium/document.ts';
import { loadPdfium } from '../../pdfium/library.ts';
import { readLinks, readOutline } from '../../pdfium/navigation.ts';
import { readPageText } from '../text/page-text.ts';
import { bytesSource, wasmPath } from '../testing.ts';
import { corpora, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';

const pdfs = join(corpora, 'pdf');
/** In the sample tier, one file of a folder in this many. */
const every = isFullTier ? 1 : 8;

/** How a file ends: its first page drawn and read, or a declared error. */
async function readFirstPage(bytes: Uint8Array): Promise<string> {
  const pdfium = await loadPdfium(wasmPath);
  try {
    const pdf = openPdf(pdfium, bytesSource(bytes));
    try {
      readOutline(pdf);
      return pdf.withPage(0, (page) => {
        const scale = Math.min(1, 1_000 / Math.max(page.width, page.height));
        page.render(scale, { hasFields: true });
        const { runs } = readPageText(pdfium, page);
        const links = readLinks(pdf, page);
        const isSound = [...runs, ...links].every(({ rect }) => Object.values(rect).every(Number.isFinite));
        return isSound ? 'read' : 'a rectangle that is none';
      });
    } finally {
      pdf.close();
    }
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

const declared = [
  'PDF_ENCRYPTED',
  'PDF_DAMAGED',
  'PDF_NO_PAGES',
  'PDF_NOT_A_PDF',
  'PDF_PAGE_UNREADABLE',
  'PDF_LIMIT_EXCEEDED',
];

describe.skipIf(!hasCorpora)('files that others made (skipped where the corpora are not there)', () => {
  const folders = hasCorpora
    ? readdirSync(pdfs, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  test.each(folders.map(({ name }) => name))(
    '%s: each first page is read, or its error is declared',
    async (folder) => {
      const files = readdirSync(join(pdfs, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.pdf$/i.test(name))
        .toSorted()
        .filter((_name, index) => index % every === 0);
      const ends = new Map<string, number>();
      for (const name of files) {
        const end = await readFirstPage(readFileSync(join(pdfs, folder, name)));
        expect(['read', ...declared], name).toContain(end);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
      if (files.length > 3) expect(ends.get('read') ?? 0).toBeGreaterThan(0);
    },
    300_000,
  );
});
