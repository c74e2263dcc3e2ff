import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TroClock } from '../../model/rule-pack.ts';
import type { TroEvent } from '../../model/tro.ts';
import { planClocks, type KnownOfMatter } from './plan-clocks.ts';
import { events, rules, seattle, type GivenEvent } from './testing/request.ts';

const plan = (recorded: readonly TroEvent[], court = 'wawd') => planClocks(recorded, rules, court, seattle);
const clock = (recorded: readonly TroEvent[], name: TroClock, court?: string) =>
  plan(recorded, court).clocks.find((one) => one.clock === name);
const filed = ['motion_filed', '2021-01-11T17:00'] as const;
const served = ['motion_served', '2021-01-11T17:00', { service: 'mail' }] as const;

test('service starts the hours of the court’s own rule, with its manner where the rule counts from service', () => {
  expect(clock(events(filed, served), 'response')).toMatchObject({
    trigger: { kind: 'tro', eventId: 'event-1', field: 'at', event: 'tro_motion_served' },
    period: { count: 48, unit: 'hours' },
    service: 'mail',
    rule: { cite: 'LCR 65(b)(5)' },
    overrides: [],
    settled: null,
  });
  expect(plan(events(filed, served), 'cand').clocks).toEqual([]);
});

test('the court’s own rule goes before one of every court, in whatever order packs list them', () => {
  const own = rules.findLast((rule) => rule.troClock === 'response' && rule.courts.length > 0)!;
  const general = { ...own, id: 'of_every_court', cite: 'Of every court', courts: [], count: 72 };
  for (const listed of [
    [general, ...rules],
    [...rules, general],
  ]) {
    const { clocks } = planClocks(events(filed, served), listed, 'wawd', seattle);
    expect(clocks.find((one) => one.clock === 'response')!.period.count).toBe(48);
  }
});

test('the older text ran from filing: the version is that of the day', () => {
  const recorded = events(
    ['motion_filed', '2013-05-06T10:00', { service: 'mail' }],
    ['motion_served', '2013-05-07T10:00', { service: 'hand' }],
  );
  expect(clock(recorded, 'response')).toMatchObject({
    trigger: { eventId: 'event-0', event: 'tro_motion_filed' },
    service: 'none',
  });
});

test('hours cannot run from a day: the time is asked for', () => {
  const { clocks, warnings } = plan(events(['motion_filed', '2013-05-06']));
  expect(clocks).toEqual([]);
  expect(warnings.join(' ')).toContain('Give the time');
});

test('a second service starts nothing anew', () => {
  const recorded = events(filed, served, ['motion_served', '2021-01-12T09:00', { service: 'hand' }]);
  expect(clock(recorded, 'response')!.trigger).toMatchObject({ eventId: 'event-1' });
});

test('what an order sets and no rule counts is a date certain, and a later order overrides it', () => {
  const recorded = events(
    filed,
    ['schedule_ordered', '2021-01-11T18:00', { replyBy: '2021-01-13', hearingAt: '2021-01-14T10:00' }],
    ['schedule_ordered', '2021-01-12T18:00', { hearingAt: '2021-01-15T09:00' }],
  );
  expect(clock(recorded, 'reply')).toMatchObject({
    source: 'order',
    rule: null,
    trigger: { field: 'replyBy', at: '2021-01-13' },
    period: { unit: 'fixed' },
    reminders: [4_320, 1_440, 120],
  });
  expect(clock(recorded, 'hearing')).toMatchObject({
    trigger: { eventId: 'event-1', field: 'hearingAt' },
    reminders: [1_440, 240, 60],
    overrides: [{ eventId: 'event-2', due: '2021-01-15T09:00' }],
  });
});

test('an order that sets the time before service becomes an override once the motion is served', () => {
  const order = ['schedule_ordered', '2021-01-11T12:00', { responseBy: '2021-01-12T17:00' }] as const;
  expect(clock(events(filed, order), 'response')).toMatchObject({ source: 'order', overrides: [] });
  expect(clock(events(filed, order, served), 'response')).toMatchObject({
    source: 'rule',
    overrides: [{ due: '2021-01-12T17:00' }],
  });
});

test('a motion to dissolve is heard after two days, or after the hours the court set', () => {
  const granted = ['granted', '2021-01-11T17:00', { isWithNotice: false }] as const;
  expect(clock(events(granted, ['dissolution_noticed', '2021-01-14']), 'dissolution')).toMatchObject({
    period: { count: 2, unit: 'days' },
    source: 'rule',
  });
  const short = ['dissolution_noticed', '2021-01-14T09:00', { noticeHours: 12 }] as const;
  expect(clock(events(granted, short), 'dissolution')).toMatchObject({
    period: { count: 12, unit: 'hours', isCap: false },
    source: 'order',
  });
  // A motion that is made again is heard after its own two days.
  const again = events(granted, ['dissolution_noticed', '2021-01-14'], ['dissolution_noticed', '2021-01-18']);
  expect(clock(again, 'dissolution')!.trigger).toMatchObject({ eventId: 'event-2', at: '2021-01-18' });
});

test('Rule 65(b)(4): two days’ notice is for an order without notice; of another the court’s own hours are needed', () => {
  const told = (isWithNotice: boolean | null, noticeHours: number | null) => {
    const granted = ['granted', '2021-01-11T17:00', { isWithNotice }] as const;
    const noticed = ['dissolution_noticed', '2021-01-14T09:00', { noticeHours }] as const;
    return plan(events(filed, granted, noticed))
      .warnings.join(' ')
      .includes('Rule 65(b)(4)');
  };
  expect([told(true, null), told(true, 12), told(false, null), told(null, null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('an order’s end is a clock, and the last moment to extend it runs from that', () => {
  const { clocks } = plan(events(filed, ['granted', '2021-01-11T17:00', { isWithNotice: false }]));
  expect(clocks.map((one) => one.clock)).toEqual(['expiry', 'extension']);
  expect(clocks[1]!.trigger).toEqual({ kind: 'clock', clock: 'expiry', at: '2021-01-25T17:00' });
  expect(clocks[0]!.period).toMatchObject({ count: 14, isCap: true });
  const stated = events(filed, ['granted', '2021-01-11T17:00', { expiresAt: '2021-01-20T12:00' }]);
  expect(clock(stated, 'expiry')).toMatchObject({ source: 'rule', overrides: [{ due: '2021-01-20T12:00' }] });
  // Where no rule is installed, what the order states is the date itself, which nothing overrides but an extension.
  const [expiry] = planClocks(stated, [], 'wawd', seattle).clocks;
  expect(expiry).toMatchObject({
    clock: 'expiry',
    source: 'order',
    rule: null,
    trigger: { field: 'expiresAt', at: '2021-01-20T12:00' },
    period: { unit: 'fixed' },
    overrides: [],
  });
});

test('events meet clocks, and decisions leave the others without an object', () => {
  const recorded = events(
    filed,
    served,
    ['response_filed', '2021-01-12T16:00'],
    ['response_filed', '2021-01-12T18:00'],
    ['denied', '2021-01-13T10:00'],
  );
  expect(clock(recorded, 'response')!.settled).toMatchObject({
    status: 'done',
    proof: { at: '2021-01-12T16:00' },
  });
  expect(clock(recorded, 'intent_to_oppose')!.settled).toEqual({ status: 'dismissed' });
});

test('a hearing of the request meets its own clock, and a denial leaves that without an object; a hearing of the injunction stands', () => {
  const scheduled = [
    filed,
    ['schedule_ordered', '2021-01-11T18:00', { hearingAt: '2021-01-14T10:00', piHearingAt: '2021-01-25' }],
  ] as const;
  const settledBy = (kind: 'hearing_held' | 'denied') => {
    const recorded = events(...scheduled, [kind, '2021-01-14T10:00']);
    return [clock(recorded, 'hearing')!.settled?.status, clock(recorded, 'pi_hearing')!.settled];
  };
  expect(settledBy('hearing_held')).toEqual(['done', null]);
  expect(settledBy('denied')).toEqual(['dismissed', null]);
});

test('security runs from the order that sets its time, a later order moves it, and giving it meets it', () => {
  const recorded = events(
    ['granted', '2021-01-11T17:00', { securityUsd: 25_000, securityBy: '2021-01-12T17:00' }],
    ['schedule_ordered', '2021-01-12T10:00', { securityBy: '2021-01-13T12:00' }],
  );
  const security = (known: KnownOfMatter = {}) =>
    planClocks(recorded, rules, 'wawd', seattle, known).clocks.find((one) => one.clock === 'security');
  expect(security()).toMatchObject({
    source: 'order',
    actor: 'movant',
    trigger: { field: 'securityBy', at: '2021-01-12T17:00' },
    overrides: [{ due: '2021-01-13T12:00' }],
    settled: null,
  });
  expect(security({ securityPostedAt: '2021-01-13T11:00' })?.settled).toMatchObject({
    status: 'done',
    proof: { at: '2021-01-13T11:00' },
  });
  const dissolved = events(
    ['granted', '2021-01-11T17:00', { securityBy: '2021-01-12T17:00' }],
    ['dissolved', '2021-01-12T18:00'],
  );
  expect(clock(dissolved, 'security')!.settled).toEqual({ status: 'dismissed' });
});

test('a motion filed anew starts its own clocks', () => {
  const recorded = events(
    filed,
    served,
    ['denied', '2021-01-13T10:00'],
    ['motion_filed', '2021-02-01T09:00'],
    ['motion_served', '2021-02-01T09:30', { service: 'ecf' }],
  );
  expect(clock(recorded, 'response')).toMatchObject({ trigger: { eventId: 'event-4' }, settled: null });
});

test('of orders on one thing the last made holds, whenever it was recorded', () => {
  const orders = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 6 });
  const moment = (minutes: number) =>
    new Date(Date.UTC(2021, 0, 11) + minutes * 60_000).toISOString().slice(0, 16);
  fc.assert(
    fc.property(orders, (made) => {
      const recorded = events(
        filed,
        served,
        ...made.map((at) => ['schedule_ordered', moment(at), { responseBy: moment(at + 5_000) }] as const),
      );
      const { overrides } = clock(recorded, 'response')!;
      expect(overrides).toHaveLength(made.length);
      expect(overrides.at(-1)!.due).toBe(moment(Math.max(...made) + 5_000));
    }),
  );
});

test('an extension leaves its clock open, until the new end and for a further one by consent', () => {
  const granted = ['granted', '2021-01-11T17:00', { isWithNotice: false }] as const;
  const extended = ['extended', '2021-01-20T10:00', { expiresAt: '2021-02-05T17:00' }] as const;
  const consented = [
    'extended',
    '2021-02-04T10:00',
    { expiresAt: '2021-03-01T17:00', isByConsent: true },
  ] as const;
  const extension = (...given: readonly GivenEvent[]) => {
    const { settled, trigger, rule } = clock(events(granted, ...given), 'extension')!;
    return [settled?.status ?? 'open', trigger.at, rule!.id];
  };
  expect(extension()).toEqual(['open', '2021-01-25T17:00', 'tro_extend_in_time']);
  expect(extension(extended)).toEqual(['open', '2021-02-05T17:00', 'tro_extend_again']);
  expect(extension(extended, consented)).toEqual(['open', '2021-03-01T17:00', 'tro_extend_again']);
  // One that came when the order had ended extends nothing.
  expect(extension(['extended', '2021-01-25T17:00', { expiresAt: '2021-02-05T17:00' }])).toEqual([
    'open',
    '2021-01-25T17:00',
    'tro_extend_in_time',
  ]);
  expect(extension(extended, ['dissolved', '2021-01-22T10:00'])[0]).toBe('dismissed');
  expect(extension(extended, ['converted', '2021-01-22T10:00'])[0]).toBe('dismissed');
});

test('a hearing that was held and then continued is still to come, and so is a further response', () => {
  const held = ['hearing_held', '2021-01-14T10:05'] as const;
  const set = (at: string, hearingAt: string) => ['schedule_ordered', at, { hearingAt }] as const;
  const first = set('2021-01-12T09:00', '2021-01-14T10:00');
  const settled = (...given: readonly GivenEvent[]) => clock(events(filed, ...given), 'hearing')!.settled;
  expect(settled(first, held)).toMatchObject({ status: 'done' });
  expect(settled(first, held, set('2021-01-14T12:00', '2021-01-21T10:00'))).toBeNull();
  expect(
    settled(first, held, set('2021-01-14T12:00', '2021-01-21T10:00'), ['hearing_held', '2021-01-21T10:00']),
  ).toMatchObject({ status: 'done', proof: { at: '2021-01-21T10:00' } });
  // A day without its hour may be before the hearing of that day.
  expect(settled(set('2021-01-14', '2021-01-14T10:30'), held)).toMatchObject({ status: 'done' });
  const answered = events(
    filed,
    served,
    ['response_filed', '2021-01-12T10:00'],
    ['schedule_ordered', '2021-01-13T12:00', { responseBy: '2021-01-21T10:00' }],
  );
  expect(clock(answered, 'response')!.settled).toBeNull();
});

test('an order granted after the first was dissolved runs from its own hour', () => {
  const recorded = events(
    filed,
    ['granted', '2021-01-11T18:00', { isWithNotice: false }],
    ['dissolved', '2021-01-13T10:00'],
    ['granted', '2021-01-20T17:00', { isWithNotice: false }],
  );
  expect(plan(recorded).end).toMatchObject({ at: '2021-02-03T17:00' });
  expect(clock(recorded, 'expiry')).toMatchObject({ trigger: { eventId: 'event-3' }, settled: null });
  // Also where nobody recorded the first.
  const withoutFirst = recorded.filter(({ id }) => id !== 'event-1');
  expect(clock(withoutFirst, 'expiry')).toMatchObject({ trigger: { eventId: 'event-3' }, settled: null });
});
