import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { hasPoppler } from '../../../testing/pdf-files.ts';
import { openPdf } from '../../pdfium/document.ts';
import { loadPdfium, type Pdfium } from '../../pdfium/library.ts';
import { readPageText } from '../page-text.ts';
import { bytesSource, popplerWords, wasmPath } from '../testing.ts';
import { compareHits, sharedOrder, wordsInOrder, type Distance } from './against-poppler.ts';

const corpora = join(import.meta.dirname, '../../../../../../shared/corpora/pdf');
const isFull = process.env['FORTHWITH_TIER'] === 'full';
const wantedPages = isFull ? 300 : 24;
const wordsOfPage = 12;

interface PageOutcome {
  readonly name: string;
  readonly isTurned: boolean;
  readonly isCropped: boolean;
  readonly distances: readonly Distance[];
  readonly order: number;
  readonly words: number;
}

let pages: PageOutcome[] = [];

/** Pages of one file: turned and cropped ones before others, two at most. */
async function readFile(name: string): Promise<PageOutcome[]> {
  const bytes = readFileSync(join(corpora, name));
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
        .slice(0, 2);
      const others = popplerWords(bytes);
      return chosen.flatMap(({ page, isTurned, isCropped }) => {
        const onPage = others.filter((word) => word.page === page);
        if (onPage.length < 10) return [];
        const text = pdf.withPage(page, (opened) => readPageText(pdfium, opened));
        if (text.runs.length === 0) return [];
        const inOrder = popplerOrder(join(corpora, name), page + 1);
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

const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;

describe.skipIf(!existsSync(corpora) || !hasPoppler())(
  'pages that others made, as pdftotext reads them (skipped without the corpora or without it)',
  () => {
    beforeAll(async () => {
      const names = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.pdf$/i.test(name))
        .toSorted();
      const step = isFull ? 1 : Math.max(1, Math.floor(names.length / (2 * wantedPages)));
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
      const isNear = ({ left, right, middle }: Distance) => left < 2 && right < 2 && middle < 2;
      const off = words.filter((word) => !isNear(word));
      if (process.env['FORTHWITH_SHOW'])
        for (const { name, text, left, right, middle } of off)
          console.log(name, text, left.toFixed(1), right.toFixed(1), middle.toFixed(1));
      console.log(
        pages.length,
        words.length,
        share(words.length - off.length, words.length),
        pages.filter((p) => p.isTurned).length,
        pages.filter((p) => p.isCropped).length,
        words.filter((w) => !w.isAnchored).length,
      );
      expect(off.length).toBeLessThan(words.length * 0.03);
    });

    test('words come in the order another program reads them', () => {
      const orders = pages.map(({ order }) => order).toSorted((a, b) => a - b);
      if (process.env['FORTHWITH_SHOW'])
        for (const { name, order, words } of pages.toSorted((a, b) => a.order - b.order).slice(0, 25))
          console.log(name, order.toFixed(2), words);
      console.log(orders[Math.floor(orders.length * 0.05)], orders[Math.floor(orders.length / 2)]);
      expect(orders[Math.floor(orders.length / 2)]).toBeGreaterThan(0.98);
    });
  },
);
