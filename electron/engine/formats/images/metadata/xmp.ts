import { Parser } from 'htmlparser2';
import { deviceOf } from './exif.ts';
import type { Described } from './claims.ts';

/** A packet is a few kilobytes; one past this is not read. */
const maxBytes = 1024 * 1024;
const maxValue = 2_000;

/** Properties looked for, by the prefixes every program uses for them. */
const wanted = new Set([
  'exif:DateTimeOriginal',
  'photoshop:DateCreated',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:CreatorTool',
  'tiff:Make',
  'tiff:Model',
  'dc:creator',
  'dc:title',
  'dc:description',
  'exif:GPSLatitude',
  'exif:GPSLongitude',
]);

/**
 * Reads the XMP packet of a picture: properties as attributes or as elements, of lists the first.
 *
 * @see ISO 16684-1
 */
export function readXmp(xmp: Buffer | undefined): Described {
  if (!xmp || xmp.length > maxBytes) return {};
  const values = new Map<string, string>();
  const open: string[] = [];
  const keep = (name: string, value: string) => {
    const known = values.get(name) ?? '';
    if (known.length < maxValue) values.set(name, known + value);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (wanted.has(name)) open.push(name);
        for (const [attribute, value] of Object.entries(attributes))
          if (wanted.has(attribute) && !values.has(attribute)) keep(attribute, value);
      },
      ontext(text) {
        const name = open.at(-1);
        if (name !== undefined) keep(name, text);
      },
      onclosetag(name) {
        if (open.at(-1) === name) open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xmp.toString('utf8'));
  const value = (name: string) => firstLine(values.get(name));
  return {
    takenAt: dateOf(value('exif:DateTimeOriginal')) ?? dateOf(value('photoshop:DateCreated')),
    createdAt: dateOf(value('xmp:CreateDate')),
    modifiedAt: dateOf(value('xmp:ModifyDate')),
    software: value('xmp:CreatorTool'),
    device: deviceOf(value('tiff:Make'), value('tiff:Model')),
    author: value('dc:creator'),
    title: value('dc:title') ?? value('dc:description'),
    location: locationOf(value('exif:GPSLatitude'), value('exif:GPSLongitude')),
  };
}

/** Items of a list stand on lines of their own. */
function firstLine(text: string | undefined): string | null {
  return (
    text
      ?.split('\n')
      .map((line) => line.trim())
      .find(Boolean) ?? null
  );
}

/** A day, with a time or without one (ISO 16684-1, Date). What some programs write after it is another date. */
function dateOf(text: string | null): string | null {
  const date =
    /^(?!0000)\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\d:])/.exec(
      text ?? '',
    );
  return date?.[0] ?? null;
}

function locationOf(latitude: string | null, longitude: string | null): string | null {
  const [north, east] = [degreesOf(latitude, 90), degreesOf(longitude, 180)];
  return north === null || east === null ? null : `${north.toFixed(6)}, ${east.toFixed(6)}`;
}

/** "47,36.3725N" or "47,36,22N" (ISO 16684-1, GPSCoordinate). */
function degreesOf(text: string | null, limit: number): number | null {
  const match = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,9})?)(?:,(\d{1,2}))?([NSEW])$/.exec(text ?? '');
  if (!match) return null;
  const value = Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3_600;
  if (value > limit) return null;
  return match[4] === 'S' || match[4] === 'W' ? -value : value;
}
