import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocketEntryId } from '../../../../shared/model/common.ts';
import type { Deadline, DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await createTestEngine({ now: () => '2021-01-12T20:00:00.000Z' });
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  await t.client['matter.update']({ matterId, fields: { court: 'wawd', timezone: 'America/Los_Angeles' } });
});
afterEach(() => t.dispose());

const propose = () => t.client['deadlines.propose']({ matterId });
const add = (proposals: readonly DeadlineProposal[]) =>
  t.client['deadlines.add']({ matterId, deadlines: proposals.map(({ deadline }) => deadline) });
const addEntry = async (number: number, text: string, filedOn: string | null) =>
  (await t.client['docket.add']({ matterId, entries: [{ number, text, filedOn }] }))[0]!.id;
const of = (proposals: readonly DeadlineProposal[], ruleId: string) =>
  proposals.find(({ deadline }) => deadline.rule?.id === ruleId);

test('an entry’s event starts the periods of the rules in force on its day', async () => {
  const entryId = await addEntry(
    1,
    'COMPLAINT against Northgate Hosting, Inc. by Fairwater LLC.',
    '2021-01-11',
  );
  const serve = of(await propose(), 'serve');
  expect(serve).toMatchObject({
    kind: 'rule',
    due: '2021-04-12',
    entryNumber: '1',
    isAdded: false,
    isSuggested: true,
    flags: [],
    deadline: {
      source: 'rule',
      entryId,
      trigger: { kind: 'entry', event: 'complaint_filed', at: '2021-01-11' },
      rule: { cite: 'Fed. R. Civ. P. 4(m)' },
      reminders: [4320, 1440, 120],
    },
  });
  expect(serve?.computed?.steps.at(-1)?.to).toBe('2021-04-12');
});

test('what was added and a later order speaks against says so, until a person has seen to it', async () => {
  await addEntry(1, 'NOTICE of Hearing: Motion Hearing set for 1/25/2021 at 10:00 AM.', '2021-01-11');
  const hearings = async () => (await propose()).filter(({ due }) => due === '2021-01-25');
  const [added] = await add(await hearings());
  expect(await hearings()).toMatchObject([{ isAdded: true, flags: [] }]);
  const order = await addEntry(2, 'ORDER: The January 25 hearing is VACATED.', '2021-01-12');
  expect(await hearings()).toMatchObject([
    {
      isAdded: true,
      isSuggested: false,
      flags: [{ code: 'DOUBTED', message: expect.stringMatching(/^Entry 2/) }],
    },
  ]);
  const listed = async () => (await t.client['deadlines.list']({ matterId }))[0]!;
  expect((await listed()).flags).toEqual((await hearings())[0]!.flags);
  await t.client['deadlines.acknowledge']({ matterId, ids: [added!.id] });
  expect(await listed()).toMatchObject({ flags: [], note: expect.stringContaining('Entry 2 says') });
  expect(await hearings()).toMatchObject([{ isAdded: true, flags: [] }]);
  const later = await addEntry(3, 'ORDER: The January 25 hearing is continued to January 28.', '2021-01-12');
  expect((await listed()).flags).toMatchObject([{ message: expect.stringMatching(/^Entry 3/) }]);
  const set = (entryId: DocketEntryId) =>
    t.client['deadlines.override']({ matterId, id: added!.id, due: '2021-01-28', entryId, note: '' });
  const older = await set(order);
  expect(older.flags).toMatchObject([{ code: 'DOUBTED' }]);
  expect((await set(later)).flags).toEqual([]);
});

test('what is added is known again, and reads the same as it was proposed', async () => {
  await addEntry(1, 'COMPLAINT by Fairwater LLC.', '2021-01-11');
  await addEntry(
    2,
    'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 1/11/2021, answer due 2/1/2021.',
    '2021-01-12',
  );
  const proposals = await propose();
  const added = await add(proposals);
  for (const [index, { due, dueAt, computed, flags }] of proposals.entries())
    expect(added[index]).toMatchObject({ due, dueAt, computed, flags });
  const again = await propose();
  expect(again.map(({ key }) => key)).toEqual(proposals.map(({ key }) => key));
  expect(again.every(({ isAdded, isSuggested }) => isAdded && !isSuggested)).toBe(true);
});

test('what is set anew is called by its name alone', async () => {
  await addEntry(
    3,
    'ORDER: The January 12, 2027 hearing is VACATED and RESET for January 20, 2027 at 10:00 a.m.',
    '2021-01-12',
  );
  expect((await propose()).map(({ deadline }) => deadline.title)).toContain('Hearing');
});

test('what its words do not name is called by its kind', async () => {
  await addEntry(
    3,
    'ORDER: Response due 1/14/2021 is extended to 1/19/2021; reply due 1/15/2021, is extended to 1/21/2021.',
    '2021-01-12',
  );
  await addEntry(4, 'TEMPORARY RESTRAINING ORDER. The order expires 1/22/2021 at 5:00 PM.', '2021-01-12');
  const printed = (await propose()).filter(({ kind }) => kind === 'printed');
  expect(printed.map(({ deadline }) => deadline.title)).toEqual([
    'Response',
    'Reply',
    'Temporary restraining order expires',
  ]);
});

test('a printed date is proposed as printed, with what the rule says of it', async () => {
  await addEntry(
    2,
    'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 1/11/2021, answer due 1/31/2021.',
    '2021-01-12',
  );
  const printed = (await propose()).find(({ kind }) => kind === 'printed');
  expect(printed).toMatchObject({
    due: '2021-01-31',
    deadline: {
      title: 'Answer: Northgate Hosting, Inc.',
      source: 'printed',
      printed: { due: '2021-01-31' },
      rule: { id: 'answer' },
    },
    flags: [{ code: 'PRINTED_DISAGREES' }],
  });
  expect(printed?.computed?.due).toBe('2021-02-01');
});

test('a hearing the court set is a date certain, to the minute', async () => {
  await addEntry(
    5,
    'MINUTE ORDER: Motion Hearing set for 1/14/2021 at 10:00 AM before Judge Rees.',
    '2021-01-12',
  );
  const hearing = (await propose()).find(({ kind }) => kind === 'printed');
  expect(hearing).toMatchObject({
    dueAt: '2021-01-14T10:00',
    deadline: {
      title: 'Motion Hearing',
      trigger: { kind: 'date', event: 'hearing' },
      period: { unit: 'fixed' },
    },
  });
  const [added] = await add([hearing!]);
  expect(added).toMatchObject({ dueAt: '2021-01-14T10:00', endsAt: '2021-01-14T18:00:00.000Z', flags: [] });
});

test('an hour printed in another zone is brought to the court’s clock, and says so for good', async () => {
  await addEntry(6, 'ORDER: Response due by 5:00 p.m. Eastern Time on January 15, 2021.', '2021-01-12');
  const [response] = await propose();
  const flags = [
    {
      code: 'PRINTED_ELSEWHERE',
      message: expect.stringMatching(/^Printed in Eastern Time: Friday, January 15, 2021, 5:00 PM there is /),
    },
  ];
  expect(response).toMatchObject({ dueAt: '2021-01-15T14:00', isSuggested: true, flags });
  const [added] = await add([response!]);
  expect(added).toMatchObject({ endsAt: '2021-01-15T22:00:00.000Z', flags });
  expect((await propose())[0]).toMatchObject({ isAdded: true });
});

test('a printed weekday that is wrong, and a midnight that may be either, are told and not ticked', async () => {
  await addEntry(6, 'ORDER: Response due by Monday, January 19, 2021.', '2021-01-12');
  await addEntry(7, 'ORDER: Reply due by midnight on January 21, 2021.', '2021-01-12');
  const printed = (await propose()).filter(({ kind }) => kind === 'printed');
  expect(printed).toMatchObject([
    {
      due: '2021-01-19',
      isSuggested: false,
      flags: [
        {
          code: 'PRINTED_UNCLEAR',
          message: 'Printed as a Monday, but the date is Tuesday, January 19, 2021. Check which is meant.',
        },
      ],
    },
    { due: '2021-01-21', isSuggested: false, flags: [{ code: 'PRINTED_UNCLEAR' }] },
  ]);
});

test('what a date is called ends before the words that lead to the date', async () => {
  await addEntry(6, 'ORDER: Response due not later than January 19, 2021.', '2021-01-12');
  await addEntry(7, 'ORDER: The restraining order is extended up to and including 1/26/2021.', '2021-01-12');
  const printed = (await propose()).filter(({ kind }) => kind === 'printed');
  expect(printed.map(({ deadline }) => deadline.title)).toEqual([
    'Response',
    'The restraining order is extended',
  ]);
});

test('a date before its own entry, or ages after it, is told and not ticked', async () => {
  await addEntry(6, 'ORDER: Response due by January 19, 2020.', '2021-01-12');
  await addEntry(7, 'ORDER: Reply due by January 21, 2201.', '2021-01-12');
  const printed = (await propose()).filter(({ kind }) => kind === 'printed');
  const message = (words: string) => [{ code: 'PRINTED_UNCLEAR', message: expect.stringContaining(words) }];
  expect(printed).toMatchObject([
    {
      due: '2020-01-19',
      isSuggested: false,
      flags: message('before its own entry of Tuesday, January 12, 2021'),
    },
    { due: '2201-01-21', isSuggested: false, flags: message('more than 6 years after its entry') },
  ]);
});

test('what an order makes due by words without a day is asked for, and not added on the day of the order', async () => {
  await addEntry(6, 'ORDER: Northgate shall respond within 7 days of service of this order.', '2021-01-12');
  const [asked] = await propose();
  expect(asked).toMatchObject({
    kind: 'printed',
    computed: null,
    isSuggested: false,
    quote: 'Northgate shall respond within 7 days of service of this order',
    deadline: { source: 'printed', printed: null },
    flags: [{ code: 'TRIGGER_UNDATED', message: expect.stringContaining('no day that can be read') }],
  });
  await expect(add([asked!])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const at = '2021-01-20';
  await t.client['deadlines.add']({
    matterId,
    deadlines: [{ ...asked!.deadline, source: 'hand', trigger: { kind: 'date', event: 'other', at } }],
  });
  expect((await propose())[0]).toMatchObject({ isAdded: true });
});

test('what is due “tomorrow” is dated by its entry, and known again once it is added or was dated by hand', async () => {
  await addEntry(6, 'ORDER: Response due by noon tomorrow. Reply due by Friday at 5:00 p.m.', '2021-01-12');
  const [response, reply] = await propose();
  expect(response).toMatchObject({ dueAt: '2021-01-13T12:00', isSuggested: true, flags: [] });
  expect(reply).toMatchObject({ dueAt: '2021-01-15T17:00', isSuggested: false });
  expect(reply!.flags[0]!.message).toContain('first such day from the entry’s own');
  const [added] = await add([response!]);
  expect(added).toMatchObject({ dueAt: '2021-01-13T12:00' });
  await t.client['deadlines.add']({
    matterId,
    deadlines: [{ ...reply!.deadline, source: 'hand', printed: null }],
  });
  expect((await propose()).map(({ isAdded }) => isAdded)).toEqual([true, true]);
});

test('an extended restraining order ends when its order says, and is never counted from the day it was extended', async () => {
  await addEntry(5, 'TEMPORARY RESTRAINING ORDER. (Entered: 01/12/2021)', '2021-01-12');
  await addEntry(9, 'ORDER granting 8 Motion to Extend Temporary Restraining Order.', '2021-01-19');
  const asked = of(await propose(), 'tro_extension');
  expect(asked).toMatchObject({
    computed: null,
    isSuggested: false,
    flags: [{ code: 'TRIGGER_UNDATED', message: expect.stringContaining('would have expired without') }],
  });
  await expect(add([asked!])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const trigger = { ...asked!.deadline.trigger, at: '2021-01-26' };
  const [added] = await t.client['deadlines.add']({
    matterId,
    deadlines: [{ ...asked!.deadline, trigger }],
  });
  expect(added).toMatchObject({ triggerAt: '2021-01-26', due: '2021-02-09' });

  await addEntry(11, 'ORDER: the TRO is extended until 5:00 p.m. on February 3, 2021.', '2021-01-20');
  const printed = (await propose()).filter(({ entryNumber }) => entryNumber === '11');
  expect(printed).toMatchObject([{ kind: 'printed', dueAt: '2021-02-03T17:00', flags: [] }]);
});

test('what an order counts from itself is counted by Rule 6, and is known again once it is added', async () => {
  await addEntry(5, 'ORDER: Northgate shall respond within 5 days of this order.', '2021-01-12');
  const [own] = await propose();
  expect(own).toMatchObject({ kind: 'rule', due: '2021-01-19', isSuggested: true, flags: [] });
  expect(own!.deadline).toMatchObject({ source: 'order', rule: null, trigger: { event: 'order_entered' } });
  const [added] = await add([own!]);
  expect(added).toMatchObject({ due: '2021-01-19', triggerAt: '2021-01-12' });
  expect(await propose()).toMatchObject([{ isAdded: true, isSuggested: false }]);
});

test('an extension that is given by its length alone is asked for once', async () => {
  await addEntry(5, 'ORDER granting a 14-day extension of the TRO', '2021-01-19');
  await addEntry(6, 'ORDER granting 4 Motion for a 14-day extension of time to answer', '2021-01-19');
  const proposals = await propose();
  expect(
    proposals.map(({ entryNumber, computed, flags: [flag] }) => [entryNumber, computed, flag?.code]),
  ).toEqual([
    ['6', null, 'TRIGGER_UNDATED'],
    ['5', null, 'TRIGGER_UNDATED'],
  ]);
});

test('the end of a restraining order asks for the hour until it is given, or an order sets the end', async () => {
  await addEntry(5, 'TEMPORARY RESTRAINING ORDER. (Entered: 01/12/2021)', '2021-01-12');
  const [{ id, trigger, due, dueAt, flags }] = (await add([of(await propose(), 'tro_cap')!])) as [Deadline];
  const asked = expect.stringContaining('give the hour');
  expect([due, dueAt, flags]).toEqual(['2021-01-26', null, [{ code: 'HOUR_UNKNOWN', message: asked }]]);
  const fields = { trigger: { ...trigger, at: '2021-01-12T09:30' } };
  expect(await t.client['deadlines.update']({ matterId, id, fields })).toMatchObject({
    dueAt: '2021-01-26T09:30',
    flags: [],
  });
  await t.client['deadlines.update']({ matterId, id, fields: { trigger } });
  const order = { matterId, id, due: '2021-01-20T17:00', entryId: null, note: '' };
  expect(await t.client['deadlines.override'](order)).toMatchObject({
    dueAt: '2021-01-20T17:00',
    flags: [],
  });
});

test('an amended restraining order is not counted from the day it was amended', async () => {
  await addEntry(5, 'TEMPORARY RESTRAINING ORDER. (Entered: 01/12/2021)', '2021-01-12');
  await addEntry(9, 'AMENDED TEMPORARY RESTRAINING ORDER. (Entered: 01/19/2021)', '2021-01-19');
  const caps = (await propose()).filter(({ deadline }) => deadline.rule?.id === 'tro_cap');
  const asked = caps.find(({ entryNumber }) => entryNumber === '9')!;
  expect(asked).toMatchObject({ computed: null, isSuggested: false, flags: [{ code: 'TRIGGER_UNDATED' }] });
  expect(caps.find(({ entryNumber }) => entryNumber === '5')).toMatchObject({ due: '2021-01-26' });
  await expect(add([asked])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const trigger = { ...asked.deadline.trigger, at: '2021-01-12' };
  const [added] = await t.client['deadlines.add']({ matterId, deadlines: [{ ...asked.deadline, trigger }] });
  expect(added).toMatchObject({ triggerAt: '2021-01-12', due: '2021-01-26' });
});

test('an end that a restraining order prints past the rule’s maximum is told and not ticked', async () => {
  const text = 'TEMPORARY RESTRAINING ORDER. It shall expire on';
  await addEntry(5, `${text} February 5, 2021. (Entered: 01/12/2021)`, '2021-01-12');
  const [late] = await propose();
  expect(late).toMatchObject({ due: '2021-02-05', isSuggested: false });
  expect(late!.flags.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('allows at most until Tuesday, January 26, 2021'),
  );
  await addEntry(6, `${text} January 22, 2021. (Entered: 01/12/2021)`, '2021-01-12');
  expect((await propose()).find(({ entryNumber }) => entryNumber === '6')).toMatchObject({
    due: '2021-01-22',
    isSuggested: true,
  });
});

test('what a later order vacates is told and not ticked, and says so where it is added all the same', async () => {
  await addEntry(
    10,
    'ORDER: Response due by 1/19/2021. Motion Hearing set for 1/22/2021 at 9:00 AM.',
    '2021-01-12',
  );
  const printed = async () => (await propose()).filter(({ kind }) => kind === 'printed');
  expect((await printed()).map(({ isSuggested }) => isSuggested)).toEqual([true, true]);
  await addEntry(14, 'ORDER VACATING 10 Order. Signed by Judge Bo Lim.', '2021-01-12');
  expect(await printed()).toMatchObject([
    { isSuggested: false, flags: [{ code: 'DOUBTED', message: expect.stringContaining('Entry 14 says') }] },
    { isSuggested: false, flags: [{ code: 'DOUBTED' }] },
  ]);
  const [added] = await add((await printed()).slice(0, 1));
  expect(added!.note).toContain('Entry 14 says');
});

test('what is past is proposed and not ticked', async () => {
  await addEntry(1, 'COMPLAINT by Fairwater LLC.', '2020-01-06');
  expect(of(await propose(), 'serve')).toMatchObject({ due: '2020-04-06', isSuggested: false });
});

test('of a service without its day nothing is counted and nothing ticked', async () => {
  await addEntry(2, 'SUMMONS Returned Executed by Fairwater LLC as to Northgate Hosting, Inc.', '2021-01-12');
  const answer = of(await propose(), 'answer');
  expect(answer).toMatchObject({ computed: null, isSuggested: false });
  expect(answer?.flags.map(({ code }) => code)).toEqual(['TRIGGER_UNDATED']);
  await expect(add([answer!])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const trigger = { ...answer!.deadline.trigger, at: '2021-01-09' };
  const [known] = await t.client['deadlines.add']({
    matterId,
    deadlines: [{ ...answer!.deadline, trigger }],
  });
  expect(known).toMatchObject({ triggerAt: '2021-01-09', due: '2021-02-01' });
});

test('proposals of chosen entries still know that the case was removed', async () => {
  await addEntry(
    1,
    'NOTICE OF REMOVAL from King County Superior Court by Northgate Hosting, Inc.',
    '2021-01-11',
  );
  const served = await addEntry(
    2,
    'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 1/11/2021.',
    '2021-01-12',
  );
  const proposals = await t.client['deadlines.propose']({ matterId, entryIds: [served] });
  expect(new Set(proposals.map(({ entryNumber }) => entryNumber))).toEqual(new Set(['2']));
  expect(of(proposals, 'answer')).toBeUndefined();
  expect(of(proposals, 'removed_answer_summons')).toBeDefined();
});

test('of periods that compete, the one that does not count says so and is not ticked at first', async () => {
  await t.client['docket.add']({
    matterId,
    entries: [
      {
        number: 1,
        text: 'NOTICE OF REMOVAL from Superior Court by Northgate Hosting, Inc.',
        filedOn: '2021-01-04',
      },
      {
        number: 2,
        text: 'SUMMONS Returned Executed. Northgate Hosting, Inc. served on 1/11/2021. (Vale, Robin)',
        filedOn: '2021-01-12',
      },
    ],
  });
  const answers = (await t.client['deadlines.propose']({ matterId })).filter(({ deadline }) =>
    deadline.rule?.id.startsWith('removed_answer'),
  );
  const told = answers.map(({ due, flags, isSuggested }) => ({
    due,
    isSuggested,
    messages: flags.map(({ message }) => message),
  }));
  expect(told).toEqual([
    {
      due: '2021-01-11',
      isSuggested: false,
      messages: [expect.stringContaining('takes the latest of several periods')],
    },
    { due: '2021-02-01', isSuggested: true, messages: [] },
  ]);
});

test('what an order counts from a date that it prints keeps to that date once it is added', async () => {
  await addEntry(
    3,
    'ORDER: TRO hearing set for 1/25/2021 at 10:00 AM. Response due 24 hours before the hearing. Opposition to 2 due 1/20/2021; reply 2 days thereafter.',
    '2021-01-12',
  );
  const proposals = (await propose()).filter(({ kind }) => kind === 'rule');
  expect(proposals.map(({ due, dueAt, isSuggested }) => [dueAt ?? due, isSuggested])).toEqual([
    ['2021-01-22T10:00', true],
    ['2021-01-22', false],
  ]);
  const added = await add(proposals);
  expect(added.map(({ due, dueAt }) => dueAt ?? due)).toEqual(['2021-01-22T10:00', '2021-01-22']);
  expect(added[1]!.trigger).toMatchObject({ kind: 'date', event: 'opposition_due', at: '2021-01-20' });
  expect((await propose()).filter(({ kind }) => kind === 'rule').every(({ isAdded }) => isAdded)).toBe(true);

  // An opposition that is filed sooner starts the reply's time sooner than the one that was added.
  await addEntry(4, 'OPPOSITION re 2 MOTION for TRO by Northgate Hosting, Inc.', '2021-01-15');
  await addEntry(2, 'MOTION for TRO by Fairwater LLC.', '2021-01-11');
  const sooner = (await propose()).filter(({ deadline }) => /^reply/i.test(deadline.title));
  expect(sooner.map(({ due, isAdded }) => [due, isAdded])).toContainEqual(['2021-01-19', false]);
  await add(sooner);
  expect(
    (await propose())
      .filter(({ deadline }) => /^reply 2/i.test(deadline.title))
      .every(({ isAdded }) => isAdded),
  ).toBe(true);
});
