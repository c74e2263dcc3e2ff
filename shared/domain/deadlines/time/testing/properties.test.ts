import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeRequest, TimeResult } from '../../../../model/time-counting.ts';
import { holidaysOf } from '../../holidays/index.ts';
import { countTime, instantOf, weekdayOf } from '../index.ts';
import { timeRequest } from './random-requests.ts';
import { isFull } from './tier.ts';

const numRuns = isFull ? 200_000 : 3_000;

function count(request: TimeRequest): TimeResult {
  return countTime(request, holidaysOf(request.place.states, request.added));
}

function check(holds: (request: TimeRequest, result: TimeResult) => void): void {
  fc.assert(
    fc.property(timeRequest, (request) => holds(request, count(request))),
    { numRuns },
  );
}

describe('over the years 2010 to 2040, every state, unit, manner of service and regime', () => {
  test('a forward period never ends before its trigger', () => {
    check(({ trigger, period, place }, { due, dueAt, endsAt }) => {
      if (period.direction === 'before' || period.unit === 'monday_before') return;
      expect(due >= trigger.slice(0, 10)).toBe(true);
      expect(endsAt >= instantOf(dueAt ? trigger : trigger.slice(0, 10), place.timezone)).toBe(true);
    });
  });

  test('a backward period never ends after its trigger, unless the clerk’s office was inaccessible', () => {
    check(({ trigger, period }, { due, steps }) => {
      if (period.direction === 'after' || period.unit === 'monday_before') return;
      if (steps.some(({ kind }) => kind === 'closed')) return;
      expect(due <= trigger.slice(0, 10)).toBe(true);
    });
  });

  test('a period ends on no Saturday, Sunday, legal holiday or closed day, unless it is a cap, a date certain or an agreement’s', () => {
    check(({ period, regime, place, added, contract }, { due }) => {
      if (period.isCap || period.unit === 'fixed' || (regime === 'contract' && !contract?.isRolled)) return;
      const isForward =
        period.direction === 'after' || regime === 'contract' || period.unit === 'monday_before';
      expect([0, 6]).not.toContain(weekdayOf(due));
      expect(holidaysOf(place.states, added).find(due, isForward)).toBeNull();
      if (regime !== 'contract')
        expect(added.filter(({ kind, on }) => kind === 'closed' && on === due)).toEqual([]);
    });
  });

  // Hours keep their clock reading when they leave a weekend, so that of two periods which end in one weekend the shorter may
  // end at the later minute of the same day: Rule 6(a)(2)(C). Its day is never the later one.
  test('a longer period never ends on an earlier day going forward, nor on a later going backward', () => {
    check((request, { due, endsAt }) => {
      const { period } = request;
      if (period.unit === 'monday_before') return;
      const longer = count({ ...request, period: { ...period, count: period.count + 1 } });
      const [before, after] = period.direction === 'after' ? [due, longer.due] : [longer.due, due];
      expect(before <= after).toBe(true);
      if (period.unit === 'hours') return;
      expect(period.direction === 'after' ? longer.endsAt >= endsAt : longer.endsAt <= endsAt).toBe(true);
    });
  });

  test('each step begins where the one before it ended; the first at the trigger, the last ends at the due moment', () => {
    check(({ trigger }, { steps, due, dueAt }) => {
      expect(steps[0]!.from).toBe(trigger);
      for (const [index, step] of steps.entries()) {
        if (index > 0) expect(step.from).toBe(steps[index - 1]!.to);
        expect(step.why).not.toBe('');
        expect(step.cite).not.toBe('');
      }
      expect(steps.at(-1)!.to).toBe(dueAt ?? due);
    });
  });

  test('a cap and a date certain end where their count ends', () => {
    check(({ period, trigger }, { steps, due, dueAt }) => {
      const isFixed = period.unit === 'fixed';
      if (!isFixed && !period.isCap) return;
      expect(dueAt ?? due).toBe(isFixed ? trigger : steps.find(({ kind }) => kind === 'count')!.to);
    });
  });

  test('every alternative is another moment than the one given', () => {
    check((_, { alternatives, due, dueAt }) => {
      const others = alternatives.map((alternative) => alternative.due);
      expect(others).not.toContain(dueAt ?? due);
      expect(new Set(others).size).toBe(others.length);
    });
  });
});
