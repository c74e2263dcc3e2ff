import { expect, test } from 'vitest';
import type { TimeRequest } from '../../../model/time-counting.ts';
import { holidaysOf } from '../holidays/index.ts';
import { clerksEnd, countTime, instantOf } from './index.ts';
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
  expect(end('ded', '2022-08-18')).toEqual(['2022-09-01T17:00', '2022-09-01']);
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

const frap = { regime: 'frap' } as const;

function paper(court: string, timezone: string, on = '2026-12-24', more: Partial<TimeRequest> = {}) {
  return countTime(
    {
      trigger: `${on.slice(0, 8)}10`,
      period: { count: Number(on.slice(8)) - 10, unit: 'days', direction: 'after', isCap: false },
      service: 'none',
      regime: 'frap',
      place: { timezone, states: [], court },
      added: [],
      contract: null,
      ...more,
    },
    holidaysOf([], []),
  );
}

test.each([
  ['Honolulu, San Francisco’s clerk', 'ca9', 'Pacific/Honolulu', '2026-12-24', '2026-12-24T22:00'],
  ['Honolulu in summer', 'ca9', 'Pacific/Honolulu', '2026-07-14', '2026-07-14T21:00'],
  ['Anchorage', 'ca9', 'America/Anchorage', '2026-12-24', '2026-12-24T23:00'],
  ['Birmingham, Atlanta’s clerk', 'ca11', 'America/Chicago', '2026-12-24', '2026-12-24T23:00'],
  ['Nashville, Cincinnati’s clerk', 'ca6', 'America/Chicago', '2026-12-24', '2026-12-24T23:00'],
  ['El Paso, New Orleans’ clerk', 'ca5', 'America/Denver', '2026-12-24', '2026-12-24T23:00'],
])(
  'FRAP 26(a)(4)(B): in %s the day ends with the circuit clerk’s midnight',
  (_, court, timezone, on, dueAt) => {
    const result = paper(court, timezone, on);
    expect(result).toMatchObject({ due: on, dueAt, clerk: { court } });
    expect(result.endsAt).toBe(instantOf(dueAt, timezone));
    expect(result.steps.at(-1)).toMatchObject({
      kind: 'hour',
      to: dueAt,
      cite: 'Fed. R. App. P. 26(a)(4)(B)',
    });
    expect(result.warnings.map(({ code }) => code)).toContain('CHECK');
  },
);

test.each([
  ['Guam, San Francisco’s clerk', 'ca9', 'Pacific/Guam', '2026-12-24', '2026-12-25T18:00'],
  ['Guam in summer', 'ca9', 'Pacific/Guam', '2026-07-14', '2026-07-15T17:00'],
  ['San Juan in winter, Boston’s clerk', 'ca1', 'America/Puerto_Rico', '2026-12-24', '2026-12-25T01:00'],
  ['Boise', 'ca9', 'America/Denver', '2026-12-24', '2026-12-25T01:00'],
])('in %s the day lasts beyond the court’s midnight, and stays that day', (_, court, timezone, on, until) => {
  const result = paper(court, timezone, on);
  expect(result).toMatchObject({ due: on, dueAt: null, endsAt: instantOf(until, timezone) });
  expect(result.steps.at(-1)).toMatchObject({ kind: 'hour', from: on, to: on });
});

test.each([
  ['San Juan in summer', 'ca1', 'America/Puerto_Rico', '2026-07-14'],
  ['Seattle', 'ca9', 'America/Los_Angeles', '2026-12-24'],
])('in %s both midnights are one', (_, court, timezone, on) => {
  const result = paper(court, timezone, on);
  expect(result).toMatchObject({ due: on, dueAt: null, clerk: { court } });
  expect(result.endsAt).toBe(clerksEnd(on, { timezone }).endsAt);
  expect(result.steps.some(({ kind }) => kind === 'hour')).toBe(false);
});

test('the Third Circuit’s five o’clock is Philadelphia’s, L.A.R. 26.1: six in St. Thomas in winter', () => {
  expect(paper('ca3', 'America/St_Thomas').dueAt).toBe('2026-12-24T18:00');
  expect(paper('ca3', 'America/St_Thomas', '2026-07-14').dueAt).toBe('2026-07-14T17:00');
  const { steps, alternatives } = paper('ca3', 'America/New_York');
  expect(steps.at(-1)?.why).toContain('The court of appeals, to which the paper goes, takes a paper');
  expect(alternatives[0]).toMatchObject({ due: '2026-12-24', cite: '3d Cir. L.A.R. 26.1' });
  // Before the rule held the day ended with the clerk’s midnight.
  expect(paper('ca3', 'America/New_York', '2023-06-30').dueAt).toBeNull();
});

test('a date certain for a circuit clerk ends with that clerk’s midnight; hours and a maximum do not', () => {
  const period = { count: 0, unit: 'fixed', direction: 'after', isCap: false } as const;
  const fixed = { ...frap, trigger: '2026-12-24', period };
  expect(paper('ca9', 'Pacific/Honolulu', undefined, fixed).dueAt).toBe('2026-12-24T22:00');
  expect(end('ca3', '2026-12-24', { ...frap, period })).toEqual(['2026-12-24', '2026-12-24T17:00']);
  const hours = { count: 48, unit: 'hours', direction: 'after', isCap: false } as const;
  const counted = paper('ca9', 'Pacific/Honolulu', undefined, { trigger: '2026-12-21T10:00', period: hours });
  expect([counted.dueAt, counted.clerk]).toEqual(['2026-12-23T10:00', undefined]);
});
