import { ImageError, maxPixels } from '../image-report.ts';
import type { HeifStatus, LibHeif } from '../libraries.ts';
import type { PixelSize, Raster } from '../raster.ts';

/** Pictures of one file; a burst of a phone has a hundred. */
const maxPictures = 500;

/** A HEIC file opened with libheif, which turns and mirrors its pictures as it says they should be. */
export class HeifFile {
  readonly #library: LibHeif;
  readonly #context: object;
  readonly #handles: object[];
  readonly sizes: readonly PixelSize[];
  readonly hasAlpha: boolean;

  /**
   * @param bytes the whole file
   * @throws ImageError
   */
  constructor(library: LibHeif, bytes: Uint8Array) {
    this.#library = library;
    const context = library.heif_context_alloc();
    if (!context) throw new ImageError('demanding', 'memory');
    this.#context = context;
    assertDone(library.heif_context_read_from_memory(context, bytes));
    const ids = library.heif_js_context_get_list_of_top_level_image_IDs(context);
    if (!Array.isArray(ids)) throw errorOf(ids);
    if (ids.length > maxPictures) throw new ImageError('demanding', 'pages');
    let failure: ImageError | null = null;
    const handles = ids.flatMap((id) => {
      const handle = library.heif_js_context_get_image_handle(context, id);
      if (!isStatus(handle)) return [handle];
      failure = errorOf(handle);
      return [];
    });
    if (handles.length === 0) throw failure ?? new ImageError('damaged');
    const isPrimary = (handle: object) => (library.heif_image_handle_is_primary_image(handle) ? 1 : 0);
    this.#handles = handles.toSorted((a, b) => isPrimary(b) - isPrimary(a));
    this.sizes = this.#handles.map((handle) => ({
      width: library.heif_image_handle_get_width(handle),
      height: library.heif_image_handle_get_height(handle),
    }));
    this.hasAlpha = library.heif_image_handle_has_alpha_channel(this.#handles[0]!) === 1;
  }

  /**
   * Decodes a picture in full.
   *
   * @param index from 0, the main picture first
   * @throws ImageError
   */
  decode(index: number): Raster {
    const { width, height } = this.sizes[index]!;
    if (width * height > maxPixels) throw new ImageError('demanding', 'pixels');
    const { heif_colorspace: colors, heif_chroma: chroma } = this.#library;
    const picture = this.#library.heif_js_decode_image2(
      this.#handles[index]!,
      colors.heif_colorspace_RGB,
      chroma.heif_chroma_interleaved_RGBA,
    );
    if (isStatus(picture)) throw errorOf(picture);
    try {
      const [channel] = picture.channels;
      if (!channel || channel.width * channel.height > maxPixels) throw new ImageError('damaged');
      const rowBytes = channel.width * 4;
      const rgba = new Uint8Array(rowBytes * channel.height);
      for (let y = 0; y < channel.height; y++)
        rgba.set(channel.data.subarray(y * channel.stride, y * channel.stride + rowBytes), y * rowBytes);
      return { width: channel.width, height: channel.height, rgba };
    } finally {
      this.#library.heif_image_release(picture.image);
    }
  }

  close(): void {
    for (const handle of this.#handles.splice(0)) this.#library.heif_image_handle_release(handle);
    this.#library.heif_context_free(this.#context);
  }
}

function isStatus(answer: object): answer is HeifStatus {
  return 'code' in answer && 'message' in answer;
}

function assertDone(status: HeifStatus): void {
  if (status.code.value !== 0) throw errorOf(status);
}

function errorOf({ message }: HeifStatus): ImageError {
  if (/security limit|exceeds the maximum|memory/i.test(message))
    return new ImageError('demanding', 'memory');
  return new ImageError(
    /unsupported|has not been built in|not implemented/i.test(message) ? 'unsupported' : 'damaged',
    {
      cause: new Error(message),
    },
  );
}
