import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { pageShown, pagesOf, stepExhibit, stepPage } from './preview-steps.ts';

type Turned = Pick<Exhibit, 'id' | 'status' | 'pages'>;
const exhibit = (id: string, pages: number | null, status: Exhibit['status'] = 'active'): Turned => ({
  id: id as Exhibit['id'],
  pages,
  status,
});
const [a, kept, b] = [exhibit('a', 2), exhibit('kept', null, 'reserved'), exhibit('b', 1)];
const all = [a, kept, b];

describe('turning the pages of a binder', () => {
  it('begins each exhibit with its slip sheet, where the set has them', () => {
    expect(pagesOf(a, true)).toEqual([0, 1, 2]);
    expect(pagesOf(a, false)).toEqual([1, 2]);
    expect(stepPage(all, { exhibitId: a.id, page: 0 }, 1, true)).toEqual({ exhibitId: a.id, page: 1 });
  });

  it('goes on into the next exhibit and passes over labels without pages', () => {
    expect(stepPage(all, { exhibitId: a.id, page: 2 }, 1, true)).toEqual({ exhibitId: b.id, page: 0 });
    expect(stepPage(all, { exhibitId: b.id, page: 0 }, -1, true)).toEqual({ exhibitId: a.id, page: 2 });
  });

  it('ends at the first and the last page', () => {
    expect(stepPage(all, { exhibitId: a.id, page: 0 }, -1, true)).toBeNull();
    expect(stepPage(all, { exhibitId: b.id, page: 1 }, 1, true)).toBeNull();
  });

  it('goes from exhibit to exhibit, to the first page of each', () => {
    expect(stepExhibit(all, a.id, 1, false)).toEqual({ exhibitId: b.id, page: 1 });
    expect(stepExhibit(all, b.id, -1, true)).toEqual({ exhibitId: a.id, page: 0 });
    expect(stepExhibit(all, 'unknown', 1, true)).toBeNull();
  });

  it('leaves a reserved label for the exhibits beside it', () => {
    expect(stepPage(all, { exhibitId: kept.id, page: 0 }, 1, true)).toEqual({ exhibitId: b.id, page: 0 });
  });

  it('shows the first page where the one asked for is no longer there', () => {
    expect(pageShown(a, 9, true)).toBe(0);
    expect(pageShown(a, 2, true)).toBe(2);
    expect(pageShown(kept, 0, true)).toBeNull();
    expect(pageShown(exhibit('damaged', null), 1, false)).toBe(1);
  });
});
