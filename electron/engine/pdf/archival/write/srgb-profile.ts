/** Red, green and blue of IEC 61966-2-1 as seen under the light that profiles are made for (ICC.1:2001-04 annex E, adapted to D50). */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const white = [0.9642, 1, 0.82491] as const;
const curvePoints = 1_024;

/**
 * The sRGB colour space as an ICC profile of version 2.1, which every reader of PDF/A-2 knows: what red, green and blue of a page
 * mean where the page does not say it. Made of the standard's own numbers.
 */
export function srgbProfile(): Buffer {
  const xyz = ([x, y, z]: readonly [number, number, number]) => {
    const body = Buffer.alloc(20);
    body.write('XYZ ', 0, 'latin1');
    [x, y, z].forEach((value, i) => body.writeInt32BE(Math.round(value * 65_536), 8 + 4 * i));
    return body;
  };
  const copyright = 'No copyright, use freely';
  const text = Buffer.concat([Buffer.from('text\0\0\0\0'), Buffer.from(`${copyright}\0`)]);
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text],
    ['wtpt', xyz(white)],
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
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A profile must have a date: that of the version of the standard it is made of.
  [2001, 4, 1, 0, 0, 0].forEach((part, i) => bytes.writeUInt16BE(part, 24 + 2 * i));
  bytes.write('acsp', 36, 'latin1');
  white.forEach((value, i) => bytes.writeInt32BE(Math.round(value * 65_536), 68 + 4 * i));
  return bytes;
}

/** How light each value of a channel is: a straight line near black, then a power. */
function toneCurve(): Buffer {
  const body = Buffer.alloc(12 + 2 * curvePoints);
  body.write('curv', 0, 'latin1');
  body.writeUInt32BE(curvePoints, 8);
  for (let i = 0; i < curvePoints; i += 1) {
    const value = i / (curvePoints - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    body.writeUInt16BE(Math.round(light * 65_535), 12 + 2 * i);
  }
  return body;
}

/** A description in the form of version 2: in ASCII, and nothing in other scripts. */
function description(words: string): Buffer {
  const body = Buffer.alloc(12 + words.length + 1 + 12 + 67);
  body.write('desc', 0, 'latin1');
  body.writeUInt32BE(words.length + 1, 8);
  body.write(words, 12, 'latin1');
  return body;
}
