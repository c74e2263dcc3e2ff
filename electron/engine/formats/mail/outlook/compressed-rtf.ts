/** What every dictionary begins with ([MS-OXRTFCP] §2.1.2.1). */
const prefix =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const dictionaryBytes = 4_096;

/**
 * Inflates the RTF of an Outlook body ([MS-OXRTFCP]). What is cut off gives what there is.
 *
 * @param maxBytes decoded bytes to stop at
 * @returns null when the bytes are no compressed RTF
 */
export function inflateRtf(packed: Buffer, maxBytes: number): Buffer | null {
  if (packed.length < 16) return null;
  const rawBytes = packed.readUInt32LE(4);
  const form = packed.toString('latin1', 8, 12);
  if (form === 'MELA') return packed.subarray(16, 16 + Math.min(rawBytes, maxBytes));
  if (form !== 'LZFu') return null;
  // Each run of 17 bits gives at most 17 bytes, so a lying size cannot ask for more than that.
  const out = Buffer.allocUnsafe(Math.min(rawBytes, maxBytes, packed.length * 9));
  const dictionary = Buffer.alloc(dictionaryBytes);
  let write = dictionary.write(prefix, 'latin1');
  let length = 0;
  const put = (byte: number) => {
    out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % dictionaryBytes;
  };
  let at = 16;
  while (at < packed.length && length < out.length) {
    const control = packed[at++]!;
    for (let bit = 0; bit < 8 && at < packed.length && length < out.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at++]!);
        continue;
      }
      if (at + 1 >= packed.length) return out.subarray(0, length);
      const reference = packed.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return out.subarray(0, length);
      for (let run = 0; run < (reference & 0xf) + 2 && length < out.length; run += 1)
        put(dictionary[(offset + run) % dictionaryBytes]!);
    }
  }
  return out.subarray(0, length);
}
