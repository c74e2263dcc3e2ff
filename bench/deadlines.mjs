import { holidaysOf } from '../shared/domain/deadlines/holidays/index.ts';
import { countTime } from '../shared/domain/deadlines/time/index.ts';
import { median } from './measure.mjs';

const places = [
  ['WA', 'America/Los_Angeles'],
  ['CA', 'America/Los_Angeles'],
  ['NY', 'America/New_York'],
  ['MA', 'America/New_York'],
  ['IL', 'America/Chicago'],
  ['AZ', 'America/Phoenix'],
];
const periods = [
  { count: 21, unit: 'days' },
  { count: 14, unit: 'days' },
  { count: 30, unit: 'days', direction: 'before' },
  { count: 48, unit: 'hours' },
  { count: 14, unit: 'days', isCap: true },
  { count: 6, unit: 'weeks' },
  { count: 1, unit: 'years' },
];

/**
 * Deadlines counted with all their steps: triggers over thirty years, six courts, seven periods, every third served by mail.
 *
 * @param {number} count of deadlines
 * @param {number} rounds after the first, which also reads zones and holiday tables
 */
export function benchDeadlines(count, rounds) {
  const requests = Array.from({ length: count }, (_, index) => {
    const [state, timezone] = places[index % places.length];
    const day = new Date(Date.UTC(2010, 0, 1) + ((index * 7919) % 10_957) * 86_400_000);
    return {
      trigger: `${day.toISOString().slice(0, 10)}T${String(index % 24).padStart(2, '0')}:05`,
      period: { direction: 'after', isCap: false, ...periods[index % periods.length] },
      service: index % 3 === 0 ? 'mail' : 'ecf',
      regime: 'frcp',
      place: { timezone, states: [state] },
      added: [],
      contract: null,
    };
  });
  let steps = 0;
  const run = () => {
    const started = performance.now();
    steps = 0;
    for (const request of requests)
      steps += countTime(request, holidaysOf(request.place.states, request.added)).steps.length;
    return (performance.now() - started) / 1000;
  };
  const first = run();
  return { count, steps, first, later: median(Array.from({ length: rounds }, run)) };
}
