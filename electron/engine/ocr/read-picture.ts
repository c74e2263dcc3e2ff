import type { Rect } from '../../../shared/contract/reader.ts';
import { onLightGround, scale, turn, type GreyImage, type QuarterTurn } from './grey-image.ts';
import type { PixelWord, Recogniser } from './recogniser.ts';

/** What was recognised in a picture. */
export interface PictureText {
  /** By how much it was turned clockwise to be read. */
  readonly turned: QuarterTurn;
  /** Pixels of the picture as it was given. */
  readonly words: readonly PixelWord[];
}

/** Mean confidence below which a picture may be lying on its side, or standing on its head. */
const doubtful = 70;
/** Pixels of the small copy on which the four directions are tried. */
const trialPixels = 1_600_000;
/** A direction must be this much better than upright to be taken. */
const clearly = 1.3;
/** Words that upright text of any kind holds in plenty, as lengths go. */
const sureConfidence = 60;

/**
 * Recognises the words of a picture, whichever way it lies. A picture read badly as it is, is tried in the other directions on
 * a small copy, and read anew in the best.
 *
 * @param dpi pixels an inch
 */
export function readPicture(recogniser: Recogniser, image: GreyImage, dpi: number): PictureText {
  const light = onLightGround(image);
  const upright = readUpright(recogniser, light, dpi);
  if (confidenceOf(upright) >= doubtful && upright.length >= 3) return { turned: 0, words: upright };
  const turned = bestTurn(recogniser, light, dpi);
  if (turned === 0) return { turned, words: upright };
  const words = readUpright(recogniser, turn(light, turned), dpi);
  // The small copy may have misled: the better of the two readings at full size stands.
  if (scoreOf(words) <= scoreOf(upright)) return { turned: 0, words: upright };
  return { turned, words: words.map((word) => ({ ...word, ...turnBack(word, turned, light) })) };
}

function readUpright(recogniser: Recogniser, image: GreyImage, dpi: number): PixelWord[] {
  const words = recogniser.recognise(image, { dpi, layout: 'page' });
  if (words.length >= 3) return words;
  // A few words on a large picture are no page of text.
  const sparse = recogniser.recognise(image, { dpi, layout: 'sparse' });
  return scoreOf(sparse) > scoreOf(words) ? sparse : words;
}

function bestTurn(recogniser: Recogniser, image: GreyImage, dpi: number): QuarterTurn {
  const by = Math.min(1, Math.sqrt(trialPixels / (image.width * image.height)));
  const small = scale(image, by);
  const scores = ([0, 90, 180, 270] as const).map((turned) => ({
    turned,
    score: scoreOf(recogniser.recognise(turn(small, turned), { dpi: dpi * by, layout: 'page' })),
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
function turnBack(box: Rect, turned: QuarterTurn, { width, height }: GreyImage): Rect {
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
