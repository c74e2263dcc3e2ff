import { describe, expect, it } from 'vitest';
import { sharedValue } from './shared-fields.ts';

describe('a field of several exhibits', () => {
  it('has a value where all have the same, and none where they differ', () => {
    const [one, same, other] = [{ sponsor: 'Jane Smith' }, { sponsor: 'Jane Smith' }, { sponsor: '' }];
    expect(sharedValue([one, same], 'sponsor')).toBe('Jane Smith');
    expect(sharedValue([one, other], 'sponsor')).toBeUndefined();
    expect(sharedValue([], 'sponsor')).toBeUndefined();
  });

  it('tells “as the set” of all of them from designations that differ', () => {
    const designated = (designation: string | null) => ({ designation });
    expect(sharedValue([designated(null), designated(null)], 'designation')).toBeNull();
    expect(sharedValue([designated(null), designated('')], 'designation')).toBeUndefined();
  });
});
