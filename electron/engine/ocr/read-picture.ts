import type { Rect } from '../../../shared/contract/reader.ts';
import { onLightGround, scale, turn, type GrayImage, type QuarterTurn } from './gray-image.ts';
import type { PixelWord } from './read-words.ts';
import type { Network, Recognizer } from './recognizer.ts';

/** What was recognized in a picture. */
export interface PictureText {
  /** By how much it was turned clockwise to be read. */
  readonly turned: QuarterTurn;
  /** Which network's reading stands. */
  readonly network: Network;
  /** Pixels of the picture as it was given. */
  readonly words: readonly PixelWord[];
}

/** Words that a page of text holds at least. */
const fewWords = 3;
/** Mean confidence below which a picture may be lying on its side, or standing on its head. */
const doubtful = 70;
/** Mean confidence below which what the fast network read is read again by the best. */
const poor = 85;
/** Pixels of the small copy on which the four directions are tried. */
const trialPixels = 1_600_000;
/** A reading must be this much better than another that stands unless told otherwise. */
const clearly = 1.3;
/** Words that upright text of any kind holds in plenty, as lengths go. */
const sureConfidence = 60;

/**
 * Recognizes the words of a picture, whichever way it lies. The fast network finds how it lies, and its reading of good print stands;
 * poor print is read again by the best.
 *
 * @param dpi pixels an inch
 */
export function readPicture(recognizer: Recognizer, image: GrayImage, dpi: number): PictureText {
  const light = onLightGround(image);
  const { turned, words: first } = readFast(recognizer, light, dpi);
  const again = isGood(first, poor)
    ? null
    : readUpright(recognizer, turn(light, turned), { dpi, network: 'best' });
  const isBetter = again !== null && scoreOf(again) * clearly >= scoreOf(first);
  const words = isBetter ? again : first;
  return {
    turned,
    network: isBetter ? 'best' : 'fast',
    words: words.map((word) => ({ ...word, ...turnBack(word, turned, light) })),
  };
}

/** Reads a picture as it is, and, where that goes badly, in the direction that reads best on a small copy. */
function readFast(
  recognizer: Recognizer,
  image: GrayImage,
  dpi: number,
): { turned: QuarterTurn; words: PixelWord[] } {
  const upright = readUpright(recognizer, image, { dpi, network: 'fast' });
  if (isGood(upright, doubtful)) return { turned: 0, words: upright };
  const turned = bestTurn(recognizer, image, dpi);
  if (turned === 0) return { turned, words: upright };
  const words = readUpright(recognizer, turn(image, turned), { dpi, network: 'fast' });
  // The small copy may have misled: the better of the two readings at full size stands.
  return scoreOf(words) > scoreOf(upright) ? { turned, words } : { turned: 0, words: upright };
}

function isGood(words: readonly PixelWord[], confidence: number): boolean {
  return words.length >= fewWords && confidenceOf(words) >= confidence;
}

function readUpright(
  recognizer: Recognizer,
  image: GrayImage,
  options: { readonly dpi: number; readonly network: Network },
): PixelWord[] {
  const words = recognizer.recognize(image, { ...options, layout: 'page' });
  if (words.length >= fewWords) return words;
  // A few words on a large picture are no page of text.
  const sparse = recognizer.recognize(image, { ...options, layout: 'sparse' });
  return scoreOf(sparse) > scoreOf(words) ? sparse : words;
}

function bestTurn(recognizer: Recognizer, image: GrayImage, dpi: number): QuarterTurn {
  const by = Math.min(1, Math.sqrt(trialPixels / (image.width * image.height)));
  const small = scale(image, by);
  const options = { dpi: dpi * by, layout: 'page', network: 'fast' } as const;
  const scores = ([0, 90, 180, 270] as const).map((turned) => ({
    turned,
    score: scoreOf(recognizer.recognize(turn(small, turned), options)),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > scores[0]!.score * clearly ? best.turned : 0;
}

/** Mean confidence by letters, 0 for no words. */
export function confidenceOf(words: readonly PixelWord[]): number {
  let letters = 0;
  let sum = 0;
  for (const { text, confidence } of words) {
    letters += text.length;
    sum += text.length * confidence;
  }
  return letters === 0 ? 0 : sum / letters;
}

/** How much was read that is likely right. Words of one or two letters are found in any noise. */
function scoreOf(words: readonly PixelWord[]): number {
  return words.reduce(
    (sum, { text, confidence }) =>
      text.length >= 3 && confidence >= sureConfidence ? sum + text.length * confidence : sum,
    0,
  );
}

/** Where a box of the turned picture lies in the picture as it was given. */
function turnBack(box: Rect, turned: QuarterTurn, { width, height }: GrayImage): Rect {
  switch (turned) {
    case 90:
      return { x: box.y, y: height - box.x - box.width, width: box.height, height: box.width };
    case 180:
      return { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
    case 270:
      return { x: width - box.y - box.height, y: box.x, width: box.height, height: box.width };
    default:
      return box;
  }
}
