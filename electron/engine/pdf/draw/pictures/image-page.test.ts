import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../archival/write/srgb-profile.ts';
import type { ObjectSink } from '../font-subset.ts';
import { layImage } from './image-page.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

/** Headers of a JPEG of ours; the picture itself plays no part here. */
function makeJpeg({
  width,
  height,
  components = 3,
  orientation,
  isAdobe = false,
  names = '',
}: {
  width: number;
  height: number;
  components?: number;
  orientation?: number;
  isAdobe?: boolean;
  names?: string;
}): Uint8Array {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const frame = Buffer.alloc(6 + components * 3);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  frame[5] = components;
  [...names].forEach((name, at) => frame.write(name, 6 + 3 * at, 'latin1'));
  const tiff = Buffer.from(
    'MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\0\0\0\0\0\0\0',
    'latin1',
  );
  if (orientation !== undefined) tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation === undefined ? [] : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))]),
    ...(isAdobe ? [segment(0xee, Buffer.from('Adobe\0\0\0\0\0\0\0'))] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([0, 0, 0])),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ]);
}

function makePng(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: Buffer,
  extra: [string, Buffer][] = [],
) {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = type;
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    ...extra.map(([name, body]) => chunk(name, body)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

class Collector implements ObjectSink {
  readonly streams: { entries: string; body: Uint8Array }[] = [];
  #next = 1;
  allocate() {
    return this.#next++;
  }
  writeObject() {}
  writeStream(_id: number, entries: string, body: Uint8Array) {
    this.streams.push({ entries, body });
  }
}

function lay(kind: 'png' | 'jpeg', bytes: Uint8Array) {
  const image = layImage(kind, bytes);
  if ('reason' in image) throw new Error(image.reason);
  const sink = new Collector();
  const drawn = image.write(sink);
  const matrix = drawn.content('I').slice(2, drawn.content('I').indexOf(' cm')).split(' ').map(Number);
  return { ...image, streams: sink.streams, matrix };
}

describe('an image on paper', () => {
  it('carries a JPEG’s bytes untouched', () => {
    const jpeg = makeJpeg({ width: 100, height: 50 });
    const { streams } = lay('jpeg', jpeg);
    expect(Buffer.from(streams[0]!.body).equals(jpeg)).toBe(true);
    expect(streams[0]!.entries).toContain('/Filter/DCTDecode');
  });

  it('carries nothing that cameras and programs write beside the picture, which stays bit for bit', async () => {
    const pixels = Buffer.from(Array.from({ length: 96 * 64 * 3 }, (_, at) => (at * 7919) % 251));
    const raw = { width: 96, height: 64, channels: 3 } as const;
    const options = { quality: 60, progressive: true, chromaSubsampling: '4:2:0' };
    const plain = await sharp(pixels, { raw }).jpeg(options).toBuffer();
    const shot = await sharp(pixels, { raw })
      .jpeg(options)
      .withExif({
        IFD0: { Artist: 'SECRET artist', Copyright: 'SECRET rights' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 36/1 22/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- SECRET words --></x:xmpmeta>')
      .withIccProfile('srgb')
      .toBuffer();
    const told = (marker: number, text: string) => {
      const body = Buffer.from(text, 'latin1');
      return Buffer.concat([Buffer.of(0xff, marker, 0, body.length + 2), body]);
    };
    const beside = [
      told(0xfe, 'SECRET comment'),
      told(0xed, 'Photoshop 3.0\0SECRET caption'),
      told(0xe0, 'JFXX\0SECRET small picture'),
      told(0xee, 'Adobe\0d\0\0\0\0\x01SECRET'),
    ];
    const film = Buffer.concat([plain, Buffer.from('SECRET film')]);
    const { streams } = lay('jpeg', Buffer.concat([shot.subarray(0, 2), ...beside, shot.subarray(2), film]));
    const [profile, picture] = streams.map(({ body }) => Buffer.from(body));
    expect(picture!.includes('SECRET')).toBe(false);
    expect(picture!.includes('Exif')).toBe(false);
    expect(profile!.toString('latin1', 36, 40)).toBe('acsp');
    expect(picture!.length).toBeLessThan(plain.length + 20);
    const decoded = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await decoded(picture!)).equals(await decoded(plain))).toBe(true);
  });

  it('sees that a JPEG is cut short, whatever ends in its headers', () => {
    const jpeg = makeJpeg({ width: 100, height: 50 });
    // A camera's thumbnail is a whole JPEG within the Exif segment.
    const exif = Buffer.from([0xff, 0xe1, 0, 6, 1, 2, 0xff, 0xd9]);
    const shot = Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
    const isCut = (bytes: Uint8Array) => 'reason' in readJpeg(bytes);
    expect(isCut(shot)).toBe(false);
    expect(isCut(Buffer.concat([shot, Buffer.from('appended')]))).toBe(false);
    expect(isCut(shot.subarray(0, -2))).toBe(true);
    // A header between scans may hold the bytes of an end marker.
    const table = Buffer.from([0xff, 0xdb, 0, 6, 0xff, 0xd9, 0xff, 0xd9]);
    expect(isCut(Buffer.concat([shot.subarray(0, -2), table]))).toBe(true);
    expect(isCut(Buffer.concat([shot.subarray(0, -2), table, Buffer.from([0xff, 0xd9])]))).toBe(false);
  });

  it('does not carry a JPEG of red, green and blue that a PDF would take for YCbCr', () => {
    const size = { width: 10, height: 10, names: 'RGB' };
    expect(readJpeg(makeJpeg(size))).toEqual({ reason: expect.stringContaining('colors') });
    expect(readJpeg(makeJpeg({ ...size, isAdobe: true }))).not.toHaveProperty('reason');
    expect(readJpeg(makeJpeg({ ...size, names: '\u0001\u0002\u0003' }))).not.toHaveProperty('reason');
  });

  it('is never larger than at 96 pixels an inch, and fits its margins when it would be', () => {
    const small = lay('jpeg', makeJpeg({ width: 96, height: 96 }));
    expect(small.matrix.slice(0, 4)).toEqual([72, 0, 0, 72]);
    const large = lay('jpeg', makeJpeg({ width: 3000, height: 4000 }));
    expect([large.width, large.height]).toEqual([612, 792]);
    const [w, , , h, x, y] = large.matrix;
    expect(w! / h!).toBeCloseTo(0.75, 3);
    expect(x).toBeGreaterThanOrEqual(36);
    expect(y! + h!).toBeLessThanOrEqual(792 - 36 + 0.001);
  });

  it('lies on landscape paper when that shows it larger', () => {
    const wide = lay('jpeg', makeJpeg({ width: 4000, height: 2000 }));
    expect([wide.width, wide.height]).toEqual([792, 612]);
    const turned = lay('jpeg', makeJpeg({ width: 4000, height: 2000, orientation: 6 }));
    expect([turned.width, turned.height]).toEqual([612, 792]);
  });

  it.each([
    [1, [0, 0], [0, 1]],
    [2, [1, 0], [1, 1]],
    [3, [1, 1], [1, 0]],
    [4, [0, 1], [0, 0]],
    [5, [1, 1], [0, 1]],
    [6, [0, 1], [1, 1]],
    [7, [0, 0], [1, 0]],
    [8, [1, 0], [0, 0]],
  ])('is turned by a matrix for Exif orientation %i', (orientation, lowerLeft, upperLeft) => {
    const { matrix, width, height } = lay('jpeg', makeJpeg({ width: 96, height: 96, orientation }));
    const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
    const [x0, y0] = [(width - 72) / 2, 90 + (height - 36 - 90 - 72) / 2];
    const at = (u: number, v: number) => [
      Math.round((a * u + c * v + e - x0) / 72),
      Math.round((b * u + d * v + f - y0) / 72),
    ];
    // Where the stored picture's lower left and upper left corners come to lie.
    expect(at(0, 0)).toEqual(lowerLeft);
    expect(at(0, 1)).toEqual(upperLeft);
  });

  it('turns Adobe’s inverted inks back', () => {
    const { streams } = lay('jpeg', makeJpeg({ width: 10, height: 10, components: 4, isAdobe: true }));
    expect(streams[0]!.entries).toContain('/Decode[1 0 1 0 1 0 1 0]');
    expect(lay('jpeg', makeJpeg({ width: 10, height: 10, components: 4 })).streams[0]!.entries).not.toContain(
      '/Decode[',
    );
  });

  it('is refused with a reason when it is no picture', () => {
    expect(readJpeg(Buffer.from('not a picture'))).toEqual({ reason: 'it is not a JPEG' });
    expect(readPng(Buffer.from('not a picture'))).toEqual({ reason: 'it is not a PNG' });
  });
});

describe('a PNG', () => {
  it('of plain colors goes in as it is stored', () => {
    const rows = Buffer.from([1, 10, 20, 30, 5, 5, 5]);
    const png = readPng(makePng(2, 1, 8, 2, rows));
    expect(png).toMatchObject({ samples: null, alpha: null, colors: 3 });
    expect('stored' in png && Buffer.from(png.stored!).equals(deflateSync(rows))).toBe(true);
  });

  it('with opacity among its colors is taken apart, value for value', () => {
    // Second pixel by the filter "difference from the left".
    const png = readPng(makePng(2, 1, 8, 6, Buffer.from([1, 10, 20, 30, 255, 1, 2, 3, 129])));
    if ('reason' in png) throw new Error(png.reason);
    expect([...png.samples!]).toEqual([10, 20, 30, 11, 22, 33]);
    expect([...png.alpha!.samples]).toEqual([255, 128]);
  });

  it('of indexed colors with see-through entries gets a mask', () => {
    const png = readPng(
      makePng(4, 1, 2, 3, Buffer.from([0, 0b00011011]), [
        ['PLTE', Buffer.from([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])],
        ['tRNS', Buffer.from([0, 128])],
      ]),
    );
    expect('alpha' in png && [...png.alpha!.samples]).toEqual([0, 128, 255, 255]);
  });

  it.each(['colors', 'opacity', 'palette'] as const)(
    'of %s keeps the profile that says what its values mean',
    async (form) => {
      const pixels = Buffer.from(Array.from({ length: 16 * 16 * 4 }, (_, at) => (at * 7919) % 251));
      const raw = { width: 16, height: 16, channels: 4 } as const;
      const opened = sharp(pixels, { raw }).withIccProfile('p3');
      const shaped = form === 'opacity' ? opened : opened.removeAlpha();
      const png = await shaped.png({ palette: form === 'palette' }).toBuffer();
      const { streams } = lay('png', png);
      const { icc } = await sharp(png).metadata();
      expect(Buffer.from(streams[0]!.body).equals(icc!)).toBe(true);
      expect(streams[0]!.entries).toBe('/N 3/Alternate/DeviceRGB');
      const space = form === 'palette' ? '/ColorSpace [/Indexed [/ICCBased ' : '/ColorSpace [/ICCBased ';
      expect(streams[1]!.entries).toContain(space);
    },
  );

  it('with a profile that is broken, of other colors or a trap is shown without it', () => {
    const laid = (profile: Buffer, { method = 0, type = 2 } = {}) => {
      const chunk = Buffer.concat([Buffer.from([0x50, 0, method]), profile]);
      const { streams } = lay('png', makePng(1, 1, 8, type, Buffer.from([0, 10, 20, 30]), [['iCCP', chunk]]));
      return streams.map(({ entries }) => /ColorSpace \S+|Alternate\S+/.exec(entries)![0]);
    };
    const whole = srgbProfile();
    const [grey, inks] = ['GRAY', 'CMYK'].map((space) => {
      const other = Buffer.from(whole);
      other.write(space, 16, 'latin1');
      return other;
    }) as [Buffer, Buffer];
    expect(laid(deflateSync(whole))).toEqual(['Alternate/DeviceRGB', 'ColorSpace [/ICCBased']);
    expect(laid(deflateSync(grey), { type: 0 })).toEqual(['Alternate/DeviceGray', 'ColorSpace [/ICCBased']);
    for (const broken of [
      whole,
      deflateSync(whole.subarray(0, -1)),
      deflateSync(inks),
      deflateSync(grey),
      deflateSync(Buffer.alloc(64 * 1024 * 1024)),
      Buffer.alloc(0),
    ])
      expect(laid(broken)).toEqual(['ColorSpace /DeviceRGB/BitsPerComponent']);
    expect(laid(deflateSync(whole), { method: 1 })).toEqual(['ColorSpace /DeviceRGB/BitsPerComponent']);
  });
});
