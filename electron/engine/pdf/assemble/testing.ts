import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIndex, plainRows } from '../draw/index-pages.ts';
import { bytesSource } from '../pdf-source.ts';
import { assemble } from './assemble.ts';
import type { AssembledItem, AssembleOptions, AssembleTools } from './assembly.ts';
import { usualMarks, type AssembleItem, type AssembleVolume } from './plan.ts';
import { measureOriginal } from './measure.ts';

const root = join(import.meta.dirname, '../../../..');
export const pdfiumWasmPath = join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
export const assetsDirectory = join(root, 'assets');

export const testOptions: AssembleOptions = {
  marks: usualMarks,
  hasOutline: true,
  flattensForms: true,
};

/** An exhibit of a whole PDF, labeled and numbered by its place, with slip sheet and sticker. */
export async function itemOf(
  bytes: Uint8Array,
  at: number,
  firstNumber: number,
  changes: Partial<AssembleItem> = {},
): Promise<AssembleItem> {
  const { pages: pageCount } = await measureOriginal('pdf', bytesSource(bytes), pdfiumWasmPath);
  const pages = changes.original?.selected?.length ?? changes.pages ?? pageCount;
  const numbers = Array.from({ length: pages }, (_, i) => `AMZ${String(firstNumber + i).padStart(6, '0')}`);
  const title = changes.title ?? `Title ${at + 1}`;
  return {
    label: String(at + 1),
    title,
    parent: null,
    original: { kind: 'pdf', pageCount, selected: null },
    standIn: null,
    pages,
    sheet: {
      caption: [],
      heading: `EXHIBIT ${at + 1}`,
      belonging: '',
      title,
      lines: [`source ${at + 1}.pdf`],
      notice: '',
    },
    hasSticker: true,
    numbers,
    numberRange: numbers.length === 1 ? numbers[0]! : `${numbers[0]}-${numbers.at(-1)}`,
    designation: '',
    banner: '',
    citeLinks: [],
    filePath: null,
    ...changes,
  };
}

export interface BoundForTest {
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly pages: number;
  readonly indexPages: number;
  readonly items: readonly AssembledItem[];
  readonly missingCharacters: readonly string[];
}

/** Tools that read originals from memory and bind all items into given volumes, each with an index. */
export function testTools(
  sources: readonly (Uint8Array | null)[],
  items: readonly AssembleItem[],
  volumes: readonly AssembleVolume[],
): AssembleTools {
  return {
    assetsDirectory,
    pdfiumWasmPath,
    original: (item) => ({ ...bytesSource(sources[item]!), close: () => {} }),
    planVolumes: (_, written) => (written ? null : volumes),
    drawIndex: ({ from, to }, startPages, type) =>
      drawIndex(
        { title: 'Index of Exhibits', caption: ['A matter'] },
        plainRows(items.slice(from, to), startPages, from),
        type,
      ),
    progress: () => {},
  };
}

/** Binds PDFs into one volume with index, slip sheets, stickers, numbers and bookmarks. */
export async function bindAll(
  sources: readonly Uint8Array[],
  path: string,
  {
    changes = [],
    options = {},
  }: { changes?: readonly Partial<AssembleItem>[]; options?: Partial<AssembleOptions> } = {},
): Promise<BoundForTest> {
  const items: AssembleItem[] = [];
  let next = 1;
  for (const [at, bytes] of sources.entries()) {
    const item = await itemOf(bytes, at, next, changes[at]);
    items.push(item);
    next += item.pages;
  }
  const volume = { title: 'Binder', from: 0, to: items.length, path };
  const { volumes, ...rest } = await assemble(
    items,
    { ...testOptions, ...options },
    testTools(sources, items, [volume]),
  );
  const [{ file, pages, indexPages }] = volumes as [(typeof volumes)[number]];
  return { path, bytes: readFileSync(path), sha256: file.sha256, pages, indexPages, ...rest };
}
