import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type sharp from 'sharp';

export type Sharp = typeof sharp;

/** The part of libheif's interface that is used here (libheif-js). */
export interface LibHeif {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: object };
  heif_context_alloc(): object | null;
  heif_context_free(context: object): void;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): HeifStatus;
  heif_js_context_get_list_of_top_level_image_IDs(context: object): number[] | HeifStatus;
  heif_js_context_get_image_handle(context: object, id: number): object | HeifStatus;
  heif_image_handle_get_width(handle: object): number;
  heif_image_handle_get_height(handle: object): number;
  heif_image_handle_is_primary_image(handle: object): number;
  heif_image_handle_has_alpha_channel(handle: object): number;
  heif_image_handle_release(handle: object): void;
  heif_js_decode_image2(handle: object, colors: object, chroma: object): HeifPicture | HeifStatus;
  heif_image_release(image: object): void;
}

/** Success has a code whose value is 0. */
export interface HeifStatus {
  readonly code: { readonly value: number };
  readonly message: string;
}

export interface HeifPicture {
  readonly image: object;
  readonly channels: readonly {
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
}

/** Formats sharp may read here; what else libvips knows is disabled, so that no odd file reaches an unintended reader. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}`);

const load = createRequire(import.meta.url);
const sharps = new Map<string, Sharp>();

/**
 * sharp on WebAssembly, loaded at first use: nothing of it is in a process that shows no picture.
 *
 * @param folder where the build laid the libraries (`Platform.imageLibraries`)
 */
export function loadSharp(folder: string): Sharp {
  let loaded = sharps.get(folder);
  if (!loaded) {
    loaded = load(join(folder, 'sharp.cjs')) as Sharp;
    // One picture at a time, and nothing kept of it.
    loaded.cache(false);
    loaded.concurrency(1);
    loaded.block({ operation: ['VipsForeignLoad'] });
    loaded.unblock({ operation: loaders });
    sharps.set(folder, loaded);
  }
  return loaded;
}

/**
 * A libheif of its own, for one picture: what a hostile file does to its memory ends with it.
 *
 * @param folder where the build laid the libraries
 */
export function loadLibHeif(folder: string): LibHeif {
  const create = load(join(folder, 'libheif.cjs')) as (options: object) => LibHeif;
  const silent = () => undefined;
  return create({ wasmBinary: readFileSync(join(folder, 'libheif.wasm')), print: silent, printErr: silent });
}
