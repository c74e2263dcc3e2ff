import type { ByteSource } from '../../../pdf/index.ts';
import { isBeyondEnd, readRange } from '../bytes.ts';
import type { RecordingFacts } from './inspect-recording.ts';

/** Seconds from 1904, where QuickTime counts from, to 1970. */
const epochSeconds = 2_082_844_800;
/** Boxes looked at in one file, and how deep they nest. */
const maxBoxes = 5_000;
const deepest = 8;
const containers = new Set(['moov', 'trak', 'mdia', 'udta', 'meta', 'ilst', 'minf', 'stbl']);

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether an MP4, QuickTime or 3GP file has a track of moving pictures. Phones write mere sound under the brands of films. Where no track
 * can be read, as in a file that was cut, it counts as a film.
 */
export function isFilm(source: ByteSource): boolean {
  const reader = new FilmReader(source);
  try {
    reader.walk(0, source.sizeBytes, 0, '');
  } catch (error) {
    if (!isBeyondEnd(error)) throw error;
  }
  return !reader.handlers.has('soun') || reader.handlers.has('vide');
}

/** Reads what an MP4, QuickTime or 3GP file says of itself (ISO/IEC 14496-12; QuickTime File Format). */
export function describeFilm(source: ByteSource): RecordingFacts {
  const reader = new FilmReader(source);
  reader.walk(0, source.sizeBytes, 0, '');
  return reader.facts;
}

class FilmReader {
  readonly facts: RecordingFacts = {};
  /** What its tracks are: `vide`, `soun`, … (ISO/IEC 14496-12 §8.4.3). */
  readonly handlers = new Set<string>();
  readonly #source: ByteSource;
  #boxes = 0;
  #hasMovie = false;
  #keys: string[] = [];

  constructor(source: ByteSource) {
    this.#source = source;
  }

  walk(start: number, end: number, depth: number, parent: string): void {
    for (let at = start; at + 8 <= end && this.#boxes < maxBoxes;) {
      this.#boxes++;
      const box = this.#boxAt(at, end);
      if (box === null) return;
      if (depth === 0 && box.end > this.#source.sizeBytes) this.facts.isCut = true;
      this.#read(box, depth, parent);
      at = box.end;
    }
    if (depth === 0 && !this.#hasMovie) this.facts.isCut = true;
  }

  #boxAt(at: number, end: number): Box | null {
    const head = readRange(this.#source, at, 16);
    if (head.length < 8) return null;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return null;
    const size = short === 0 ? end - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    const start = at + (short === 1 ? 16 : 8);
    return at + size < start || !Number.isSafeInteger(at + size) ? null : { type, start, end: at + size };
  }

  #read(box: Box, depth: number, parent: string): void {
    const { type } = box;
    if (type === 'moov') this.#hasMovie = true;
    if (type === 'mvhd') this.#readMovie(box);
    else if (type === 'tkhd') this.#readTrack(box);
    else if (type === 'hdlr' && parent === 'mdia')
      this.handlers.add(readRange(this.#source, box.start + 8, 4).toString('latin1'));
    else if (type === 'keys') this.#readKeys(box);
    else if (type.startsWith('\xa9') && parent === 'udta') this.#readText(type, box, 4);
    else if (parent === 'ilst') this.#readItem(box);
    else if (containers.has(type) && depth < deepest) {
      // In MP4 this box has a version before its members; in QuickTime it does not.
      const isVersioned = type === 'meta' && !this.#startsWithBox(box.start);
      this.walk(
        box.start + (isVersioned ? 4 : 0),
        Math.min(box.end, this.#source.sizeBytes),
        depth + 1,
        type,
      );
    }
  }

  #startsWithBox(at: number): boolean {
    return /^(?:hdlr|keys|ilst)$/.test(readRange(this.#source, at + 4, 4).toString('latin1'));
  }

  #readMovie(box: Box): void {
    const bytes = readRange(this.#source, box.start, 32);
    if (bytes.length < 32) return;
    const isWide = bytes[0] === 1;
    const created = isWide ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
    const scale = bytes.readUInt32BE(isWide ? 20 : 12);
    const duration = isWide ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
    if (scale > 0 && duration < 0xffffffff) this.facts.durationMs = (duration / scale) * 1_000;
    const seconds = created - epochSeconds;
    if (seconds > 0 && seconds < 8.64e12) this.facts.createdAt ??= new Date(seconds * 1_000).toISOString();
  }

  #readTrack(box: Box): void {
    const bytes = readRange(this.#source, box.start, 96);
    const at = bytes[0] === 1 ? 88 : 76;
    if (bytes.length < at + 8) return;
    const [width, height] = [bytes.readUInt32BE(at) / 65_536, bytes.readUInt32BE(at + 4) / 65_536];
    if (width < 1 || height < 1 || this.facts.width !== undefined) return;
    // The second figure of the matrix is not zero where the picture is turned a quarter.
    const isTurned = bytes.readInt32BE(at - 32) !== 0;
    this.facts.width = Math.round(isTurned ? height : width);
    this.facts.height = Math.round(isTurned ? width : height);
  }

  #readKeys(box: Box): void {
    const bytes = readRange(this.#source, box.start, Math.min(box.end - box.start, 65_536));
    this.#keys = [];
    for (let at = 8; at + 8 <= bytes.length;) {
      const size = bytes.readUInt32BE(at);
      if (size < 8) return;
      this.#keys.push(bytes.toString('utf8', at + 8, at + size));
      at += size;
    }
  }

  #readItem(box: Box): void {
    const number = readRange(this.#source, box.start - 4, 4).readUInt32BE(0);
    const key = this.#keys[number - 1] ?? box.type;
    const inner = this.#boxAt(box.start, box.end);
    if (inner?.type === 'data') this.#readText(key, { ...inner, start: inner.start + 8 }, 0);
  }

  #readText(key: string, box: Box, skip: number): void {
    const field = fields[key];
    if (field === undefined) return;
    const length = Math.min(box.end - box.start - skip, 1_000);
    const value = readRange(this.#source, box.start + skip, length)
      .toString('utf8')
      .trim();
    if (value === '') return;
    if (field === 'device') this.facts.device = [this.facts.device, value].filter(Boolean).join(' ');
    else this.facts[field] = value;
  }
}

type TextField = 'title' | 'author' | 'device' | 'software' | 'location' | 'createdAt';
/** Names of what cameras, phones and programs write. */
const fields: Readonly<Record<string, TextField>> = {
  '\xa9nam': 'title',
  '\xa9ART': 'author',
  '\xa9aut': 'author',
  '\xa9mak': 'device',
  '\xa9mod': 'device',
  '\xa9swr': 'software',
  '\xa9too': 'software',
  '\xa9xyz': 'location',
  '\xa9day': 'createdAt',
  'com.apple.quicktime.make': 'device',
  'com.apple.quicktime.model': 'device',
  'com.apple.quicktime.software': 'software',
  'com.apple.quicktime.creationdate': 'createdAt',
  'com.apple.quicktime.location.ISO6709': 'location',
  'com.apple.quicktime.title': 'title',
  'com.apple.quicktime.author': 'author',
  'com.android.manufacturer': 'device',
  'com.android.model': 'device',
};
