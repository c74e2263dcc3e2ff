import { expect, test } from 'vitest';
import { findCitations } from './citations/index.ts';
import { pageCite } from './page-cite.ts';

test.each<[Parameters<typeof pageCite>[0], string]>([
  [{ label: 'C', page: 4, bates: 'AMZ000123', declarant: '' }, 'Ex. C at 4, AMZ000123'],
  [{ label: '12', page: 1, bates: null, declarant: '' }, 'Ex. 12 at 1'],
  [{ label: 'PX-7', page: null, bates: null, declarant: '' }, 'Ex. PX-7'],
  [{ label: 'A', page: 2, bates: null, declarant: 'Jane Q. Smith' }, 'Smith Decl., Ex. A at 2'],
  [{ label: 'B', page: 3, bates: null, declarant: 'Luis Ortega, Jr.' }, 'Ortega Decl., Ex. B at 3'],
  ...['Ann Roe III', 'Ann Roe IV', 'Ann Roe, Esq.', 'Ann Roe, Ph.D.', 'Ann Roe, MD'].map(
    (declarant): [Parameters<typeof pageCite>[0], string] => [
      { label: 'B', page: 3, bates: null, declarant },
      'Roe Decl., Ex. B at 3',
    ],
  ),
  [{ label: 'B', page: 3, bates: null, declarant: 'Ali Masr' }, 'Masr Decl., Ex. B at 3'],
])('%j is cited %s', (page, expected) => {
  expect(pageCite(page)).toBe(expected);
});

test('what is written is read back as the same exhibit and page by the check of a brief', () => {
  const cite = pageCite({ label: 'C', page: 4, bates: 'AMZ000123', declarant: 'Jane Smith' });
  const text = `The notice was late (${cite}).`;
  const found = findCitations([text], { labels: ['A', 'B', 'C'], batesPrefixes: ['AMZ'] });
  expect(found[0]).toMatchObject({
    label: 'C',
    declarant: 'Smith',
    places: [{ kind: 'page', first: 4 }, {}],
  });
});
