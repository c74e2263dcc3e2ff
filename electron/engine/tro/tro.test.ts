import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import type { TroClock } from '../../../shared/model/rule-pack.ts';
import type { TroEventDetails, TroEventKind, TroRequest } from '../../../shared/model/tro.ts';
import { deadlineFields } from '../testing/deadline-fields.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
let now: string;

beforeEach(async () => {
  now = '2021-01-12T01:30:00.000Z';
  t = await createTestEngine({ now: () => now });
  ({ id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  await t.client['matter.update']({
    matterId,
    fields: { court: 'wawd', timezone: 'America/Los_Angeles' },
  });
});
afterEach(() => t.dispose());

function event(kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}) {
  return { kind, at, entryId: null, evidenceId: null, note: '', details: { ...noDetails, ...details } };
}

function record(kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}) {
  return t.client['tro.record']({ matterId, event: event(kind, at, details) });
}

const show = () => t.client['tro.get']({ matterId });
const clock = (request: TroRequest, name: TroClock) =>
  request.clocks.find(({ troClock }) => troClock === name);
const held = (request: TroRequest, name: TroClock) => {
  const one = clock(request, name);
  return one && (one.dueAt ?? one.due);
};
const counted = (request: TroRequest, name: TroClock) => {
  const computed = clock(request, name)?.computed;
  return computed && (computed.dueAt ?? computed.due);
};

async function fileAndServe() {
  await record('motion_filed', '2021-01-11T17:00');
  return record('motion_served', '2021-01-11T17:00', { service: 'hand' });
}

const schedule = {
  serveBy: '2021-01-11T17:00',
  responseBy: '2021-01-12T17:00',
  replyBy: '2021-01-13',
  hearingAt: '2021-01-14T10:00',
};

test('a motion served at 5 pm is to be answered within 24 and 48 hours, until the court orders otherwise and then denies it', async () => {
  const served = await fileAndServe();
  expect(served.stage).toBe('served');
  expect(held(served, 'intent_to_oppose')).toBe('2021-01-12T17:00');
  expect(held(served, 'response')).toBe('2021-01-13T17:00');
  expect(clock(served, 'response')).toMatchObject({
    rule: { cite: 'LCR 65(b)(5)' },
    triggerAt: '2021-01-11T17:00',
    reminders: [1440, 240, 60],
    flags: [],
  });
  expect(clock(served, 'response')!.computed!.steps).not.toEqual([]);

  const ordered = await record('schedule_ordered', '2021-01-11T18:00', schedule);
  expect(held(ordered, 'response')).toBe('2021-01-12T17:00');
  expect(counted(ordered, 'response')).toBe('2021-01-13T17:00');
  expect(clock(ordered, 'response')!.overrides).toMatchObject([{ due: '2021-01-12T17:00' }]);
  expect(clock(ordered, 'response')!.moved).toBeNull();
  expect(held(ordered, 'reply')).toBe('2021-01-13');
  expect(held(ordered, 'hearing')).toBe('2021-01-14T10:00');
  expect(clock(ordered, 'service')).toMatchObject({ status: 'done', dueAt: '2021-01-11T17:00' });

  await record('intent_to_oppose_filed', '2021-01-12T09:00');
  await record('response_filed', '2021-01-12T16:40');
  await record('reply_filed', '2021-01-13T15:00');
  expect((await record('hearing_held', '2021-01-14T10:00')).stage).toBe('heard');
  now = '2021-01-22T00:00:00.000Z';
  const denied = await record('denied', '2021-01-21T11:00');
  expect(denied).toMatchObject({ stage: 'denied', expiry: null, warnings: [] });
  expect(denied.clocks.every(({ status }) => status === 'done')).toBe(true);
  expect(counted(denied, 'response')).toBe('2021-01-13T17:00');
  expect(clock(denied, 'response')).toMatchObject({
    dueAt: '2021-01-12T17:00',
    proof: { at: '2021-01-12T16:40' },
  });
});

test('the desk opens whatever period a person gives a clock', async () => {
  await t.client['deadlines.add']({
    matterId,
    deadlines: (['fridays', 'monday_before', 'fixed', 'years'] as const).map((unit, at) =>
      deadlineFields({
        period: { count: 2, unit, direction: unit === 'monday_before' ? 'before' : 'after', isCap: false },
        troClock: (['dissolution', 'expiry', 'hearing', 'extension'] as const)[at]!,
      }),
    ),
  });
  expect((await show()).clocks).toHaveLength(4);
});

test('recording an event takes no note of a clock that moved before and that nobody looked at', async () => {
  await fileAndServe();
  const day = { on: '2021-01-13', kind: 'closed', name: 'Snow', note: '' } as const;
  await t.client['deadlines.day.add']({ matterId, day });
  const moved = { from: '2021-01-13T17:00', to: '2021-01-14T17:00' };
  expect(clock(await show(), 'response')!.moved).toEqual(moved);
  const noted = await record('intent_to_oppose_filed', '2021-01-12T09:00');
  expect(clock(noted, 'response')!.moved).toEqual(moved);
});

test('an order recorded late stands before the orders that followed it, and before a time set by hand', async () => {
  await fileAndServe();
  const ordered = await record('schedule_ordered', '2021-01-12T09:00', { responseBy: '2021-01-14T09:00' });
  now = '2021-01-12T20:00:00.000Z';
  const { id } = clock(ordered, 'response')!;
  await t.client['deadlines.override']({ matterId, id, due: '2021-01-15T12:00', entryId: null, note: '' });
  now = '2021-01-12T21:00:00.000Z';
  const late = await record('schedule_ordered', '2021-01-11T18:00', { responseBy: '2021-01-12T17:00' });
  expect(clock(late, 'response')!.overrides.map(({ due }) => due)).toEqual([
    '2021-01-12T17:00',
    '2021-01-14T09:00',
    '2021-01-15T12:00',
  ]);
});

test('what a person counts from an event goes on from its corrected time once the event is gone', async () => {
  const { events } = await record('motion_filed', '2021-01-11');
  const eventId = events[0]!.id;
  const at = '2021-01-11';
  const [added] = await t.client['deadlines.add']({
    matterId,
    deadlines: [
      deadlineFields({ trigger: { kind: 'tro', eventId, field: 'at', event: 'tro_motion_filed', at } }),
    ],
  });
  await t.client['tro.event.update']({ matterId, id: eventId, event: event('motion_filed', '2021-01-12') });
  const list = () => t.client['deadlines.list']({ matterId });
  const [corrected] = await list();
  expect(corrected).toMatchObject({ triggerAt: '2021-01-12', moved: { from: added!.due } });
  await t.client['tro.event.delete']({ matterId, id: eventId });
  expect(await list()).toMatchObject([
    { due: corrected!.due, triggerAt: '2021-01-12', flags: [{ code: 'TRIGGER_GONE' }] },
  ]);
  await t.client['history.undo']({ matterId });
  expect(await list()).toEqual([corrected]);
});

test('another request leaves the deadlines of the one before as they were, and taking it back makes them clocks again', async () => {
  await fileAndServe();
  await record('response_filed', '2021-01-12T16:40');
  await record('granted', '2021-01-14T10:00', { isWithNotice: false });
  const decided = await record('dissolved', '2021-01-15T10:00');
  const { id } = clock(decided, 'response')!;
  await t.client['deadlines.update']({ matterId, id, fields: { owner: 'Ines Okafor' } });
  const before = await show();

  const anew = await record('motion_filed', '2021-02-01T09:00');
  expect(anew.clocks).toEqual([]);
  const again = await record('motion_served', '2021-02-01T10:00', { service: 'hand' });
  expect(held(again, 'response')).toBe('2021-02-03T10:00');
  const deadlines = await t.client['deadlines.list']({ matterId });
  expect(deadlines).toHaveLength(before.clocks.length + again.clocks.length);
  expect(deadlines.find((one) => one.id === id)).toMatchObject({
    troClock: null,
    status: 'done',
    owner: 'Ines Okafor',
    proof: { at: '2021-01-12T16:40' },
    flags: [],
  });

  for (const kind of ['motion_served', 'motion_filed'])
    await t.client['tro.event.delete']({
      matterId,
      id: (await show()).events.findLast((one) => one.kind === kind)!.id,
    });
  expect((await show()).clocks).toEqual(before.clocks);
});

test('undo takes back an event with everything it started, redo brings it again', async () => {
  await fileAndServe();
  const before = await show();
  const after = await record('schedule_ordered', '2021-01-11T18:00', schedule);
  await t.client['history.undo']({ matterId });
  expect(await show()).toEqual(before);
  await t.client['history.redo']({ matterId });
  expect(await show()).toEqual(after);
  for (let i = 0; i < 3; i += 1) await t.client['history.undo']({ matterId });
  expect(await show()).toMatchObject({ stage: 'drafting', clocks: [], events: [] });
  expect(await t.client['deadlines.list']({ matterId })).toEqual([]);
});

test('every kind of edit of the request can be undone and done again', async () => {
  const edits: (() => Promise<unknown>)[] = [
    () => t.client['tro.update']({ matterId, fields: { side: 'opponent', firm: 'Aldergrove Law' } }),
    () =>
      t.client['tro.check']({
        matterId,
        item: { key: 'winter.harm', state: 'met', note: 'Br. 8–11', entryId: null, evidenceId: null },
      }),
    () => t.client['tro.notice.add']({ matterId, notice: effort }),
    async () => {
      const [notice] = (await show()).notices;
      return t.client['tro.notice.update']({
        matterId,
        id: notice!.id,
        notice: { ...effort, result: 'none' },
      });
    },
    () => record('motion_served', '2021-01-11T17:00', { service: 'ecf' }),
    () => record('granted', '2021-01-11T18:00', { isWithNotice: false }),
    async () => {
      const granted = (await show()).events.find(({ kind }) => kind === 'granted');
      return t.client['tro.event.update']({
        matterId,
        id: granted!.id,
        event: event('granted', '2021-01-11T19:00', { isWithNotice: false }),
      });
    },
    () => record('extended', '2021-01-20T10:00', { expiresAt: '2021-02-01T19:00' }),
    async () => {
      const extended = (await show()).events.find(({ kind }) => kind === 'extended');
      return t.client['tro.event.delete']({ matterId, id: extended!.id });
    },
    async () => {
      const [notice] = (await show()).notices;
      return t.client['tro.notice.delete']({ matterId, id: notice!.id });
    },
  ];
  const states = [await show()];
  for (const edit of edits) {
    await edit();
    states.push(await show());
  }
  for (const state of states.slice(0, -1).toReversed()) {
    await t.client['history.undo']({ matterId });
    expect(await show()).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await t.client['history.redo']({ matterId });
    expect(await show()).toEqual(state);
  }
});

test('what a person decided about a clock outlives the events that follow', async () => {
  const served = await fileAndServe();
  const { id } = clock(served, 'response')!;
  await t.client['deadlines.update']({
    matterId,
    id,
    fields: { title: 'Our opposition', owner: 'R. Vale', note: 'ask K. for exhibits', reminders: [30] },
  });
  const ordered = await record('schedule_ordered', '2021-01-11T18:00', schedule);
  expect(clock(ordered, 'response')).toMatchObject({
    id,
    title: 'Our opposition',
    owner: 'R. Vale',
    note: 'ask K. for exhibits',
    reminders: [30],
    dueAt: '2021-01-12T17:00',
  });
  await t.client['deadlines.setStatus']({ matterId, id, status: 'dismissed' });
  const responded = await record('response_filed', '2021-01-12T16:00');
  expect(clock(responded, 'response')).toMatchObject({ status: 'dismissed', owner: 'R. Vale' });
});

test('a corrected service time moves the clocks and shows where they were', async () => {
  const served = await fileAndServe();
  const { id } = served.events.find(({ kind }) => kind === 'motion_served')!;
  const moved = await t.client['tro.event.update']({
    matterId,
    id,
    event: event('motion_served', '2021-01-11T15:30', { service: 'hand' }),
  });
  expect(clock(moved, 'response')).toMatchObject({
    dueAt: '2021-01-13T15:30',
    moved: { from: '2021-01-13T17:00', to: '2021-01-13T15:30' },
  });
});

test('a deleted event takes its clocks and the times it set along, and opens again what it had met', async () => {
  await fileAndServe();
  await record('schedule_ordered', '2021-01-11T18:00', schedule);
  const responded = await record('response_filed', '2021-01-12T16:00');
  expect(clock(responded, 'response')!.status).toBe('done');
  const response = responded.events.find(({ kind }) => kind === 'response_filed')!;
  const reopened = await t.client['tro.event.delete']({ matterId, id: response.id });
  expect(clock(reopened, 'response')).toMatchObject({ status: 'open', proof: null });
  const order = reopened.events.find(({ kind }) => kind === 'schedule_ordered')!;
  const without = await t.client['tro.event.delete']({ matterId, id: order.id });
  expect(without.clocks.map(({ troClock }) => troClock).sort()).toEqual(['intent_to_oppose', 'response']);
  expect(clock(without, 'response')!.overrides).toEqual([]);
});

test('orders recorded late stand in the order in which they were made', async () => {
  await fileAndServe();
  await record('schedule_ordered', '2021-01-12T09:00', { responseBy: '2021-01-12T18:00' });
  const late = await record('schedule_ordered', '2021-01-11T19:00', { responseBy: '2021-01-12T12:00' });
  expect(clock(late, 'response')!.overrides.map(({ due }) => due)).toEqual([
    '2021-01-12T12:00',
    '2021-01-12T18:00',
  ]);
  expect(held(late, 'response')).toBe('2021-01-12T18:00');
});

test('an order without notice ends 14 days after its hour, and the clock makes it expired', async () => {
  await fileAndServe();
  const granted = await record('granted', '2021-01-11T17:00', { isWithNotice: false, securityUsd: 25_000 });
  expect(granted).toMatchObject({ stage: 'granted', expiry: { at: '2021-01-25T17:00' } });
  expect(held(granted, 'expiry')).toBe('2021-01-25T17:00');
  expect(held(granted, 'extension')).toBe('2021-01-25T17:00');
  now = '2021-01-26T00:59:59.000Z';
  expect((await show()).stage).toBe('granted');
  now = '2021-01-26T01:00:00.000Z';
  expect(await show()).toMatchObject({ stage: 'expired', expiry: { at: '2021-01-25T17:00' } });
});

test('no holiday lengthens an order; the rolled end is only another reading', async () => {
  now = '2024-11-16T00:00:00.000Z';
  await record('motion_filed', '2024-11-15T08:00');
  const granted = await record('granted', '2024-11-15T10:30', { isWithNotice: false });
  // The day after Thanksgiving is a holiday of the State of Washington.
  expect(granted.expiry).toMatchObject({
    at: '2024-11-29T10:30',
    alternatives: [{ due: '2024-12-02' }],
  });
});

test('an extension made in time moves the end and the last moment for another; dissolving ends both', async () => {
  await fileAndServe();
  await record('granted', '2021-01-11T17:00', { isWithNotice: false });
  now = '2021-01-20T18:00:00.000Z';
  const extended = await record('extended', '2021-01-20T10:00', { expiresAt: '2021-02-05T17:00' });
  expect(extended).toMatchObject({ stage: 'extended', expiry: { at: '2021-02-05T17:00' } });
  expect(counted(extended, 'expiry')).toBe('2021-01-25T17:00');
  expect(held(extended, 'expiry')).toBe('2021-02-05T17:00');
  const noticed = await record('dissolution_noticed', '2021-01-14');
  expect(held(noticed, 'dissolution')).toBe('2021-01-19');
  const dissolved = await record('dissolved', '2021-01-20T12:00');
  expect(dissolved).toMatchObject({ stage: 'dissolved', expiry: null });
  expect(clock(dissolved, 'expiry')!.status).toBe('dismissed');
});

test('two days’ notice over a holiday weekend shows the unrolled day as well', async () => {
  await fileAndServe();
  await record('granted', '2021-01-12T10:00', { isWithNotice: false });
  const noticed = await record('dissolution_noticed', '2021-01-14T09:00');
  expect(held(noticed, 'dissolution')).toBe('2021-01-19');
  expect(clock(noticed, 'dissolution')!.computed!.alternatives).toMatchObject([{ due: '2021-01-16' }]);
  const id = noticed.events.find(({ kind }) => kind === 'dissolution_noticed')!.id;
  const shortened = await t.client['tro.event.update']({
    matterId,
    id,
    event: event('dissolution_noticed', '2021-01-13T09:00', { noticeHours: 12 }),
  });
  expect(held(shortened, 'dissolution')).toBe('2021-01-13T21:00');
});

test('a preliminary injunction takes the order’s place', async () => {
  await fileAndServe();
  await record('granted', '2021-01-11T17:00', { isWithNotice: false, piHearingAt: '2021-01-22T09:00' });
  expect(held(await show(), 'pi_hearing')).toBe('2021-01-22T09:00');
  now = '2021-01-23T00:00:00.000Z';
  const converted = await record('converted', '2021-01-22T12:00');
  expect(converted).toMatchObject({ stage: 'converted', expiry: null });
  expect(converted.clocks.filter(({ status }) => status === 'open')).toEqual([]);
});

test('security has a clock from the order’s time until it is recorded as given, and again once that is taken back', async () => {
  await fileAndServe();
  const details = { isWithNotice: false, securityUsd: 5000, securityBy: '2021-01-12T17:00' };
  const granted = await record('granted', '2021-01-11T17:00', details);
  expect(held(granted, 'security')).toBe('2021-01-12T17:00');
  expect(granted.warnings.join(' ')).toContain('to be given by Tue, Jan 12, 2021');
  const post = (securityPostedAt: string | null) =>
    t.client['tro.update']({ matterId, fields: { securityPostedAt } });
  const given = clock(await post('2021-01-12T16:00'), 'security');
  expect(given).toMatchObject({ status: 'done', proof: { at: '2021-01-12T16:00' } });
  expect(clock(await post(null), 'security')).toMatchObject({ status: 'open', proof: null });
});

test('a clock that a person deleted does not come back with who signs the certificate', async () => {
  await fileAndServe();
  const { id } = clock(await show(), 'response')!;
  await t.client['deadlines.delete']({ matterId, ids: [id] });
  const edited = await t.client['tro.update']({ matterId, fields: { attorney: 'Jane Roe' } });
  expect(clock(edited, 'response')).toBeUndefined();
});

test('an event recorded before a detail was asked for is read without it', async () => {
  await record('granted', '2021-01-11T17:00', { isWithNotice: false });
  await t.client['matter.close']({ matterId });
  const path = join(t.folder, 'matter-1.matter');
  withMatterFile(path, (db) => db.exec(`UPDATE tro_event SET details = '{"isWithNotice":false}'`));
  await t.client['matter.open']({ source: { path } });
  const { events } = await show();
  expect(events[0]!.details).toEqual({ ...noDetails, isWithNotice: false });
});

test('a hearing set after the order ends is told', async () => {
  await fileAndServe();
  const granted = await record('granted', '2021-01-11T17:00', {
    isWithNotice: false,
    piHearingAt: '2021-01-28T09:00',
  });
  expect(granted.warnings.join(' ')).toContain('after the order ends');
});

test('mail adds no days to the hours, which the rule does not count as a period for Rule 6(d)', async () => {
  await record('motion_filed', '2021-01-11T17:00');
  const mailed = await record('motion_served', '2021-01-11T17:00', { service: 'mail' });
  expect(held(mailed, 'response')).toBe('2021-01-13T17:00');
});

test('an event out of order is recorded with a warning', async () => {
  now = '2021-01-14T00:00:00.000Z';
  const reply = await record('reply_filed', '2021-01-13T12:00');
  expect(reply.events).toHaveLength(1);
  expect(reply.warnings.join(' ')).toContain('“response filed”');
});

test('events that hours or an order’s end depend on are not recorded half', async () => {
  const code = (kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}) =>
    t.call('tro.record', { matterId, event: event(kind, at, details) });
  const incomplete = { ok: false, error: { code: 'TRO_EVENT_INCOMPLETE' } };
  expect(await code('motion_served', '2021-01-11', { service: 'hand' })).toMatchObject(incomplete);
  expect(await code('motion_served', '2021-01-11T17:00')).toMatchObject(incomplete);
  expect(await code('granted', '2021-01-11')).toMatchObject(incomplete);
  expect(await code('extended', '2021-01-11T17:00')).toMatchObject(incomplete);
  expect(await code('schedule_ordered', '2021-01-11T17:00')).toMatchObject(incomplete);
  expect(await code('denied', '2021-01-11', { expiresAt: '2021-01-25' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  expect((await show()).events).toEqual([]);
});

test('a time that an order sets before itself is refused, new or corrected, and its field is named', async () => {
  const early = event('granted', '2021-01-11T17:00', { expiresAt: '2021-01-01T17:00' });
  const message =
    'an end of the order (Fri, Jan 1, 2021, 5:00 PM PST) must come after the order that sets it (Mon, Jan 11, 2021, 5:00 PM PST); check both times';
  const refused = {
    ok: false,
    error: {
      code: 'INVALID_INPUT',
      message: `Some of the values cannot be used: ${message}.`,
      details: { issues: [{ path: 'event.details.expiresAt', message }] },
    },
  };
  expect(await t.call('tro.record', { matterId, event: early })).toMatchObject(refused);
  const granted = await record('granted', '2021-01-11T17:00', { expiresAt: '2021-01-20T17:00' });
  const { id } = granted.events[0]!;
  expect(await t.call('tro.event.update', { matterId, id, event: early })).toMatchObject(refused);
  expect((await show()).events).toEqual(granted.events);
});

test('the matter’s court decides whose hours run', async () => {
  await t.client['matter.update']({ matterId, fields: { court: 'cand' } });
  const served = await fileAndServe();
  expect(served.clocks).toEqual([]);
  await t.client['matter.update']({ matterId, fields: { court: 'wawd' } });
  expect((await show()).warnings.join(' ')).toContain('is not among the deadlines');
  const filed = served.events.find(({ kind }) => kind === 'motion_filed')!;
  const again = await t.client['tro.event.update']({
    matterId,
    id: filed.id,
    event: event('motion_filed', '2021-01-11T17:00'),
  });
  expect(held(again, 'response')).toBe('2021-01-13T17:00');
});

test('a docket entry that is gone does not keep events from being recorded', async () => {
  const [entry] = await t.client['docket.add']({ matterId, entries: [{ number: 2, text: 'ORDER' }] });
  await fileAndServe();
  await t.client['tro.record']({
    matterId,
    event: { ...event('schedule_ordered', '2021-01-11T18:00', schedule), entryId: entry!.id },
  });
  await t.client['docket.delete']({ matterId, ids: [entry!.id] });
  const again = await record('schedule_ordered', '2021-01-11T20:00', { replyBy: '2021-01-13T12:00' });
  expect(held(again, 'reply')).toBe('2021-01-13T12:00');
});

const effort = {
  who: 'Jane Roe, counsel for Northgate Hosting, Inc.',
  how: 'telephone, 206-555-0100',
  at: '2021-01-11T09:30',
  by: 'David Vale',
  result: 'She said that Northgate opposes.',
  evidenceId: null,
};
