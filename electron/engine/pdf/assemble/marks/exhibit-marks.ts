import type { FontShelf } from '../../draw/font-shelf.ts';
import type { Typesetter } from '../../draw/typesetter.ts';
import type { AssembleItem, MarkStyle } from '../plan.ts';
import type { PageLook, PageSpace } from './page-look.ts';
import type { PagePlan } from './page-plan.ts';

/** What an exhibit's pages bear. */
export type MarkedItem = Pick<
  AssembleItem,
  'label' | 'numbers' | 'designation' | 'banner' | 'hasSticker' | 'pages'
>;

/**
 * Places the marks of one exhibit's pages, all in one position as far as the pages let them. What is decided depends on the
 * exhibit's own pages only, so that it stays when other exhibits come or go.
 *
 * @example
 *   const marks = new ExhibitMarks(item, style, shelf);
 *   await marks.survey((at) => ({ page: spaceOf(at), look: lookAt(at) }));
 *   const plan = await marks.plan(0, spaceOf(0), () => lookAt(0));
 *   const { content, fonts } = drawMarks(plan, style, output.type);
 */
export declare class ExhibitMarks {
  constructor(item: MarkedItem, style: MarkStyle, shelf: FontShelf);
  /** Pages, from 0, that `survey` looks at: at most 24, spread over the exhibit, the first among them. Worth keeping. */
  readonly surveyed: readonly number[];
  /** Chooses the exhibit's positions. Comes before any `plan`; does nothing where pages bear no marks. */
  survey(pageAt: (at: number) => { page: PageSpace; look: PageLook }): Promise<void>;
  /**
   * Places what page `at` (from 0) of the exhibit bears.
   *
   * @param look called only where the survey has not answered
   */
  plan(at: number, page: PageSpace, look: () => PageLook): Promise<PagePlan>;
}

/**
 * Draws the marks of a page with an output's typesetter.
 *
 * @returns operators in the page's own space that leave the graphics state as it was, and the entries of a resource
 *   dictionary's Font they need; no operators where the page bears nothing
 */
export declare function drawMarks(
  plan: PagePlan,
  style: MarkStyle,
  type: Typesetter,
): { readonly content: string; readonly fonts: string };
