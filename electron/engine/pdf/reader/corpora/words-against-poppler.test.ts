import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { hasPoppler } from '../../../testing/pdf-files.ts';
import { openPdf } from '../../pdfium/document.ts';
import { loadPdfium, type Pdfium } from '../../pdfium/library.ts';
import { readPageText } from '../text/page-text.ts';
import { bytesSource, popplerWords, wasmPath } from '../testing.ts';
import { compareHits, sharedOrder, wordsInOrder, type Distance } from './against-poppler.ts';
import { corpora, hasCorpora, isFullTier } from '../../../testing/corpora/corpus-files.ts';
import { docsPage } from '../../../testing/corpora/corpus-outcomes.ts';

const pdfs = join(corpora, 'pdf');
const wantedPages = isFullTier ? 300 : 24;
const wordsOfPage = 12;
const pagesOfFile = isFullTier ? 4 : 2;

interface PageOutcome {
  readonly name: string;
  readonly isTurned: boolean;
  readonly isCropped: boolean;
  readonly distances: readonly Distance[];
  readonly order: number | null;
  readonly words: number;
}

let pages: PageOutcome[] = [];

/** Pages of one file: turned and cropped ones before others, a few at most. */
async function readFile(name: string): Promise<PageOutcome[]> {
  const bytes = readFileSync(join(pdfs, name));
  const pdfium = await loadPdfium(wasmPath);
  try {
    const pdf = openPdf(pdfium, bytesSource(bytes));
    try {
      const shapes = Array.from({ length: Math.min(pdf.pageCount, 40) }, (_, page) =>
        pdf.withPage(page, ({ rotation, width, height }) => ({
          page,
          isTurned: rotation !== 0,
          isCropped: Math.abs(width * height - mediaArea(pdfium, pdf.handle, page)) > 1,
        })),
      );
      const chosen = shapes
        .toSorted((a, b) => Number(b.isTurned || b.isCropped) - Number(a.isTurned || a.isCropped))
        .slice(0, pagesOfFile);
      const others = popplerWords(bytes);
      return chosen.flatMap(({ page, isTurned, isCropped }) => {
        const onPage = others.filter((word) => word.page === page);
        if (onPage.length < 10) return [];
        const text = pdf.withPage(page, (opened) => readPageText(pdfium, opened));
        if (text.runs.length === 0) return [];
        const inOrder = popplerOrder(join(pdfs, name), page + 1);
        return [
          {
            name: `${name} ${page + 1}`,
            isTurned,
            isCropped,
            distances: compareHits(text, onPage, wordsOfPage),
            order: sharedOrder(wordsInOrder(text), inOrder),
            words: inOrder.length,
          },
        ];
      });
    } finally {
      pdf.close();
    }
  } catch (error) {
    // Files that cannot be opened are another test's: here two programs are compared over what both read.
    if (isAppError(error) || (error as { status?: number }).status !== undefined) return [];
    throw error;
  }
}

/** The area of a page's media box in square points, whatever is shown of it. */
function mediaArea({ api, memory }: Pdfium, document: number, page: number): number {
  return memory.withBytes(16, (pointer) => {
    if (!api.EPDF_GetPageBoxByIndex(document, page, 0, pointer)) return 612 * 792;
    const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => memory.float32(pointer + at));
    return Math.abs((right! - left!) * (top! - bottom!));
  });
}

function popplerOrder(file: string, page: number): string[] {
  const range = ['-f', String(page), '-l', String(page)];
  return execFileSync('pdftotext', [...range, '-cropbox', file, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split(/\s+/)
    .filter(Boolean);
}

/** In line heights: how far the middles of two programs' lines are apart where one includes more of the font's room. */
const fontRoom = 0.25;

describe.skipIf(!hasCorpora || !hasPoppler())(
  'pages that others made, as pdftotext reads them (skipped without the corpora or without it)',
  () => {
    beforeAll(async () => {
      const names = readdirSync(pdfs, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.pdf$/i.test(name))
        .toSorted();
      const step = isFullTier ? 1 : Math.max(1, Math.floor(names.length / (2 * wantedPages)));
      for (const [index, name] of names.entries()) {
        if (index % step !== 0) continue;
        pages.push(...(await readFile(name)));
      }
      // Turned and cropped pages are few: all of them, then others from all over.
      const odd = pages.filter(({ isTurned, isCropped }) => isTurned || isCropped);
      const plain = pages.filter(({ isTurned, isCropped }) => !isTurned && !isCropped);
      const every = Math.max(1, Math.floor(plain.length / wantedPages));
      pages = [...odd, ...plain.filter((_page, index) => index % every === 0)];
    });

    test('hits and notes stand on the words, within 2 points', () => {
      const words = pages.flatMap(({ name, distances }) => distances.map((word) => ({ name, ...word })));
      expect(words.filter(({ isAnchored }) => !isAnchored)).toEqual([]);
      const off = words.filter((word) => !isNear(word));
      expect(off.length, JSON.stringify(off)).toBeLessThan(words.length * 0.01);
    });

    test('words of pages of prose come in the order another program reads them', () => {
      const orders = ordersOf(pages.filter(isOfProse));
      expect(orders.length).toBeGreaterThan(isFullTier ? 40 : 3);
      expect(orders[Math.floor(orders.length / 2)]).toBeGreaterThan(0.95);
    });

    test.runIf(isFullTier)('the page of figures in the documentation is the present one', () => {
      const page = report();
      expect(docsPage('corpora-reader.md', page)).toBe(page);
    });
  },
);

function isNear({ along, across, height }: Distance): boolean {
  return along < 2 && across < Math.max(2, height * fontRoom);
}

function isOfProse({ words }: PageOutcome): boolean {
  return words >= 150;
}

/** From the page that agrees least. */
function ordersOf(some: readonly PageOutcome[]): number[] {
  return some.flatMap(({ order }) => order ?? []).toSorted((a, b) => a - b);
}

function report(): string {
  const words = pages.flatMap(({ distances }) => distances);
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
  const row = (name: string, some: readonly PageOutcome[]) => {
    const orders = ordersOf(some);
    const above = (least: number) => share(orders.filter((order) => order >= least).length, orders.length);
    const median = orders[Math.floor(orders.length / 2)]!.toFixed(2);
    return `| ${name} | ${orders.length} | ${median} | ${above(0.99)} | ${above(0.9)} |`;
  };
  return `# The reader's words beside pdftotext's

Compared by \`FORTHWITH_TIER=full vitest run electron/engine/pdf/reader/corpora/words\`. Pages are those of
the PDFs of the test corpora that both programs read, up to four of a file, turned and cropped ones first.

## Where hits and notes stand

${pages.length} pages, ${pages.filter(({ isTurned }) => isTurned).length} of them turned and ${pages.filter(({ isCropped }) => isCropped).length} cropped; ${words.length} words that both programs
see once on their page, up to ${wordsOfPage} a page.

- within 2 points at both ends of the word, along its line: ${share(words.filter(({ along }) => along < 2).length, words.length)}
- and within 2 points in the middle across it: ${share(words.filter(({ along, across }) => along < 2 && across < 2).length, words.length)}
- and within 2 points, or a quarter of the line's height where that is more: ${share(words.filter(isNear).length, words.length)}. Programs count more or less of
  a font's room above and below into a line; in a heading of 40 points that is 7 points, and both marks lie on the word.
- a note on the word finds it again where it stood: ${share(words.filter(({ isAnchored }) => isAnchored).length, words.length)}

## In which order words are read

Of the words that both programs have once on a page, the share in the longest row that stands in both in one order.

| pages | number | median | 0.99 and more | 0.9 and more |
| --- | --- | --- | --- | --- |
${row('150 words and more', pages.filter(isOfProse))}
${row('all', pages)}

The reader keeps the order in which a page writes its text, unless that leaps about the page; pdftotext always goes by looks. They
differ most on forms (labels and what stands in the fields), tables (by cell or by row), notes at the foot of columns, and pages of
a few scattered words.
`;
}
