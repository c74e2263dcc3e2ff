import { spawnSync } from 'node:child_process';
import {
  countBookmarks,
  countLinks,
  loadPdfium,
  openPdf,
  readOutline,
  type PdfDocument,
} from '../../pdfium/index.ts';
import { fileSource } from '../../pdf-source.ts';
import { pdfiumWasmPath } from '../testing.ts';

/** Pages of a file that are compared as text, and as pictures. */
const maxTextPages = 40;
const maxPictures = 3;
/** Dots at 60 an inch that number and sticker may change, with their frames; in proportion on pages larger than 11 by 17 inches. */
const markDots = { first: 6_000, other: 1_800 };
const widestSheetDots = 660;

const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { maxBuffer: 1e9, timeout: 60_000 }).stdout ?? Buffer.alloc(0);

/** What of a source is not in the binder made of it, as other programs read both; empty when all is. */
export async function compareWithSource(
  sourcePath: string,
  binderPath: string,
  { pages, firstPage, isScaled }: { pages: number; firstPage: number; isScaled: boolean },
): Promise<string[]> {
  const missing: string[] = [];
  const before = textsOf(sourcePath, 1, pages);
  const after = textsOf(binderPath, firstPage, pages);
  before.forEach((text, at) => {
    const there = new Set(wordsOf(after[at] ?? ''));
    const joined = [...there].join('');
    if (wordsOf(text).some((word) => !isThere(word, joined))) missing.push('words');
    if (!joined.includes(`AMZ${String(at + 1).padStart(6, '0')}`)) missing.push('number');
  });
  for (let at = 0; at < Math.min(pages, maxPictures); at += 1) {
    const [was, now] = [pictureOf(sourcePath, at + 1), pictureOf(binderPath, firstPage + at)];
    if (was === null || now === null) continue;
    if (was.width !== now.width || was.height !== now.height) missing.push('size');
    else if (
      !(isScaled && at === 0) &&
      changedDots(was.dots, now.dots) >
        (at === 0 ? markDots.first : markDots.other) *
          Math.max(1, Math.min(was.width, was.height) / widestSheetDots) ** 2
    )
      missing.push('picture');
  }
  const counts = [await countsOf(sourcePath, 0), await countsOf(binderPath, firstPage - 1)] as const;
  // The binder has two bookmarks of its own: index and exhibit.
  if (counts[0] && counts[1] && counts[1].bookmarks - 2 !== counts[0].bookmarks) missing.push('bookmarks');
  if (counts[0] && counts[1] && counts[1].links !== counts[0].links) missing.push('links');
  return [...new Set(missing)];
}

/** A mark that stands between two words on one line may part what the program took for one word. */
function isThere(word: string, joined: string): boolean {
  if (joined.includes(word)) return true;
  for (let at = 1; at < Math.min(word.length, 100); at += 1)
    if (joined.includes(word.slice(0, at)) && joined.includes(word.slice(at))) return true;
  return false;
}

function textsOf(path: string, first: number, pages: number): string[] {
  const last = first + Math.min(pages, maxTextPages) - 1;
  const text = run('pdftotext', ['-f', String(first), '-l', String(last), path, '-']).toString();
  return text.split('\f').slice(0, last - first + 1);
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

function pictureOf(path: string, page: number): { width: number; height: number; dots: Buffer } | null {
  const ppm = run('pdftoppm', ['-cropbox', '-r', '60', '-f', String(page), '-l', String(page), path]);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  if (!head) return null;
  return { width: Number(head[1]), height: Number(head[2]), dots: ppm.subarray(head[0].length) };
}

function changedDots(a: Buffer, b: Buffer): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 3)
    if (
      Math.abs(a[i]! - b[i]!) > 8 ||
      Math.abs(a[i + 1]! - b[i + 1]!) > 8 ||
      Math.abs(a[i + 2]! - b[i + 2]!) > 8
    )
      count += 1;
  return count;
}

/** Bookmarks of a file, and links of its pages from one on, as PDFium counts them; null where it cannot open it. */
async function countsOf(path: string, from: number): Promise<{ bookmarks: number; links: number } | null> {
  const source = fileSource(path);
  try {
    const document = openPdf(await loadPdfium(pdfiumWasmPath), source);
    try {
      return { bookmarks: countBookmarks(readOutline(document)), links: linksFrom(document, from) };
    } finally {
      document.close();
    }
  } catch {
    // The source is broken: what was made of it is a repaired copy.
    return null;
  } finally {
    source.close();
  }
}

function linksFrom(document: PdfDocument, from: number): number {
  let links = 0;
  for (let page = from; page < document.pageCount; page += 1)
    links += document.withPage(page, (opened) => countLinks(document, opened));
  return links;
}
