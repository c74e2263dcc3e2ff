import type { Box, Matrix } from '../../objects/index.ts';
import type { MarkFindingKey } from './mark-findings.ts';

/** What is printed on pages. */
export type MarkKind = 'number' | 'sticker' | 'designation' | 'banner';

/** A mark and its place. */
export interface PlacedMark {
  readonly kind: MarkKind;
  /** The words, line by line. */
  readonly lines: readonly string[];
  /** What must read back in the area, white space apart. */
  readonly text: string;
  /** Operand of cm: from the mark's own space, in points, into the page's. */
  readonly matrix: string;
  /** What it covers, in the page's own space. */
  readonly area: Box;
}

/** All that is drawn over one page. Holds for every output the page goes into. */
export interface PagePlan {
  readonly marks: readonly PlacedMark[];
  /**
   * Operand of cm that draws the page's content, annotations and all, smaller toward the top of what is shown, to make room for
   * the sticker; null for the page as it is. What lies outside `shownBox` must be clipped, or it would come into sight.
   */
  readonly contentMatrix: Matrix | null;
  /** What is to be reported of it; one count each. */
  readonly findings: readonly MarkFindingKey[];
}

/** The plan of a page without marks. */
export const noMarks: PagePlan = { marks: [], contentMatrix: null, findings: [] };
