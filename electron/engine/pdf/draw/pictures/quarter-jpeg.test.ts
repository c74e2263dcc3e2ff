import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSharp } from '../../../formats/images/index.ts';
import { makeJpeg } from '../../../testing/images.ts';
import { quarterJpeg } from './quarter-jpeg.ts';

const sharp = loadSharp(join(import.meta.dirname, '../../../../../out/images'));
const [width, height] = [203, 131];

/** Soft waves of color with a few dark bars, at a size that no block divides. */
const picture = Buffer.alloc(width * height * 3);
for (let y = 0, at = 0; y < height; y += 1)
  for (let x = 0; x < width; x += 1, at += 3) {
    const isBar = x > 40 && x < 150 && y % 32 < 8;
    picture[at] = isBar ? 20 : 180 + 60 * Math.sin(x / 25);
    picture[at + 1] = isBar ? 30 : 180 + 60 * Math.sin(y / 25);
    picture[at + 2] = isBar ? 40 : 180 + 60 * Math.sin((x + y) / 40);
  }

const encode = (channels: 1 | 3, options: object) =>
  sharp(picture, { raw: { width, height, channels: 3 } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: 92, ...options })
    .toBuffer();

/** Means of 4 × 4 of what sharp decodes, a byte a channel, red first. */
async function meansOf(jpeg: Buffer, channels: 1 | 3): Promise<number[]> {
  const decoded = sharp(jpeg).toColourspace(channels === 1 ? 'b-w' : 'srgb');
  const whole = await decoded.raw().toBuffer();
  const means: number[] = [];
  for (let y = 0; y + 4 <= height; y += 4)
    for (let x = 0; x + 4 <= width; x += 4)
      for (let c = 0; c < channels; c += 1) {
        let sum = 0;
        for (let i = 0; i < 16; i += 1) sum += whole[((y + (i >> 2)) * width + x + (i & 3)) * channels + c]!;
        means.push(sum / 16);
      }
  return means;
}

describe('a baseline JPEG at a quarter of its size', () => {
  test.each([
    ['in grey', 1, {}],
    ['in color', 3, { chromaSubsampling: '4:4:4' }],
    ['in color of fewer dots', 3, { chromaSubsampling: '4:2:0' }],
    ['with codes of its own', 3, { optimiseCoding: true }],
  ] as const)('%s is what it shows, in means', async (_, channels, options) => {
    const jpeg = await encode(channels, options);
    const quarter = quarterJpeg(jpeg)!;
    expect(quarter).toMatchObject({ width: 51, height: 33, channels });
    const means = await meansOf(jpeg, channels);
    let [differences, at] = [0, 0];
    for (let y = 0; y < height >> 2; y += 1)
      for (let x = 0; x < width >> 2; x += 1)
        for (let c = 0; c < channels; c += 1, at += 1) {
          const sample = quarter.samples[(y * 51 + x) * channels + (channels === 3 ? 2 - c : 0)]!;
          differences += Math.abs(sample - means[at]!);
        }
    expect(at).toBe(means.length);
    // Edges of bars are a little softer or harder than means are.
    expect(differences / at).toBeLessThan(4);
  });

  test('goes on after restart markers, from the middle tone', () => {
    // Two blocks, each after a marker or the beginning, each 40 lighter than the middle: a difference of six bits, nothing more.
    const segment = (code: number, body: Buffer) =>
      Buffer.concat([Buffer.from([0xff, code, 0, body.length + 2]), body]);
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xdb, Buffer.alloc(65, 8).fill(0, 0, 1)),
      segment(0xc0, Buffer.from([8, 0, 8, 0, 16, 1, 1, 0x11, 0])),
      segment(0xc4, Buffer.concat([Buffer.from([0x00, 1, 1]), Buffer.alloc(14), Buffer.from([0, 6])])),
      segment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])])),
      segment(0xdd, Buffer.from([0, 1])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0xa8, 0x7f, 0xff, 0xd0, 0xa8, 0x7f, 0xff, 0xd9]),
    ]);
    expect(quarterJpeg(jpeg)!.samples).toEqual(new Uint8Array(8).fill(168));
    jpeg[jpeg.length - 5] = 0;
    expect(quarterJpeg(jpeg)).toBeNull();
  });

  test('is not made of other kinds', async () => {
    expect(quarterJpeg(await encode(3, { progressive: true }))).toBeNull();
    const inks = await sharp(picture, { raw: { width, height, channels: 3 } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect(quarterJpeg(inks)).toBeNull();
    // Adobe's word for red, green and blue as they are.
    const jpeg = await encode(3, {});
    const adobe = Buffer.from([0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
    const marked = (transform: number) =>
      Buffer.concat([jpeg.subarray(0, 2), adobe.subarray(0, 15), Buffer.from([transform]), jpeg.subarray(2)]);
    expect(quarterJpeg(marked(0))).toBeNull();
    expect(quarterJpeg(marked(1))).toEqual(quarterJpeg(jpeg));
    expect(quarterJpeg(new Uint8Array(0))).toBeNull();
    expect(quarterJpeg(Buffer.from('\x89PNG'))).toBeNull();
  });

  test('that is as small as can be', () => {
    expect(quarterJpeg(makeJpeg(1, 1))).toEqual({
      width: 1,
      height: 1,
      channels: 1,
      samples: Uint8Array.of(128),
    });
  });
});

describe('a damaged JPEG', () => {
  let jpeg: Buffer;
  beforeAll(async () => void (jpeg = await encode(3, {})));

  test('has no quarter where it is cut short', () => {
    const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
    for (let length = 0; length < end - 1; length += 7)
      expect(quarterJpeg(jpeg.subarray(0, length))).toBeNull();
  });

  test('never does worse than that', () => {
    let random = 1;
    const next = (below: number) => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
      return (random >>> 8) % below;
    };
    for (let round = 0; round < 2_000; round += 1) {
      const damaged = Buffer.from(jpeg);
      for (let i = 0; i < 1 + next(4); i += 1)
        damaged[next(round % 2 === 0 ? 700 : damaged.length)] = next(256);
      const quarter = quarterJpeg(damaged);
      if (quarter === null) continue;
      expect(quarter.samples).toHaveLength(quarter.width * quarter.height * quarter.channels);
    }
  });
});
