import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import type { RecordingFacts } from './inspect-recording.ts';

/** Elements of Matroska (RFC 9559 §5.1) by their ids. */
const element = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  title: 0x7ba9,
  writer: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
} as const;
const parents = new Set<number>([
  element.segment,
  element.info,
  element.tracks,
  element.track,
  element.video,
]);
const maxElements = 2_000;
/** Milliseconds from 1970 to 2001, where Matroska counts from. */
const epochMs = Date.UTC(2001, 0, 1);

/** Reads what a Matroska or WebM file says of itself, up to its first cluster. */
export function describeMatroska(source: ByteSource): RecordingFacts {
  const facts: RecordingFacts = {};
  let scale = 1_000_000;
  let duration: number | null = null;
  let at = 0;
  for (let count = 0; count < maxElements && at < source.sizeBytes; count++) {
    const head = readRange(source, at, 12);
    const id = variable(head, 0, false);
    const size = id && variable(head, id.bytes, true);
    if (!id || !size || id.value === element.cluster) break;
    const start = at + id.bytes + size.bytes;
    if (id.value === element.segment && !size.isUnknown && start + size.value > source.sizeBytes)
      facts.isCut = true;
    if (parents.has(id.value)) {
      at = start;
      continue;
    }
    const body = size.value <= 1_000 ? readRange(source, start, size.value) : Buffer.alloc(0);
    if (id.value === element.scale) scale = number(body);
    else if (id.value === element.duration)
      duration = body.length === 4 ? body.readFloatBE(0) : body.length === 8 ? body.readDoubleBE(0) : null;
    else if (id.value === element.date && body.length === 8)
      facts.createdAt = instant(epochMs + Number(body.readBigInt64BE(0) / 1_000_000n));
    else if (id.value === element.title) facts.title = body.toString('utf8');
    else if (id.value === element.writer) facts.software = body.toString('utf8');
    else if (id.value === element.width) facts.width ??= number(body);
    else if (id.value === element.height) facts.height ??= number(body);
    at = start + size.value;
  }
  if (duration !== null) facts.durationMs = (duration * scale) / 1_000_000;
  return facts;
}

/** A number of variable length (RFC 8794 §4); an id keeps the mark of its length. */
function variable(bytes: Buffer, at: number, isSize: boolean) {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = isSize ? first & (0xff >> length) : first;
  let isUnknown = isSize && value === 0xff >> length;
  for (let index = 1; index < length; index++) {
    value = value * 256 + bytes[at + index]!;
    isUnknown &&= bytes[at + index] === 0xff;
  }
  return { value, bytes: length, isUnknown };
}

function number(body: Buffer): number {
  return body.length === 0 || body.length > 6 ? 0 : body.readUIntBE(0, body.length);
}

function instant(ms: number): string | undefined {
  return Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : undefined;
}

/** Object of an ASF file with its length and time (Advanced Systems Format specification §3.2). */
const fileProperties = Buffer.from('a1dcab8c47a9cf118ee400c00c205365', 'hex');
/** Milliseconds from 1601, where Windows counts from, to 1970. */
const windowsEpochMs = 11_644_473_600_000;

/** Reads what a Windows Media file says of itself. */
export function describeAsf(source: ByteSource): RecordingFacts {
  const head = readRange(source, 0, 65_536);
  const at = head.indexOf(fileProperties);
  if (at < 0 || at + 92 > head.length) return {};
  const created = Number(head.readBigUInt64LE(at + 48) / 10_000n) - windowsEpochMs;
  const played = Number(head.readBigUInt64LE(at + 64) / 10_000n) - Number(head.readBigUInt64LE(at + 80));
  return { durationMs: played, ...(created > 0 && { createdAt: instant(created) }) };
}
