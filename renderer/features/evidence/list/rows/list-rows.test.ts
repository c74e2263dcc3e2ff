import { expect, test } from 'vitest';
import type { EvidenceId } from '../../../../../shared/model/common.ts';
import type { EvidenceList } from '../../../../../shared/model/evidence.ts';
import { chosenItems, listRows } from './list-rows.ts';

const listOf = (ids: string[], rest: Partial<EvidenceList> = {}): EvidenceList => ({
  ids: ids as EvidenceId[],
  groups: [],
  depths: [],
  total: ids.length,
  totalBytes: 0,
  ...rest,
});
const nothing = new Set<string>();

test('a list without groups is its items', () => {
  expect(listRows(listOf(['a', 'b']), nothing).map(({ id, place }) => [id, place])).toEqual([
    ['a', null],
    ['b', null],
  ]);
});

test('groups stand as headings over their items, and a folded one alone', () => {
  const list = listOf(['a', 'b', 'c'], {
    groups: [
      { key: 'pdf', label: 'pdf', start: 0, count: 2 },
      { key: 'png', label: 'png', start: 2, count: 1 },
    ],
  });
  const rows = listRows(list, new Set(['heading:png']));
  expect(rows.map(({ id }) => id)).toEqual(['heading:pdf', 'a', 'b', 'heading:png']);
  expect(rows[2]!.place).toEqual({ level: 2, position: 2, setSize: 2, isUnfolded: null });
  expect(rows[3]!.place).toMatchObject({ level: 1, position: 2, setSize: 2, isUnfolded: false });
});

test('a family is a tree; folding an item hides all that came in it', () => {
  const list = listOf(['zip', 'mail', 'photo', 'table', 'letter'], { depths: [0, 1, 2, 1, 0] });
  const rows = listRows(list, nothing);
  expect(
    rows.map(({ id, place }) => [id, place?.level, place?.position, place?.setSize, place?.isUnfolded]),
  ).toEqual([
    ['zip', 1, 1, 2, true],
    ['mail', 2, 1, 2, true],
    ['photo', 3, 1, 1, null],
    ['table', 2, 2, 2, null],
    ['letter', 1, 2, 2, null],
  ]);
  expect(listRows(list, new Set(['mail'])).map(({ id }) => id)).toEqual(['zip', 'mail', 'table', 'letter']);
  expect(listRows(list, new Set(['zip'])).map(({ id }) => id)).toEqual(['zip', 'letter']);
});

test('a heading chosen alone stands for its items; among items it is left out', () => {
  const list = listOf(['a', 'b', 'c'], { groups: [{ key: 'x', label: 'x', start: 0, count: 3 }] });
  const rows = listRows(list, nothing);
  expect([...chosenItems(new Set(['heading:x']), rows)]).toEqual(['a', 'b', 'c']);
  expect([...chosenItems(new Set(['heading:x', 'b']), rows)]).toEqual(['b']);
});
