import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { brandsOf } from '../../kind.ts';

type MediaKind = Extract<EvidenceKind, 'audio' | 'video'>;

/** Boxes that an ISO base media or QuickTime file without brand begins with. */
const filmBoxes = new Set(['moov', 'mdat', 'wide', 'pnot', 'free', 'skip']);
const soundBrands = new Set(['M4A ', 'M4B ', 'M4P ', 'F4A ', 'F4B ']);

/**
 * Whether a file is a recording, and of which kind, from its beginning.
 *
 * @param head the first 64 KiB, or all there are
 */
export function mediaKindOf(head: Buffer): MediaKind | null {
  const magic = head.toString('latin1', 0, 12);
  if (magic.startsWith('RIFF') || magic.startsWith('RF64')) return riffKind(magic.slice(8, 12));
  if (magic.startsWith('FORM') && /^AIF[FC]/.test(magic.slice(8))) return 'audio';
  if (magic.startsWith('fLaC') || magic.startsWith('#!AMR') || magic.startsWith('caff')) return 'audio';
  if (magic.startsWith('OggS')) return head.subarray(0, 512).includes('theora') ? 'video' : 'audio';
  if (magic.startsWith('\x1a\x45\xdf\xa3')) return matroskaKind(head);
  if (magic.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11'))
    return head.includes(asfVideo) ? 'video' : 'audio';
  if (magic.startsWith('FLV\x01')) return 'video';
  if (magic.startsWith('\0\0\x01\xba') || magic.startsWith('\0\0\x01\xb3')) return 'video';
  if (isBaseMedia(head)) return baseMediaKind(brandsOf(head)[0]!, magic);
  if (magic.startsWith('ID3') && head[3]! < 0xff) return 'audio';
  if (isTransportStream(head)) return 'video';
  return hasFrames(head, mpegFrameBytes) || hasFrames(head, adtsFrameBytes) ? 'audio' : null;
}

/** Whether a file begins as MP4, QuickTime and 3GP do. */
export function isBaseMedia(head: Buffer): boolean {
  const box = head.toString('latin1', 4, 8);
  return box === 'ftyp' || (filmBoxes.has(box) && isBoxChain(head));
}

function baseMediaKind(brand: string, magic: string): MediaKind | null {
  if (magic.slice(4, 8) !== 'ftyp') return 'video';
  // A raw photo of a Canon camera (CR3) is laid out as a film is.
  if (brand === 'crx ') return null;
  return soundBrands.has(brand) ? 'audio' : 'video';
}

function riffKind(form: string): MediaKind | null {
  if (form === 'WAVE') return 'audio';
  return form === 'AVI ' ? 'video' : null;
}

/** ASF stream type of moving pictures, as a GUID is stored (Advanced Systems Format specification §10.1). */
const asfVideo = Buffer.from('c0ef19bc4d5bcf11a8fd00805f5c442b', 'hex');

/** EBML documents are Matroska or WebM only where they say so; codecs of moving pictures are named V_… */
function matroskaKind(head: Buffer): MediaKind | null {
  const start = head.subarray(0, 128);
  if (!start.includes('matroska') && !start.includes('webm')) return null;
  return head.includes('V_') || !head.includes('A_') ? 'video' : 'audio';
}

function isBoxChain(head: Buffer): boolean {
  const size = head.readUInt32BE(0);
  if (size + 8 > head.length) return true;
  return size >= 8 && /^[a-z]{4}$/.test(head.toString('latin1', size + 4, size + 8));
}

/** MPEG-2 transport stream: a sync byte each 188 bytes (ISO/IEC 13818-1 §2.4.3). */
function isTransportStream(head: Buffer): boolean {
  if (head.length < 188 * 3) return false;
  for (let at = 0; at < head.length && at < 188 * 8; at += 188) if (head[at] !== 0x47) return false;
  return true;
}

/** Whether frames follow one another from the first byte: one sync pattern is found in any file. */
function hasFrames(head: Buffer, frameBytes: (head: Buffer, at: number) => number): boolean {
  let at = 0;
  for (let frame = 0; frame < 3; frame++) {
    const size = at + 8 <= head.length ? frameBytes(head, at) : 0;
    if (size === 0) return frame >= 2 && at >= head.length;
    at += size;
  }
  return true;
}

/** Kilobits a second by index, of MPEG-1 layer III, then of MPEG-2 and 2.5 (ISO/IEC 11172-3 §2.4.2.3, 13818-3). */
const bitrates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const sampleRates = [44_100, 48_000, 32_000] as const;

export interface MpegFrame {
  readonly bytes: number;
  readonly bitrate: number;
  readonly sampleRate: number;
  /** Samples in one frame. */
  readonly samples: number;
  readonly isMono: boolean;
  readonly isVersion1: boolean;
}

/** The layer III frame whose header is at a place, or null. Sizes in bytes, rates in bits and samples a second. */
export function mpegFrameAt(bytes: Buffer, at: number): MpegFrame | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return null;
  const version = (bytes[at + 1]! >> 3) & 3;
  const isLayer3 = ((bytes[at + 1]! >> 1) & 3) === 1;
  const bitrateIndex = bytes[at + 2]! >> 4;
  const rateIndex = (bytes[at + 2]! >> 2) & 3;
  if (version === 1 || !isLayer3 || bitrateIndex === 0 || bitrateIndex === 15 || rateIndex === 3) return null;
  const isVersion1 = version === 3;
  const bitrate = bitrates[isVersion1 ? 0 : 1][bitrateIndex]! * 1_000;
  const sampleRate = sampleRates[rateIndex]! / (isVersion1 ? 1 : version === 2 ? 2 : 4);
  const samples = isVersion1 ? 1_152 : 576;
  const padding = (bytes[at + 2]! >> 1) & 1;
  return {
    bytes: Math.floor((samples / 8) * (bitrate / sampleRate)) + padding,
    bitrate,
    sampleRate,
    samples,
    isMono: bytes[at + 3]! >> 6 === 3,
    isVersion1,
  };
}

function mpegFrameBytes(head: Buffer, at: number): number {
  return mpegFrameAt(head, at)?.bytes ?? 0;
}

/** Bytes of the ADTS frame of AAC sound at a place (ISO/IEC 13818-7 §6.2), 0 where there is none. */
function adtsFrameBytes(head: Buffer, at: number): number {
  if (head[at] !== 0xff || (head[at + 1]! & 0xf6) !== 0xf0) return 0;
  const size = ((head[at + 3]! & 3) << 11) | (head[at + 4]! << 3) | (head[at + 5]! >> 5);
  return size >= 7 ? size : 0;
}
