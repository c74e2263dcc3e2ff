import type { Claim } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { isBeyondEnd, readRange } from '../bytes.ts';
import { emptyReading, problemOf, type Reading } from '../../reading.ts';
import { describeAsf, describeMatroska } from './film-containers.ts';
import { describeFilm } from './base-media.ts';
import { describeAiff, describeFlac, describeOgg, describeRiff } from './sound-containers.ts';
import { describeMpegAudio } from './mpeg-audio.ts';
import { describeAmr, describeCoreAudio } from './voice-messages.ts';

/** What a recording says of itself; what it does not say is left out. */
export interface RecordingFacts {
  durationMs?: number | undefined;
  /** Pixels of the picture as shown. */
  width?: number | undefined;
  height?: number | undefined;
  /** ISO instant, or as it is written. */
  createdAt?: string | undefined;
  title?: string | undefined;
  author?: string | undefined;
  device?: string | undefined;
  software?: string | undefined;
  location?: string | undefined;
  /** Whether the file ends before its container says. */
  isCut?: boolean | undefined;
}

/** Looks a recording over: length, size, time and device where its container states them. Nothing is decoded. */
export function inspectRecording(source: ByteSource): Reading {
  const { isCut = false, ...facts } = factsOf(source);
  const claims: Claim[] = [];
  const claim = (field: Claim['field'], value: string | undefined) => {
    const folded = value?.replaceAll('\0', '').trim().slice(0, 500);
    if (folded !== undefined && folded !== '') claims.push({ field, value: folded });
  };
  const { durationMs, width, height } = facts;
  if (durationMs !== undefined && Number.isFinite(durationMs) && durationMs > 0)
    claim('durationMs', String(Math.round(durationMs)));
  if (width !== undefined && height !== undefined && width > 0 && height > 0)
    claim('dimensions', `${width} × ${height}`);
  for (const field of ['createdAt', 'title', 'author', 'device', 'software', 'location'] as const)
    claim(field, facts[field]);
  return { ...emptyReading, claims, problems: isCut ? [problemOf('EVIDENCE_RECORDING_CUT')] : [] };
}

function factsOf(source: ByteSource): RecordingFacts {
  try {
    return describe(source) ?? {};
  } catch (error) {
    if (!isBeyondEnd(error)) throw error;
    return { isCut: true };
  }
}

function describe(source: ByteSource): RecordingFacts | null {
  const magic = readRange(source, 0, 12).toString('latin1');
  if (/^RIFF|^RF64/.test(magic)) return describeRiff(source);
  if (magic.startsWith('FORM')) return describeAiff(source);
  if (magic.startsWith('fLaC')) return describeFlac(source);
  if (magic.startsWith('OggS')) return describeOgg(source);
  if (magic.startsWith('\x1a\x45\xdf\xa3')) return describeMatroska(source);
  if (magic.startsWith('\x30\x26\xb2\x75')) return describeAsf(source);
  if (/^....(?:ftyp|moov|mdat|wide|free|skip|pnot)/s.test(magic)) return describeFilm(source);
  if (magic.startsWith('#!AMR')) return describeAmr(source);
  if (magic.startsWith('caff')) return describeCoreAudio(source);
  if (magic.startsWith('ID3') || magic.startsWith('\xff')) return describeMpegAudio(source);
  return null;
}
