import fc from 'fast-check';
import type { AddedDay, TimeRequest, TimeUnit } from '../../../../model/time-counting.ts';
import { stateTables } from '../../holidays/index.ts';

export const states = stateTables.map(({ state }) => state);

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
];

const units: readonly TimeUnit[] = [
  'days',
  'weeks',
  'months',
  'years',
  'hours',
  'fridays',
  'monday_before',
  'fixed',
];
const longest: Record<TimeUnit, number> = {
  days: 120,
  weeks: 20,
  months: 30,
  years: 4,
  hours: 200,
  fridays: 8,
  monday_before: 1,
  fixed: 1,
};
const daysIn: Partial<Record<TimeUnit, number>> = {
  weeks: 7,
  months: 30.44,
  years: 365.25,
  hours: 1 / 24,
  fridays: 7,
};

const [from, to] = [Date.UTC(2010, 0, 1), Date.UTC(2040, 11, 31)].map((ms) => ms / 86_400_000) as [
  number,
  number,
];
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Sundays on which clocks change, and the days about them. */
const changes = Array.from({ length: 31 }, (_, year) => [
  [2010 + year, 2, 8],
  [2010 + year, 10, 1],
])
  .flat()
  .map(([year, month, first]) => {
    const day = new Date(Date.UTC(year!, month!, first!));
    return day.getTime() / 86_400_000 + ((7 - day.getUTCDay()) % 7);
  });

/** Days anywhere, days about a change of clocks, and the last days of months. */
const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: from, max: to }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -3, max: 3 }))
      .map(([at, by]) => at + by),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 12 * 31 - 1 }), fc.integer({ min: 1, max: 3 }))
      .map(([month, before]) => Date.UTC(2010, month, 1) / 86_400_000 - before),
  },
);
/** The small hours more often: clocks are changed in them. */
const minute = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 50, max: 190 }));
const state = fc.constantFrom(...states);

/** Requests that can be counted, of 2010 to 2040: every state, unit, direction, manner of service and regime. */
export const timeRequest: fc.Arbitrary<TimeRequest> = fc
  .record({
    day,
    minute: fc.option(minute, { freq: 2 }),
    atMinute: minute,
    unit: fc.constantFrom(...units, 'days' as const, 'days' as const, 'hours' as const),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
    direction: fc.constantFrom('after' as const, 'after' as const, 'before' as const),
    isCap: fc.integer({ min: 0, max: 7 }).map((value) => value === 0),
    service: fc.constantFrom(
      'none' as const,
      'ecf' as const,
      'hand' as const,
      'mail' as const,
      'clerk' as const,
      'other_consented' as const,
      'rule4_personal' as const,
      'rule4_mail' as const,
    ),
    regime: fc.constantFrom('frcp' as const, 'frcp' as const, 'frap' as const, 'contract' as const),
    timezone: fc.constantFrom(...zones),
    states: fc.oneof(
      { weight: 6, arbitrary: state.map((one) => [one]) },
      { weight: 1, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.tuple(state, state).map((two) => [...two]) },
    ),
    added: fc.array(
      fc.record({
        by: fc.integer({ min: -4, max: 9 }),
        kind: fc.constantFrom('closed' as const, 'closed' as const, 'holiday' as const),
      }),
      { maxLength: 3 },
    ),
    terms: fc.record({
      isFirstDayCounted: fc.boolean(),
      isBusinessDays: fc.boolean(),
      isRolled: fc.boolean(),
    }),
  })
  .map((made) => {
    const { unit } = made;
    const isNoting = unit === 'fridays' || unit === 'monday_before';
    const least = unit === 'fridays' ? 1 : 0;
    const count = least + Math.floor(made.length * (longest[unit] + 1 - least));
    const regime = isNoting && made.regime === 'contract' ? 'frcp' : made.regime;
    const sign = made.direction === 'after' ? 1 : -1;
    const about = made.day + sign * Math.round(unit === 'days' ? count : count * (daysIn[unit] ?? 0));
    const at = unit === 'hours' ? made.atMinute : made.minute;
    const clock =
      at === null
        ? ''
        : `T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const added = made.added.map(({ by, kind }): AddedDay => ({
      on: iso(about + by),
      kind,
      name: 'A day of the court’s',
      note: '',
    }));
    return {
      trigger: `${iso(made.day)}${clock}`,
      period: { count, unit, direction: made.direction, isCap: made.isCap && !isNoting },
      service: made.service,
      regime,
      place: { timezone: made.timezone, states: made.states },
      added,
      contract:
        regime === 'contract'
          ? {
              clause: '§ 7.2(b)',
              ...made.terms,
              isBusinessDays: made.terms.isBusinessDays && (unit === 'days' || unit === 'fixed'),
            }
          : null,
    };
  });
