import { describe, expect, it } from 'vitest';
import { plannedLabels } from './planned-labels.ts';

describe('the labels new exhibits will take', () => {
  it('go on after the greatest at the end', () => {
    expect(plannedLabels('A', ['A', 'C'], 2, null)).toEqual(['D', 'E']);
    expect(plannedLabels('PX-1', [], 2, null)).toEqual(['PX-1', 'PX-2']);
  });

  it('stand between two others when inserted, leaving those as they are', () => {
    expect(plannedLabels('A', ['A', 'B', 'C', 'D'], 2, 'C')).toEqual(['C-1', 'C-2']);
    expect(plannedLabels('1', ['9', '10', '10A', '11'], 1, '10')).toEqual(['10B']);
  });
});
