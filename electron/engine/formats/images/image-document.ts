import type { PixelSize, Raster } from './raster.ts';

/** A picture, or a page of several, as it lies on paper: points (1/72 inch), upright, at most `maxPagePoints` a side. */
export interface ImageFrame {
  readonly width: number;
  readonly height: number;
}

export interface DecodeOptions {
  /** A picture with more is scaled down to as many. */
  readonly maxPixels: number;
  /** Scales down the quickest way there is: enough to see whether there is a picture. */
  readonly isRough?: boolean;
  /** Gives up after so long, where the decoder can be stopped; never when left out. */
  readonly timeoutSeconds?: number;
}

/** A picture as far as it goes. */
export interface DecodedFrame extends Raster {
  /** Whether a part of it is missing or wrong. */
  readonly isPartial: boolean;
}

/** Decodes a page; strictly, it refuses a picture of which a part is missing. */
export type FrameDecoder = (
  frame: number,
  options: DecodeOptions & { readonly isStrict: boolean },
) => Promise<Raster>;

/** What a picture says of itself, beside its pixels, as its format stores it. */
export interface StoredMetadata {
  readonly exif?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
  /** Texts of a PNG. */
  readonly comments?: readonly { readonly keyword: string; readonly text: string }[] | undefined;
}

/** What a picture is like, for the report kept with its inspection. */
export interface ImageTraits {
  /** EXIF orientation as stored, 1 (upright) to 8; decoders of HEIC and AVIF apply it themselves, so 1 there. */
  readonly orientation: number;
  /** Pictures shown one after the other; pages are not meant. */
  readonly animationFrames: number;
  readonly colorSpace: string | null;
  readonly hasAlpha: boolean | null;
  /** Pixels an inch across, where the picture says so. */
  readonly density: number | null;
  readonly compression: string | null;
}

/** An opened picture. Its bytes stay in memory until it is closed. */
export interface ImageDocument {
  /** Pages, the main picture first; at least one. */
  readonly frames: readonly ImageFrame[];
  readonly traits: ImageTraits;
  /** Whether the file is a raw photo, of which its pages show only the previews that the camera put in. */
  readonly isPreview?: boolean;
  readonly metadata: StoredMetadata;
  /** @returns upright pixels */
  pixelSize(frame: number): PixelSize;
  /**
   * Decodes a page: whole, or as far as it goes where that shows anything.
   *
   * @throws ImageError
   */
  decode(frame: number, options: DecodeOptions): Promise<DecodedFrame>;
  close(): void;
}
