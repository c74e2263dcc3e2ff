import { describe, expect, it } from 'vitest';
import { findBest } from './match.ts';

const titles = (query: string, ...list: string[]) =>
  findBest(
    list.map((title) => ({ title })),
    query,
    10,
  ).map(({ title }) => title);

describe('the palette', () => {
  it('puts what begins with the word before what merely holds it', () => {
    expect(titles('add', 'Show padding', 'Evidence: Add Folder', 'Add Evidence…')).toEqual([
      'Add Evidence…',
      'Evidence: Add Folder',
      'Show padding',
    ]);
  });

  it('wants every word, in any order', () => {
    expect(titles('evid add', 'Add Evidence…', 'Add Docket Entry…')).toEqual(['Add Evidence…']);
  });

  it('prefers the shorter of two that match alike', () => {
    expect(titles('doc', 'Docket and more', 'Docket')).toEqual(['Docket', 'Docket and more']);
  });

  it('finds by further words too, but less', () => {
    const items = [{ title: 'Letter', keywords: '2-3' }, { title: '2-3 Exhibit' }];
    expect(findBest(items, '2-3', 5).map(({ title }) => title)).toEqual(['2-3 Exhibit', 'Letter']);
  });

  it('lists the first ones in their order while nothing is typed', () => {
    expect(titles('  ', 'B', 'A')).toEqual(['B', 'A']);
  });
});
