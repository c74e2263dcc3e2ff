import type { Claim } from '../../../../../shared/model/evidence.ts';
import type { StoredMetadata } from '../image-document.ts';
import type { PixelSize } from '../raster.ts';
import { readExif } from './exif.ts';
import { readXmp } from './xmp.ts';

/** A claim's value is a line of a list, not a document. */
const maxValue = 500;

const fields = [
  'takenAt',
  'createdAt',
  'modifiedAt',
  'device',
  'software',
  'author',
  'title',
  // Latitude and longitude in decimal degrees: "47.606209, -122.332071".
  'location',
] as const;

/** What one of a picture's descriptions says; empty where it says nothing. */
export type Described = Readonly<Partial<Record<(typeof fields)[number], string | null>>>;

/**
 * What a picture says of itself, by Exif, XMP and the texts of a PNG: the first value for each claim. What is malformed counts
 * as not there.
 *
 * @param size upright pixels of its first page
 */
export function imageClaims({ exif, xmp, comments }: StoredMetadata, size: PixelSize | null): Claim[] {
  const descriptions = [readExif(exif), readXmp(xmp), readPngTexts(comments)];
  const claims: Claim[] = [];
  for (const field of fields) {
    const value = descriptions.map((described) => cleaned(described[field])).find((text) => text !== '');
    if (value !== undefined) claims.push({ field, value });
  }
  if (size) claims.push({ field: 'dimensions', value: `${size.width} × ${size.height}` });
  return claims;
}

/** Keywords of PNG 3rd edition §11.3.3.2. */
function readPngTexts(comments: StoredMetadata['comments']): Described {
  const text = (keyword: string) => comments?.find((comment) => comment.keyword === keyword)?.text ?? null;
  return {
    createdAt: text('Creation Time'),
    device: text('Source'),
    software: text('Software'),
    author: text('Author'),
    title: text('Title') ?? text('Description'),
  };
}

function cleaned(value: string | null | undefined): string {
  return (value ?? '')
    .slice(0, maxValue * 4)
    .replaceAll(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
    .trim()
    .slice(0, maxValue);
}
