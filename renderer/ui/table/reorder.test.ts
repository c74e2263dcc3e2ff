import { describe, expect, it } from 'vitest';
import { positionAfterStep, positionAtGap } from './reorder.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const moved = (...of: string[]) => new Set(of);

describe('a dropped row', () => {
  it('stands where the gap is, counted without itself', () => {
    expect(positionAtGap(ids, moved('a'), 3)).toBe(2);
    expect(positionAtGap(ids, moved('e'), 0)).toBe(0);
    expect(positionAtGap(ids, moved('b'), 5)).toBe(4);
  });

  it('changes nothing on either side of its own place', () => {
    expect(positionAtGap(ids, moved('c'), 2)).toBeNull();
    expect(positionAtGap(ids, moved('c'), 3)).toBeNull();
  });

  it('brings scattered companions together', () => {
    expect(positionAtGap(ids, moved('a', 'c'), 2)).toBe(1);
  });
});

describe('a row moved by keyboard', () => {
  it('changes places with its neighbor', () => {
    expect(positionAfterStep(ids, moved('b'), 1)).toBe(2);
    expect(positionAfterStep(ids, moved('b'), -1)).toBe(0);
    expect(positionAfterStep(ids, moved('b', 'c'), 1)).toBe(2);
  });

  it('stops at the ends', () => {
    expect(positionAfterStep(ids, moved('a'), -1)).toBeNull();
    expect(positionAfterStep(ids, moved('e'), 1)).toBeNull();
    expect(positionAfterStep(ids, moved(), 1)).toBeNull();
  });
});
