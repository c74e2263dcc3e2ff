import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeadlineId, DocketEntryId, EvidenceId } from '../../../shared/model/common.ts';
import type { Deadline, DeadlineFields } from '../../../shared/model/deadlines.ts';
import { citedRule, days, deadlineFields, hours } from '../testing/deadline-fields.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await createTestEngine({ now: () => '2021-01-12T20:00:00.000Z' });
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
});
afterEach(() => t.dispose());

const list = () => t.client['deadlines.list']({ matterId });
const undo = () => t.client['history.undo']({ matterId });
const redo = () => t.client['history.redo']({ matterId });
const undoLabel = async () => (await t.client['history.get']({ matterId })).undo?.label;

async function add(fields: Partial<DeadlineFields> = {}): Promise<Deadline> {
  const [added] = await t.client['deadlines.add']({ matterId, deadlines: [deadlineFields(fields)] });
  return added!;
}

async function addEntry(text: string, filedOn: string | null): Promise<DocketEntryId> {
  const number = (await t.client['docket.list']({ matterId })).length + 1;
  const [entry] = await t.client['docket.add']({ matterId, entries: [{ number, text, filedOn }] });
  return entry!.id;
}

const fromEntry = (entryId: DocketEntryId, at: string): DeadlineFields['trigger'] => ({
  kind: 'entry',
  entryId,
  event: 'complaint_filed',
  party: '',
  at,
});
const fromDeadline = (deadlineId: DeadlineId): DeadlineFields['trigger'] => ({
  kind: 'deadline',
  deadlineId,
  event: 'opposition_due',
  at: '2021-01-01',
});
const codesOf = ({ flags }: Pick<Deadline, 'flags'>) => flags.map(({ code }) => code);

test('a court that ends the day early ends a matter’s deadlines so', async () => {
  await t.client['matter.update']({ matterId, fields: { court: 'mad', timezone: 'America/New_York' } });
  const added = await add();
  expect(added).toMatchObject({
    due: '2021-02-01',
    dueAt: '2021-02-01T18:00',
    endsAt: '2021-02-01T23:00:00.000Z',
  });
  expect(added.computed?.steps.at(-1)).toMatchObject({ kind: 'hour', cite: 'D. Mass. L.R. 5.4(d)' });
});

test('a deadline is counted by the court’s calendar and says why', async () => {
  const added = await add();
  expect(added).toMatchObject({
    due: '2021-02-01',
    dueAt: null,
    endsAt: '2021-02-02T08:00:00.000Z',
    triggerAt: '2021-01-11',
    status: 'open',
    moved: null,
    flags: [],
  });
  expect(added.computed?.steps.map(({ kind }) => kind)).toEqual(['skip', 'count']);
  expect(await list()).toEqual([added]);
  expect(await undoLabel()).toBe('add deadline “Answer to complaint”');
});

test('deadlines stand soonest first, hours before the day they lie in ends', async () => {
  await add({ title: 'day', period: days(1) });
  await add({
    title: 'hours',
    trigger: { kind: 'date', event: 'other', at: '2021-01-11T17:00' },
    period: hours(24),
  });
  await add({ title: 'later', period: days(5) });
  expect((await list()).map(({ title }) => title)).toEqual(['hours', 'day', 'later']);
});

describe('a trigger that moves', () => {
  let entryId: DocketEntryId;
  let first: Deadline;
  let second: Deadline;
  beforeEach(async () => {
    entryId = await addEntry('COMPLAINT against Northgate Hosting, Inc.', '2021-01-11');
    first = await add({ title: 'Opposition', trigger: fromEntry(entryId, '2021-01-11'), period: days(14) });
    second = await add({ title: 'Reply', trigger: fromDeadline(first.id), period: days(7) });
  });

  test('takes the whole chain with it, shows before and after, and undo brings it back', async () => {
    expect([first.due, second.due, second.triggerAt]).toEqual(['2021-01-25', '2021-02-01', '2021-01-25']);
    await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: '2021-01-13' } });
    const moved = await list();
    expect(moved.map(({ due, moved }) => ({ due, moved }))).toEqual([
      { due: '2021-01-27', moved: { from: '2021-01-25', to: '2021-01-27' } },
      { due: '2021-02-03', moved: { from: '2021-02-01', to: '2021-02-03' } },
    ]);
    await t.client['deadlines.acknowledge']({ matterId, ids: [first.id, second.id] });
    expect((await list()).map(({ moved }) => moved)).toEqual([null, null]);
    await undo();
    expect(await list()).toEqual(moved);
    await undo();
    expect(await list()).toEqual([first, second]);
  });

  test('that is deleted leaves the moment last known, and says so until undone', async () => {
    await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: '2021-01-13' } });
    await t.client['deadlines.acknowledge']({ matterId, ids: [first.id] });
    await t.client['docket.delete']({ matterId, ids: [entryId] });
    const [orphan] = await list();
    expect(orphan).toMatchObject({ due: '2021-01-27', triggerAt: '2021-01-13', moved: null });
    expect(codesOf(orphan!)).toEqual(['TRIGGER_GONE']);
    await undo();
    expect((await list()).flatMap(codesOf)).toEqual([]);
  });

  test('and a deadline that is deleted leaves its end to what ran from it', async () => {
    await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: '2021-01-13' } });
    await t.client['deadlines.delete']({ matterId, ids: [first.id] });
    const [orphan] = await list();
    expect(orphan).toMatchObject({ title: 'Reply', due: '2021-02-03', triggerAt: '2021-01-27' });
    expect(codesOf(orphan!)).toEqual(['TRIGGER_GONE']);
  });

  test('to no date at all keeps the moment last known', async () => {
    await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: null } });
    const [undated] = await list();
    expect(undated).toMatchObject({ due: '2021-01-25', triggerAt: '2021-01-11' });
    expect(codesOf(undated!)).toEqual(['TRIGGER_UNDATED']);
  });

  test('cannot be made to run from itself', async () => {
    const trigger = fromDeadline(second.id);
    for (const id of [first.id, second.id])
      await expect(t.client['deadlines.update']({ matterId, id, fields: { trigger } })).rejects.toMatchObject(
        { code: 'DEADLINE_CHAIN_LOOP' },
      );
    await expect(
      t.client['deadlines.preview']({ matterId, id: first.id, deadline: deadlineFields({ trigger }) }),
    ).rejects.toMatchObject({ code: 'DEADLINE_CHAIN_LOOP' });
    expect(await list()).toEqual([first, second]);
  });
});

test('a person’s minute refines the day the docket gives, as long as it is that day', async () => {
  const entryId = await addEntry('COMPLAINT', '2021-01-11');
  await add({ trigger: fromEntry(entryId, '2021-01-11T17:00'), period: hours(24) });
  expect((await list())[0]).toMatchObject({ dueAt: '2021-01-12T17:00', triggerAt: '2021-01-11T17:00' });
  await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: '2021-01-13' } });
  const [blocked] = await list();
  expect(codesOf(blocked!)).toEqual(['CANNOT_COUNT']);
  expect(blocked).toMatchObject({ computed: null, dueAt: '2021-01-12T17:00' });
});

test('a service the docket does not date runs from the minute a person gives', async () => {
  const entryId = await addEntry('MOTION for Temporary Restraining Order by Fairwater LLC', '2021-01-11');
  const at = '2021-01-12T09:30';
  const added = await add({
    trigger: { kind: 'entry', entryId, event: 'tro_motion_served', party: '', at },
    period: hours(48),
  });
  expect(added).toMatchObject({ triggerAt: at, dueAt: '2021-01-14T09:30' });
  expect(codesOf(added)).toEqual(['TRIGGER_UNDATED']);
});

describe('a court’s order', () => {
  test('sets the time, keeps what was counted beside it, and moves what runs from it', async () => {
    const first = await add({ title: 'Opposition' });
    const second = await add({ title: 'Reply', trigger: fromDeadline(first.id), period: days(7) });
    const entryId = await addEntry('ORDER', '2021-01-12');
    const set = await t.client['deadlines.override']({
      matterId,
      id: first.id,
      due: '2021-01-20T17:00',
      entryId,
      note: 'Dkt. 12',
    });
    expect(set).toMatchObject({
      due: '2021-01-20',
      dueAt: '2021-01-20T17:00',
      endsAt: '2021-01-21T01:00:00.000Z',
      moved: null,
    });
    expect(set.computed?.due).toBe('2021-02-01');
    expect(await undoLabel()).toBe('set deadline “Opposition” by a court’s order');
    const reply = (await list()).find(({ id }) => id === second.id);
    expect(reply?.moved).toEqual({ from: '2021-02-08', to: '2021-01-27' });

    const back = await t.client['deadlines.removeOverride']({
      matterId,
      id: first.id,
      overrideId: set.overrides[0]!.id,
    });
    expect(back).toEqual(first);
    await undo();
    expect((await list())[0]).toEqual(set);
  });

  test('that comes last holds', async () => {
    const { id } = await add();
    for (const due of ['2021-03-01', '2021-02-10'])
      await t.client['deadlines.override']({ matterId, id, due, entryId: null, note: '' });
    const [one] = await list();
    expect(one?.due).toBe('2021-02-10');
    expect(one?.overrides.map(({ due }) => due)).toEqual(['2021-03-01', '2021-02-10']);
  });

  test('beyond a time that no court may extend is shown as such', async () => {
    const rule = citedRule({ id: 'alter', cite: 'Fed. R. Civ. P. 59(e)', isExtendable: false });
    const { id } = await add({ source: 'rule', rule, period: days(28) });
    const earlier = await t.client['deadlines.override']({
      matterId,
      id,
      due: '2021-02-01',
      entryId: null,
      note: '',
    });
    expect(codesOf(earlier)).toEqual([]);
    const later = await t.client['deadlines.override']({
      matterId,
      id,
      due: '2021-03-01',
      entryId: null,
      note: '',
    });
    expect(later.flags).toEqual([
      {
        code: 'OVERRIDE_BEYOND_LIMIT',
        message:
          'The order sets Monday, March 1, 2021, later than Monday, February 8, 2021, the end of the time of Fed. R. Civ. P. 59(e). No court may extend it: Fed. R. Civ. P. 6(b)(2).',
      },
    ]);
  });
});

test.each([
  ['2021-03-14T02:30', ['CLOCK_CHANGE']],
  ['2021-11-07T01:30', ['CLOCK_CHANGE']],
  ['2021-11-07T03:30', []],
])('a time an order sets that the clocks skip or show twice is told: %s', async (due, told) => {
  const { id } = await add();
  expect(
    codesOf(await t.client['deadlines.override']({ matterId, id, due, entryId: null, note: '' })),
  ).toEqual(told);
});

test('a date the clerk printed is kept, and the rule’s other date is said', async () => {
  const rule = citedRule();
  const printed = { due: '2021-01-31', quote: 'answer due 1/31/2021' };
  const added = await add({ source: 'printed', rule, printed });
  expect(added).toMatchObject({ due: '2021-01-31', endsAt: '2021-02-01T08:00:00.000Z' });
  expect(added.flags).toEqual([
    {
      code: 'PRINTED_DISAGREES',
      message:
        'Printed Sunday, January 31, 2021, 20 days after Monday, January 11, 2021; under Rule 6(a)(1)(C) it would be Monday, February 1, 2021. The printed date is kept.',
    },
  ]);
  const agreed = await add({ rule, source: 'printed', printed: { ...printed, due: '2021-02-01' } });
  expect(codesOf(agreed)).toEqual([]);
});

test('a printed date holds where its rule cannot be counted', async () => {
  const printed = { due: '2021-01-13', quote: 'Response due by 1/13/2021' };
  const added = await add({ source: 'printed', period: hours(48), printed });
  expect(added).toMatchObject({ due: '2021-01-13', computed: null });
  expect(codesOf(added)).toEqual(['CANNOT_COUNT']);
});

test('an agreement’s days are counted as it says, and say so', async () => {
  const contract = { clause: '§ 7.2(b)', isFirstDayCounted: true, isBusinessDays: false, isRolled: false };
  const added = await add({ source: 'contract', regime: 'contract', contract, period: days(30) });
  expect(added.due).toBe('2021-02-09');
  expect(added.computed?.warnings.map(({ code }) => code)).toContain('CONTRACT_COUNT');
  await expect(add({ source: 'contract', regime: 'contract' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('an unconfirmed rule says so on the deadline and in its warnings', async () => {
  const added = await add({ rule: citedRule({ cite: 'LCR 7(d)(4)', confidence: 'unverified' }) });
  expect(added.flags).toEqual([
    { code: 'RULE_UNCONFIRMED', message: 'LCR 7(d)(4): confirm against the court’s site.' },
  ]);
  expect(added.computed?.warnings.map(({ code }) => code)).toContain('RULE_UNCONFIRMED');
});

describe('conflicts', () => {
  const hearing = (title: string, at: string) =>
    add({
      title,
      trigger: { kind: 'date', event: 'hearing', at },
      period: { count: 0, unit: 'fixed', direction: 'after', isCap: false },
    });

  test('two hearings at the same minute are shown on both, until one is dismissed', async () => {
    const first = await hearing('TRO hearing', '2021-01-14T10:00');
    await hearing('Status conference', '2021-01-14T10:00');
    await hearing('Later hearing', '2021-01-14T11:00');
    expect((await list()).map(({ flags }) => flags.map(({ message }) => message))).toEqual([
      ['“Status conference” is at the same time.'],
      ['“TRO hearing” is at the same time.'],
      [],
    ]);
    await t.client['deadlines.setStatus']({ matterId, id: first.id, status: 'dismissed' });
    expect((await list()).flatMap(codesOf)).toEqual([]);
  });

  test('one duty with two dates is shown on both', async () => {
    const entryId = await addEntry('COMPLAINT', '2021-01-11');
    const fields = { rule: citedRule(), trigger: fromEntry(entryId, '2021-01-11') };
    await add(fields);
    await add(fields);
    expect((await list()).flatMap(codesOf)).toEqual([]);
    await add({ ...fields, source: 'printed', printed: { due: '2021-01-29', quote: 'due 1/29/2021' } });
    expect((await list()).filter((one) => codesOf(one).includes('CONFLICT'))).toHaveLength(3);
  });
});

describe('done', () => {
  test('with proof, and open again', async () => {
    const { id } = await add();
    const entryId = await addEntry('ANSWER to Complaint', '2021-02-01');
    const proof = { at: '2021-02-01T23:59', note: 'filed by ECF', entryId, evidenceId: null };
    const done = await t.client['deadlines.setStatus']({ matterId, id, status: 'done', proof });
    expect(done).toMatchObject({ status: 'done', proof, flags: [] });
    expect(await undoLabel()).toBe('mark deadline “Answer to complaint” as done');
    const { counts } = await t.client['matter.get']({ matterId });
    expect(counts).toMatchObject({ deadlines: 1, openDeadlines: 0 });
    const open = await t.client['deadlines.setStatus']({ matterId, id, status: 'open' });
    expect(open).toMatchObject({ status: 'open', proof: null });
  });

  test.each([
    ['2021-02-02', ['DONE_LATE']],
    ['2021-02-01', []],
    ['2021-02-02T00:00', ['DONE_LATE']],
  ])('on %s against a day', async (at, codes) => {
    const { id } = await add();
    const proof = { at, note: '', entryId: null, evidenceId: null };
    const done = await t.client['deadlines.setStatus']({ matterId, id, status: 'done', proof });
    expect(codesOf(done)).toEqual(codes);
  });
});

describe('what cannot be added', () => {
  const gone = 'no-such-id';
  test.each<[string, Partial<DeadlineFields>, string]>([
    ['an entry that is not there', { trigger: fromEntry(gone as DocketEntryId, '2021-01-11') }, 'NOT_FOUND'],
    ['a deadline that is not there', { trigger: fromDeadline(gone as DeadlineId) }, 'NOT_FOUND'],
    ['a document that is not there', { evidenceId: gone as EvidenceId }, 'NOT_FOUND'],
    ['hours from a day', { period: hours(48) }, 'DEADLINE_NEEDS_MINUTE'],
    ['a rule without a period', { rule: citedRule({ kind: 'event' }) }, 'DEADLINE_RULE_NOT_COUNTED'],
  ])('%s', async (_name, fields, code) => {
    await expect(add(fields)).rejects.toMatchObject({ code });
    expect(await list()).toEqual([]);
  });

  test('a second deadline for one clock of the TRO request', async () => {
    await add({ troClock: 'hearing' });
    await expect(add({ troClock: 'hearing' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('an edit of words leaves a move to be seen; an edit of the count is seen by its author', async () => {
  const entryId = await addEntry('COMPLAINT', '2021-01-11');
  const { id } = await add({ trigger: fromEntry(entryId, '2021-01-11') });
  await t.client['docket.update']({ matterId, id: entryId, fields: { filedOn: '2021-01-13' } });
  const owned = await t.client['deadlines.update']({ matterId, id, fields: { owner: 'Ida Birch' } });
  expect(owned).toMatchObject({ owner: 'Ida Birch', moved: { from: '2021-02-01', to: '2021-02-03' } });
  const longer = await t.client['deadlines.update']({ matterId, id, fields: { period: days(28) } });
  expect(longer).toMatchObject({ due: '2021-02-10', moved: null });
});

test('a preview says what would be and changes nothing', async () => {
  const preview = await t.client['deadlines.preview']({
    matterId,
    deadline: deadlineFields({ period: hours(24) }),
  });
  expect(codesOf(preview)).toEqual(['CANNOT_COUNT']);
  expect(await list()).toEqual([]);
});

test('a day the clerk’s office was closed moves what is due on it, and the calendar shows it', async () => {
  await add();
  const day = await t.client['deadlines.day.add']({
    matterId,
    day: { on: '2021-02-01', kind: 'closed', name: 'Snow', note: '' },
  });
  expect((await list())[0]).toMatchObject({
    due: '2021-02-02',
    moved: { from: '2021-02-01', to: '2021-02-02' },
  });
  const calendar = await t.client['deadlines.calendar']({ matterId, from: '2021-01-15', to: '2021-02-15' });
  expect(calendar.map(({ on, kind }) => [on, kind])).toEqual([
    ['2021-01-18', 'federal'],
    ['2021-02-01', 'closed'],
    ['2021-02-15', 'federal'],
  ]);
  await t.client['deadlines.day.delete']({ matterId, id: day.id });
  expect((await list())[0]?.moved).toBeNull();
});

test('every edit can be undone and done again', async () => {
  const entryId = await addEntry('COMPLAINT', '2021-01-11');
  const states = [await list()];
  const step = async (edit: Promise<unknown>) => {
    await edit;
    states.push(await list());
  };
  await step(add({ trigger: fromEntry(entryId, '2021-01-11') }));
  const { id } = states.at(-1)![0]!;
  await step(add({ title: 'Reply', trigger: fromDeadline(id) }));
  await step(t.client['deadlines.update']({ matterId, id, fields: { period: days(30) } }));
  await step(t.client['deadlines.override']({ matterId, id, due: '2021-02-20', entryId, note: 'Dkt. 1' }));
  await step(t.client['deadlines.acknowledge']({ matterId, ids: states.at(-1)!.map((one) => one.id) }));
  const proof = { at: '2021-02-01', note: '', entryId: null, evidenceId: null };
  await step(t.client['deadlines.setStatus']({ matterId, id, status: 'done', proof }));
  await step(
    t.client['deadlines.day.add']({
      matterId,
      day: { on: '2021-03-01', kind: 'holiday', name: 'Day of mourning', note: '' },
    }),
  );
  await step(t.client['deadlines.delete']({ matterId, ids: [id] }));
  for (const state of states.slice(0, -1).toReversed()) {
    await undo();
    expect(await list()).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await redo();
    expect(await list()).toEqual(state);
  }
});
