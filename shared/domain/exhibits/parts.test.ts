import { describe, expect, it } from 'vitest';
import { partsLeft, withParts } from './parts.ts';

const a = { id: 'A', parentId: null };
const b = { id: 'B', parentId: null };
const b1 = { id: 'B-1', parentId: 'B' };
const b11 = { id: 'B-1-1', parentId: 'B-1' };
const b2 = { id: 'B-2', parentId: 'B' };
const exhibits = [a, b, b1, b11, b2];

describe('parts', () => {
  it('move with their exhibit, and theirs with them', () => {
    expect(withParts(exhibits, [b])).toEqual([b, b1, b11, b2]);
    expect(withParts(exhibits, [b2, b])).toEqual([b, b1, b11, b2]);
    expect(withParts(exhibits, [a])).toEqual([a]);
  });

  it('stay where their exhibit is taken out, unless they are taken out too', () => {
    expect(partsLeft(exhibits, new Set(['B']))).toEqual([b1, b2]);
    expect(partsLeft(exhibits, new Set(['B', 'B-1']))).toEqual([b11, b2]);
    expect(partsLeft(exhibits, new Set(['A']))).toEqual([]);
  });
});
