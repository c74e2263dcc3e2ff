/** Component of Tesseract's language data that is the network (tessdatamanager.h: TESSDATA_LSTM). */
const networkComponent = 17;
const countBytes = 4;
const offsetBytes = 8;

/**
 * Language data with another network, and words, signs and numbers as they are. Tesseract's data is a count (32 bits), an offset for
 * each kind of component (64 bits, -1 for one that is not there), and the components in the order of their offsets; all little-endian.
 *
 * @param language an `….traineddata` of the same signs as the network was taught with
 * @throws Error when it has no network to be replaced
 * @example withNetwork(bestInt, fastNetwork)
 */
export function withNetwork(language: Uint8Array, network: Uint8Array): Uint8Array {
  const old = new DataView(language.buffer, language.byteOffset, language.byteLength);
  const count = old.getInt32(0, true);
  const offsets = Array.from({ length: count }, (_, kind) =>
    Number(old.getBigInt64(countBytes + kind * offsetBytes, true)),
  );
  const start = offsets[networkComponent] ?? -1;
  if (start < 0) throw new Error('the language data has no network');
  const end = Math.min(language.length, ...offsets.filter((offset) => offset > start));
  const moved = network.length - (end - start);
  const replaced = new Uint8Array(language.length + moved);
  replaced.set(language.subarray(0, start));
  replaced.set(network, start);
  replaced.set(language.subarray(end), start + network.length);
  const view = new DataView(replaced.buffer);
  for (const [kind, offset] of offsets.entries())
    if (offset > start) view.setBigInt64(countBytes + kind * offsetBytes, BigInt(offset + moved), true);
  return replaced;
}
