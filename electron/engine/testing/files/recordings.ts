/** A WAVE file of ours: mono, 8,000 samples a second, 8 bits, silent. @param durationMs its length in milliseconds */
export function makeWave(durationMs: number): Buffer {
  const samples = Math.round(durationMs * 8);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 0x80)]);
}

/** A box of an ISO base media file. */
export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/**
 * An MP4 file of ours without any picture in it: only what it says of itself.
 *
 * @param durationMs its length in milliseconds
 * @param createdAt an instant
 */
export function makeFilm(durationMs: number, width: number, height: number, createdAt: string): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(Date.parse(createdAt) / 1_000 + 2_082_844_800, 4);
  movie.writeUInt32BE(1_000, 12);
  movie.writeUInt32BE(durationMs, 16);
  const track = Buffer.alloc(84);
  track.writeUInt32BE(width * 65_536, 76);
  track.writeUInt32BE(height * 65_536, 80);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')),
    box('moov', box('mvhd', movie), box('trak', box('tkhd', track))),
    box('mdat', Buffer.alloc(64)),
  ]);
}
