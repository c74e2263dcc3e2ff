import { describe, expect, it } from 'vitest';
import type { ExhibitId } from '../../../../shared/model/common.ts';
import type { CitationReport } from '../../../../shared/model/exhibits.ts';
import { countsOf, isOutdated, onFirstPage, pageRuns, pagesOf, rowsOf } from './citation-rows.ts';

const citation = (label: string, status: CitationReport['citations'][number]['status']) => ({
  page: 1,
  text: `Ex. ${label}`,
  start: 0,
  end: 5,
  label,
  declarant: null,
  pin: null,
  exhibitId: null,
  status,
});
const report: CitationReport = {
  brief: 'Motion',
  pages: 3,
  citations: [citation('A', 'found'), citation('Q', 'absent'), citation('B', 'outOfRange')],
  ofOthers: [],
  neverCited: [],
  pagesWithoutText: [],
};

describe('citations of a brief', () => {
  it('are counted by what is the matter with them', () => {
    expect(countsOf(report)).toEqual({ all: 3, wrong: 2, found: 1, absent: 1, outOfRange: 1, ambiguous: 0 });
  });

  it('are narrowed to one kind, or to all that need a look, and keep their names', () => {
    expect(rowsOf(report, 'wrong').map(({ id, label }) => [id, label])).toEqual([
      ['1', 'Q'],
      ['2', 'B'],
    ]);
    expect(rowsOf(report, 'found').map(({ label }) => label)).toEqual(['A']);
    expect(rowsOf(report, 'all')).toHaveLength(3);
  });

  it('that run over to the next page stand on two, and begin on the first', () => {
    const over = { ...citation('B', 'found'), text: 'Ex.\nB', end: 3, next: { page: 2, start: 0, end: 1 } };
    expect([pageRuns(pagesOf(over)), onFirstPage(over)]).toEqual(['1–2', 'Ex.']);
    const whole = citation('B', 'found');
    expect([pageRuns(pagesOf(whole)), onFirstPage(whole)]).toEqual(['1', 'Ex. B']);
  });

  it('no longer hold once exhibits came, went or were withdrawn', () => {
    const exhibit = (id: string, status: 'active' | 'reserved' | 'withdrawn' = 'active') => ({
      id: id as ExhibitId,
      status,
    });
    const checked = {
      citations: [{ ...citation('A', 'found'), exhibitId: 'a' as ExhibitId }, citation('Q', 'absent')],
      neverCited: [{ id: 'b' as ExhibitId, label: 'B', title: 'Letter' }],
    };
    const [a, b] = [exhibit('a'), exhibit('b')];
    expect(isOutdated(checked, [a, b, exhibit('c', 'reserved')])).toBe(false);
    for (const since of [[a, b, exhibit('c')], [a], [b], [exhibit('a', 'withdrawn'), b]])
      expect(isOutdated(checked, since)).toBe(true);
  });

  it('name pages without text in runs', () => {
    expect(pageRuns([2, 3, 4, 9])).toBe('2–4, 9');
    expect(pageRuns([])).toBe('');
  });
});
