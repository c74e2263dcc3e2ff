import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import { mpegFrameAt } from '../kind/media-kind.ts';
import type { RecordingFacts } from './inspect-recording.ts';

const textFields: Readonly<Record<string, 'title' | 'author' | 'createdAt' | 'software'>> = {
  TIT2: 'title',
  TPE1: 'author',
  TDRC: 'createdAt',
  TSSE: 'software',
};
/** How far beyond its tag the first frame of an MP3 file is looked for, in bytes. */
const searchBytes = 65_536;

/** Reads what an MP3 file says of itself: its ID3v2 tag, and its length from the count of frames or the bit rate. */
export function describeMpegAudio(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  const head = readRange(source, 0, 10);
  let start = 0;
  if (head.toString('latin1', 0, 3) === 'ID3' && head.length === 10) {
    const size = synchsafe(head, 6);
    readTag(readRange(source, 10, Math.min(size, 1024 * 1024)), head[3]!, facts);
    start = 10 + size;
  }
  const bytes = readRange(source, start, searchBytes);
  let at = 0;
  let frame = mpegFrameAt(bytes, at);
  while (frame === null && at + 4 < bytes.length) frame = mpegFrameAt(bytes, ++at);
  if (frame === null) return facts;
  const side = frame.isVersion1 ? (frame.isMono ? 17 : 32) : frame.isMono ? 9 : 17;
  const tag = bytes.subarray(at + 4 + side, at + 16 + side);
  const isCounted = /^(?:Xing|Info)/.test(tag.toString('latin1', 0, 4)) && (tag[7]! & 1) === 1;
  facts.durationMs =
    isCounted && tag.length === 12
      ? (tag.readUInt32BE(8) * frame.samples * 1_000) / frame.sampleRate
      : ((source.sizeBytes - start - at) * 8_000) / frame.bitrate;
  return facts;
}

function synchsafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + (bytes[at + index]! & 0x7f), 0);
}

/** Frames of ID3v2.3 and 2.4; those of 2.2 have other names and are left. */
function readTag(tag: Buffer, version: number, facts: RecordingFacts): void {
  for (let at = 0; at + 11 <= tag.length && version >= 3;) {
    const name = tag.toString('latin1', at, at + 4);
    if (!/^[A-Z0-9]{4}$/.test(name)) return;
    const size = version === 4 ? synchsafe(tag, at + 4) : tag.readUInt32BE(at + 4);
    const field = textFields[name];
    if (field) facts[field] ??= tagText(tag.subarray(at + 10, at + 10 + Math.min(size, 1_000)));
    at += 10 + size;
  }
}

function tagText(bytes: Buffer): string {
  const body = bytes.subarray(1);
  if (bytes[0] === 1) return new TextDecoder(body[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(body);
  if (bytes[0] === 2) return new TextDecoder('utf-16be').decode(body);
  return bytes[0] === 3 ? body.toString('utf8') : body.toString('latin1');
}
