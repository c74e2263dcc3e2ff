import { expect, test } from 'vitest';
import type { TimeRequest } from '../../../model/time-counting.ts';
import { holidaysOf } from '../holidays/index.ts';
import { countTime } from './index.ts';
import { terms } from './testing/told.ts';

function end(court: string, trigger: string, more: Partial<TimeRequest> = {}): string[] {
  const { due, dueAt, alternatives } = countTime(
    {
      trigger,
      period: { count: 14, unit: 'days', direction: 'after', isCap: false },
      service: 'none',
      regime: 'frcp',
      place: { timezone: 'America/New_York', states: [], court },
      added: [],
      contract: null,
      ...more,
    },
    holidaysOf([], []),
  );
  return [dueAt ?? due, ...alternatives.map((alternative) => alternative.due)];
}

test('the last day ends at the hour of the court’s rule of that day, and at midnight for papers it leaves out', () => {
  expect(end('ded', '2026-03-02')).toEqual(['2026-03-16T17:00', '2026-03-16']);
  expect(end('ded', '2022-08-17')).toEqual(['2022-08-31T18:00', '2022-08-31']);
  expect(end('ded', '2014-10-01')).toEqual(['2014-10-15']);
  expect(end('mad', '2026-03-02')).toEqual(['2026-03-16T18:00', '2026-03-16']);
  expect(end('ca3', '2026-03-02', { regime: 'frap' })).toEqual(['2026-03-16T17:00', '2026-03-16']);
  expect(end('nysd', '2026-03-02')).toEqual(['2026-03-16']);
});

test('a maximum, an agreement, a minute and the clock of another place stay as they are', () => {
  const period = { count: 14, unit: 'days', direction: 'after', isCap: false } as const;
  expect(end('ded', '2026-03-02', { period: { ...period, isCap: true } })).toEqual(['2026-03-16']);
  expect(end('ded', '2026-03-02', { regime: 'contract', contract: terms })).toEqual(['2026-03-16']);
  expect(end('ded', '2026-03-02T10:00', { period: { ...period, unit: 'hours' } })).toEqual([
    '2026-03-03T00:00',
  ]);
  const place = { timezone: 'America/Los_Angeles', states: [], court: 'ded' };
  expect(end('ded', '2026-03-02', { place })).toEqual(['2026-03-16']);
});

test('a date certain stays as it was set, with the hour beside it', () => {
  const period = { count: 0, unit: 'fixed', direction: 'after', isCap: false } as const;
  expect(end('ded', '2026-03-16', { period })).toEqual(['2026-03-16', '2026-03-16T17:00']);
});
