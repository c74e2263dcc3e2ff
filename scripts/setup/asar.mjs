/**
 * Makes an asar archive of a few flat files: a pickle with the size of a second pickle, which holds the JSON header;
 * then the files' bytes.
 *
 * @param {Readonly<Record<string, string>>} files name → text
 * @returns {Buffer}
 */
export function makeAsar(files) {
  const header = { files: {} };
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    header.files[name] = { size: body.length, offset: String(offset) };
    bodies.push(body);
    offset += body.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const paddedLength = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + paddedLength);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + paddedLength, 4);
  head.writeUInt32LE(4 + paddedLength, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
