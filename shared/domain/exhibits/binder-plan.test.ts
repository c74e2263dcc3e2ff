import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBinder } from './binder-plan.ts';

describe('a binder plan', () => {
  it('puts the index first and a slip sheet before each exhibit that has one', () => {
    const plan = planBinder(
      [
        { pages: 3, hasSlipSheet: true },
        { pages: 1, hasSlipSheet: true },
      ],
      () => 1,
    );
    expect(plan).toEqual({
      indexPages: 1,
      parts: [
        { pages: 3, hasSlipSheet: true, startPage: 2, firstPage: 3, lastPage: 5 },
        { pages: 1, hasSlipSheet: true, startPage: 6, firstPage: 7, lastPage: 7 },
      ],
      totalPages: 7,
    });
  });

  it('begins at an exhibit’s own first page where there is no slip sheet', () => {
    const plan = planBinder([{ pages: 2, hasSlipSheet: false }], () => 0);
    expect(plan.parts[0]).toMatchObject({ startPage: 1, firstPage: 1, lastPage: 2 });
  });

  it('gives one without pages its slip sheet only, and one without either no page at all', () => {
    const plan = planBinder(
      [
        { pages: 0, hasSlipSheet: true },
        { pages: 0, hasSlipSheet: false },
        { pages: 1, hasSlipSheet: false },
      ],
      () => 0,
    );
    expect(plan.parts.map(({ startPage, firstPage, lastPage }) => [startPage, firstPage, lastPage])).toEqual([
      [1, null, null],
      [null, null, null],
      [2, 2, 2],
    ]);
    expect(plan.totalPages).toBe(2);
  });

  it('lays the index out again when its own length changes what it says', () => {
    // A longer number in the index costs a second page, as a wrapped line would.
    const plan = planBinder([{ pages: 5, hasSlipSheet: true }], ([first]) => (first!.startPage! > 1 ? 2 : 1));
    expect(plan.indexPages).toBe(2);
    expect(plan.parts[0]!.startPage).toBe(3);
  });

  it('gives every page one place, without gaps, whatever the exhibits', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean())), (exhibits) => {
        const perPage = 7;
        const plan = planBinder(
          exhibits.map(([pages, hasSlipSheet]) => ({ pages, hasSlipSheet })),
          (parts) => Math.ceil(parts.length / perPage),
        );
        const taken: number[] = [];
        for (const { startPage, firstPage, lastPage, hasSlipSheet, pages } of plan.parts) {
          if (hasSlipSheet) taken.push(startPage!);
          if (firstPage !== null) for (let page = firstPage; page <= lastPage!; page += 1) taken.push(page);
          expect(firstPage === null ? 0 : lastPage! - firstPage + 1).toBe(pages);
        }
        const first = Math.ceil(exhibits.length / perPage) + 1;
        expect(taken).toEqual(Array.from({ length: plan.totalPages - first + 1 }, (_, i) => first + i));
      }),
    );
  });
});
