import type { DecodedFrame, DecodeOptions, FrameDecoder } from './image-document.ts';
import { ImageError } from './image-report.ts';
import { isBlank } from './raster.ts';

/**
 * Decodes a page strictly, and as far as it goes where that fails. What decoders leave where they found nothing to show is
 * no picture: a blank page must never stand for a damaged one.
 *
 * @throws ImageError
 */
export async function decodeFrame(
  decoder: FrameDecoder,
  frame: number,
  options: DecodeOptions,
): Promise<DecodedFrame> {
  try {
    return { ...(await decoder(frame, { ...options, isStrict: true })), isPartial: false };
  } catch (error) {
    if (!(error instanceof ImageError) || error.reason === 'demanding') throw error;
    const raster = await decoder(frame, { ...options, isStrict: false });
    if (isBlank(raster)) throw error;
    return { ...raster, isPartial: true };
  }
}
