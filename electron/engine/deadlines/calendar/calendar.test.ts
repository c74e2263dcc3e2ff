import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ical from 'node-ical';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Deadline, DeadlineFields } from '../../../../shared/model/deadlines.ts';
import { citedRule, days, deadlineFields, hours } from '../../testing/deadline-fields.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
let now = '2021-01-11T20:00:00.000Z';
beforeEach(async () => {
  now = '2021-01-11T20:00:00.000Z';
  t = await createTestEngine({ now: () => now });
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  await t.client['matter.update']({
    matterId,
    fields: { court: 'wawd', number: '2:21-cv-00099', timezone: 'America/Los_Angeles' },
  });
});
afterEach(() => t.dispose());

async function add(fields: Partial<DeadlineFields> = {}): Promise<Deadline> {
  const [added] = await t.client['deadlines.add']({ matterId, deadlines: [deadlineFields(fields)] });
  return added!;
}
const response: Partial<DeadlineFields> = {
  title: 'Response to TRO motion',
  trigger: { kind: 'date', event: 'tro_motion_served', at: '2021-01-11T17:00' },
  period: hours(48),
  reminders: [1_440, 60],
};

/** What another program reads, by UID. */
async function calendar() {
  const { content } = await t.client['deadlines.ics']({ matterId });
  const events = Object.values(ical.sync.parseICS(content!)).filter((each) => each?.type === 'VEVENT');
  return new Map(events.map((event) => [event.uid, event] as const));
}
const uidOf = ({ id }: Deadline) => `${id}@${matterId}.forthwith`;

test('hours are on the court’s clock, days are days, and each says why and asks counsel to confirm', async () => {
  const timed = await add(response);
  const daily = await add({ title: 'Answer to complaint' });
  const events = await calendar();
  const hour = events.get(uidOf(timed))!;
  expect(hour.start.toISOString()).toBe('2021-01-14T01:00:00.000Z');
  expect(hour.summary).toBe('Response to TRO motion · 2:21-cv-00099');
  expect(hour.description).toContain(
    '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST',
  );
  expect(hour.description).toContain('Counsel must confirm every date.');
  expect(events.get(uidOf(daily))!).toMatchObject({
    datetype: 'date',
    summary: 'Answer to complaint · 2:21-cv-00099',
  });
});

test('a paper for the court of appeals is at its clerk’s midnight, with its reminders', async () => {
  const fields: Partial<DeadlineFields> = {
    trigger: { kind: 'date', event: 'motion_served', at: '2021-01-11' },
    period: days(10),
    regime: 'frap',
    rule: citedRule({ cite: 'Fed. R. App. P. 27(a)(3)(A)' }),
    reminders: [60],
  };
  await t.client['matter.update']({ matterId, fields: { court: 'hid', timezone: 'Pacific/Honolulu' } });
  const paper = await add(fields);
  const inHonolulu = (await calendar()).get(uidOf(paper))!;
  // Midnight in San Francisco.
  expect(inHonolulu.start.toISOString()).toBe('2021-01-22T08:00:00.000Z');
  await t.client['matter.update']({ matterId, fields: { court: 'gud', timezone: 'Pacific/Guam' } });
  const inGuam = (await calendar()).get(uidOf(paper))!;
  expect(inGuam.datetype).toBe('date');
  expect(inGuam.description).toContain(
    'Due Thu, Jan 21, 2021, end of the day on the circuit clerk’s clock: Fri, Jan 22, 2021, 6:00 PM ChST',
  );
  // An hour before 6 PM of the next day, 41 hours after the day begins.
  const { content } = await t.client['deadlines.ics']({ matterId });
  expect(content).toContain('TRIGGER:PT41H');
});

test('an export that changed nothing keeps its numbers; a date that moved replaces what was taken before', async () => {
  const timed = await add(response);
  const other = await add();
  const numbers = async () =>
    [...(await calendar()).values()].map(({ uid, sequence }) => [uid, Number(sequence)]);
  const first = [
    [uidOf(timed), 0],
    [uidOf(other), 0],
  ];
  expect(await numbers()).toEqual(first);
  now = '2021-01-11T21:00:00.000Z';
  expect(await numbers()).toEqual(first);
  await t.client['deadlines.override']({
    matterId,
    id: timed.id,
    due: '2021-01-12T17:00',
    entryId: null,
    note: 'Minute order',
  });
  const moved = (await calendar()).get(uidOf(timed))!;
  expect(moved).toMatchObject({ sequence: 1 });
  expect(moved.start.toISOString()).toBe('2021-01-13T01:00:00.000Z');
  expect(moved.description).toContain('Set by the court’s order (Minute order)');
});

test('what is deleted or not needed is cancelled, and comes back with a higher number when it is undone', async () => {
  const timed = await add(response);
  await calendar();
  await t.client['deadlines.delete']({ matterId, ids: [timed.id] });
  expect((await calendar()).get(uidOf(timed))).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  expect((await calendar()).get(uidOf(timed))).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  await t.client['history.undo']({ matterId });
  expect((await calendar()).get(uidOf(timed))).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
});

test('only chosen deadlines are written where some are chosen, and nothing else is cancelled', async () => {
  const timed = await add(response);
  await add();
  await calendar();
  const { events } = await t.client['deadlines.ics']({ matterId, ids: [timed.id] });
  expect(events).toBe(1);
});

test('no line end or control character in a title or note breaks a line of the file', async () => {
  const added = await add({
    ...response,
    title: 'Response\r\nSTATUS:CANCELLED',
    note: 'one\rSEQUENCE:9\u0000two',
  });
  const event = (await calendar()).get(uidOf(added))!;
  expect(event).toMatchObject({ status: 'CONFIRMED', sequence: 0 });
  expect(event.summary).toBe('Response\nSTATUS:CANCELLED · 2:21-cv-00099');
  expect(event.description).toContain('one\nSEQUENCE:9two');
  const { content } = await t.client['deadlines.ics']({ matterId });
  expect(content!.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
});

test('a calendar file is never written over another', async () => {
  await add(response);
  const target = { path: join(t.folder, 'deadlines.ics') };
  expect(await t.client['deadlines.ics']({ matterId, target })).toEqual({ events: 1, content: null });
  expect(readFileSync(target.path, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await expect(t.client['deadlines.ics']({ matterId, target })).rejects.toMatchObject({
    code: 'FILE_EXISTS',
  });
});

test('the control sheet holds every date with its arithmetic and room to check it', async () => {
  await add(response);
  const done = await add({ title: 'Certificate of service' });
  await t.client['deadlines.setStatus']({
    matterId,
    id: done.id,
    status: 'done',
    proof: { at: '2021-01-11T18:00', note: 'Dkt. 4', entryId: null, evidenceId: null },
  });
  const print = (name: string) =>
    t.runJob('deadlines.controlSheet', { matterId, target: { path: join(t.folder, name) } });
  const one = await print('one.pdf');
  expect((await print('two.pdf')).sha256).toBe(one.sha256);
  const [page] = await t.client['pdf.text']({ source: { path: one.path! } });
  const text = page!.text.replaceAll(/\s+/g, ' ');
  expect(text).toContain('Response to TRO motion');
  expect(text).toContain('Wed, Jan 13, 2021, 5:00 PM PST');
  expect(text).toContain('48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST');
  expect(text).toContain('Done Mon, Jan 11, 2021, 6:00 PM PST: Dkt. 4');
  expect(text).toContain('on the court’s clock (Pacific Time)');
  expect(text).toContain('Checked by, date');
  expect(text).toContain('Counsel must confirm every date.');
});

test('a reminder is told from its time until it is seen, and snoozed it comes again', async () => {
  const timed = await add(response);
  const due = () => t.client['deadlines.reminders']({ matterId });
  expect(await due()).toEqual([]);
  now = '2021-01-13T01:00:00.000Z';
  expect(await due()).toMatchObject([{ deadlineId: timed.id, at: now, isPastDue: false }]);
  await t.client['deadlines.remindersSeen']({ matterId, ids: [timed.id] });
  expect(await due()).toEqual([]);
  const until = '2021-01-13T22:00:00.000Z';
  const snooze = { matterId, id: timed.id, until: '2021-01-13T22:00:00Z' };
  expect(await t.client['deadlines.snooze'](snooze)).toMatchObject({ snoozedUntil: until });
  now = until;
  expect(await due()).toMatchObject([{ at: until }]);
  await t.client['history.undo']({ matterId });
  expect(await due()).toEqual([]);
});

test('a deadline that was moved up tells of it again until that is seen', async () => {
  const entry = (filedOn: string) => ({ number: 2, text: 'MOTION for TRO by Fairwater LLC.', filedOn });
  const [filed] = await t.client['docket.add']({ matterId, entries: [entry('2021-01-20')] });
  const trigger = {
    kind: 'entry',
    entryId: filed!.id,
    event: 'motion_filed',
    party: '',
    at: '2021-01-20',
  } as const;
  const added = await add({ trigger, period: days(7), reminders: [14_400] });
  now = '2021-01-19T01:00:00.000Z';
  const due = () => t.client['deadlines.reminders']({ matterId });
  await t.client['deadlines.remindersSeen']({
    matterId,
    ids: (await due()).map(({ deadlineId }) => deadlineId),
  });
  expect(await due()).toEqual([]);
  await t.client['docket.update']({ matterId, id: filed!.id, fields: { filedOn: '2021-01-15' } });
  expect(await due()).toMatchObject([{ deadlineId: added.id, due: '2021-01-22' }]);
  await t.client['deadlines.remindersSeen']({ matterId, ids: [added.id] });
  expect(await due()).toEqual([]);
});
