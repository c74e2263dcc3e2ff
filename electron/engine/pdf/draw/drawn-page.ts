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
