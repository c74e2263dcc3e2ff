import { describe, expect, it } from 'vitest';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { listAncestors, listThreadRows } from './thread-rows.ts';

const entry = (id: string, parentId: string | null = null) => ({ id, parentId }) as unknown as DocketEntry;
const none: ReadonlySet<string> = new Set();
const drawn = (rows: ReturnType<typeof listThreadRows>) =>
  rows.map(({ id, level, isUnfolded }) => `${'  '.repeat(level - 1)}${isUnfolded === false ? '+' : ''}${id}`);

/** A motion with an opposition, its exhibit and a reply, an order, and a notice by itself. */
const docket = [
  entry('motion'),
  entry('notice'),
  entry('opposition', 'motion'),
  entry('exhibit', 'opposition'),
  entry('reply', 'motion'),
  entry('order', 'motion'),
];

describe('the tree of threads', () => {
  it('lists each entry under what it belongs to, in the order of the docket', () => {
    const rows = listThreadRows(docket, null, none);
    expect(drawn(rows)).toEqual(['motion', '  opposition', '    exhibit', '  reply', '  order', 'notice']);
    expect(rows[3]).toMatchObject({ position: 2, setSize: 3, isUnfolded: null });
    expect(rows[0]!.count).toBe(4);
  });

  it('leaves out what is folded', () => {
    expect(drawn(listThreadRows(docket, null, new Set(['motion'])))).toEqual(['+motion', 'notice']);
  });

  it('shows what was sought with all that is above it, and tells the two apart', () => {
    const rows = listThreadRows(docket, new Set(['exhibit']), none);
    expect(drawn(rows)).toEqual(['motion', '  opposition', '    exhibit']);
    expect(rows.map(({ isSought }) => isSought)).toEqual([false, false, true]);
    expect(rows[1]).toMatchObject({ position: 1, setSize: 1 });
  });

  it('loses no entry to a ring, to itself or to an entry that is not there', () => {
    const odd = [
      entry('a', 'b'),
      entry('b', 'a'),
      entry('c', 'a'),
      entry('d', 'd'),
      entry('e', 'gone'),
      entry('f'),
    ];
    const rows = listThreadRows(odd, null, none);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(listThreadRows(odd, new Set(['a']), none).map(({ id }) => id)).toContain('a');
  });

  it('is listed for a thread as deep as the docket is long', () => {
    const deep = Array.from({ length: 10_000 }, (_, at) => entry(`${at}`, at === 0 ? null : `${at - 1}`));
    const rows = listThreadRows(deep, null, none);
    expect(rows.at(-1)).toMatchObject({ id: '9999', level: 10_000 });
  });

  it('knows what stands above an entry, nearest first', () => {
    const byId = new Map<string, DocketEntry>(docket.map((each) => [each.id, each]));
    expect(listAncestors(byId, docket[3]!)).toEqual(['opposition', 'motion']);
    const ring = new Map<string, DocketEntry>(
      [entry('a', 'b'), entry('b', 'a')].map((each) => [each.id, each]),
    );
    expect(listAncestors(ring, ring.get('a')!)).toEqual(['b']);
  });
});
