import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import type { RecordingFacts } from './inspect-recording.ts';

/** Bytes of a frame by its type, its first byte included (RFC 4867 §5.3; 3GPP TS 26.101 and 26.201); 0 where a type is not used. */
const narrowFrames = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const wideFrames = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
const frameMs = 20;
/** Bytes of a voice message that are gone through: some hours. */
const maxBytes = 32 * 1024 * 1024;

/** Reads the length of a voice message in AMR, as carriers and telephones send it: each frame is 20 milliseconds. */
export function describeAmr(source: ByteSource): RecordingFacts {
  const bytes = readRange(source, 0, maxBytes);
  const isWide = bytes.toString('latin1', 0, 9) === '#!AMR-WB\n';
  const sizes = isWide ? wideFrames : narrowFrames;
  let frames = 0;
  let at = isWide ? 9 : 6;
  while (at < bytes.length) {
    const size = sizes[(bytes[at]! >> 3) & 15]!;
    if (size === 0) break;
    at += size;
    if (at <= bytes.length) frames++;
  }
  const isAll = bytes.length === source.sizeBytes;
  return {
    ...(isAll && { durationMs: frames * frameMs }),
    isCut: isAll && at > bytes.length,
  };
}

/** Chunks looked at in one file. */
const maxChunks = 1_000;

/** Reads the length of a Core Audio file (.caf), as Messages of Apple sends spoken ones (Apple Core Audio Format Specification 1.0). */
export function describeCoreAudio(source: ByteSource): RecordingFacts {
  let rate = 0;
  let bytesPerPacket = 0;
  let framesPerPacket = 0;
  const facts: RecordingFacts = {};
  let at = 8;
  for (let count = 0; at + 12 <= source.sizeBytes && count < maxChunks; count++) {
    const head = readRange(source, at, 44);
    const type = head.toString('latin1', 0, 4);
    const stated = head.readBigInt64BE(4);
    // The sound itself may go on to the end of the file, unmeasured.
    const size = stated < 0n ? source.sizeBytes - at - 12 : Number(stated);
    if (at + 12 + size > source.sizeBytes) facts.isCut = true;
    if (type === 'desc' && head.length === 44) {
      rate = head.readDoubleBE(12);
      bytesPerPacket = head.readUInt32BE(28);
      framesPerPacket = head.readUInt32BE(32);
    } else if (type === 'pakt' && head.length >= 28 && rate > 0)
      facts.durationMs = (Number(head.readBigInt64BE(20)) / rate) * 1_000;
    else if (type === 'data' && rate > 0 && bytesPerPacket > 0)
      // Before the sound stands a count of edits.
      facts.durationMs ??= (((size - 4) / bytesPerPacket) * framesPerPacket * 1_000) / rate;
    at += 12 + size;
  }
  return facts;
}
