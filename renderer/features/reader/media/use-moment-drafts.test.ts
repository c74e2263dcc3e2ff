import { describe, expect, it } from 'vitest';
import type { MomentDrafts } from '../sources.ts';
import { withEdited, withoutAdded, withoutEdited } from './use-moment-drafts.ts';

const nothing: MomentDrafts = { added: null, edited: {} };

describe('drafts of notes on a recording', () => {
  it('keeps what is typed in one note while a second is edited', () => {
    const both = withEdited(withEdited(nothing, 'a', 'half typed'), 'b', 'second');
    expect(both.edited).toEqual({ a: 'half typed', b: 'second' });
    expect(withoutEdited(both, 'b').edited).toEqual({ a: 'half typed' });
  });

  it('keeps what was typed on after it was saved', () => {
    const typedOn = withEdited(nothing, 'a', 'saved and more');
    expect(withoutEdited(typedOn, 'a', 'saved')).toBe(typedOn);
    expect(withoutEdited(withEdited(nothing, 'a', 'saved '), 'a', 'saved')).toEqual(nothing);
    const added: MomentDrafts = { added: { atMs: 0, text: 'saved and more' }, edited: {} };
    expect(withoutAdded(added, 'saved')).toBe(added);
    expect(withoutAdded(added).added).toBeNull();
  });
});
