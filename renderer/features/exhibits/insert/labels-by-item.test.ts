import { expect, it } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { labelsByItem, withNewAhead } from './labels-by-item.ts';

const letter = 'letter' as EvidenceId;

it('names every label of an item that stands several times, and none of a label without evidence', () => {
  const labels = labelsByItem([
    { evidenceId: letter, label: 'A' },
    { evidenceId: null, label: 'B' },
    { evidenceId: letter, label: 'C' },
  ]);
  expect([...labels]).toEqual([['letter', ['A', 'C']]]);
});

it('puts what the set does not hold yet ahead of what it holds, and leaves each of the two in its order', () => {
  const items = ['a', 'late', 'b', 'later'].map((id) => ({ id }));
  const held = new Map([
    ['a', ['A']],
    ['b', ['B']],
  ]);
  expect(withNewAhead(items, held).map(({ id }) => id)).toEqual(['late', 'later', 'a', 'b']);
  expect(withNewAhead(items, new Map())).toEqual(items);
});
