/** A word as it was recognized in a picture: pixels from its top left. */
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

/** Tesseract's way over what it recognized, in reading order (resultiterator.h). */
export interface WordIterator {
  Begin(): void;
  /** False when there is nothing more. */
  Next(level: number): boolean;
  IsAtBeginningOf(level: number): boolean;
  GetUTF8Text(level: number): string;
  Confidence(level: number): number;
  getBoundingBox(level: number): {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  };
}

/** Its levels (publictypes.h: RIL_TEXTLINE, RIL_WORD). */
const lineLevel = 2;
const wordLevel = 3;

/**
 * The words of a picture, in reading order. They are asked for one by one: Tesseract's own table of them (TSV) takes six times as
 * long. What its WebAssembly keeps of each (some bytes, never given back) ends with the thread.
 */
export function readWords(iterator: WordIterator): PixelWord[] {
  const words: PixelWord[] = [];
  let isNewLine = false;
  const endLine = () => {
    const last = words.at(-1);
    if (last) words[words.length - 1] = { ...last, isLineEnd: true };
  };
  iterator.Begin();
  do {
    isNewLine ||= iterator.IsAtBeginningOf(lineLevel);
    const text = iterator.GetUTF8Text(wordLevel).trim();
    const confidence = iterator.Confidence(wordLevel);
    if (!isWord(text, confidence)) continue;
    if (isNewLine) endLine();
    isNewLine = false;
    const { x0, y0, x1, y1 } = iterator.getBoundingBox(wordLevel);
    words.push({ text, x: x0, y: y0, width: x1 - x0, height: y1 - y0, confidence, isLineEnd: false });
  } while (iterator.Next(wordLevel));
  endLine();
  return words;
}

/** Specks and rules are taken for bars and dots now and then. */
function isWord(text: string, confidence: number): boolean {
  if (text === '' || !(confidence >= 0)) return false;
  return /[\p{L}\p{N}]/u.test(text) ? confidence >= 5 : confidence >= 50;
}
