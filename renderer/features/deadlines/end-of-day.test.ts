import { expect, test } from 'vitest';
import { endOf } from './end-of-day.ts';

const clerk = { court: 'ca9', timezone: 'America/Los_Angeles' };

function ending(
  timezone: string,
  more: { dueAt?: string; endsAt: string; countedEnd?: string; isForCircuit?: boolean },
) {
  const { dueAt = null, endsAt, countedEnd = endsAt, isForCircuit = true } = more;
  const computed = {
    due: '2026-12-24',
    dueAt,
    timezone,
    ...(isForCircuit && { clerk }),
    endsAt: countedEnd,
    steps: [],
    warnings: [],
    alternatives: [],
  };
  return endOf({ due: '2026-12-24', dueAt, endsAt, computed }, timezone);
}

test('a deadline says until when its day lasts, and by whose clock', () => {
  const endsAt = '2026-12-25T08:00:00.000Z';
  expect(ending('Pacific/Honolulu', { dueAt: '2026-12-24T22:00', endsAt })).toEqual({
    time: '10:00 PM HST',
    more: 'by the circuit clerk’s clock (Pacific Time)',
  });
  expect(ending('Pacific/Guam', { endsAt })).toEqual({
    time: '',
    more: 'until the circuit clerk’s midnight, Fri, Dec 25, 2026, 6:00 PM ChST',
  });
  expect(ending('America/Los_Angeles', { endsAt, isForCircuit: false })).toEqual({
    time: '',
    more: 'by the end of the day, Pacific Time',
  });
});

test('a minute that an order sets is not the clerk’s', () => {
  const more = { dueAt: '2026-12-24T17:00', endsAt: '2026-12-25T03:00:00.000Z' };
  expect(ending('Pacific/Honolulu', { ...more, countedEnd: '2026-12-25T08:00:00.000Z' })).toEqual({
    time: '5:00 PM HST',
    more: '',
  });
});
