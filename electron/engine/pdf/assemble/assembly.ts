import type { DrawnIndex } from '../draw/drawn-page.ts';
import type { Typesetter } from '../draw/typesetter.ts';
import type { Elsewhere } from './ahead/work-elsewhere.ts';
import type { AssembleVolume, MarkStyle } from './plan.ts';
import type { ItemSource } from './source/open-item.ts';
import type { AssemblyFinding } from './source/tally.ts';

/** A picture as it is stored. */
export interface StoredPicture {
  /** `samples` are rows of bytes, a byte a channel. */
  readonly form: 'jpeg' | 'png' | 'samples';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** How pictures with more dots an inch than requested are downsampled in the output. */
export interface PictureReduction {
  readonly dotsPerInch: number;
  /**
   * Scales a picture, the same way each time.
   *
   * @param form what comes out: a JPEG, or samples
   * @returns null when it cannot be read
   */
  scale(
    picture: StoredPicture,
    size: { readonly width: number; readonly height: number },
    form: 'jpeg' | 'samples',
  ): Promise<Uint8Array | null>;
}

/** How the pages of an assembly are made. */
export interface AssembleOptions {
  readonly marks: MarkStyle;
  readonly hasOutline: boolean;
  /** Form fields become print; otherwise they stay fields, with names of their own by exhibit. */
  readonly flattensForms: boolean;
  /** Files are made PDF/A-2b where they can be; form fields must become print for it. Left out where they stay as they are. */
  readonly isArchival?: boolean;
  /** Left out where pictures stay as they are. */
  readonly pictures?: PictureReduction | undefined;
}

/** An original, to be read at any position and closed, with the password that opens it where one is known. */
export type OpenOriginal = ItemSource & { close(): void };

/** The inputs and callbacks of an assembly. */
export interface AssembleTools {
  /** Where the fonts are, in `fonts`. */
  readonly assetsDirectory: string;
  readonly pdfiumWasmPath: string;
  /** Opens an item's original, by its place from 0. At most one is open at a time. */
  original(item: number): OpenOriginal | Promise<OpenOriginal>;
  /** What other threads do meanwhile; left out where this one does it all. */
  readonly elsewhere?: Elsewhere | undefined;
  /**
   * Says which files the exhibits are bound into: first when each exhibit’s own file is written, so that it is known what they weigh
   * without fonts of ours (null for one without a file), then again when the volumes are. Null accepts the volumes written; other volumes are
   * written instead. An empty list means no volumes at all.
   */
  planVolumes(
    ownBytes: readonly (number | null)[],
    written: readonly WrittenVolume[] | null,
  ): readonly AssembleVolume[] | null;
  /**
   * Draws a volume’s index; null for no index. It is called until the pages it names are those where the exhibits begin, so the
   * same arguments must give the same pages. Links’ targets are places of exhibits in the whole assembly.
   *
   * @param startPages page from 1 of each exhibit of the volume, in order; null for one without pages
   */
  readonly drawIndex:
    | ((volume: AssembleVolume, startPages: readonly (number | null)[], type: Typesetter) => DrawnIndex)
    | null;
  /**
   * Waited for now and then while a file is made PDF/A, to let other work in the thread run.
   * @throws what ends the work
   */
  readonly pause?: (() => Promise<void>) | undefined;
  /** @param done pages done of all that will be written and looked at */
  progress(done: number, total: number, item: number): void;
}

/** A file that was written. */
export interface WrittenFile {
  /** Its length. */
  readonly bytes: number;
  /** Of that, fonts of ours, which stand in a file once, whatever it holds; left out where none are told apart. */
  readonly fontBytes?: number;
  /** In hex. */
  readonly sha256: string;
  /** Whether it is PDF/A-2b, and says so. */
  readonly isArchival?: boolean;
}

/** A volume that was written. */
export interface WrittenVolume {
  readonly volume: AssembleVolume;
  readonly file: WrittenFile;
  readonly pages: number;
  readonly indexPages: number;
}

/** The result for an item. */
export interface AssembledItem {
  /** Which volume it stands in; null where there are none. */
  readonly volume: number | null;
  /** Pages of that volume, from 1: its slip sheet (or first page), its own first and last; null for one without such pages. */
  readonly startPage: number | null;
  readonly firstPage: number | null;
  readonly lastPage: number | null;
  /** The exhibit alone; null where it was not asked for. */
  readonly file: WrittenFile | null;
  readonly filePages: number;
  readonly findings: readonly AssemblyFinding[];
}

/** The result of an assembly. */
export interface Assembled {
  readonly volumes: readonly WrittenVolume[];
  /** One for each of the items, in their order. */
  readonly items: readonly AssembledItem[];
  /** Characters no bundled font has. */
  readonly missingCharacters: readonly string[];
}

/** What one finished page is made with. */
export type PreviewTools = Pick<AssembleTools, 'assetsDirectory' | 'pdfiumWasmPath'> & {
  original(): OpenOriginal | Promise<OpenOriginal>;
  /** Identifies the original's bytes; different bytes have a different key. */
  readonly originalKey: string;
};
