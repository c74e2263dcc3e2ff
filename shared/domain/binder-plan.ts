/** What a binder is made of, in order, before any of it exists. */

export interface BinderPart {
  readonly label: string;
  /** Pages the exhibit brings, its slip sheet not counted. */
  readonly pages: number;
}

export interface PlannedPart extends BinderPart {
  /** Page of the binder, from 1, where it begins: its slip sheet, or its own first page where there is none. */
  readonly startPage: number;
  /** Page of the exhibit's own first page. */
  readonly firstPage: number;
  readonly lastPage: number;
}

export interface BinderPlan {
  readonly indexPages: number;
  readonly parts: readonly PlannedPart[];
  readonly totalPages: number;
}

/** How often the index may change its own length before it is clear that it never settles. */
const maxRounds = 20;

/**
 * Places every exhibit. The index stands before them and its length depends on what it says, so it is laid out until it
 * no longer grows: page counts only ever go up from round to round, which makes the rounds end.
 *
 * @param countIndexPages how many pages an index naming these places takes; 0 where there is none
 * @throws Error if the index never settles, which a sane `countIndexPages` cannot cause
 */
export function planBinder(
  parts: readonly BinderPart[],
  hasSlipSheets: boolean,
  countIndexPages: (parts: readonly PlannedPart[]) => number,
): BinderPlan {
  let indexPages = 0;
  for (let round = 0; round < maxRounds; round += 1) {
    const placed = place(parts, hasSlipSheets, indexPages);
    const needed = countIndexPages(placed);
    // An index that came out shorter than reserved keeps the longer one: going back could alternate for ever.
    if (needed <= indexPages) {
      const last = placed.at(-1);
      return { indexPages, parts: placed, totalPages: last ? last.lastPage : indexPages };
    }
    indexPages = needed;
  }
  throw new Error('the index never settles');
}

function place(parts: readonly BinderPart[], hasSlipSheets: boolean, indexPages: number): PlannedPart[] {
  let next = indexPages + 1;
  return parts.map((part) => {
    const startPage = next;
    const firstPage = startPage + (hasSlipSheets ? 1 : 0);
    next = firstPage + part.pages;
    return { ...part, startPage, firstPage, lastPage: next - 1 };
  });
}
