import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { makePng } from '../../testing/images.ts';
import { ImageError } from './image-report.ts';
import { loadSharp } from './libraries.ts';
import { openImage, type ImageKind } from './open-image.ts';
import { cornerColors, encodedTestPicture, farthest, places, testSize } from './testing.ts';
import { makeTiff, testTiffPage } from './tiff/testing.ts';

const open = (bytes: Uint8Array, kind: ImageKind) => openImage(bytesSource(bytes), kind, places);
const whole = { maxPixels: 1_000_000 };
const orientations = [1, 2, 3, 4, 5, 6, 7, 8];

test.each(
  (['jpeg', 'png', 'webp', 'tiff', 'avif'] as const).flatMap((kind) =>
    orientations.map((orientation) => [kind, orientation] as const),
  ),
)('a %s stored in orientation %i is shown upright', async (kind, orientation) => {
  const image = await open(await encodedTestPicture(kind, orientation), kind);
  expect(image.pixelSize(0)).toEqual(testSize);
  expect(farthest(await image.decode(0, whole))).toBeLessThanOrEqual(kind === 'jpeg' ? 40 : 4);
});

test.each(orientations)(
  'a page of a TIFF in orientation %i, in either byte order, is shown upright',
  async (orientation) => {
    for (const isLittle of [true, false]) {
      const image = await open(makeTiff([testTiffPage(orientation)], { isLittle }), 'tiff');
      expect(farthest(await image.decode(0, whole))).toBe(0);
    }
  },
);

test('a GIF is shown as it is stored', async () => {
  const image = await open(await encodedTestPicture('gif'), 'gif');
  expect(farthest(await image.decode(0, whole))).toBeLessThanOrEqual(8);
});

test('each picture of a TIFF is a page, smaller versions of another left out', async () => {
  const page = testTiffPage();
  const small = { ...page, width: 1, height: 1, samples: new Uint8Array(3), subfileType: 1 };
  const image = await open(makeTiff([page, small, testTiffPage(6)]), 'tiff');
  expect(image.frames).toHaveLength(2);
  expect(farthest(await image.decode(1, whole))).toBe(0);
});

test('a page of a TIFF that is as large as the one before is no smaller version of it, whatever it says', async () => {
  const said = { ...testTiffPage(6), subfileType: 1 };
  expect((await open(makeTiff([testTiffPage(), said, said]), 'tiff')).frames).toHaveLength(3);
  const mask = { ...testTiffPage(), subfileType: 4 };
  expect((await open(makeTiff([testTiffPage(), mask]), 'tiff')).frames).toHaveLength(1);
});

test('a page of a TIFF whose samples no decoder shows as they are is refused, never shown as black or in wrong colors', async () => {
  const samples = Buffer.alloc(4 * 4 * 4);
  for (let at = 0; at < samples.length; at += 4) samples.writeFloatLE(at / samples.length, at);
  const floats = { width: 4, height: 4, samples, bits: 32, sampleFormat: 3 } as const;
  const signed = { ...testTiffPage(), sampleFormat: 2 };
  const brightness = { ...testTiffPage(), photometric: 6 };
  const twelve = { ...floats, bits: 12, sampleFormat: 1 } as const;
  for (const page of [floats, { ...floats, sampleFormat: 1 }, signed, brightness, twelve])
    await expect(open(makeTiff([page]), 'tiff')).rejects.toMatchObject({ reason: 'unsupported' });
  const image = await open(makeTiff([floats, { ...testTiffPage(), sampleFormat: 1 }]), 'tiff');
  await expect(image.decode(0, whole)).rejects.toMatchObject({ reason: 'unsupported' });
  expect(farthest(await image.decode(1, whole))).toBe(0);
});

test('a page of a TIFF that is sound and of a kind no decoder knows is not called damaged', async () => {
  const fourBits = { ...testTiffPage(), bits: 4 } as const;
  const size = { width: 4, height: 4, samples: new Uint8Array(4 * 4 * 5) };
  const spotColor = { ...size, samplesPerPixel: 4, extraSample: 1, photometric: 2 } as const;
  for (const page of [fourBits, spotColor]) {
    const image = await open(makeTiff([page]), 'tiff');
    await expect(image.decode(0, whole)).rejects.toMatchObject({ reason: 'unsupported' });
  }
});

test('a page of a TIFF that does not say what its samples are of is shown', async () => {
  const image = await open(
    makeTiff([
      { ...testTiffPage(), photometric: null },
      { width: 8, height: 1, samples: Uint8Array.of(0b10000000), bits: 1, photometric: null },
      // A row in Group 4: two white (0111, as horizontal 001), six black (0010).
      {
        width: 8,
        height: 1,
        samples: Uint8Array.of(0b00101110, 0b01000000),
        bits: 1,
        compression: 4,
        photometric: null,
      },
    ]),
    'tiff',
  );
  expect(farthest(await image.decode(0, whole))).toBe(0);
  const row = async (page: number) => (await image.decode(page, whole)).rgba.filter((_, at) => at % 4 === 0);
  expect([...(await row(1))]).toEqual([255, 0, 0, 0, 0, 0, 0, 0]);
  expect([...(await row(2))]).toEqual([255, 255, 0, 0, 0, 0, 0, 0]);
});

test('what a page of a TIFF has beside its colors hides them only where it is their opacity', async () => {
  const page = testTiffPage();
  const samples = new Uint8Array((page.samples.length / 3) * 4);
  for (let pixel = 0; pixel * 4 < samples.length; pixel++)
    samples.set(page.samples.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  const show = async (extraSample: 0 | 2, maxPixels: number) =>
    (await open(makeTiff([{ ...page, samples, extraSample }]), 'tiff')).decode(0, { maxPixels });
  expect(farthest(await show(0, 10_000))).toBe(0);
  expect((await show(2, 10_000)).rgba[3]).toBe(0);
  expect([...(await show(0, 400)).rgba.subarray(0, 4)]).toEqual([...cornerColors.topLeft, 255]);
});

test('pages of a TIFF that run in a circle are each counted once', async () => {
  const image = await open(makeTiff([testTiffPage(), testTiffPage()], { loopsTo: 0 }), 'tiff');
  expect(image.frames).toHaveLength(2);
});

test('a page that is missing its pixels leaves the others to be shown', async () => {
  const tiff = makeTiff([{ ...testTiffPage(), compression: 4 }, testTiffPage()]);
  const image = await open(tiff, 'tiff');
  await expect(image.decode(0, whole)).rejects.toBeInstanceOf(ImageError);
  expect(farthest(await image.decode(1, whole))).toBe(0);
});

test('a page stored as a JPEG in the old way of TIFF is shown', async () => {
  const samples = await encodedTestPicture('jpeg');
  const image = await open(makeTiff([{ ...testTiffPage(), samples, isOldJpeg: true }]), 'tiff');
  expect(farthest(await image.decode(0, whole))).toBeLessThanOrEqual(40);
});

test('a page whose JPEG has its tables beside it, in the old way of TIFF, is shown, also in strips', async () => {
  const page = testTiffPage();
  const encode = async (rows: number, from: number) => {
    const top = page.width * 3 * from;
    const samples = page.samples.subarray(top, top + page.width * 3 * rows);
    const raw = { width: page.width, height: rows, channels: 3 as const };
    const jpeg = loadSharp(places.imageLibraries)(samples, { raw }).jpeg({
      quality: 100,
      chromaSubsampling: '4:4:4',
      optimiseCoding: false,
    });
    return partsOfJpeg(await jpeg.toBuffer());
  };
  for (const rows of [page.height, page.height / 2]) {
    const parts = [await encode(rows, 0), ...(rows < page.height ? [await encode(rows, rows)] : [])];
    const of = (first: number) => [0, 1, 1].map((table) => parts[0]!.tables.get(first + table)!);
    const tiff = makeTiff([
      {
        ...page,
        // The first strip of some begins with the header of the scan.
        samples: Buffer.concat([parts[0]!.scanHeader, ...parts.map(({ coded }) => coded)]),
        strips: parts.map(({ coded }, i) => coded.length + (i === 0 ? parts[0]!.scanHeader.length : 0)),
        oldJpegTables: [of(0xdb00), of(0xc400), of(0xc410)],
      },
    ]);
    expect(farthest(await (await open(tiff, 'tiff')).decode(0, whole))).toBeLessThanOrEqual(40);
  }
});

test('a page that the decoder knows only to leave blank is refused, never shown as blank', async () => {
  const image = await open(makeTiff([{ ...testTiffPage(), compression: 6 }]), 'tiff');
  await expect(image.decode(0, whole)).rejects.toMatchObject({ reason: 'unsupported' });
});

test('the size on paper follows the density, also where it differs across and down as in a fax', async () => {
  const fax = {
    width: 204,
    height: 98,
    samples: new Uint8Array(26 * 98),
    bits: 1,
    density: [204, 98],
  } as const;
  const { frames } = await open(makeTiff([fax]), 'tiff');
  expect(frames).toEqual([{ width: 72, height: 72 }]);
});

test('a picture that says nothing of its density is as large as on a screen', async () => {
  const { frames } = await open(makePng(96, 48), 'png');
  expect(frames).toEqual([{ width: 72, height: 36 }]);
});

test('a longer side than a PDF may have is scaled to it', async () => {
  const { frames } = await open(makePng(38_400, 4), 'png');
  expect(frames[0]!.width).toBe(14_400);
});

test('a picture is scaled down to as many pixels as wanted', async () => {
  const image = await open(await encodedTestPicture('png'), 'png');
  const { width, height, rgba } = await image.decode(0, { maxPixels: 400 });
  expect([width, height, rgba.length]).toEqual([24, 16, 24 * 16 * 4]);
});

test('16 bits a channel are shown as 8', async () => {
  const sharp = loadSharp(places.imageLibraries);
  const grey = await sharp(new Uint16Array(16).fill(0x8080), { raw: { width: 4, height: 4, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
  const { rgba } = await (await open(grey, 'png')).decode(0, whole);
  expect([...rgba.subarray(0, 4)]).toEqual([128, 128, 128, 255]);
});

test('inks are shown in the colors of screens', async () => {
  const create = { width: 8, height: 8, channels: 3 as const, background: { r: 20, g: 140, b: 210 } };
  const jpeg = await loadSharp(places.imageLibraries)({ create }).toColourspace('cmyk').jpeg().toBuffer();
  const image = await open(jpeg, 'jpeg');
  expect(image.traits.colorSpace).toBe('cmyk');
  const { rgba } = await image.decode(0, whole);
  [20, 140, 210].forEach((value, i) => expect(Math.abs(rgba[i]! - value)).toBeLessThan(40));
});

test.each([
  ['png', makePng(60_000, 60_000, 1)],
  ['tiff', makeTiff([{ width: 60_000, height: 60_000, samples: new Uint8Array(2) }])],
] as const)('a %s of more pixels than any page is refused before it is decoded', async (kind, bytes) => {
  await expect(open(bytes, kind)).rejects.toMatchObject({ reason: 'demanding', limit: 'pixels' });
});

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heic', 'avif', 'bmp'] as const)(
  'bytes that are no %s are refused with a reason',
  async (kind) => {
    for (const bytes of [Buffer.from('Fairwater LLC'), Buffer.alloc(0), Buffer.alloc(4_096, 0xff)])
      await expect(open(bytes, kind)).rejects.toBeInstanceOf(ImageError);
  },
);

test('a picture cut short is shown as far as it goes, and marked so', async () => {
  const jpeg = await encodedTestPicture('jpeg');
  const image = await open(jpeg.subarray(0, jpeg.length - 20), 'jpeg');
  expect(await image.decode(0, whole)).toMatchObject({ ...testSize, isPartial: true });
  expect(await (await open(jpeg, 'jpeg')).decode(0, whole)).toMatchObject({ isPartial: false });
});

/** The tables of a JPEG, each under its marker and number, and its coded pixels with the header before them. */
function partsOfJpeg(jpeg: Buffer): { tables: Map<number, Buffer>; scanHeader: Buffer; coded: Buffer } {
  const tables = new Map<number, Buffer>();
  for (let at = 2; ;) {
    const marker = jpeg[at + 1]!;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (marker === 0xda) return { tables, scanHeader: jpeg.subarray(at, end), coded: jpeg.subarray(end, -2) };
    for (let table = at + 4; (marker === 0xdb || marker === 0xc4) && table < end;) {
      const codes = jpeg.subarray(table + 1, table + 17).reduce((sum, count) => sum + count, 0);
      const body = jpeg.subarray(table + 1, table + 1 + (marker === 0xdb ? 64 : 16 + codes));
      tables.set(marker * 256 + jpeg[table]!, body);
      table += 1 + body.length;
    }
    at = end;
  }
}
