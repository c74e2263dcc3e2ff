import { expect, test } from 'vitest';
import { turn, type GreyImage } from './grey-image.ts';
import { readPicture } from './read-picture.ts';
import type { PixelWord } from './read-words.ts';
import type { Network, Recogniser } from './recogniser.ts';

const word = (text: string, confidence: number, x = 0): PixelWord => ({
  text,
  x,
  y: 0,
  width: 40,
  height: 10,
  confidence,
  isLineEnd: false,
});
const line = (confidence: number) =>
  ['Fairwater', 'moves', 'for', 'relief'].map((text, index) => word(text, confidence, index * 50));

/** A wide strip, dark in its first pixel alone: a recognizer sees from it which way the picture lies. */
const strip: GreyImage = {
  width: 400,
  height: 100,
  pixels: new Uint8Array(40_000).fill(255).fill(0, 0, 1),
};
const isUpright = ({ width, pixels }: GreyImage) => width === strip.width && pixels[0] === 0;

/** Reads upright strips as each network would, any other way nothing but specks; tells which networks were asked. */
function recogniserOf(readings: Readonly<Record<Network, PixelWord[]>>) {
  const asked: Network[] = [];
  const recogniser: Recogniser = {
    recognise(image, { network }) {
      asked.push(network);
      return isUpright(image) ? readings[network] : line(20);
    },
  };
  return { recogniser, asked };
}

test('good print is read once, by the fast network', () => {
  const { recogniser, asked } = recogniserOf({ fast: line(95), best: line(99) });
  expect(readPicture(recogniser, strip, 300)).toEqual({ turned: 0, network: 'fast', words: line(95) });
  expect(asked).toEqual(['fast']);
});

test('poor print is read again by the best network', () => {
  const { recogniser, asked } = recogniserOf({ fast: line(74), best: line(82) });
  expect(readPicture(recogniser, strip, 300)).toEqual({ turned: 0, network: 'best', words: line(82) });
  expect(asked).toEqual(['fast', 'best']);
});

test('a second reading that finds far less than the first does not stand', () => {
  const { recogniser } = recogniserOf({ fast: line(74), best: line(82).slice(0, 2) });
  expect(readPicture(recogniser, strip, 300)).toEqual({ turned: 0, network: 'fast', words: line(74) });
});

test('a picture that lies turned is read in its direction, and its words stand where they are in it', () => {
  const boxes = { 90: [90, 0], 180: [360, 90], 270: [0, 360] } as const;
  for (const lies of [90, 180, 270] as const) {
    const { recogniser, asked } = recogniserOf({ fast: line(95), best: line(99) });
    const { turned, network, words } = readPicture(recogniser, turn(strip, lies), 300);
    expect([turned, network]).toEqual([360 - lies, 'fast']);
    expect(words.map(({ text }) => text)).toEqual(line(95).map(({ text }) => text));
    expect(words[0]).toMatchObject({ x: boxes[lies][0], y: boxes[lies][1] });
    expect(new Set(asked)).toEqual(new Set(['fast']));
  }
});

test('a picture without words is read by both networks and has none', () => {
  const recogniser: Recogniser = { recognise: () => [] };
  expect(readPicture(recogniser, strip, 300)).toEqual({ turned: 0, network: 'best', words: [] });
});
