import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../model/deadlines.ts';
import { basisOf, orderSentence, periodWords, reasonOf } from './reason.ts';

const seattle = 'America/Los_Angeles';
const hours48 = { count: 48, unit: 'hours', direction: 'after', isCap: false } as const;
const onItsDay = { count: 0, unit: 'fixed', direction: 'after', isCap: false } as const;
type Explained = Parameters<typeof reasonOf>[0];

const response: Explained = {
  source: 'rule',
  rule: {
    id: 'wawd_tro_response',
    pack: 'wawd',
    cite: 'LCR 65(b)(5)',
    title: 'Response to TRO motion',
    kind: 'period',
    isExtendable: true,
    confidence: 'confirmed',
    source: 'the rule',
    note: '',
  },
  period: hours48,
  contract: null,
  trigger: { kind: 'date', event: 'tro_motion_served', at: '2021-01-11T17:00' },
  triggerAt: '2021-01-11T17:00',
  overrides: [],
  printed: null,
};
const counted = '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST';

describe('why a deadline is due', () => {
  it('is its period, what it runs from with its moment, and the rule', () => {
    expect(reasonOf(response, seattle)).toBe(`${counted} (LCR 65(b)(5)).`);
  });

  it('is the last order, with what holds without it', () => {
    const order = (note: string) =>
      ({ id: note, due: '2021-01-12T17:00', entryId: null, note, troEventId: null, createdAt: '' }) as const;
    const overridden = { ...response, overrides: [order('first'), order('Dkt. 10.')] };
    expect(reasonOf(overridden, seattle)).toBe(
      `Set by the court’s order (Dkt. 10). Without it: ${counted} (LCR 65(b)(5)).`,
    );
  });

  it('is the clerk’s print where there is one, whatever rule it goes by', () => {
    const printed = { due: '2021-01-13', quote: 'Responses due by 1/13/2021' };
    expect(reasonOf({ ...response, printed }, seattle)).toBe('As the clerk printed it on the docket.');
  });

  it('is who gave a date that nothing was counted for', () => {
    const set = { ...response, rule: null, period: onItsDay };
    expect(reasonOf({ ...set, source: 'order' }, seattle)).toBe('Set by the court’s order.');
    expect(reasonOf({ ...set, source: 'hand' }, seattle)).toBe('On the date given.');
  });

  it('cites the clause of an agreement', () => {
    const contract = { clause: '§ 7.2(b)', isFirstDayCounted: false, isBusinessDays: false, isRolled: false };
    expect(reasonOf({ ...response, rule: null, contract }, seattle)).toBe(`${counted} (§ 7.2(b)).`);
  });

  it('is the end of another deadline where nothing is counted from it', () => {
    const trigger = { ...response.trigger, kind: 'deadline', event: 'other' } as Deadline['trigger'];
    expect(reasonOf({ ...response, period: onItsDay, trigger }, seattle)).toBe(
      'When another deadline ends, Mon, Jan 11, 2021, 5:00 PM PST (LCR 65(b)(5)).',
    );
  });

  it('is the day of the other deadline’s event where that is what it runs from, and not its end', () => {
    const day = (kind: 'deadline' | 'date', event: 'other' | 'tro_entered') =>
      basisOf(
        {
          ...response,
          period: onItsDay,
          trigger: { ...response.trigger, kind, event } as Deadline['trigger'],
        },
        seattle,
      );
    expect(day('deadline', 'tro_entered')).toMatch(/^on entry of the TRO, /);
    expect(day('date', 'other')).toMatch(/^on the date given, /);
  });

  it('names what a trigger points at where what happened has no name', () => {
    const from = (kind: Deadline['trigger']['kind']) =>
      basisOf(
        { ...response, trigger: { ...response.trigger, kind, event: 'other' } as Deadline['trigger'] },
        seattle,
      );
    expect(from('deadline')).toMatch(/^48 hours after another deadline, /);
    expect(from('entry')).toMatch(/^48 hours after the docket entry, /);
    expect(from('date')).toMatch(/^48 hours after the date given, /);
  });
});

it('an order without a name is only said to be one', () => {
  expect(orderSentence('')).toBe('Set by the court’s order.');
  expect(orderSentence('entry 10')).toBe('Set by the court’s order (entry 10).');
});

it('a period is told with its direction, and a cap as the most there is', () => {
  expect(periodWords({ ...hours48, count: 1, unit: 'days' })).toBe('1 day after');
  expect(periodWords({ count: 14, unit: 'days', direction: 'after', isCap: true })).toBe(
    'at most 14 days after',
  );
  expect(periodWords({ ...hours48, count: 2, unit: 'fridays' })).toBe('the second Friday after');
  expect(periodWords({ ...hours48, count: 7, unit: 'fridays' })).toBe('the 7th Friday after');
  expect(periodWords({ ...hours48, count: 1, unit: 'monday_before' })).toBe('the Monday before');
});
