import exifReader from 'exif-reader';
import type { Described } from './claims.ts';

type Tags = Readonly<Record<string, unknown>>;

/**
 * Reads the Exif of a picture, or the start of a TIFF.
 *
 * @see CIPA DC-008 (Exif 2.32) §4.6
 */
export function readExif(exif: Buffer | undefined): Described {
  if (!exif) return {};
  let read: ReturnType<typeof exifReader>;
  try {
    read = exifReader(exif);
  } catch {
    // Malformed: it says nothing. The picture itself may be sound.
    return {};
  }
  // A part that is malformed is null.
  const image: Tags = read.Image ?? {};
  const photo: Tags = read.Photo ?? {};
  const place: Tags = read.GPSInfo ?? {};
  return {
    takenAt:
      timeOf(photo['DateTimeOriginal'], photo['OffsetTimeOriginal']) ??
      timeOf(photo['DateTimeDigitized'], photo['OffsetTimeDigitized']),
    modifiedAt: timeOf(image['DateTime'], photo['OffsetTime']),
    device: deviceOf(textOf(image['Make']), textOf(image['Model'])),
    software: textOf(image['Software']),
    author: textOf(image['Artist']) ?? textOf(image['XPAuthor']),
    title: textOf(image['XPTitle']) ?? textOf(image['ImageDescription']) ?? textOf(image['DocumentName']),
    location: locationOf(place),
  };
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

/** The camera's own clock, with how far it was from UTC where it says so. */
function timeOf(time: unknown, offset: unknown): string | null {
  if (!(time instanceof Date) || Number.isNaN(time.getTime())) return null;
  const zone = textOf(offset);
  const isOffset = zone !== null && /^[+-]\d\d:\d\d$/.test(zone);
  // The reader takes the digits for UTC: read back as such they are the camera's.
  return `${time.toISOString().slice(0, 19)}${isOffset ? zone : zone === 'Z' ? 'Z' : ''}`;
}

function textOf(value: unknown): string | null {
  // Windows keeps its own fields in UTF-16.
  const text =
    value instanceof Uint8Array
      ? Buffer.from(value).toString('utf16le')
      : typeof value === 'string'
        ? value
        : '';
  const [whole = ''] = text.split('\0');
  return whole.trim() === '' ? null : whole.trim();
}

function locationOf(place: Tags): string | null {
  const latitude = degreesOf(place['GPSLatitude'], place['GPSLatitudeRef'], 'S', 90);
  const longitude = degreesOf(place['GPSLongitude'], place['GPSLongitudeRef'], 'W', 180);
  // Cameras without a fix write zeros, or 0/0.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

function degreesOf(parts: unknown, reference: unknown, negative: string, limit: number): number | null {
  if (!Array.isArray(parts) || parts.length === 0) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(Number);
  const value = degrees + minutes / 60 + seconds / 3_600;
  if (!(value >= 0 && value <= limit)) return null;
  return textOf(reference)?.toUpperCase() === negative ? -value : value;
}
