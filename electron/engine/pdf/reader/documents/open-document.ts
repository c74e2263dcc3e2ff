import type { FindHit, OutlineNode, PageLink } from '../../../../../shared/contract/reader.ts';
import type { Sought } from '../text/find.ts';
import type { PageText } from '../text/page-text.ts';

/** Most pixels of one picture of a page: a letter page at 6 times its size. Larger requests get a smaller picture. */
export const pixelBudget = 24_000_000;

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** Size and label of every page, and the bookmarks. */
export interface DocumentDescription {
  pages: { width: number; height: number; label: string | null }[];
  outline: OutlineNode[];
  isOutlineCut?: boolean;
}

/** What a search found from a page on, and the page to go on from; null at the end, or once enough was found. */
export interface PagesFound {
  hits: FindHit[];
  nextPage: number | null;
}

/** A document of the reader, of whatever kind. Pages are from 0. */
export interface OpenDocument {
  describe(): Promise<DocumentDescription>;
  /** @param scale pixels a point; lowered where the picture would be too large */
  render(page: number, scale: number): Promise<RenderedPage>;
  text(page: number): Promise<PageText>;
  links(page: number): Promise<PageLink[]>;
  /** Looks for words from a page on; null finds nothing. Answers after a short while, with the page to go on from. */
  find(sought: Sought | null, fromPage: number, limit: number): Promise<PagesFound>;
  close(): void;
}
