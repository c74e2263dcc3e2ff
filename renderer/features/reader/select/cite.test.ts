import { describe, expect, test } from 'vitest';
import { citeOf, quoteWithCite, type CitedPage, type PageCite } from './cite.ts';

const cite = (label: string, page: number | null, bates: string | null): PageCite => ({
  setId: 'set' as PageCite['setId'],
  setName: 'Hearing',
  label,
  page,
  bates,
  cite: `${label} at ${page}${bates === null ? '' : `, ${bates}`}`,
});
const at = (page: number, ...cites: PageCite[]): CitedPage => ({ page, label: null, cites });

describe('words are cited', () => {
  test('as the exhibit their page stands in', () => {
    const page = at(9, cite('Ex. C', 4, 'FWR000123'));
    expect(citeOf('Agreement', page, page)).toBe('Ex. C at 4, FWR000123');
  });

  test('by both pages and both numbers where they run over the end of a page', () => {
    const [first, last] = [at(9, cite('Ex. C', 4, 'FWR000123')), at(10, cite('Ex. C', 5, 'FWR000124'))];
    expect(citeOf('Agreement', first, last)).toBe('Ex. C at 4–5, FWR000123–FWR000124');
  });

  test('by an exhibit that carries both pages rather than one that leaves the second out', () => {
    const first = at(9, cite('Ex. A', 9, null), cite('Ex. C', 4, null));
    const last = at(10, cite('Ex. A', null, null), cite('Ex. C', 5, null));
    expect(citeOf('Agreement', first, last)).toBe('Ex. C at 4–5');
  });

  test('by the number a page bears where no exhibit has it', () => {
    const number = (bates: string): PageCite => ({ ...cite('', null, bates), setId: null, cite: bates });
    const [first, last] = [at(3, number('FWR000007')), at(4, number('FWR000008'))];
    expect(citeOf('Agreement', first, first)).toBe('FWR000007');
    expect(citeOf('Agreement', first, last)).toBe('FWR000007–FWR000008');
  });

  test('by title and page where no exhibit has them', () => {
    expect(citeOf('Agreement', at(3), at(3))).toBe('Agreement at 3');
    expect(citeOf('Agreement', { page: 3, label: 'iv', cites: [] }, at(4))).toBe('Agreement at iv–4');
    const leftOut = at(3, cite('Ex. C', null, null));
    expect(citeOf('Agreement', leftOut, leftOut)).toBe('Agreement at 3');
  });
});

test('what is put into a brief stands on one line', () => {
  expect(quoteWithCite(' without the\nnotice  that ', 'Ex. C at 4')).toBe(
    '“without the notice that” (Ex. C at 4)',
  );
});
