import { findCourtStamps, stampLines } from '../../../../shared/domain/docket/court-stamp.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import type { Bitmap, PdfPage } from '../pdfium/index.ts';
import { readPages, type PageProblem, type PdfFile } from '../read-pages.ts';

/** What a page is recognized by, whatever a court stamps on it. Null where the page cannot be read. */
export type PagePrint = {
  /** Hashes of words that follow each other, rising; of a page of few words, of each alone. */
  readonly words: readonly number[];
  /** Mean darkness of the parts of the page. */
  readonly looks: Uint8Array;
} | null;

/** What the pages of a PDF are recognized by. */
export interface PagePrints {
  readonly pages: readonly PagePrint[];
  readonly problems: readonly PageProblem[];
}

/** Words that follow each other and make one hash. */
const together = 3;
/** Hashes kept of one page: the smallest, so that the same words keep the same hashes. */
const mostHashes = 256;
/** Parts across and down. */
const [across, down] = [24, 32] as const;
/** The court's strip, of the page's height: no looks are taken there. */
const stripShare = 0.07;
/** Pixels of the picture that looks are taken from. */
const picturePixels = 40_000;

/**
 * Reads what the pages of a PDF are recognized by, in a worker; reports each by `progress`.
 *
 * @throws AppError as `readPages` does
 */
export async function pagePrintsTask(file: PdfFile, context: WorkerContext): Promise<PagePrints> {
  const prints = new Map<number, PagePrint>();
  const { pages, problems } = await readPages(file, context, {
    read: (page) => void prints.set(page.index, printOf(page)),
  });
  return { pages: Array.from({ length: pages }, (_, at) => prints.get(at) ?? null), problems };
}

function printOf(page: PdfPage): PagePrint {
  const scale = Math.sqrt(picturePixels / (page.width * page.height));
  return { words: wordHashes(page.text()), looks: looksOf(page.render(Math.min(1, scale))) };
}

/** @param text of a page, whose stamps are left out */
export function wordHashes(text: string): number[] {
  const lines = stampLines(text);
  const stamped = new Set<number>();
  for (const { from, count } of findCourtStamps(lines))
    for (let at = from; at < from + count; at += 1) stamped.add(at);
  const words = lines
    .filter((_, at) => !stamped.has(at))
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  const length = words.length < together * 2 ? 1 : together;
  const hashes = new Set<number>();
  for (let at = 0; at + length <= words.length; at += 1) hashes.add(hashOf(words.slice(at, at + length)));
  return [...hashes].sort((a, b) => a - b).slice(0, mostHashes);
}

/** FNV-1a, of 32 bits. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const sign of words.join(' ')) {
    hash ^= sign.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

function looksOf({ width, height, rgba }: Bitmap): Uint8Array {
  const sums = new Float64Array(across * down);
  const counts = new Uint32Array(across * down);
  const top = Math.floor(height * stripShare);
  for (let y = top; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const part =
        Math.floor(((y - top) * down) / (height - top)) * across + Math.floor((x * across) / width);
      const at = (y * width + x) * 4;
      sums[part] = sums[part]! + 255 - (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3;
      counts[part] = counts[part]! + 1;
    }
  return Uint8Array.from(sums, (sum, part) => Math.round(sum / Math.max(1, counts[part]!)));
}
