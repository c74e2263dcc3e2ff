import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import type { TroEventDetails, TroEventKind } from '../../../shared/model/tro.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let now = '';
beforeEach(async () => {
  now = '2021-01-12T01:30:00.000Z';
  t = await createTestEngine({ now: () => now });
});
afterEach(() => t.dispose());

test('clocks by a local rule say so once the matter is in another court', async () => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  const place = { court: 'wawd', timezone: 'America/Los_Angeles' };
  await t.client['matter.update']({ matterId, fields: place });
  const served = await t.client['tro.record']({
    matterId,
    event: {
      kind: 'motion_served',
      at: '2021-01-11T17:00',
      entryId: null,
      evidenceId: null,
      note: '',
      details: { ...noDetails, service: 'hand' },
    },
  });
  expect(served.clocks.map(({ rule }) => rule?.cite)).toContain('LCR 65(b)(5)');
  expect(served.warnings.join(' ')).not.toContain('another court');

  await t.client['matter.update']({ matterId, fields: { court: 'cand' } });
  const moved = await t.client['tro.get']({ matterId });
  expect(moved.warnings).toContainEqual(
    expect.stringMatching(/^“Response to the TRO motion” is counted by LCR 65\(b\)\(5\), .* another court/),
  );
});

test('of an order older than the removal on the docket, what removal leaves it is told', async () => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
  const granted = {
    kind: 'granted',
    at: '2021-01-04T09:00',
    entryId: null,
    evidenceId: null,
    note: '',
  } as const;
  const details = { ...noDetails, isWithNotice: false };
  await t.client['tro.record']({ matterId, event: { ...granted, details } });
  expect((await t.client['tro.get']({ matterId })).warnings.join(' ')).not.toContain('Granny Goose');

  const text = 'NOTICE OF REMOVAL from King County Superior Court by Northgate Hosting, Inc.';
  await t.client['docket.add']({ matterId, entries: [{ number: 1, text, filedOn: '2021-01-11' }] });
  const request = await t.client['tro.get']({ matterId });
  expect(request.warnings).toContainEqual(expect.stringContaining('Granny Goose'));
  expect(request.expiry).toMatchObject({ at: '2021-01-18T09:00' });
  expect(request.expiry!.alternatives.map(({ due }) => due)).toContain('2021-01-25');
});

test.each([
  ['2021-03-14T02:30', /^“order granted”, Sun, Mar 14, 2021, 2:30 AM/],
  ['2021-11-07T01:30', /^“order granted”, Sun, Nov 7, 2021, 1:30 AM/],
  // Its fourteen days end in the hour that clocks skip.
  ['2021-02-28T02:30', /^“TRO expires”: /],
])('an hour that the clocks skip or show twice is told on the desk: %s', async (at, what) => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
  const details = { ...noDetails, isWithNotice: false };
  const event = { kind: 'granted', at, entryId: null, evidenceId: null, note: '', details } as const;
  const { warnings } = await t.client['tro.record']({ matterId, event });
  expect(warnings.filter((warning) => warning.includes('daylight saving time'))).toEqual([
    expect.stringMatching(what),
  ]);
});

test('an order granted after the first was dissolved has clocks of its own, and a continued hearing is open again', async () => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
  const record = (kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}) =>
    t.client['tro.record']({
      matterId,
      event: { kind, at, entryId: null, evidenceId: null, note: '', details: { ...noDetails, ...details } },
    });
  await record('motion_filed', '2021-01-04T09:00');
  await record('schedule_ordered', '2021-01-04T10:00', { hearingAt: '2021-01-05T09:00' });
  const held = await record('hearing_held', '2021-01-05T09:05');
  expect(held.clocks).toMatchObject([{ troClock: 'hearing', status: 'done' }]);
  const continued = await record('schedule_ordered', '2021-01-05T10:00', { hearingAt: '2021-01-20T09:00' });
  expect(continued.clocks).toMatchObject([
    { troClock: 'hearing', status: 'open', proof: null, dueAt: '2021-01-20T09:00' },
  ]);

  await record('granted', '2021-01-05T15:00', { isWithNotice: false });
  await record('dissolved', '2021-01-07T09:00');
  const again = await record('granted', '2021-01-11T16:00', { isWithNotice: false });
  expect(again).toMatchObject({ stage: 'granted', expiry: { at: '2021-01-25T16:00' } });
  expect(again.clocks.find(({ troClock }) => troClock === 'expiry')).toMatchObject({
    status: 'open',
    dueAt: '2021-01-25T16:00',
  });
  expect(again.warnings.join(' ')).not.toContain('comes before');
});

test('a computer’s clock that is behind what was recorded is told, and so is security that was not given', async () => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
  const details = { ...noDetails, isWithNotice: false, securityUsd: 25_000 };
  const event = {
    kind: 'granted',
    at: '2021-01-11T17:00',
    entryId: null,
    evidenceId: null,
    note: '',
    details,
  } as const;
  const { warnings } = await t.client['tro.record']({ matterId, event });
  expect(warnings.join(' ')).toContain('sets security of $25,000, and none is recorded');
  const given = await t.client['tro.update']({ matterId, fields: { securityPostedAt: '2021-01-11' } });
  expect(given.warnings.join(' ')).not.toContain('security');

  now = '2021-01-12T01:26:00.000Z';
  const told = async () => (await t.client['tro.get']({ matterId })).warnings.join(' ');
  expect(await told()).not.toContain('clock says');
  now = '2021-01-11T01:30:00.000Z';
  expect(await told()).toContain(
    'This computer’s clock says Sun, Jan 10, 2021, 5:30 PM PST, but something was recorded in this matter at Mon, Jan 11, 2021, 5:30 PM PST.',
  );
});
