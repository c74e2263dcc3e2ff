import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
/** One sample for all: nothing here changes it. */
beforeAll(async () => {
  t = await createTestEngine();
  const { matter, jobId } = await t.client['matter.createSample']({});
  matterId = matter.id;
  await t.waitForJob(matterId, jobId!);
});
afterAll(() => t.dispose());

const deadlines = () => t.client['deadlines.list']({ matterId });
const entryNumbered = async (number: number) =>
  (await t.client['docket.list']({ matterId })).find(
    (entry) => entry.number === number && entry.attachment === null,
  )!;

test('the request stands denied, its events shown by their docket entries', async () => {
  const { stage, events, warnings } = await t.client['tro.get']({ matterId });
  expect(stage).toBe('denied');
  expect(warnings).toEqual([]);
  expect(events.map(({ at, kind }) => `${at.slice(0, 10)} ${kind}`)).toEqual([
    '2021-01-11 motion_filed',
    '2021-01-11 schedule_ordered',
    '2021-01-11 motion_served',
    '2021-01-12 response_filed',
    '2021-01-13 reply_filed',
    '2021-01-13 schedule_ordered',
    '2021-01-14 hearing_held',
    '2021-01-21 denied',
  ]);
  expect(events.every(({ entryId }) => entryId !== null)).toBe(true);
});

test('the rule’s response and the order’s both stand, and the order’s holds', async () => {
  const { clocks } = await t.client['tro.get']({ matterId });
  const order = await entryNumbered(3);
  expect(clocks.find(({ troClock }) => troClock === 'response')).toMatchObject({
    rule: { id: 'wawd_tro_response' },
    computed: { dueAt: '2021-01-13T17:00' },
    overrides: [{ due: '2021-01-12T17:00', entryId: order.id }],
    dueAt: '2021-01-12T17:00',
    status: 'done',
    flags: [],
  });
  expect(clocks.find(({ troClock }) => troClock === 'intent_to_oppose')).toMatchObject({
    computed: { dueAt: '2021-01-12T17:00' },
    status: 'dismissed',
    note: expect.stringContaining('No notice of intent'),
  });
});

test('answer, appeal and the agreement’s notice are counted, each in its own way', async () => {
  const due = new Map((await deadlines()).map(({ title, due: day, regime }) => [title, [day, regime]]));
  expect(due.get('Answer to the complaint')).toEqual(['2021-02-01', 'frcp']);
  expect(due.get('Notice of appeal from an injunction order')).toEqual(['2021-02-22', 'frap']);
  expect(due.get('Serve the summons and complaint')).toEqual(['2021-04-12', 'frcp']);
  expect(due.get('Earliest end of the services by 30 days’ notice')).toEqual(['2021-02-09', 'contract']);
});

test('what is done has its proof and what is dismissed its reason, so that nothing is past due or reminds', async () => {
  const all = await deadlines();
  const shown = all.filter(({ status, proof }) => status === 'done' && proof?.entryId);
  expect(shown.map(({ title }) => title)).toEqual([
    'Service of the TRO motion papers',
    'Response to the TRO motion',
    'Reply on the TRO motion',
    'Hearing of the TRO motion',
    'Earliest end of the services by 30 days’ notice',
    'Serve the summons and complaint',
  ]);
  for (const { status, proof, note, title, flags, moved } of all) {
    expect(status === 'done' ? proof?.note : status === 'dismissed' ? note : '', title).not.toBe('');
    expect(flags, title).toEqual([]);
    expect(moved, title).toBeNull();
  }
  expect(await t.client['deadlines.reminders']({ matterId })).toEqual([]);
});

test('the checklists say what of the sample is missing, and the log drafts a certificate without blanks in its text', async () => {
  const { gates, notices } = await t.client['tro.get']({ matterId });
  const ours = gates.filter(({ side }) => side !== 'opponent');
  expect(ours.filter(({ met }) => !met).map(({ key }) => key)).toEqual([
    'sworn_facts',
    'notice_certificate',
    'disclosure_statement',
  ]);
  expect(notices).toHaveLength(3);
  const { missing } = await t.runJob('tro.certificate', {
    matterId,
    target: { path: `${t.folder}/certificate.pdf` },
  });
  expect(missing.filter((sentence) => sentence.includes('blank'))).toEqual([]);
});

test('its facts are cited as they stand in the record, each by words that are on the page', async () => {
  const { elements, facts } = await t.client['argument.get']({ matterId });
  expect(elements.map(({ name }) => name)).toContain('Irreparable harm without relief');
  expect(facts.every(({ pinCites }) => pinCites.length > 0)).toBe(true);
  expect(facts.flatMap(({ pinCites }) => pinCites.map(({ cite }) => cite))).toContain('Dkt. 2-2 at 2, ¶ 6');
  expect(await t.client['argument.check']({ matterId })).toEqual([]);
});
