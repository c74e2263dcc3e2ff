import type { Box } from '../list-pages.ts';

export type Matrix = readonly [number, number, number, number, number, number];

/** What a form XObject of the page's resources covers in its own space, its Matrix included. */
export interface FormPlace {
  readonly box: Box;
  readonly matrix: Matrix;
}

export interface ContentScan {
  /**
   * Whether what follows the content starts from the page's own state: every q, BT, BMC closed, no Q too many, nothing cut short,
   * nothing changed outside q that would change what follows.
   */
  readonly isClean: boolean;
  /** Whether q and Q around the content suffice for that: all is balanced, and only the state outside q is changed. */
  readonly isBalanced: boolean;
  /** Whether nothing draws into an area of the page's own space; false also when it cannot be told. */
  isFree(area: Box): boolean;
}

/**
 * Reads a page's operators once: their balance, and where they may draw.
 *
 * @param content the page's content streams, decoded and joined by white space
 * @param options.xobject what a name of the resources' XObject is: an image, a form with its place, or null when unknown
 */
export declare function scanContent(
  content: Uint8Array,
  options?: { readonly xobject?: (name: string) => 'image' | FormPlace | null },
): ContentScan;
