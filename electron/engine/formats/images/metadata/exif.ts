import { isUtf8 } from 'node:buffer';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { ImageError } from '../image-report.ts';
import { readTiff, TiffReader, type TiffEntry } from '../tiff/directories.ts';
import type { Described } from './claims.ts';

/** Exif 2.32 §4.6; those of Windows are its own, in UTF-16. */
const tags = {
  documentName: 269,
  description: 270,
  make: 271,
  model: 272,
  software: 305,
  modified: 306,
  author: 315,
  photo: 34_665,
  place: 34_853,
  taken: 36_867,
  digitized: 36_868,
  modifiedOffset: 36_880,
  takenOffset: 36_881,
  digitizedOffset: 36_882,
  windowsTitle: 40_091,
  windowsAuthor: 40_093,
} as const;
const placeTags = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
/** A text is a line or two; one past this is not read. */
const maxTextBytes = 64 * 1024;

/**
 * Reads the Exif of a picture, or the start of a TIFF.
 *
 * @see CIPA DC-008 (Exif 2.32) §4.6
 */
export function readExif(exif: Buffer | undefined): Described {
  const block = exif && openBlock(exif);
  if (!block) return {};
  const { image, photo, place } = block;
  return {
    takenAt:
      timeOf(photo.text(tags.taken), photo.text(tags.takenOffset)) ??
      timeOf(photo.text(tags.digitized), photo.text(tags.digitizedOffset)),
    modifiedAt: timeOf(image.text(tags.modified), photo.text(tags.modifiedOffset)),
    device: deviceOf(image.text(tags.make), image.text(tags.model)),
    software: image.text(tags.software),
    author: image.text(tags.author) ?? image.text(tags.windowsAuthor),
    title: image.text(tags.windowsTitle) ?? image.text(tags.description) ?? image.text(tags.documentName),
    location: locationOf(place),
  };
}

/** A directory of Exif: its values by their tags. */
interface Values {
  text(tag: number): string | null;
  numbers(tag: number): readonly number[];
}

/** Exif is a TIFF without a picture. Null where it is malformed: it says nothing then, and the picture itself may be sound. */
function openBlock(exif: Buffer): Record<'image' | 'photo' | 'place', Values> | null {
  const start = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const source = bytesSource(exif.subarray(start));
  try {
    const { isLittle, isBig, directories } = readTiff(source);
    const reader = new TiffReader(source, isLittle, isBig);
    const image = valuesOf(reader, directories[0]!.entries);
    const inner = (tag: number) => {
      const [at = 0] = image.numbers(tag);
      return valuesOf(reader, at > 0 ? (reader.directory(at, 0)?.directory.entries ?? []) : []);
    };
    return { image, photo: inner(tags.photo), place: inner(tags.place) };
  } catch (error) {
    if (error instanceof ImageError) return null;
    throw error;
  }
}

function valuesOf(reader: TiffReader, entries: readonly TiffEntry[]): Values {
  const find = (tag: number) => entries.find((entry) => entry.tag === tag);
  return {
    numbers: (tag) => reader.numbers(find(tag)),
    text(tag) {
      const entry = find(tag);
      const bytes = entry && entry.sizeBytes <= maxTextBytes ? reader.bytes(entry) : null;
      if (!bytes) return null;
      const [text = ''] = decode(bytes, tag).split('\0');
      return text.trim() === '' ? null : text.trim();
    },
  };
}

/** Exif asks for ASCII; what cameras and programs write beyond it is UTF-8 or of Western Europe. */
function decode(bytes: Buffer, tag: number): string {
  if (tag === tags.windowsTitle || tag === tags.windowsAuthor) return bytes.toString('utf16le');
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
}

/**
 * A camera's name; makers are often in the model already.
 *
 * @example deviceOf('Fairwater', 'Fairwater F7') // 'Fairwater F7'
 */
export function deviceOf(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make;
  const [maker = ''] = make.split(' ');
  return model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${make} ${model}`;
}

/** The camera's own clock, with how far it was from UTC where it says so. A clock that was never set leaves zeros or blanks. */
function timeOf(time: string | null, zone: string | null): string | null {
  const digits = /^(?!0000)(\d{4})[:/-](\d\d)[:/-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(time ?? '');
  if (!digits) return null;
  const [, year, month, day, clock] = digits;
  const stated = `${year}-${month}-${day}T${clock}`;
  // A day that no calendar has is moved to another, or refused.
  const read = new Date(`${stated}Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 19) !== stated) return null;
  return `${stated}${zone !== null && /^(?:Z|[+-]\d\d:\d\d)$/.test(zone) ? zone : ''}`;
}

function locationOf(place: Values): string | null {
  const latitude = degreesOf(place.numbers(placeTags.latitude), place.text(placeTags.latitudeRef), 'S', 90);
  const longitude = degreesOf(
    place.numbers(placeTags.longitude),
    place.text(placeTags.longitudeRef),
    'W',
    180,
  );
  // Cameras without a fix write zeros, or 0/0.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

function degreesOf(
  [degrees, minutes = 0, seconds = 0]: readonly number[],
  reference: string | null,
  negative: string,
  limit: number,
): number | null {
  if (degrees === undefined) return null;
  const value = degrees + minutes / 60 + seconds / 3_600;
  if (!(value >= 0 && value <= limit)) return null;
  return reference?.toUpperCase() === negative ? -value : value;
}
