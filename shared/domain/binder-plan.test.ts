import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBinder } from './binder-plan.ts';

describe('a binder plan', () => {
  it('puts the index first and a slip sheet before each exhibit', () => {
    const plan = planBinder(
      [
        { label: 'A', pages: 3 },
        { label: 'B', pages: 1 },
      ],
      true,
      () => 1,
    );
    expect(plan).toEqual({
      indexPages: 1,
      parts: [
        { label: 'A', pages: 3, startPage: 2, firstPage: 3, lastPage: 5 },
        { label: 'B', pages: 1, startPage: 6, firstPage: 7, lastPage: 7 },
      ],
      totalPages: 7,
    });
  });

  it('begins at an exhibit’s own first page where there are no slip sheets', () => {
    const plan = planBinder([{ label: 'A', pages: 2 }], false, () => 0);
    expect(plan.parts[0]).toMatchObject({ startPage: 1, firstPage: 1, lastPage: 2 });
  });

  it('lays the index out again when its own length changes what it says', () => {
    // A longer number in the index costs a second page, as a wrapped line would.
    const plan = planBinder([{ label: 'A', pages: 5 }], true, ([first]) => (first!.startPage > 1 ? 2 : 1));
    expect(plan.indexPages).toBe(2);
    expect(plan.parts[0]!.startPage).toBe(3);
  });

  it('gives every page one place, without gaps, whatever the exhibits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), fc.boolean(), (pages, hasSlipSheets) => {
        const perPage = 7;
        const plan = planBinder(
          pages.map((count, i) => ({ label: String(i), pages: count })),
          hasSlipSheets,
          (parts) => Math.ceil(parts.length / perPage),
        );
        let next = Math.ceil(pages.length / perPage) + 1;
        for (const part of plan.parts) {
          expect(part.startPage).toBe(next);
          expect(part.firstPage).toBe(next + (hasSlipSheets ? 1 : 0));
          next = part.firstPage + part.pages;
          expect(part.lastPage).toBe(next - 1);
        }
        expect(plan.totalPages).toBe(next - 1);
      }),
    );
  });
});
