import { spawnSync } from 'node:child_process';
import { popplerWordsAt, type PopplerWord } from '../../reader/testing.ts';

const mostOutput = 1e9;
/** Of a word's place, the middle: poppler's reaches over the letters, by the room that their font asks for. */
const middle = 0.5;
/** Shades, of 255: ink of the source, which may be gray, and the black of a removed place, whose edge is not looked at. */
const ink = 160;
const black = 24;

/** A page as pdftoppm draws it: shades of gray, a dot for each point. */
export interface PopplerPicture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** All words of a file, with their letters; none where it cannot be read. */
export function wordsOf(path: string): PopplerWord[] {
  try {
    return popplerWordsAt(path).map((word) => ({ ...word, text: withoutEscapes(word.text) }));
  } catch {
    return [];
  }
}

const withoutEscapes = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFKC');

/** A page, from 0; null where it cannot be drawn. */
export function popplerPicture(path: string, page: number): PopplerPicture | null {
  const one = ['-f', String(page + 1), '-l', String(page + 1)];
  const args = ['-gray', '-cropbox', '-r', '72', ...one, path];
  const pgm =
    spawnSync('pdftoppm', args, { maxBuffer: mostOutput, timeout: 60_000 }).stdout ?? Buffer.alloc(0);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  return head && { width: Number(head[1]), height: Number(head[2]), dots: pgm.subarray(head[0].length) };
}

/** Positions of the dots of ink in the middle of a word's place. */
function inkOf({ width, height, dots }: PopplerPicture, { rect }: PopplerWord): number[] {
  const { x, y, width: across, height: down } = rect;
  const within = (from: number, to: number, most: number) => {
    const edge = ((to - from) * (1 - middle)) / 2;
    return [Math.max(0, Math.ceil(from + edge)), Math.min(most, Math.floor(to - edge))] as const;
  };
  const [x0, x1] = within(x, x + across, width);
  const [y0, y1] = within(y, y + down, height);
  const found: number[] = [];
  for (let row = y0; row < y1; row += 1)
    for (let at = row * width + x0; at < row * width + x1; at += 1) if (dots[at]! <= ink) found.push(at);
  return found;
}

/** Whether a word is seen on its page. */
export const isSeen = (picture: PopplerPicture, word: PopplerWord): boolean =>
  inkOf(picture, word).length > 0;

/** Whether all ink that a word had is black now. */
export const isBlackedOut = (
  was: PopplerPicture,
  { dots, width, height }: PopplerPicture,
  word: PopplerWord,
): boolean =>
  width === was.width && height === was.height && inkOf(was, word).every((at) => dots[at]! <= black);
