/** Left, bottom, right, top in a page's own space. */
export type Box = readonly [number, number, number, number];

/** How a page lies before the one who looks at it. */
export interface PageSpace {
  /** What is shown of it: its crop box within its media box. */
  readonly shownBox: Box;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: number;
  /** Size of a unit in points (ISO 32000-1 §14.11.2, UserUnit). */
  readonly userUnit: number;
}

/** A page drawn small on white by PDFium, as looked at: four bytes a pixel, rows from the top. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** What can be known of what stands on a page. */
export interface PageLook {
  /**
   * Whether nothing is drawn in an area of the page's own space, for certain. False where something is, and where that is not
   * known.
   */
  isFree(area: Box): boolean;
  /** Rectangles of annotations that show, in the page's own space: not those of links and popups, nor of hidden ones. */
  readonly taken: readonly Box[];
  /** Bytes of the pictures that drawing the page would decode; 0 where it has none. What makes a look dear. */
  readonly pictureBytes: number;
  /** The page at about `pictureDpi` dots an inch, annotations and all; null where it cannot be drawn. */
  picture(): Promise<PagePicture | null>;
}

/** Enough to see a full stop of 8 points; a page takes a few milliseconds. */
export const pictureDpi = 50;
