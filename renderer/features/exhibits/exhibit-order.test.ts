import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderAfterMove, positionAfterStep, positionOfDrop } from './exhibit-order.ts';

const ids = ['A', 'B', 'C', 'D', 'E'];
const move = (moved: string[], position: number) => orderAfterMove(ids, new Set(moved), position).join('');

describe('moving exhibits', () => {
  it('puts the moved where the position says, counted among those that stay', () => {
    expect(move(['D'], 0)).toBe('DABCE');
    expect(move(['A'], 4)).toBe('BCDEA');
    expect(move(['B', 'D'], 1)).toBe('ABDCE');
  });

  it('never loses or doubles an exhibit', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.integer({ min: -3, max: 9 }), (moved, position) => {
        expect([...orderAfterMove(ids, new Set(moved), position)].toSorted()).toEqual(ids);
      }),
    );
  });

  it('steps one place up or down and stops at the ends', () => {
    const step = (moved: string[], by: -1 | 1) => {
      const position = positionAfterStep(ids, new Set(moved), by);
      return position === null ? null : move(moved, position);
    };
    expect(step(['C'], -1)).toBe('ACBDE');
    expect(step(['C'], 1)).toBe('ABDCE');
    expect(step(['C', 'D'], 1)).toBe('ABECD');
    expect(step(['A'], -1)).toBeNull();
    expect(step(['D', 'E'], 1)).toBeNull();
    expect(step([], 1)).toBeNull();
  });

  it('gathers exhibits that were chosen apart', () => {
    const moved = new Set(['A', 'D']);
    expect(orderAfterMove(ids, moved, positionAfterStep(ids, moved, -1) ?? -1).join('')).toBe('ADBCE');
    expect(orderAfterMove(ids, moved, positionAfterStep(ids, moved, 1) ?? -1).join('')).toBe('BCADE');
  });

  it('takes a drop before or after another exhibit', () => {
    const drop = (moved: string[], target: string, side: 'before' | 'after') =>
      move(moved, positionOfDrop(ids, new Set(moved), target, side));
    expect(drop(['A'], 'C', 'after')).toBe('BCADE');
    expect(drop(['A'], 'C', 'before')).toBe('BACDE');
    expect(drop(['E'], 'A', 'before')).toBe('EABCD');
    expect(drop(['B', 'C'], 'C', 'after')).toBe('ABCDE');
  });
});
