const headerBytes = 12;
const recordBytes = 16;
/** An empty name table of format 0. */
const noNames = [0, 0, 0, 0, 0, 6];

/**
 * The same font without the empty tables in its list, as font editors leave them (TSI3 in
 * NanumGothic): PDF programs skip them, and a browser refuses the whole font. Nor does it keep its names, which the licence
 * reserves for fonts as they were published (SIL OFL 1.1, 3).
 *
 * @param {Uint8Array} font a TrueType file
 * @returns {Uint8Array}
 */
export function withoutEmptyTables(font) {
  const bytes = Buffer.from(font);
  const end = headerBytes + bytes.readUInt16BE(4) * recordBytes;
  const records = [];
  for (let at = headerBytes; at < end; at += recordBytes)
    records.push(Buffer.from(bytes.subarray(at, at + recordBytes)));
  const kept = records.filter((record) => record.readUInt32BE(12) > 0);
  if (kept.length === records.length) return font;
  const names = kept.find((record) => record.toString('latin1', 0, 4) === 'name');
  bytes.set(noNames, names.readUInt32BE(8));
  names.writeUInt32BE(noNames.length, 12);
  const largestPower = 2 ** Math.floor(Math.log2(kept.length));
  bytes.writeUInt16BE(kept.length, 4);
  bytes.writeUInt16BE(largestPower * recordBytes, 6);
  bytes.writeUInt16BE(Math.log2(largestPower), 8);
  bytes.writeUInt16BE((kept.length - largestPower) * recordBytes, 10);
  // Tables are found by their offset from the beginning, so they stay where they are.
  bytes.fill(0, headerBytes, end).set(Buffer.concat(kept), headerBytes);
  return bytes;
}

/**
 * Vite's plugin that writes fonts so that a browser accepts them.
 *
 * @returns {import('vite').Plugin}
 */
export function webFonts() {
  return {
    name: 'web-fonts',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.ttf') && typeof file.source !== 'string')
          file.source = withoutEmptyTables(file.source);
    },
  };
}
