import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Platform } from '../platform/platform.ts';
import { toPgm, type GrayImage } from './gray-image.ts';
import { withNetwork } from './language-model.ts';
import { readWords, type PixelWord, type WordIterator } from './read-words.ts';
import { uninterrupted } from '../jobs/uninterrupted.ts';

/** Tesseract's ways to divide a page (PSM): by its layout, or as text anywhere. */
export type Layout = 'page' | 'sparse';

/** Which network reads: the small one, or the one that takes half as long again and reads poor print better. */
export type Network = 'fast' | 'best';

export interface Recognizer {
  /**
   * Recognizes words in an upright picture of dark text on light ground. Blocks the thread it runs in.
   * @param dpi pixels an inch, by which the size of letters is guessed
   */
  recognize(
    image: GrayImage,
    options: { readonly dpi: number; readonly layout: Layout; readonly network: Network },
  ): PixelWord[];
}

/** The part of Tesseract's interface that is used here (tesseract.js-core). */
interface TesseractCore {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => Tesseract;
  destroy(iterator: WordIterator): void;
}
interface Tesseract {
  Init(folder: string, language: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(angle: number, upscale: number): number;
  Recognize(monitor: null): number;
  GetIterator(): WordIterator;
  Clear(): void;
}
type LoadCore = (options: {
  wasmBinary: Uint8Array;
  print(text: string): void;
  printErr(text: string): void;
  TesseractProgress(percent: number): void;
}) => Promise<TesseractCore>;

/** What recognized a page, as it stands in the records: engine, build, language and network. */
export const recognizerNames: Readonly<Record<Network, string>> = {
  fast: 'Tesseract 5 (tesseract.js-core 7.0.0, eng fast)',
  best: 'Tesseract 5 (tesseract.js-core 7.0.0, eng best_int)',
};

/** Where core, language and the fast network lie. */
type RecognizerPlaces = Pick<Platform, 'imageLibraries' | 'assetsDirectory'>;

/** OEM_LSTM_ONLY. */
const lstmOnly = 1;
const modes: Readonly<Record<Layout, string>> = { page: '3', sparse: '11' };
const imagePath = '/input';
const load = createRequire(import.meta.url);
const gunzipped = promisify(gunzip);
const unpack = (packed: Uint8Array) => uninterrupted(() => gunzipped(packed));
const loaded = new Map<string, Promise<Recognizer>>();

/**
 * Tesseract in this thread, loaded at first use and kept. A thread of its own for each: it is neither shared nor nested.
 *
 * @example (await loadRecognizer(platform)).recognize(image, { dpi: 300, layout: 'page', network: 'fast' })
 */
export function loadRecognizer(places: RecognizerPlaces): Promise<Recognizer> {
  const { imageLibraries } = places;
  let recognizer = loaded.get(imageLibraries);
  if (!recognizer) loaded.set(imageLibraries, (recognizer = start(places)));
  return recognizer;
}

async function start({ imageLibraries, assetsDirectory }: RecognizerPlaces): Promise<Recognizer> {
  const loadCore = load(join(imageLibraries, 'tesseract.cjs')) as LoadCore;
  const [wasmBinary, packed, fastNetwork] = await Promise.all([
    readFile(join(imageLibraries, 'tesseract.wasm')),
    readFile(join(imageLibraries, 'eng.traineddata.gz')),
    readFile(join(assetsDirectory, 'recognition/eng-fast.lstm')),
  ]);
  const core = await loadCore({
    wasmBinary,
    // It logs what it reads; that is discarded.
    print: () => undefined,
    printErr: () => undefined,
    TesseractProgress: () => undefined,
  });
  const best = new Uint8Array(await unpack(packed));
  const languages: Readonly<Record<Network, () => Uint8Array>> = {
    fast: () => withNetwork(best, fastNetwork),
    best: () => best,
  };
  const started = new Map<Network, Tesseract>();
  const startNetwork = (network: Network) => {
    const path = `${network}.traineddata`;
    core.FS.writeFile(path, languages[network]());
    const tesseract = new core.TessBaseAPI();
    if (tesseract.Init('.', network, lstmOnly) !== 0) throw new Error('Tesseract did not start');
    // It has read all of it.
    core.FS.unlink(path);
    started.set(network, tesseract);
    return tesseract;
  };
  return {
    recognize(image, { dpi, layout, network }) {
      let tesseract;
      try {
        tesseract = started.get(network) ?? startNetwork(network);
        tesseract.SetVariable('tessedit_pageseg_mode', modes[layout]);
        tesseract.SetVariable('user_defined_dpi', String(Math.round(dpi)));
        core.FS.writeFile(imagePath, toPgm(image));
        if (tesseract.SetImageFile(0, 0) !== 0) throw new Error('Tesseract did not take the picture');
        // A picture too small to be divided has no words.
        if (tesseract.Recognize(null) !== 0) return [];
        const iterator = tesseract.GetIterator();
        try {
          return readWords(iterator);
        } finally {
          core.destroy(iterator);
        }
      } catch (error) {
        // What a trap leaves behind is not used again.
        loaded.delete(imageLibraries);
        throw error;
      } finally {
        tesseract?.Clear();
      }
    },
  };
}
