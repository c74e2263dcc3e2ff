/** Red, green and blue of IEC 61966-2-1 as seen under the light that profiles are made for (D50; ISO 15076-1 annex E), by Bradford’s matrix. */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const adaptation = [
  1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168,
] as const;
const white = [0.9642, 1, 0.82491] as const;
/** How light each value of a channel is: a power of 2.4 of (value + 0.055) / 1.055 from 0.04045 on, below it a twelfth or so. */
const tone = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/**
 * The sRGB color space as an ICC profile (ISO 15076-1:2005, version 4.2, the newest that PDF/A-2 knows): what red, green and blue of
 * a page mean where the page does not say it. Made of the standard's own numbers.
 */
export function srgbProfile(): Buffer {
  const curve = Buffer.concat([Buffer.from('para\0\0\0\0\0\u0003\0\0', 'latin1'), fixed(tone)]);
  const xyz = (values: readonly number[]) => Buffer.concat([Buffer.from('XYZ \0\0\0\0'), fixed(values)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', words('sRGB IEC61966-2.1')],
    ['cprt', words('No copyright, use freely')],
    ['wtpt', xyz(white)],
    ['chad', Buffer.concat([Buffer.from('sf32\0\0\0\0'), fixed(adaptation)])],
    ['rXYZ', xyz(primaries.rXYZ)],
    ['gXYZ', xyz(primaries.gXYZ)],
    ['bXYZ', xyz(primaries.bXYZ)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let at = 128 + table.length;
  for (const [i, [name, body]] of tags.entries()) {
    if (!places.has(body)) {
      places.set(body, at);
      const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
      bodies.push(padded);
      at += padded.length;
    }
    table.write(name, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(places.get(body)!, 8 + 12 * i);
    table.writeUInt32BE(body.length, 12 + 12 * i);
  }
  return Buffer.concat([header(at), table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A profile must have a date: that of the standard it is made of.
  [2005, 12, 15, 0, 0, 0].forEach((part, i) => bytes.writeUInt16BE(part, 24 + 2 * i));
  bytes.write('acsp', 36, 'latin1');
  fixed(white).copy(bytes, 68);
  return bytes;
}

/** Numbers of sixteen bits before and after their point. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeInt32BE(Math.round(value * 65_536), 4 * i));
  return bytes;
}

/** Words in English, as the format has them. */
function words(text: string): Buffer {
  const head = Buffer.alloc(28);
  head.write('mluc', 0, 'latin1');
  head.writeUInt32BE(1, 8);
  head.writeUInt32BE(12, 12);
  head.write('enUS', 16, 'latin1');
  head.writeUInt32BE(2 * text.length, 20);
  head.writeUInt32BE(28, 24);
  return Buffer.concat([head, Buffer.from(text, 'utf16le').swap16()]);
}
