import { describe, expect, it } from 'vitest';
import { madeClock, madeRequest } from '../made-request.ts';
import { nextClock, readClocks, type Clock, type ClockReading } from './clock-state.ts';
import { partsOf, whyOfClock } from './clock-why.ts';

const seattle = 'America/Los_Angeles';
const before = Date.parse('2021-01-12T12:00:00.000Z');
const after = Date.parse('2021-01-14T12:00:00.000Z');
const overridden: Partial<Clock> = {
  overrides: [
    {
      id: 'o',
      due: '2021-01-12T17:00',
      entryId: null,
      note: 'schedule',
      troEventId: null,
      createdAt: '2021-01-12T03:00:00.000Z',
    },
  ],
  due: '2021-01-12',
  dueAt: '2021-01-12T17:00',
  endsAt: '2021-01-13T01:00:00.000Z',
};

function read(clock: Clock, now: number, patch: Parameters<typeof madeRequest>[0] = {}): ClockReading {
  const [reading] = readClocks(madeRequest({ clocks: [clock], ...patch }), now);
  return reading!;
}

describe('how a clock stands', () => {
  it('runs until its end', () => {
    expect(read(madeClock(), before)).toMatchObject({ state: 'running', leftMs: 37 * 3_600_000 });
  });

  it('is past due for the side that owes the act, and merely passed for the other', () => {
    expect(read(madeClock(), after).state).toBe('passed');
    const opponent = { fields: { ...madeRequest().fields, side: 'opponent' as const } };
    expect(read(madeClock(), after, opponent).state).toBe('past_due');
    expect(read(madeClock({ actor: 'any' }), after).state).toBe('past_due');
    expect(read(madeClock({ actor: 'any', troClock: 'hearing' }), after).state).toBe('passed');
  });

  it('is met with its proof, in time or late', () => {
    const done = (at: string) =>
      madeClock({ status: 'done', proof: { at, note: '', entryId: null, evidenceId: null } });
    expect(read(done('2021-01-13T16:59'), after)).toMatchObject({ state: 'met', isMetLate: false });
    expect(read(done('2021-01-13T17:01'), after)).toMatchObject({ state: 'met', isMetLate: true });
    expect(read(done('2021-01-13'), after).isMetLate).toBe(false);
  });

  it('no longer matters where the request ended, and was set aside where it did not', () => {
    const dismissed = madeClock({ status: 'dismissed' });
    expect(read(dismissed, before, { stage: 'denied' }).state).toBe('over');
    expect(read(dismissed, before, { stage: 'served' }).state).toBe('not_needed');
  });

  it('is next where it runs out first', () => {
    const request = madeRequest({
      clocks: [
        madeClock({ troClock: 'intent_to_oppose', endsAt: '2021-01-12T01:00:00.000Z' }),
        madeClock({ troClock: 'hearing', endsAt: '2021-01-14T18:00:00.000Z' }),
        madeClock(),
      ],
    });
    expect(nextClock(readClocks(request, before))?.clock.troClock).toBe('response');
    expect(nextClock(readClocks(madeRequest(), before))).toBeNull();
  });
});

describe('the times of a clock', () => {
  it('are the order’s, which holds, and the rule’s, which it replaced', () => {
    const { at, times } = read(madeClock(overridden), before);
    expect(at).toBe('2021-01-12T17:00');
    expect(times.map(({ kind, at: time, isHolding }) => [kind, time, isHolding])).toEqual([
      ['order', '2021-01-12T17:00', true],
      ['rule', '2021-01-13T17:00', false],
    ]);
  });

  it('begin with the earliest that may be argued where the law is unsettled', () => {
    const clock = madeClock();
    const alternatives = [{ due: '2021-01-13T09:00', why: 'Another reading.', cite: 'made' }];
    const { at, times } = read({ ...clock, computed: { ...clock.computed!, alternatives } }, before);
    expect(at).toBe('2021-01-13T09:00');
    expect(times.map(({ at: time, isSafe }) => [time, isSafe])).toEqual([
      ['2021-01-13T09:00', true],
      ['2021-01-13T17:00', false],
    ]);
  });

  it('of a hearing on notice begin with the later for the side that gave it, the earlier for the other', () => {
    const clock = madeClock({ troClock: 'dissolution' });
    const alternatives = [{ due: '2021-01-13T09:00', why: 'Unrolled.', cite: 'made' }];
    const noticed = {
      ...clock,
      rule: { ...clock.rule!, kind: 'earliest' as const },
      computed: { ...clock.computed!, alternatives },
    };
    const opponent = { fields: { ...madeRequest().fields, side: 'opponent' as const } };
    expect(read(noticed, before, opponent).at).toBe('2021-01-13T17:00');
    expect(read(noticed, before)).toMatchObject({ at: '2021-01-13T09:00', leftMs: 29 * 3_600_000 });
  });

  it('of a day from which something may be heard run to its beginning, of a last day to its end', () => {
    const days = { due: '2021-01-14', dueAt: null, endsAt: '2021-01-15T08:00:00.000Z' };
    const clock = madeClock({ ...days, computed: { ...madeClock().computed!, ...days } });
    expect(read(clock, before).leftMs).toBe(Date.parse('2021-01-15T08:00:00.000Z') - before);
    const earliest = { ...clock, rule: { ...clock.rule!, kind: 'earliest' as const } };
    expect(read(earliest, before).leftMs).toBe(Date.parse('2021-01-14T08:00:00.000Z') - before);
  });

  it('of an order’s end begin with the end that the request goes by', () => {
    const clock = madeClock({
      troClock: 'expiry',
      actor: 'any',
      due: '2021-01-25',
      dueAt: '2021-01-25T17:00',
      endsAt: '2021-01-26T01:00:00.000Z',
    });
    const { at, leftMs, times } = read(clock, before, {
      expiry: {
        at: '2021-01-25T17:00',
        endsAt: '2021-01-26T01:00:00.000Z',
        basis: '',
        alternatives: [{ due: '2021-01-27T17:00', why: 'The order says so.', cite: 'made' }],
      },
    });
    expect(at).toBe('2021-01-25T17:00');
    expect(leftMs).toBe(Date.parse('2021-01-26T01:00:00.000Z') - before);
    expect(times.find(({ kind }) => kind === 'alternative')).toMatchObject({
      at: '2021-01-27T17:00',
      isSafe: false,
    });
  });
});

describe('why a clock has its time', () => {
  it('is its count, with the rule', () => {
    expect(whyOfClock(madeClock(), seattle, '')).toBe(
      '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST (LCR 65(b)(5)).',
    );
  });

  it('is the order where one set it', () => {
    expect(whyOfClock(madeClock(overridden), seattle, '10')).toBe('Set by the court’s order (entry 10).');
    expect(whyOfClock(madeClock(overridden), seattle, '')).toBe('Set by the court’s order.');
  });

  it('says of an extension that a further one takes consent', () => {
    const why = (id: string) =>
      whyOfClock(
        madeClock({
          troClock: 'extension',
          period: { count: 0, unit: 'fixed', direction: 'after', isCap: false },
          rule: { ...madeClock().rule!, id, cite: 'Fed. R. Civ. P. 65(b)(2)' },
        }),
        seattle,
        '',
      );
    expect(why('tro_extend_in_time')).toMatch(/^Only before the order ends/);
    expect(why('tro_extend_again')).toMatch(/^Extended once already: .* consent/);
  });

  it('says of a cap that nothing lengthens it', () => {
    const cap = madeClock({ period: { count: 14, unit: 'days', direction: 'after', isCap: true } });
    expect(whyOfClock(cap, seattle, '')).toMatch(
      /^At most 14 days after .* No weekend or holiday makes it longer\.$/,
    );
  });
});

describe('the time left', () => {
  it('is told in whole minutes, never more than there is', () => {
    expect(partsOf(((26 * 60 + 5) * 60 + 59) * 1000)).toEqual({ days: 1, hours: 2, minutes: 5 });
    expect(partsOf(-90_000)).toEqual({ days: 0, hours: 0, minutes: 1 });
  });
});
