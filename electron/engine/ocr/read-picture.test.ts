import { expect, test } from 'vitest';
import { turn, type GrayImage } from './gray-image.ts';
import { readPicture } from './read-picture.ts';
import type { PixelWord } from './read-words.ts';
import type { Network, Recognizer } from './recognizer.ts';

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
const strip: GrayImage = {
  width: 400,
  height: 100,
  pixels: new Uint8Array(40_000).fill(255).fill(0, 0, 1),
};
const isUpright = ({ width, pixels }: GrayImage) => width === strip.width && pixels[0] === 0;

/** Reads upright strips as each network would, any other way nothing but specks; tells which networks were asked. */
function recognizerOf(readings: Readonly<Record<Network, PixelWord[]>>) {
  const asked: Network[] = [];
  const recognizer: Recognizer = {
    recognize(image, { network }) {
      asked.push(network);
      return isUpright(image) ? readings[network] : line(20);
    },
  };
  return { recognizer, asked };
}

test('good print is read once, by the fast network', () => {
  const { recognizer, asked } = recognizerOf({ fast: line(95), best: line(99) });
  expect(readPicture(recognizer, strip, 300)).toEqual({ turned: 0, network: 'fast', words: line(95) });
  expect(asked).toEqual(['fast']);
});

test('poor print is read again by the best network', () => {
  const { recognizer, asked } = recognizerOf({ fast: line(74), best: line(82) });
  expect(readPicture(recognizer, strip, 300)).toEqual({ turned: 0, network: 'best', words: line(82) });
  expect(asked).toEqual(['fast', 'best']);
});

test('a second reading that finds far less than the first does not stand', () => {
  const { recognizer } = recognizerOf({ fast: line(74), best: line(82).slice(0, 2) });
  expect(readPicture(recognizer, strip, 300)).toEqual({ turned: 0, network: 'fast', words: line(74) });
});

test('a picture that lies turned is read in its direction, and its words stand where they are in it', () => {
  const boxes = { 90: [90, 0], 180: [360, 90], 270: [0, 360] } as const;
  for (const lies of [90, 180, 270] as const) {
    const { recognizer, asked } = recognizerOf({ fast: line(95), best: line(99) });
    const { turned, network, words } = readPicture(recognizer, turn(strip, lies), 300);
    expect([turned, network]).toEqual([360 - lies, 'fast']);
    expect(words.map(({ text }) => text)).toEqual(line(95).map(({ text }) => text));
    expect(words[0]).toMatchObject({ x: boxes[lies][0], y: boxes[lies][1] });
    expect(new Set(asked)).toEqual(new Set(['fast']));
  }
});

test('a picture without words is read by both networks and has none', () => {
  const recognizer: Recognizer = { recognize: () => [] };
  expect(readPicture(recognizer, strip, 300)).toEqual({ turned: 0, network: 'best', words: [] });
});
