import type { Sharp } from './libraries.ts';

/** A picture as it is stored: gray, or red, green and blue. `samples` are rows of bytes, a byte a channel. */
export interface ScaledPicture {
  readonly form: 'jpeg' | 'png' | 'samples';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Such as scanners and cameras write: fine print stays legible, and colors keep their edges. */
const jpegQuality = 80;

/**
 * Scales a picture's stored samples: profile, orientation and whatever else a file says of itself are left to who shows it.
 * The same picture gives the same bytes.
 *
 * @param size in pixels, upright as stored
 * @param form what comes out
 * @returns null when the picture cannot be read whole, or is not what it was said to be
 */
export async function scalePicture(
  sharp: Sharp,
  { form: stored, bytes, width, height, channels }: ScaledPicture,
  size: { readonly width: number; readonly height: number },
  form: 'jpeg' | 'samples',
): Promise<Uint8Array | null> {
  const limitInputPixels = width * height;
  try {
    const opened =
      stored === 'samples'
        ? sharp(bytes, { raw: { width, height, channels }, limitInputPixels })
        : sharp(bytes, { ignoreIcc: true, failOn: 'warning', limitInputPixels });
    const found = await opened.metadata();
    if (found.width !== width || found.height !== height || found.channels !== channels) return null;
    const scaled = opened
      .resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb');
    const { data, info } = await (
      form === 'samples'
        ? scaled.raw()
        : scaled.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4', optimiseCoding: true })
    ).toBuffer({ resolveWithObject: true });
    return info.channels === channels ? data : null;
  } catch {
    return null;
  }
}
