/** One entry of a tape archive, header and content, as `tar` writes it. */
export function tarEntry(
  name: string | Uint8Array,
  content: string | Uint8Array = '',
  { type = '0', prefix = '', sizeBytes = Buffer.from(content).length, linksTo = '' } = {},
): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100, 'latin1');
  header.write(`${sizeBytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write(`        ${type}`, 148, 'latin1');
  header.write(linksTo, 157, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const bytes = Buffer.from(content);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A tape archive of entries. */
export const makeTar = (...entries: readonly Buffer[]): Buffer =>
  Buffer.concat([...entries, Buffer.alloc(1_024)]);
