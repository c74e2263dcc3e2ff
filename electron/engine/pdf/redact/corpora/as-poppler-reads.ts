import { spawnSync } from 'node:child_process';

const mostOutput = 1e9;
/** Of a word's place, the middle: poppler's reaches over the letters, by the room that their font asks for. */
const middle = 0.5;
/** Shades, of 255: ink of the source, which may be gray, and the black of a removed place, whose edge is not looked at. */
const ink = 160;
const black = 24;

/** A word as pdftotext reads it: its place in points from the top left of the page as shown. */
export interface PopplerWord {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page as pdftoppm draws it: shades of gray, a dot for each point. */
export interface PopplerPicture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { maxBuffer: mostOutput, timeout: 60_000 }).stdout ?? Buffer.alloc(0);

/** All words of a file. */
export function popplerWordsOf(path: string): PopplerWord[] {
  const xml = run('pdftotext', ['-bbox', '-cropbox', path, '-']).toString();
  const words: PopplerWord[] = [];
  let page = 0;
  for (const [, begins, left, top, right, bottom, text] of xml.matchAll(
    /(<page )|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g,
  ))
    if (begins) page += 1;
    else
      words.push({
        page,
        text: withoutEscapes(text!),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      });
  return words;
}

const withoutEscapes = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFKC');

/** A page, from 1; null where it cannot be drawn. */
export function popplerPicture(path: string, page: number): PopplerPicture | null {
  const one = ['-f', String(page), '-l', String(page)];
  const pgm = run('pdftoppm', ['-gray', '-cropbox', '-r', '72', ...one, path]);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  return head && { width: Number(head[1]), height: Number(head[2]), dots: pgm.subarray(head[0].length) };
}

/** Positions of the dots of ink in the middle of a word's place. */
function inkOf({ width, height, dots }: PopplerPicture, word: PopplerWord): number[] {
  const within = (from: number, to: number, most: number) => {
    const edge = ((to - from) * (1 - middle)) / 2;
    return [Math.max(0, Math.ceil(from + edge)), Math.min(most, Math.floor(to - edge))] as const;
  };
  const [x0, x1] = within(word.left, word.right, width);
  const [y0, y1] = within(word.top, word.bottom, height);
  const found: number[] = [];
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) if (dots[y * width + x]! <= ink) found.push(y * width + x);
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
