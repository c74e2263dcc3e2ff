/** What a binder is made of, in order, before any of it exists. */

/** An exhibit as it is put into a binder. */
export interface BinderPart {
  /** Pages the exhibit brings, its slip sheet not counted; 0 for one that only the index names. */
  readonly pages: number;
  readonly hasSlipSheet: boolean;
}

/** An exhibit with its place in the binder. */
export interface PlannedPart extends BinderPart {
  /**
   * Page of the binder, from 1, where it begins: its slip sheet, or its own first page where there is none. Null for one without
   * either.
   */
  readonly startPage: number | null;
  /** The exhibit's own first and last page; null for one without pages. */
  readonly firstPage: number | null;
  readonly lastPage: number | null;
}

/** A binder with every exhibit in its place. */
export interface BinderPlan {
  readonly indexPages: number;
  readonly parts: readonly PlannedPart[];
  readonly totalPages: number;
}

/** How often the index may change its own length before it is clear that it never settles. */
const maxRounds = 20;

/**
 * Places every exhibit. The index comes before them and its length depends on what it says, so it is laid out until it
 * no longer grows: page counts only ever go up from round to round, which makes the rounds end.
 *
 * @param countIndexPages how many pages an index naming these places takes; 0 where there is none
 * @throws Error if the index never settles, which a sane `countIndexPages` cannot cause
 */
export function planBinder(
  parts: readonly BinderPart[],
  countIndexPages: (parts: readonly PlannedPart[]) => number,
): BinderPlan {
  let indexPages = 0;
  for (let round = 0; round < maxRounds; round += 1) {
    const { placed, totalPages } = place(parts, indexPages);
    const needed = countIndexPages(placed);
    // An index that came out shorter than reserved keeps the longer one: going back could alternate for ever.
    if (needed <= indexPages) return { indexPages, parts: placed, totalPages };
    indexPages = needed;
  }
  throw new Error('the index never settles');
}

function place(
  parts: readonly BinderPart[],
  indexPages: number,
): { placed: PlannedPart[]; totalPages: number } {
  let next = indexPages + 1;
  const placed = parts.map((part): PlannedPart => {
    const startPage = next;
    const firstPage = startPage + (part.hasSlipSheet ? 1 : 0);
    next = firstPage + part.pages;
    const hasPages = part.pages > 0;
    return {
      ...part,
      startPage: next > startPage ? startPage : null,
      firstPage: hasPages ? firstPage : null,
      lastPage: hasPages ? next - 1 : null,
    };
  });
  return { placed, totalPages: next - 1 };
}
