import { overlaps, type Box } from '../../objects/index.ts';

/** How a page lies as it is looked at. */
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
  /** Bytes of the pictures that drawing the page would decode; 0 where it has none. What makes a look expensive. */
  readonly pictureBytes: number;
  /** The page as `pictureOfPage` draws it, annotations and all; null where it cannot be drawn. */
  picture(): Promise<PagePicture | null>;
  /** Has that drawn meanwhile, where there is somebody to do it. */
  foresee(): void;
}

/**
 * What is known of a page that we make ourselves.
 *
 * @param drawn areas that we draw into, in the page's own space
 */
export function lookOfAreas(drawn: readonly Box[]): PageLook {
  return {
    isFree: (area) => !drawn.some((box) => overlaps(area, box)),
    taken: [],
    pictureBytes: 0,
    picture: () => Promise.resolve(null),
    foresee: () => {},
  };
}
