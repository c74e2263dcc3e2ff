import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { toPgm, type GreyImage } from './grey-image.ts';

/** A word as it was recognised in a picture: pixels from its top left. */
export interface PixelWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 100. */
  readonly confidence: number;
  readonly isLineEnd: boolean;
}

/** Tesseract's ways to divide a page (PSM): by its layout, or as text anywhere. */
export type Layout = 'page' | 'sparse';

export interface Recogniser {
  /**
   * Recognises words in an upright picture of dark text on light ground. Blocks the thread it runs in.
   * @param dpi pixels an inch, by which the size of letters is guessed
   */
  recognise(image: GreyImage, options: { readonly dpi: number; readonly layout: Layout }): PixelWord[];
}

/** The part of Tesseract's interface that is used here (tesseract.js-core). */
interface TesseractCore {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => {
    Init(folder: string, language: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(angle: number, upscale: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
  };
}
type LoadCore = (options: {
  wasmBinary: Uint8Array;
  print(text: string): void;
  printErr(text: string): void;
  TesseractProgress(percent: number): void;
}) => Promise<TesseractCore>;

/** What recognises, as it stands in the records: engine, build, language. */
export const recogniserName = 'Tesseract 5 (tesseract.js-core 7.0.0, eng best_int)';

const language = 'eng';
/** OEM_LSTM_ONLY. */
const lstmOnly = 1;
const modes: Readonly<Record<Layout, string>> = { page: '3', sparse: '11' };
const imagePath = '/input';
const load = createRequire(import.meta.url);
const unpack = promisify(gunzip);
const loaded = new Map<string, Promise<Recogniser>>();

/**
 * Tesseract in this thread, loaded at first use and kept. A thread of its own for each: it is neither shared nor nested.
 *
 * @param folder where the build laid it (`Platform.imageLibraries`)
 * @example (await loadRecogniser(folder)).recognise(image, { dpi: 300, layout: 'page' })
 */
export function loadRecogniser(folder: string): Promise<Recogniser> {
  let recogniser = loaded.get(folder);
  if (!recogniser) loaded.set(folder, (recogniser = start(folder)));
  return recogniser;
}

async function start(folder: string): Promise<Recogniser> {
  const loadCore = load(join(folder, 'tesseract.cjs')) as LoadCore;
  const [wasmBinary, packed] = await Promise.all([
    readFile(join(folder, 'tesseract.wasm')),
    readFile(join(folder, 'eng.traineddata.gz')),
  ]);
  const core = await loadCore({
    wasmBinary,
    // It speaks of what it reads; that goes nowhere.
    print: () => undefined,
    printErr: () => undefined,
    TesseractProgress: () => undefined,
  });
  core.FS.writeFile(`${language}.traineddata`, await unpack(packed));
  const tesseract = new core.TessBaseAPI();
  if (tesseract.Init('.', language, lstmOnly) !== 0) throw new Error('Tesseract did not start');
  return {
    recognise(image, { dpi, layout }) {
      try {
        tesseract.SetVariable('tessedit_pageseg_mode', modes[layout]);
        tesseract.SetVariable('user_defined_dpi', String(Math.round(dpi)));
        core.FS.writeFile(imagePath, toPgm(image));
        if (tesseract.SetImageFile(0, 0) !== 0) throw new Error('Tesseract did not take the picture');
        tesseract.Recognize(null);
        return readWords(tesseract.GetTSVText(0));
      } catch (error) {
        // What a trap leaves behind is not used again.
        loaded.delete(folder);
        throw error;
      } finally {
        tesseract.Clear();
      }
    },
  };
}

/** Level of a row of the answer that is a word. */
const wordLevel = '5';

/**
 * Words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 *
 * @param tsv rows parted by line ends, columns by tabs
 */
export function readWords(tsv: string): PixelWord[] {
  const words: PixelWord[] = [];
  let lastLine = '';
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...rest] =
      row.split('\t');
    const text = rest.join(' ').trim();
    if (level !== wordLevel || !isWord(text, Number(confidence))) continue;
    const place = `${page} ${block} ${paragraph} ${line}`;
    const last = words.at(-1);
    if (last && place !== lastLine) words[words.length - 1] = { ...last, isLineEnd: true };
    lastLine = place;
    words.push({
      text,
      x: Number(left),
      y: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Number(confidence),
      isLineEnd: false,
    });
  }
  const last = words.at(-1);
  if (last) words[words.length - 1] = { ...last, isLineEnd: true };
  return words;
}

/** Specks and rules are taken for bars and dots now and then. */
function isWord(text: string, confidence: number): boolean {
  if (text === '' || !(confidence >= 0)) return false;
  return /[\p{L}\p{N}]/u.test(text) ? confidence >= 5 : confidence >= 50;
}
