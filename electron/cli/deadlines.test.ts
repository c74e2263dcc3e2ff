import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json, errorOf } = createTerminal();
let matter: string;
beforeEach(() => {
  matter = at('x.matter');
});

function write(name: string, content: unknown): string {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
}

describe('rules', () => {
  test('are listed with what they run from, by pack, court and day', async () => {
    const rules = (await json('deadlines', 'rules', '--pack', 'frcp')) as { id: string; pack: string }[];
    expect(rules.find(({ id }) => id === 'answer')).toMatchObject({
      pack: 'frcp',
      trigger: 'summons_served',
      unit: 'days',
      direction: 'after',
    });
    const local = (await json('deadlines', 'rules', '--court', 'wawd', '--on', '2021-01-11')) as {
      id: string;
      pack: string;
    }[];
    const ids = local.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(local.map(({ pack }) => pack))).toEqual(new Set(['frcp', 'frap', 'wawd']));
    expect(await errorOf('deadlines', 'rules', '--pack', 'none')).toMatchObject({
      exit: 3,
      code: 'NOT_FOUND',
      message: expect.stringMatching(
        /^There is no rule pack “none”. Name one of frap, frcp, azd, .*, wawd\.$/,
      ),
    });
    expect(await errorOf('deadlines', 'rules', '--court', 'wwd')).toMatchObject({
      exit: 2,
      message: 'Some of the values cannot be used: there is no court “wwd”; write it like wawd.',
    });
  });

  test('of one’s own can be added and removed', async () => {
    const pack = {
      id: 'ours',
      title: 'House rules',
      version: '1',
      regime: 'frcp',
      courts: [],
      description: '',
      rules: [
        {
          id: 'house_answer',
          cite: 'House rule 1',
          title: 'House answer',
          trigger: 'other',
          triggerText: 'any day',
          kind: 'period',
          count: 3,
          unit: 'days',
          direction: 'after',
          isFromService: false,
          isExtendable: true,
          actor: 'any',
          combine: null,
          effectiveFrom: null,
          effectiveTo: null,
          source: 'ourselves',
          confidence: 'unverified',
          note: '',
        },
      ],
    };
    await json('deadlines', 'pack', 'add', write('ours.json', pack));
    const answer = await json(
      'deadlines',
      'compute',
      '--trigger',
      '2021-01-11',
      '--rule',
      'ours.house_answer',
      '--state',
      'WA',
    );
    expect(answer.due).toBe('2021-01-14');
    expect(answer.warnings.map(({ code }: { code: string }) => code)).toEqual(['RULE_UNCONFIRMED']);
    await json('deadlines', 'pack', 'remove', 'ours');
    expect(
      await errorOf('deadlines', 'compute', '--trigger', '2021-01-11', '--rule', 'house_answer'),
    ).toMatchObject({ code: 'DEADLINE_RULE_NOT_FOUND' });
  });
});

describe('in a matter', () => {
  const title = 'Fairwater LLC v. Northgate Hosting, Inc.';
  const create = () => json('matter', 'create', matter, '--title', title, '--court', 'wawd');
  const docket = (entries: unknown) => json('docket', 'add', matter, '--from', write('e.json', entries));
  const listed = () => json('deadlines', 'list', matter);

  test('a deadline is added by its rule, follows its entry, is set by an order and done', async () => {
    await create();
    await docket([
      { number: 1, text: 'COMPLAINT', filedOn: '2021-01-11' },
      { number: 2, text: 'ORDER', filedOn: '2021-01-12' },
    ]);
    const [added] = await json('deadlines', 'add', matter, '--rule', 'serve', '--entry', '1');
    expect(added).toMatchObject({
      title: 'Serve the summons and complaint',
      due: '2021-04-12',
      trigger: { kind: 'entry', event: 'complaint_filed', at: '2021-01-11' },
      status: 'open',
    });
    const [set] = await json(
      'deadlines',
      'override',
      matter,
      added.id,
      '--due',
      '2021-03-01T17:00',
      '--entry',
      '2',
    );
    expect(set).toMatchObject({
      dueAt: '2021-03-01T17:00',
      overriddenBy: { due: '2021-03-01T17:00' },
      computed: { due: '2021-04-12' },
    });
    const [done] = await json('deadlines', 'done', matter, added.id, '--at', '2021-02-26', '--entry', '2');
    expect(done).toMatchObject({ status: 'done', proof: { at: '2021-02-26' } });
    expect(await listed()).toEqual([done]);
    expect(await json('deadlines', 'list', matter, '--open')).toEqual([]);
    const { stdout } = await run('deadlines', 'list', matter);
    expect(stdout).toContain('Counsel must confirm every date.');
  });

  test('deadlines come from a file, and run from one another', async () => {
    await create();
    const period = { count: 14, unit: 'days', direction: 'after', isCap: false };
    const trigger = { kind: 'date', event: 'motion_filed', at: '2021-01-11' };
    const [first] = await json(
      'deadlines',
      'add',
      matter,
      '--from',
      write('d.json', [{ title: 'Opposition', trigger, period }]),
    );
    expect(first).toMatchObject({ title: 'Opposition', due: '2021-01-25' });
    const [reply] = await json(
      'deadlines',
      'add',
      matter,
      '--title',
      'Reply',
      '--deadline',
      first.id,
      '--count',
      '7',
      '--unit',
      'days',
      '--direction',
      'after',
    );
    expect(reply.due).toBe('2021-02-01');
    await json('deadlines', 'override', matter, first.id, '--due', '2021-01-20');
    expect((await listed())[1]).toMatchObject({ moved: { from: '2021-02-01', to: '2021-01-27' } });
    await json('deadlines', 'acknowledge', matter);
    expect((await listed())[1].moved).toBeNull();
    await json('deadlines', 'delete', matter, first.id);
    expect(await listed()).toMatchObject([{ due: '2021-01-27', flags: [{ code: 'TRIGGER_GONE' }] }]);
  });

  test('a deadline of a file may be written as an item of a batch', async () => {
    await create();
    const plain = { title: 'Serve', trigger: '2021-01-11', count: 14, unit: 'days', direction: 'after' };
    const file = write('plain.json', [
      plain,
      { title: 'Hearing', trigger: '2021-01-14T10:00', unit: 'fixed' },
    ]);
    expect(await json('deadlines', 'add', matter, '--from', file)).toMatchObject([
      { title: 'Serve', due: '2021-01-25' },
      { title: 'Hearing', dueAt: '2021-01-14T10:00' },
    ]);
    const { unit: _unit, ...withoutUnit } = plain;
    const refused = await errorOf('deadlines', 'add', matter, '--from', write('bad.json', [withoutUnit]));
    expect(refused).toMatchObject({ exit: 2, code: 'INVALID_INPUT' });
  });

  test('a period of one’s own is counted as the matter’s court counts', async () => {
    const period = ['--trigger', '2021-01-11', '--count', '14', '--unit', 'days', '--direction', 'after'];
    const file = write('plain.json', [
      { title: 'Two', trigger: '2021-01-11', count: 14, unit: 'days', direction: 'after' },
    ]);
    for (const [court, regime] of [
      ['ca9', 'frap'],
      ['wawd', 'frcp'],
    ] as const) {
      matter = at(`${court}.matter`);
      await json('matter', 'create', matter, '--title', 'Appeal', '--court', court);
      const [one] = await json('deadlines', 'add', matter, '--title', 'One', ...period);
      const [two] = await json('deadlines', 'add', matter, '--from', file);
      expect([one.regime, two.regime]).toEqual([regime, regime]);
    }
  });

  test('a deadline runs from one thing only', async () => {
    await create();
    const options = ['--rule', 'answer', '--entry', '1', '--deadline', 'some'];
    expect(await errorOf('deadlines', 'add', matter, ...options)).toMatchObject({
      exit: 2,
      message: expect.stringContaining('--entry or --deadline'),
    });
  });

  test('what the docket proposes is listed, then added once', async () => {
    await create();
    await docket([
      { number: 1, text: 'COMPLAINT against Northgate Hosting, Inc.', filedOn: '2099-01-12' },
      {
        number: 2,
        text: 'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 1/13/2099, answer due 2/3/2099.',
        filedOn: '2099-01-14',
      },
    ]);
    const proposals = (await json('deadlines', 'propose', matter)) as {
      key: string;
      kind: string;
      due: string;
      isAdded: boolean;
      isSuggested: boolean;
      deadline: { title: string };
    }[];
    const printed = proposals.find(({ kind }) => kind === 'printed');
    expect(printed).toMatchObject({ due: '2099-02-03', isSuggested: true, isAdded: false });
    const star = '* is what “deadlines add --proposed” adds.';
    expect((await run('deadlines', 'propose', matter)).stdout).toContain(star);
    const added = await json('deadlines', 'add', matter, '--proposed');
    expect(added).toHaveLength(proposals.filter(({ isSuggested }) => isSuggested).length);
    const again = (await json('deadlines', 'propose', matter)) as typeof proposals;
    expect(again.find(({ key }) => key === printed!.key)?.isAdded).toBe(true);
    expect(await json('deadlines', 'add', matter, '--proposed')).toEqual([]);
    expect((await run('deadlines', 'propose', matter)).stdout).not.toContain(star);
  });

  test('what speaks against a date that a rule counts is told with the proposals', async () => {
    await create();
    await docket([
      { number: 3, text: 'TEMPORARY RESTRAINING ORDER. Signed by Judge Bo Lim', filedOn: '2099-01-12' },
      { number: 4, text: 'ORDER: The TRO is extended to January 30, 2099.', filedOn: '2099-01-20' },
    ]);
    const { stdout } = await run('deadlines', 'propose', matter);
    expect(stdout).toContain(
      'Temporary restraining order expires: Entry 4 says “ORDER: The TRO is extended to January 30, 2099”.',
    );
  });

  test('a day added to the court’s calendar moves what is due on it until it is removed', async () => {
    await create();
    const period = ['--count', '21', '--unit', 'days', '--direction', 'after'];
    await json('deadlines', 'add', matter, '--title', 'Answer', '--trigger', '2021-01-11', ...period);
    const day = await json(
      'deadlines',
      'day',
      'add',
      matter,
      '2021-02-01',
      '--kind',
      'closed',
      '--name',
      'Snow',
    );
    expect(await listed()).toMatchObject([{ due: '2021-02-02', moved: { from: '2021-02-01' } }]);
    expect(await json('deadlines', 'day', 'list', matter)).toEqual([day]);
    await json('deadlines', 'day', 'delete', matter, day.id);
    expect(await listed()).toMatchObject([{ due: '2021-02-01', moved: null }]);
  });

  test('deadlines go to other calendars and on a control sheet', async () => {
    await create();
    await json(
      'deadlines',
      'add',
      matter,
      '--title',
      'Answer',
      '--trigger',
      '2021-01-11',
      '--count',
      '21',
      '--unit',
      'days',
      '--direction',
      'after',
    );
    const out = relative(process.cwd(), at('d.ics'));
    expect(await json('deadlines', 'ics', matter, '--out', out)).toEqual({ events: 1, path: at('d.ics') });
    expect(readFileSync(at('d.ics'), 'utf8')).toContain('BEGIN:VEVENT');
    expect((await run('deadlines', 'ics', matter)).stdout).toMatch(/^BEGIN:VCALENDAR/);
    expect(await json('deadlines', 'sheet', matter, '--out', at('sheet.pdf'))).toMatchObject({ pages: 1 });
  });

  test.each([
    [['--title', 'x'], 'INVALID_INPUT'],
    [['--rule', 'serve', '--entry', '9'], 'NOT_FOUND'],
    [['--rule', 'wawd_tro_response', '--trigger', '2021-01-11'], 'DEADLINE_NEEDS_MINUTE'],
  ])('refuses %j', async (argv, code) => {
    await create();
    expect(await errorOf('deadlines', 'add', matter, ...argv)).toMatchObject({ code });
  });
});
