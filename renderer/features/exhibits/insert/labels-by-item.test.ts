import { expect, it } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { labelsByItem } from './labels-by-item.ts';

const letter = 'letter' as EvidenceId;

it('names every label of an item that stands several times, and none of a label without evidence', () => {
  const labels = labelsByItem([
    { evidenceId: letter, label: 'A' },
    { evidenceId: null, label: 'B' },
    { evidenceId: letter, label: 'C' },
  ]);
  expect([...labels]).toEqual([['letter', ['A', 'C']]]);
});
