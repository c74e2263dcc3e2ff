import { describe, expect, it } from 'vitest';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { findReferred, indexDocket, relationsOf } from './relations.ts';

const entry = (
  id: string,
  number: number | null,
  attachment: number | null,
  parentId: string | null = null,
) => ({ id, number, attachment, parentId }) as unknown as DocketEntry;
const motion = entry('motion', 2, null);
const exhibit = entry('exhibit', 2, 1, 'motion');
const opposition = entry('opposition', 9, null, 'motion');
const moved = entry('moved', 4, 2, 'motion');
const index = indexDocket([motion, exhibit, entry('twice', 2, null), moved, opposition]);

describe('what belongs to an entry', () => {
  it('are its attachments, and apart from them what stands under it', () => {
    const { parent, attachments, under } = relationsOf(motion, index);
    expect(parent).toBeNull();
    expect(attachments).toEqual([exhibit]);
    expect(under).toEqual([moved, opposition]);
    expect(relationsOf(opposition, index).parent).toBe(motion);
  });

  it('is found by its number, the first of those that share one', () => {
    expect(findReferred(index, { number: 2, attachment: 1 })).toBe(exhibit);
    expect(findReferred(index, { number: 2, attachment: null })).toBe(motion);
    expect(findReferred(index, { number: 3, attachment: null })).toBeNull();
  });
});
