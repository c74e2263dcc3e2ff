/** Letter paper in points. */
export const letter = { width: 612, height: 792 } as const;
/** Free strip at the top of every page we draw, where the court prints its header: half an inch and a little. */
export const topMargin = 54;

/** A page made by us: its operators, and the areas that lead somewhere. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly content: string;
  readonly links: readonly DrawnLink[];
}

export interface DrawnLink {
  /** Left, bottom, right, top in points. */
  readonly area: readonly [number, number, number, number];
  /** Which exhibit it leads to, by its place from 0; or the index. */
  readonly target: number | 'index';
}

/** What a screen reader makes of drawn pages: elements of the structure tree (ISO 32000-1 §14.7). */
export interface TagNode {
  /** A standard structure type: Document, H1, P, Table, TR, TH, TD, Link. */
  readonly type: string;
  /** Entries of its dictionary beyond type, parent and kids, as in the file, such as `/A<</O/Table/Scope/Column>>`. */
  readonly entries?: string;
  readonly children: readonly (TagNode | TaggedContent | TaggedLink)[];
}

/** Marked content: `/TD<</MCID 3>>BDC … EMC` in the content of a drawn page. */
export interface TaggedContent {
  /** Which of the drawn pages, from 0. */
  readonly page: number;
  /** From 0 on each page, without gaps. */
  readonly mcid: number;
}

/** A link of a drawn page, by its place among that page’s links. */
export interface TaggedLink {
  readonly page: number;
  readonly link: number;
}

/** Drawn pages with what a screen reader needs. */
export interface DrawnIndex {
  readonly pages: readonly DrawnPage[];
  readonly tags: TagNode;
}
