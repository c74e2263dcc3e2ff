import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { safeMoment } from './Alternatives.tsx';

type Computed = NonNullable<Deadline['computed']>;

function counted(due: string, dueAt: string | null, ...others: string[]): Computed {
  return {
    due,
    dueAt,
    timezone: 'America/Los_Angeles',
    endsAt: '2021-01-01T00:00:00.000Z',
    steps: [],
    warnings: [],
    alternatives: others.map((each) => ({ due: each, why: 'it may be argued', cite: 'Rule 6' })),
  };
}
const period = { rule: null };
const earliest = { rule: { kind: 'earliest' } as Deadline['rule'] };

describe('the safe moment', () => {
  it('is the earliest end that may be argued', () => {
    expect(safeMoment({ ...period, computed: counted('2021-01-25', null, '2021-01-23') })).toBe('2021-01-23');
    expect(safeMoment({ ...period, computed: counted('2021-01-23', null, '2021-01-25') })).toBe('2021-01-23');
  });

  it('takes the minute before the end of the same day', () => {
    const computed = counted('2021-01-25', null, '2021-01-25T17:00');
    expect(safeMoment({ ...period, computed })).toBe('2021-01-25T17:00');
  });

  it('is the latest beginning for what may be done from a moment on', () => {
    expect(safeMoment({ ...earliest, computed: counted('2021-01-23', null, '2021-01-25') })).toBe(
      '2021-01-25',
    );
  });

  it('is not named where nothing is unsettled', () => {
    expect(safeMoment({ ...period, computed: counted('2021-01-25', null) })).toBeNull();
  });
});
