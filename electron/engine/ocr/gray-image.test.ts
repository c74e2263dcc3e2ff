import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grayOf, onLightGround, scale, toPgm, turn, type GrayImage } from './gray-image.ts';

const image = (width: number, ...pixels: number[]): GrayImage => ({
  width,
  height: pixels.length / width,
  pixels: Uint8Array.from(pixels),
});

test('a picture is turned clockwise', () => {
  const two = image(3, 1, 2, 3, 4, 5, 6);
  expect(turn(two, 90)).toEqual(image(2, 4, 1, 5, 2, 6, 3));
  expect(turn(two, 180)).toEqual(image(3, 6, 5, 4, 3, 2, 1));
  expect(turn(two, 270)).toEqual(image(2, 3, 6, 2, 5, 1, 4));
});

test('four quarter turns, or a turn and its opposite, leave a picture as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      (width, row) => {
        const one = image(
          width,
          ...Array.from({ length: width * row.length }, (_, i) => row[i % row.length]! ^ i),
        );
        expect(turn(turn(turn(turn(one, 90), 90), 90), 90)).toEqual(one);
        expect(turn(turn(one, 90), 270)).toEqual(one);
        expect(turn(turn(one, 180), 180)).toEqual(one);
      },
    ),
  );
});

test('colors become gray as the eye sees them, and what is see-through lies on white', () => {
  const rgba = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0]);
  expect([...grayOf({ width: 4, height: 1, rgba }).pixels]).toEqual([255, 0, 149, 255]);
});

test('light letters on a dark ground are inverted, dark ones on light are not', () => {
  expect(onLightGround(image(4, 0, 0, 0, 255))).toEqual(image(4, 255, 255, 255, 0));
  const light = image(4, 255, 255, 255, 0);
  expect(onLightGround(light)).toBe(light);
});

test('a picture made smaller keeps its means, one made larger its ends', () => {
  expect(scale(image(4, 0, 100, 200, 100, 0, 100, 200, 100), 0.5)).toEqual(image(2, 50, 150));
  const large = scale(image(2, 0, 200), 3);
  expect([large.width, large.height]).toEqual([6, 3]);
  expect(Array.from(large.pixels.slice(0, 6))).toEqual([0, 0, 67, 133, 200, 200]);
});

test('a PGM holds its size and its pixels', () => {
  expect(Buffer.from(toPgm(image(2, 65, 66))).toString('latin1')).toBe('P5\n2 1\n255\nAB');
});
