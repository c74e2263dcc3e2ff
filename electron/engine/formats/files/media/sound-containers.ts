import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import type { RecordingFacts } from './inspect-recording.ts';

/** Chunks looked at in one file. */
const maxChunks = 2_000;

/** Reads what a WAVE or AVI file says of itself. */
export function describeRiff(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  const isFilm = readRange(source, 8, 4).toString('latin1') === 'AVI ';
  let bytesPerSecond = 0;
  let soundBytes: number | null = null;
  for (const { type, start, size } of riffChunks(source, 12, source.sizeBytes)) {
    if (start + size > source.sizeBytes && size !== 0xffffffff) facts.isCut = true;
    if (type === 'fmt ') bytesPerSecond = uint32(source, start + 8);
    else if (type === 'data') soundBytes ??= Math.min(size, source.sizeBytes - start);
    else if (type === 'bext') {
      facts.author ??= readRange(source, start + 256, 32).toString('latin1');
      const date = readRange(source, start + 320, 18).toString('latin1');
      if (/^\d{4}.\d{2}.\d{2}\d{2}.\d{2}.\d{2}/.test(date))
        facts.createdAt ??= `${date.slice(0, 10).replace(/\D/g, '-')}T${date.slice(10).replace(/\D/g, ':')}`;
    } else if (type === 'LIST') readList(source, start, size, facts);
  }
  if (!isFilm && bytesPerSecond > 0 && soundBytes !== null)
    facts.durationMs = (soundBytes / bytesPerSecond) * 1_000;
  return facts;
}

const infoFields: Readonly<Record<string, 'title' | 'author' | 'createdAt' | 'software'>> = {
  INAM: 'title',
  IART: 'author',
  ICRD: 'createdAt',
  ISFT: 'software',
};

function readList(source: ByteSource, start: number, size: number, facts: RecordingFacts): void {
  const list = readRange(source, start, 4).toString('latin1');
  const end = Math.min(start + size, source.sizeBytes);
  if (list !== 'INFO' && list !== 'hdrl') return;
  for (const chunk of riffChunks(source, start + 4, end)) {
    const field = infoFields[chunk.type];
    if (field)
      facts[field] ??= readRange(source, chunk.start, Math.min(chunk.size, 1_000)).toString('latin1');
    if (chunk.type !== 'avih') continue;
    const bytes = readRange(source, chunk.start, 40);
    if (bytes.length < 40) continue;
    facts.durationMs = (bytes.readUInt32LE(0) * bytes.readUInt32LE(16)) / 1_000;
    facts.width = bytes.readUInt32LE(32);
    facts.height = bytes.readUInt32LE(36);
  }
}

function* riffChunks(source: ByteSource, from: number, end: number) {
  let at = from;
  for (let count = 0; at + 8 <= end && count < maxChunks; count++) {
    const head = readRange(source, at, 8);
    const size = head.readUInt32LE(4);
    yield { type: head.toString('latin1', 0, 4), start: at + 8, size };
    at += 8 + size + (size % 2);
  }
}

function uint32(source: ByteSource, at: number): number {
  const bytes = readRange(source, at, 4);
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
}

/** Reads what an AIFF file says of itself: frames, and their rate as a number of 80 bits. */
export function describeAiff(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  let at = 12;
  for (let count = 0; at + 8 <= source.sizeBytes && count < maxChunks; count++) {
    const head = readRange(source, at, 26);
    const type = head.toString('latin1', 0, 4);
    const size = head.readUInt32BE(4);
    if (at + 8 + size > source.sizeBytes) facts.isCut = true;
    if (type === 'COMM' && head.length === 26) {
      const rate =
        (head.readUInt32BE(18) * 2 ** 32 + head.readUInt32BE(22)) *
        2 ** ((head.readUInt16BE(16) & 0x7fff) - 16_446);
      if (rate > 0) facts.durationMs = (head.readUInt32BE(10) / rate) * 1_000;
    } else if (type === 'NAME')
      facts.title = readRange(source, at + 8, Math.min(size, 500)).toString('latin1');
    else if (type === 'AUTH')
      facts.author = readRange(source, at + 8, Math.min(size, 500)).toString('latin1');
    at += 8 + size + (size % 2);
  }
  return facts;
}

/** Reads what a FLAC file says of itself (RFC 9639 §8). */
export function describeFlac(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  for (let at = 4, count = 0; at + 4 <= source.sizeBytes && count < 128; count++) {
    const head = readRange(source, at, 4);
    const size = head.readUIntBE(1, 3);
    const type = head[0]! & 0x7f;
    if (type === 0) {
      const bytes = readRange(source, at + 4, 34);
      if (bytes.length < 18) break;
      const rate = bytes.readUIntBE(10, 3) >> 4;
      const samples = (bytes[13]! & 0x0f) * 2 ** 32 + bytes.readUInt32BE(14);
      if (rate > 0 && samples > 0) facts.durationMs = (samples / rate) * 1_000;
    } else if (type === 4) readComments(readRange(source, at + 4, Math.min(size, 65_536)), facts);
    if ((head[0]! & 0x80) !== 0) break;
    at += 4 + size;
  }
  return facts;
}

const commentFields: Readonly<Record<string, 'title' | 'author' | 'createdAt'>> = {
  TITLE: 'title',
  ARTIST: 'author',
  DATE: 'createdAt',
};

/** Comments as Vorbis writes them: a maker, then names with values. */
function readComments(bytes: Buffer, facts: RecordingFacts): void {
  if (bytes.length < 8) return;
  const maker = bytes.readUInt32LE(0);
  facts.software ??= bytes.toString('utf8', 4, 4 + Math.min(maker, 500));
  let at = 8 + maker;
  for (let count = 0; at + 4 <= bytes.length && count < 200; count++) {
    const end = at + 4 + bytes.readUInt32LE(at);
    const [name, ...value] = bytes.toString('utf8', at + 4, Math.min(end, at + 1_000)).split('=');
    const field = commentFields[name!.toUpperCase()];
    if (field) facts[field] ??= value.join('=');
    at = end;
  }
}

/** Reads what an Ogg file says of itself: its length is the place of its last page (RFC 3533 §6). */
export function describeOgg(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  const head = readRange(source, 0, 65_536);
  const vorbis = head.indexOf('\x01vorbis', 0, 'latin1');
  const opus = head.indexOf('OpusHead', 0, 'latin1');
  const rate =
    opus >= 0 ? 48_000 : vorbis >= 0 && vorbis + 16 <= head.length ? head.readUInt32LE(vorbis + 12) : 0;
  // RFC 7845 §5.1: the first samples of Opus are not played.
  const skipped = opus >= 0 && opus + 12 <= head.length ? head.readUInt16LE(opus + 10) : 0;
  const tail = readRange(source, source.sizeBytes - 65_536, Math.min(65_536, source.sizeBytes));
  const last = tail.lastIndexOf('OggS', undefined, 'latin1');
  if (rate > 0 && last >= 0 && last + 14 <= tail.length) {
    const place = Number(tail.readBigInt64LE(last + 6));
    if (place > skipped) facts.durationMs = ((place - skipped) / rate) * 1_000;
  }
  const comments =
    opus >= 0 ? head.indexOf('OpusTags', 0, 'latin1') + 8 : head.indexOf('\x03vorbis', 0, 'latin1') + 7;
  if (comments > 8) readComments(head.subarray(comments), facts);
  return facts;
}
