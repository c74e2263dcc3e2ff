import type { FindHit, PageLink } from '../../../../../shared/contract/reader.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { scaleRaster } from '../../../formats/images/decoders/sharp-picture.ts';
import type { ImageDocument } from '../../../formats/images/image-document.ts';
import { declaredImageError } from '../../../formats/images/image-problem.ts';
import { ImageError } from '../../../formats/images/image-report.ts';
import { loadSharp } from '../../../formats/images/libraries.ts';
import { openImage, type ImageKind } from '../../../formats/images/open-image.ts';
import type { PixelSize, Raster } from '../../../formats/images/raster.ts';
import { findOnPage, type Sought } from '../text/find.ts';
import type { PageText } from '../text/page-text.ts';
import {
  pixelBudget,
  type DocumentDescription,
  type OpenDocument,
  type PagesFound,
  type RenderedPage,
} from './open-document.ts';
import type { SourceDocument } from './sources.ts';
import type { Watch } from '../watchdog.ts';

/** Pictures kept decoded, in bytes; the one looked at stays while its size on the screen changes. */
const keptBytes = 64 * 1024 * 1024;
const keptPixels = keptBytes / 4;
/** Before the watchdog would end the process over it. */
const timeoutSeconds = 12;

/** One picture is decoded at a time, whatever is open: each may take the memory of hundreds of megapixels. */
export class PictureTurns {
  #last: Promise<unknown> = Promise.resolve();
  readonly #watch: Watch;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Does the work once what was asked before is done. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      this.#watch.begin('picture');
      try {
        return await work();
      } finally {
        this.#watch.end('picture');
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** An open picture of the reader, of one page or several: upright, on white paper. */
export class ImageReaderDocument implements OpenDocument {
  readonly #source: SourceDocument;
  readonly #folder: string;
  readonly #turns: PictureTurns;
  readonly #kept = new Map<number, Raster>();
  #image: ImageDocument | null = null;

  constructor(options: { source: SourceDocument; imageLibraries: string; turns: PictureTurns }) {
    this.#source = options.source;
    this.#folder = options.imageLibraries;
    this.#turns = options.turns;
  }

  /** @throws AppError EVIDENCE_DAMAGED, EVIDENCE_TOO_DEMANDING, EVIDENCE_UNSUPPORTED_KIND */
  async describe(): Promise<DocumentDescription> {
    const { bytes, kind } = this.#source;
    try {
      this.#image = await this.#turns.run(() =>
        openImage(bytes, kind as ImageKind, { imageLibraries: this.#folder }),
      );
    } catch (error) {
      throw error instanceof ImageError ? declaredImageError(error) : error;
    }
    return {
      pages: this.#image.frames.map(({ width, height }) => ({ width, height, label: null })),
      outline: [],
    };
  }

  /** @param scale pixels a point; lowered where the picture would be too large */
  async render(page: number, scale: number): Promise<RenderedPage> {
    const { width, height } = this.#frame(page);
    const allowed = Math.min(scale, Math.sqrt(pixelBudget / (width * height)));
    const size = {
      width: Math.max(1, Math.round(width * allowed)),
      height: Math.max(1, Math.round(height * allowed)),
    };
    try {
      return await this.#turns.run(async () => {
        const raster = await this.#decoded(page, size);
        const scaled = await scaleRaster(loadSharp(this.#folder), raster, size);
        return { ...size, pixels: onPaper(scaled) };
      });
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      // One page of several: the others can still be read.
      if (error.reason !== 'demanding' && this.#frames.length > 1)
        throw new AppError('PDF_PAGE_UNREADABLE', { page: page + 1 }, { cause: error });
      throw declaredImageError(error);
    }
  }

  async text(page: number): Promise<PageText> {
    this.#frame(page);
    return this.#textOf(page);
  }

  async links(page: number): Promise<PageLink[]> {
    this.#frame(page);
    return [];
  }

  /** Looks for words among those recognized on the pictures. */
  async find(sought: Sought | null, fromPage: number, limit: number): Promise<PagesFound> {
    const hits: FindHit[] = [];
    for (let page = fromPage; sought && page < this.#frames.length && hits.length < limit; page++)
      hits.push(...findOnPage(page, this.#textOf(page), sought.pattern, limit - hits.length));
    return { hits, nextPage: null };
  }

  close(): void {
    this.#image?.close();
    this.#image = null;
    this.#kept.clear();
    this.#source.bytes.close();
  }

  get #frames(): ImageDocument['frames'] {
    return this.#image?.frames ?? [];
  }

  #frame(page: number): PixelSize {
    const frame = this.#frames[page];
    if (!frame) throw new AppError('PDF_PAGE_NOT_FOUND', { page: page + 1 });
    return frame;
  }

  #textOf(page: number): PageText {
    return this.#source.recognised?.(page) ?? { glyphs: [], runs: [] };
  }

  /** The picture of a page, at least as fine as asked for where it has the pixels. */
  async #decoded(page: number, wanted: PixelSize): Promise<Raster> {
    const image = this.#image;
    if (!image) throw new AppError('NOT_FOUND', { what: 'document' });
    const whole = image.pixelSize(page);
    const wantedPixels = wanted.width * wanted.height;
    if (wantedPixels > keptPixels && whole.width * whole.height > keptPixels)
      return image.decode(page, { maxPixels: wantedPixels, timeoutSeconds });
    const kept = this.#kept.get(page);
    if (kept) return kept;
    const raster = await image.decode(page, { maxPixels: keptPixels, timeoutSeconds });
    let bytes = raster.rgba.length;
    for (const { rgba } of this.#kept.values()) bytes += rgba.length;
    // A Map keeps the order of insertion: the first was decoded longest ago.
    for (const [other, { rgba }] of this.#kept) {
      if (bytes <= keptBytes) break;
      this.#kept.delete(other);
      bytes -= rgba.length;
    }
    this.#kept.set(page, raster);
    return raster;
  }
}

/** Lays what is see-through on white, as paper would be. Returns pixels of its own. */
function onPaper({ rgba }: Raster): Uint8Array<ArrayBuffer> {
  const pixels = rgba.slice();
  for (let at = 0; at < pixels.length; at += 4) {
    const opacity = pixels[at + 3]!;
    if (opacity === 255) continue;
    for (let i = 0; i < 3; i++) pixels[at + i] = 255 - ((255 - pixels[at + i]!) * opacity) / 255;
    pixels[at + 3] = 255;
  }
  return pixels;
}
