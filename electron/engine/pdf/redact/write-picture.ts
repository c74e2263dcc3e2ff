import { deflateSync } from 'node:zlib';
import type { PictureReduction, StoredPicture } from '../assemble/assembly.ts';
import type { ObjectSink } from '../draw/font-subset.ts';
import type { Bitmap } from '../pdfium/index.ts';

/** Packed without loss up to this size, in bytes; photographs, which do not pack well, become JPEG past it. */
const worthJpeg = 1_500_000;

/**
 * Writes a drawn page as a picture: in shades of gray where it has no color.
 *
 * @returns its object number
 */
export async function writePicture(
  { width, height, rgba }: Bitmap,
  sink: ObjectSink,
  scale: PictureReduction['scale'],
): Promise<number> {
  const channels = isGray(rgba) ? 1 : 3;
  const bytes = samplesOf(rgba, channels);
  const packed = deflateSync(bytes);
  const picture: StoredPicture = { form: 'samples', bytes, width, height, channels };
  const jpeg = packed.length > worthJpeg ? await scale(picture, { width, height }, 'jpeg') : null;
  const [filter, body] =
    jpeg && jpeg.length < packed.length ? (['DCTDecode', jpeg] as const) : (['FlateDecode', packed] as const);
  const id = sink.allocate();
  sink.writeStream(
    id,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${channels === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8/Filter/${filter}`,
    body,
  );
  return id;
}

function isGray(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    const red = rgba[at];
    if (red !== rgba[at + 1] || red !== rgba[at + 2]) return false;
  }
  return true;
}

/** A loop for each form: one for both takes five times as long, and a page has eight million dots. */
function samplesOf(rgba: Uint8Array, channels: 1 | 3): Uint8Array {
  const samples = new Uint8Array((rgba.length / 4) * channels);
  if (channels === 1) {
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 1) samples[to] = rgba[from]!;
    return samples;
  }
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    samples[to] = rgba[from]!;
    samples[to + 1] = rgba[from + 1]!;
    samples[to + 2] = rgba[from + 2]!;
  }
  return samples;
}
