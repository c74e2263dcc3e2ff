import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { ByteSource } from '../byte-source.ts';
import { openPdf, type PdfDocument } from '../pdfium/document.ts';
import { loadPdfium } from '../pdfium/library.ts';

/** PDFium's module, for tests that load it themselves. */
export const wasmPath = join(
  import.meta.dirname,
  '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
);

/** The decoders of pictures, as the build laid them. */
export const imageLibraries = join(import.meta.dirname, '../../../../out/images');

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    readAt(position, target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}

/** Opens a PDF made in a test with the real PDFium, for the time of a call. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: PdfDocument) => T | Promise<T>): Promise<T> {
  const pdf = openPdf(await loadPdfium(wasmPath), bytesSource(bytes));
  try {
    return await use(pdf);
  } finally {
    pdf.close();
  }
}

/** A word as pdftotext reads it: its page from 0, its text with the escapes of XML, its place in points from the top left as shown. */
export interface PopplerWord {
  readonly page: number;
  readonly text: string;
  readonly rect: Rect;
}

/** Words and their boxes as poppler finds them: points from the top left of each page as shown. */
export function popplerWords(bytes: Uint8Array): PopplerWord[] {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-words-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return popplerWordsAt(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same of a file.
 *
 * @throws Error where pdftotext cannot read it
 */
export function popplerWordsAt(path: string): PopplerWord[] {
  const html = execFileSync('pdftotext', ['-bbox', '-cropbox', path, '-'], {
    encoding: 'utf8',
    // What it makes of damaged files is for its own users.
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e9,
    timeout: 60_000,
  });
  let page = -1;
  const words: PopplerWord[] = [];
  for (const line of html.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)<\/word>/.exec(line);
    if (!word) continue;
    const [x1, y1, x2, y2] = word.slice(1, 5).map(Number) as [number, number, number, number];
    words.push({ page, text: word[5]!, rect: { x: x1, y: y1, width: x2 - x1, height: y2 - y1 } });
  }
  return words;
}
