import { expect, test } from 'vitest';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { makeJpeg, makePng, pngChunk } from '../../testing/images.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { inspectImage } from './inspect-image.ts';
import { loadSharp } from './libraries.ts';
import type { ImageKind } from './open-image.ts';
import { encodedTestPicture, places, storedFor } from './testing.ts';
import { makeTiff, testTiffPage } from './tiff/testing.ts';

const context = {
  platform: {
    ...places,
    nativeBinding: undefined,
    pdfiumWasmPath: '',
    assetsDirectory: '',
    appVersion: '0.0.0-test',
    workerUrl,
  },
  progress: () => undefined,
  openMatter: () => {
    throw new Error('no matter is read here');
  },
} satisfies WorkerContext;

const inspect = (bytes: Uint8Array, kind: ImageKind) =>
  inspectImage({ location: { bytes }, kind, name: 'x' }, context);
const codes = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code);

test('a picture is a page whose text waits to be recognized', async () => {
  const reading = await inspect(await encodedTestPicture('jpeg', 6), 'jpeg');
  expect(reading).toMatchObject({
    pages: 1,
    hasText: false,
    needsOcr: true,
    problems: [],
    report: { width: 48, height: 32, orientation: 6, frames: 1, animationFrames: 1 },
  });
});

test('the same pixels are alike whatever they are stored as, and turned or not', async () => {
  const lossless = await Promise.all(
    ([['png'], ['webp'], ['tiff'], ['png', 8], ['tiff', 5]] as const).map(async ([kind, orientation]) =>
      inspect(await encodedTestPicture(kind, orientation), kind),
    ),
  );
  const values = new Set(lossless.flatMap(({ fingerprints }) => fingerprints.map(({ value }) => value)));
  expect(values.size).toBe(1);
  const other = await inspect(makePng(48, 32), 'png');
  expect(values.has(other.fingerprints[0]!.value)).toBe(false);
});

test('moving pictures are one page, and how many there are is told', async () => {
  const sharp = loadSharp(places.imageLibraries);
  const { width, height, rgb } = storedFor(1);
  const frames = await Promise.all(
    [rgb, rgb.toReversed(), rgb].map((pixels) =>
      sharp(pixels, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const told = { pages: 1, problems: [{ code: 'EVIDENCE_MOVING_PICTURE' }], report: { animationFrames: 3 } };
  expect(await inspect(gif, 'gif')).toMatchObject(told);
  const png = Buffer.from(await encodedTestPicture('png'));
  const header = png.subarray(0, 33);
  const frameCount = pngChunk('acTL', Buffer.from([0, 0, 0, 3, 0, 0, 0, 0]));
  expect(await inspect(Buffer.concat([header, frameCount, png.subarray(33)]), 'png')).toMatchObject(told);
});

test('what a camera wrote is told as claims', async () => {
  const { width, height, rgb } = storedFor(1);
  const jpeg = await loadSharp(places.imageLibraries)(rgb, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: {
        Make: 'Fairwater',
        Model: 'Fairwater F7',
        Software: 'Darkroom 3',
        Artist: 'Ada Marsh',
        ImageDescription: 'Rack 4, notice on the door',
      },
      IFD2: { DateTimeOriginal: '2021:01:10 23:59:05', OffsetTimeOriginal: '-08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '47/1 36/1 2235/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '122/1 19/1 5546/100',
      },
    })
    .jpeg()
    .toBuffer();
  expect((await inspect(jpeg, 'jpeg')).claims).toEqual([
    { field: 'takenAt', value: '2021-01-10T23:59:05-08:00' },
    { field: 'device', value: 'Fairwater F7' },
    { field: 'software', value: 'Darkroom 3' },
    { field: 'author', value: 'Ada Marsh' },
    { field: 'title', value: 'Rack 4, notice on the door' },
    { field: 'location', value: '47.606208, -122.332072' },
    { field: 'dimensions', value: '48 × 32' },
  ]);
});

test('a page that cannot be shown is told by its number, and the others count', async () => {
  const broken = { ...testTiffPage(), compression: 60_000 };
  const reading = await inspect(makeTiff([testTiffPage(), broken, testTiffPage()]), 'tiff');
  expect(reading.pages).toBe(3);
  expect(codes(reading)).toEqual(['PDF_PAGE_UNREADABLE']);
  expect(reading.problems[0]!.message).toContain('Page 2');
});

test('a raw photo says that only its preview is shown, and is one page', async () => {
  const preview = { ...testTiffPage(), subfileType: 1 };
  const reading = await inspect(makeTiff([preview]), 'tiff');
  expect(reading.pages).toBe(1);
  expect(reading.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('the raw photo itself'),
  ]);
  // What Canon writes: its mark behind the head, the largest preview first, and what it recorded as another picture.
  const plain = makeTiff([testTiffPage(), { ...testTiffPage(), compression: 60_000 }]);
  const canon = Buffer.from(plain);
  expect((await inspect(canon, 'tiff')).pages).toBe(2);
  canon.write('CR\x02', 8, 'latin1');
  const raw = await inspect(canon, 'tiff');
  expect([raw.pages, codes(raw)]).toEqual([1, ['EVIDENCE_PART_LEFT_OUT']]);
});

test('damage that decoders forgive is told: an end that is missing, a checksum that does not fit', async () => {
  const jpeg = await encodedTestPicture('jpeg');
  expect(codes(await inspect(jpeg.subarray(0, jpeg.length - 20), 'jpeg'))).toEqual([
    'EVIDENCE_REPAIRED_TO_READ',
  ]);
  const png = Buffer.from(makePng(20, 10));
  png[png.length - 1]! ^= 1;
  expect(codes(await inspect(png, 'png'))).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  expect(codes(await inspect(makeJpeg(40, 30), 'jpeg'))).toEqual([]);
});

test.each([
  ['a header alone', makeJpeg(40, 30).subarray(0, 40), 'jpeg', 'EVIDENCE_DAMAGED'],
  ['a PNG of more pixels than any page', makePng(60_000, 60_000, 1), 'png', 'EVIDENCE_TOO_DEMANDING'],
  [
    'a TIFF compressed in a way nobody reads',
    makeTiff([{ ...testTiffPage(), compression: 60_000 }]),
    'tiff',
    'EVIDENCE_UNSUPPORTED_KIND',
  ],
] as const)('%s ends in a declared problem and has no pages', async (_what, bytes, kind, code) => {
  const reading = await inspect(bytes, kind);
  expect(reading.pages).toBeNull();
  expect(codes(reading)).toEqual([code]);
});
