import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharp, scalePicture } from '../../../formats/images/index.ts';
import { makeJpeg } from '../../../testing/images.ts';
import { pictures } from '../../../testing/scans.ts';
import { assemble } from '../assemble.ts';
import type { AssembledItem, PictureReduction } from '../assembly.ts';
import type { AssembleItem } from '../plan.ts';
import { assetsDirectory, bindAll, pdfiumWasmPath, testOptions, testTools } from '../testing.ts';
import { smallerSize } from './smaller-size.ts';

const sharp = loadSharp(join(import.meta.dirname, '../../../../../out/images'));
const reduction: PictureReduction = {
  dotsPerInch: 150,
  scale: (picture, size, form) => scalePicture(sharp, picture, size, form),
};
const [width, height] = [1275, 1650];

/** A letter-like page of soft blocks and lines at 300 dots an inch for 4.25 × 5.5 inches. */
const samples = (channels: 1 | 3) => {
  const bytes = Buffer.alloc(width * height * channels);
  let grain = 1;
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < channels; c += 1, at += 1) {
        const isInk = y % 60 < 30 && Math.floor(x / 20) % 3 !== 0;
        grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
        bytes[at] = (isInk ? 30 + c * 60 : 235) + (grain >>> 29);
      }
  return bytes;
};

interface Stored {
  readonly entries: string;
  readonly body: Uint8Array;
  readonly mask?: { readonly entries: string; readonly body: Uint8Array };
}

/** A PDF that draws a picture on one page, directly or in a form, as wide and high as told. */
function pdfOf({ entries, body, mask }: Stored, content: string, form?: string): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: Uint8Array | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (dict: string, stream?: Uint8Array) => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n${dict}`);
    if (stream) {
      put('\nstream\n');
      put(stream);
      put('\nendstream');
    }
    put('\nendobj\n');
  };
  const stream = (own: string, bytes: Uint8Array) => object(`<<${own}/Length ${bytes.length}>>`, bytes);
  put('%PDF-1.4\n');
  object('<</Type/Catalog/Pages 2 0 R>>');
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
  object(
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R/Fm 6 0 R>>>>>>',
  );
  stream('', Buffer.from(content));
  const size = /\/Width/.test(entries) ? '' : `/Width ${width}/Height ${height}`;
  stream(`/Type/XObject/Subtype/Image${size}${entries}${mask ? '/SMask 7 0 R' : ''}`, body);
  stream(
    '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</In 5 0 R>>>>',
    Buffer.from(form ?? ''),
  );
  if (mask) stream(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${mask.entries}`, mask.body);
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

let jpeg: Buffer;
let grey: Buffer;
beforeAll(async () => {
  const encode = (channels: 1 | 3) =>
    sharp(samples(channels), { raw: { width, height, channels } })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .jpeg({ quality: 95 })
      .toBuffer();
  [jpeg, grey] = [await encode(3), await encode(1)];
});
const rgb = '/ColorSpace/DeviceRGB/BitsPerComponent 8';
const dct = `${rgb}/Filter/DCTDecode`;
const drawn = 'q 306 0 0 396 150 250 cm /Im Do Q';

async function bind(source: Uint8Array): Promise<{ bytes: Buffer; item: AssembledItem }> {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-pictures-'));
  try {
    const { bytes, items } = await bindAll([source], join(folder, 'out.pdf'), {
      options: { pictures: reduction },
    });
    return { bytes, item: items[0]! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const codesOf = ({ findings }: AssembledItem) =>
  findings.map(({ code }) => code).filter((code) => code.startsWith('PICTURES'));

describe('pictures of more dots an inch than asked for', () => {
  test.each([
    ['a JPEG', () => ({ entries: dct, body: jpeg }), drawn, ''],
    [
      'a grey JPEG',
      () => ({ entries: '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode', body: grey }),
      drawn,
      '',
    ],
    [
      'compressed samples',
      () => ({ entries: `${rgb}/Filter/FlateDecode`, body: deflateSync(samples(3)) }),
      drawn,
      '',
    ],
    [
      'one in a form',
      () => ({ entries: dct, body: jpeg }),
      'q .5 0 0 .5 0 0 cm /Fm Do Q',
      'q 612 0 0 792 0 0 cm /In Do Q',
    ],
    ['one that lies turned', () => ({ entries: dct, body: jpeg }), 'q 0 306 -396 0 500 100 cm /Im Do Q', ''],
  ])('are made smaller and look the same: %s', async (_, stored, content, form) => {
    const source = pdfOf(stored(), content, form);
    const { bytes, item } = await bind(source);
    expect(codesOf(item)).toEqual(['PICTURES_MADE_SMALLER']);
    expect(bytes.includes('/Width 638/Height 825')).toBe(true);
    expect(bytes.includes(`/Width ${width}`)).toBe(false);
    expect(bytes.equals((await bind(source)).bytes)).toBe(true);
    const [before] = await pictures(source, 60);
    const after = (await pictures(bytes, 60)).at(-1)!;
    // Our own marks keep to the margins of the page; the picture lies between.
    const inside = (image: typeof after) => middleOf(image);
    expect(difference(inside(before!), inside(after))).toBeLessThan(4);
  });

  test('a soft mask is scaled with its picture, and stays a mask', async () => {
    const mask = {
      entries: '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
      body: deflateSync(samples(1)),
    };
    const { bytes, item } = await bind(pdfOf({ entries: dct, body: jpeg, mask }, drawn));
    expect(codesOf(item)).toEqual(['PICTURES_MADE_SMALLER']);
    expect(bytes.toString('latin1').match(/\/Width 638\/Height 825/g)).toHaveLength(2);
    expect(bytes.toString('latin1')).toMatch(/\/Width 638\/Height 825\/BitsPerComponent 8\/SMask \d+ 0 R/);
  });

  test.each([
    [
      'few dots as it is drawn largest',
      () => ({ entries: dct, body: jpeg }),
      `${drawn} q 612 0 0 792 0 0 cm /Im Do Q`,
      null,
    ],
    [
      'black and white',
      () => ({
        entries: '/ImageMask true/BitsPerComponent 1/Filter/FlateDecode',
        body: deflateSync(Buffer.alloc(160 * height)),
      }),
      drawn,
      'black and white only',
    ],
    [
      'inks',
      () => ({
        entries: '/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/FlateDecode',
        body: deflateSync(Buffer.alloc(width * height * 4)),
      }),
      drawn,
      'in colors',
    ],
    [
      'a color that is masked',
      () => ({ entries: `${dct}/Mask[0 9 0 9 0 9]`, body: jpeg }),
      drawn,
      'with a mask',
    ],
    ['a JPEG that is none', () => ({ entries: dct, body: Buffer.alloc(90_000, 7) }), drawn, 'not readable'],
    [
      'a JPEG that ends early',
      () => ({ entries: dct, body: jpeg.subarray(0, jpeg.length / 2) }),
      drawn,
      'not readable',
    ],
    [
      'fewer samples than it says',
      () => ({ entries: `${rgb}/Filter/FlateDecode`, body: deflateSync(Buffer.alloc(9_000)) }),
      drawn,
      'not readable',
    ],
    [
      'hardly any bytes already',
      () => ({
        entries: `${rgb}/Filter/FlateDecode`,
        body: deflateSync(Buffer.alloc(width * height * 3, 200)),
      }),
      drawn,
      'tenth smaller',
    ],
    ['no size on paper', () => ({ entries: dct, body: jpeg }), 'q 0 0 0 0 9 9 cm /Im Do Q', null],
  ])('a picture of %s stays byte for byte, and why is told', async (_, stored, content, words) => {
    const { entries, body } = stored();
    const { bytes, item } = await bind(pdfOf({ entries, body }, content));
    expect(bytes.includes(body)).toBe(true);
    expect(codesOf(item)).toEqual(words === null ? [] : ['PICTURES_LEFT_AS_THEY_ARE']);
    if (words !== null) expect(item.findings.at(-1)!.message).toContain(words);
  });

  test('a form that draws itself ends', async () => {
    const { item } = await bind(
      pdfOf({ entries: dct, body: jpeg }, '/Fm Do', '/Fm Do q 100 0 0 100 0 0 cm /In Do Q'),
    );
    expect(codesOf(item)).toEqual(['PICTURES_MADE_SMALLER']);
  });
});

describe('an exhibit that is a picture', () => {
  async function bindImage(kind: 'png' | 'jpeg', source: Uint8Array) {
    const folder = mkdtempSync(join(tmpdir(), 'forthwith-pictures-'));
    const path = join(folder, 'out.pdf');
    const item: AssembleItem = {
      label: 'A',
      title: 'Photograph',
      parent: null,
      original: { kind, pageCount: 1, selected: null },
      standIn: null,
      pages: 1,
      sheet: null,
      hasSticker: false,
      numbers: null,
      numberRange: '',
      designation: '',
      banner: '',
      citeLinks: [],
      filePath: path,
    };
    try {
      const tools = { ...testTools([source], [item], []), assetsDirectory, pdfiumWasmPath, drawIndex: null };
      const { items } = await assemble([item], { ...testOptions, pictures: reduction }, tools);
      return { bytes: readFileSync(path), item: items[0]! };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const large = () => sharp(samples(3), { raw: { width, height, channels: 3 } }).resize(1700, 2200);

  test.each(['png', 'jpeg'] as const)('is made smaller for its size on paper: %s', async (kind) => {
    const source = await (
      kind === 'png' ? large().png({ compressionLevel: 2 }) : large().jpeg({ quality: 95 })
    ).toBuffer();
    const { bytes, item } = await bindImage(kind, source);
    expect(codesOf(item)).toEqual(['PICTURES_MADE_SMALLER']);
    expect(bytes.length).toBeLessThan(source.length / 2);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });

  test('stays as it is when it has few dots, or more channels than can be changed', async () => {
    const small = makeJpeg(400, 300);
    expect((await bindImage('jpeg', small)).bytes.includes(small)).toBe(true);
    const masked = await large().ensureAlpha(0.5).png({ compressionLevel: 2 }).toBuffer();
    expect(codesOf((await bindImage('png', masked)).item)).toEqual(['PICTURES_LEFT_AS_THEY_ARE']);
  });
});

test.each([
  [
    { width: 2550, height: 3300 },
    { width: 8.5, height: 11 },
    { width: 1275, height: 1650 },
  ],
  [{ width: 1500, height: 1500 }, { width: 8.5, height: 8.5 }, null],
  [{ width: 3000, height: 10 }, { width: 1, height: 1 }, null],
  [{ width: 100, height: 100 }, { width: 0, height: 1 }, null],
  [{ width: 100, height: 100 }, { width: NaN, height: 1 }, null],
  [{ width: 100, height: 100 }, { width: Infinity, height: 1 }, null],
])('pictures are scaled to the dots asked for: %j on %j inches', (size, inches, expected) => {
  expect(smallerSize(size, inches, 150)).toEqual(expected);
});

type Grey = Awaited<ReturnType<typeof pictures>>[number];

/** The middle of a page, clear of margins. */
function middleOf({ width: across, height: down, pixels }: Grey): number[] {
  const middle: number[] = [];
  for (let y = Math.floor(down * 0.15); y < down * 0.8; y += 1)
    for (let x = Math.floor(across * 0.1); x < across * 0.9; x += 1) middle.push(pixels[y * across + x]!);
  return middle;
}

function difference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
}
