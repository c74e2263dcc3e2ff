import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, runWith, json, errorOf } = createTerminal();
const vectorsFile = join(import.meta.dirname, '../../../shared/domain/deadline-vectors.json');

function write(name: string, content: unknown): string {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
}

const compute = (...argv: string[]) => json('deadlines', 'compute', ...argv);
const fortyEightHours = ['--count', '48', '--unit', 'hours', '--direction', 'after'];

describe('compute', () => {
  test('counts a period with its steps, its zone from the state', async () => {
    const answer = await compute('--trigger', '2021-01-14T16:30', ...fortyEightHours, '--state', 'WA');
    expect(answer).toMatchObject({
      due: '2021-01-19',
      dueAt: '2021-01-19T16:30',
      timezone: 'America/Los_Angeles',
      endsAt: '2021-01-20T00:30:00.000Z',
    });
    expect(answer.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['count', 'roll', 'roll', 'roll']);
    expect(answer).not.toHaveProperty('rule');
  });

  test('a day has no dueAt', async () => {
    const answer = await compute(
      '--trigger',
      '2021-01-11',
      '--rule',
      'answer',
      '--court',
      'wawd',
      '--service',
      'rule4_personal',
    );
    expect(answer).toMatchObject({ due: '2021-02-01', rule: { id: 'answer', pack: 'frcp', count: 21 } });
    expect(answer).not.toHaveProperty('dueAt');
  });

  test('a rule of one court is counted at that court where no place is given', async () => {
    const options = ['--trigger', '2021-01-14T16:30', '--rule', 'wawd_tro_response'];
    expect(await compute(...options)).toMatchObject({
      dueAt: '2021-01-19T16:30',
      timezone: 'America/Los_Angeles',
      warnings: [],
    });
    expect(await compute(...options, '--timezone', 'America/New_York')).toMatchObject({
      timezone: 'America/New_York',
    });
  });

  test('what a rule’s own note says is read beside its date', async () => {
    const options = ['--trigger', '2024-11-15', '--rule', 'safe_harbor_filing', '--court', 'cand'];
    const { stdout } = await run('deadlines', 'compute', ...options);
    expect(stdout).toContain('The rule: If the challenged paper was not withdrawn or corrected');
  });

  test.each([
    // Day 21 is a Saturday and goes on to Monday: the safe harbor runs until its end.
    ['safe_harbor_filing', '2021-01-09', 'Tue, Feb 2, 2021'],
    ['safe_harbor_filing', '2021-01-11', 'Tue, Feb 2, 2021'],
    ['early_rfp', '2021-01-15', 'Sat, Feb 6, 2021'],
  ])(
    'what may be done only after a period is for the day after its end: %s from %s',
    async (rule, on, first) => {
      const { stdout } = await run(
        'deadlines',
        'compute',
        '--trigger',
        on,
        '--rule',
        rule,
        '--court',
        'cand',
      );
      expect(stdout).toMatch(new RegExp(`^On or after ${first}\n`));
    },
  );

  test('a rule may be named with its pack, and its version is that of the day', async () => {
    const options = ['--trigger', '2009-11-02T10:00', '--state', 'WA'];
    const old = await compute(...options, '--rule', 'frcp.tro_cap');
    expect(old).toMatchObject({ dueAt: '2009-11-12T10:00', rule: { count: 10 } });
    const later = await compute(...options, '--rule', 'tro_cap', '--on', '2021-01-11');
    expect(later).toMatchObject({ dueAt: '2009-11-16T10:00', rule: { count: 14 } });
  });

  test('mail adds three days only where the period runs from service', async () => {
    const options = ['--trigger', '2021-03-01', '--state', 'WA', '--service', 'mail'];
    expect(await compute(...options, '--rule', 'discovery_resp')).toMatchObject({ due: '2021-04-05' });
    const judgment = await compute(...options, '--rule', 'alter');
    expect(judgment.due).toBe('2021-03-29');
    expect(judgment.warnings.map(({ code }: { code: string }) => code)).toContain('SERVICE_ADDS_NOTHING');
  });

  test('a cap keeps its hour and is not rolled', async () => {
    const answer = await compute(
      '--trigger',
      '2024-11-15T10:30',
      '--count',
      '14',
      '--unit',
      'days',
      '--direction',
      'after',
      '--cap',
      '--state',
      'WA',
    );
    expect(answer.dueAt).toBe('2024-11-29T10:30');
    expect(answer.alternatives).not.toEqual([]);
  });

  test('a day on which the clerk’s office was closed is passed', async () => {
    const options = ['--trigger', '2021-01-11', '--count', '21', '--unit', 'days', '--direction', 'after'];
    const answer = await compute(...options, '--state', 'WA', '--closed', '2021-02-01,2021-02-02');
    expect(answer.due).toBe('2021-02-03');
  });

  test('the appellate rules also count the holidays of the circuit clerk’s state', async () => {
    // Cesar Chavez Day is a holiday of California, not of Washington.
    const options = ['--trigger', '2021-03-01', '--count', '30', '--unit', 'days', '--direction', 'after'];
    expect((await compute(...options, '--state', 'WA', '--regime', 'frcp')).due).toBe('2021-03-31');
    expect((await compute(...options, '--state', 'WA', '--regime', 'frap', '--circuit', '9')).due).toBe(
      '2021-04-01',
    );
    expect((await compute(...options, '--court', 'wawd', '--regime', 'frap')).due).toBe('2021-04-01');
    for (const [where, missing] of [
      [['--state', 'WA'], 'where the circuit’s clerk sits'],
      [['--circuit', '9'], 'of the district court'],
      [['--court', 'ca9'], 'of the district court'],
    ] as const) {
      const { warnings } = await compute(...options, ...where, '--regime', 'frap');
      const said = { code: 'STATE_UNKNOWN', message: expect.stringContaining(missing) };
      expect(warnings).toContainEqual(said);
    }
  });

  test('a period in a court of appeals is one of the appellate rules, unless another is asked for', async () => {
    const options = ['--trigger', '2021-03-01', '--count', '30', '--unit', 'days', '--direction', 'after'];
    const { due, steps } = await compute(...options, '--court', 'ca9');
    expect([due, steps[0]?.cite]).toEqual(['2021-04-01', 'Fed. R. App. P. 26(a)(1)(A)']);
    const asked = await compute(...options, '--court', 'ca9', '--regime', 'frcp');
    expect(asked.steps[0]?.cite).toBe('Fed. R. Civ. P. 6(a)(1)(A)');
  });

  test('a paper for the court of appeals is due by its clerk’s midnight, a notice of appeal is not', async () => {
    const of = (...options: string[]) => compute('--trigger', '2026-12-14', ...options);
    const clerk = { court: 'ca9', timezone: 'America/Los_Angeles' };
    const endsAt = '2026-12-25T08:00:00.000Z';
    expect(await of('--rule', 'frap_motion_response', '--court', 'hid')).toMatchObject({
      due: '2026-12-24',
      dueAt: '2026-12-24T22:00',
      timezone: 'Pacific/Honolulu',
      clerk,
      endsAt,
    });
    const guam = await of('--rule', 'frap_motion_response', '--court', 'gud');
    expect(guam).toMatchObject({ due: '2026-12-24', timezone: 'Pacific/Guam', clerk, endsAt });
    expect(guam).not.toHaveProperty('dueAt');
    const alabama = ['--state', 'AL', '--timezone', 'America/Chicago', '--circuit', '11'];
    for (const options of [
      ['--rule', 'frap_motion_response', ...alabama],
      ['--rule', 'rehearing', '--court', 'alnd'],
    ])
      expect((await of(...options)).dueAt).toMatch(/T23:00$/);
    expect(await of('--rule', 'frap_motion_response', '--court', 'wawd')).not.toHaveProperty('dueAt');
    for (const property of ['dueAt', 'clerk'])
      expect(await of('--rule', 'appeal', '--court', 'hid')).not.toHaveProperty(property);
    // Where only the circuit is known, its clerk's clock is the one that counts.
    expect(await of('--rule', 'frap_motion_response', '--circuit', '9')).toMatchObject({
      timezone: 'America/Los_Angeles',
      endsAt,
    });
  });

  test('a period of the appellate rules without a rule is told what ends earlier if its paper goes there', async () => {
    const options = ['--trigger', '2026-12-14', '--count', '10', '--unit', 'days', '--direction', 'after'];
    const { warnings } = await compute(...options, '--court', 'hid', '--regime', 'frap');
    const message = expect.stringContaining('here Thursday, December 24, 2026, 10:00 PM');
    expect(warnings).toContainEqual({ code: 'CHECK', message });
    for (const more of [
      ['--court', 'gud', '--regime', 'frap'],
      ['--court', 'hid'],
    ])
      expect((await compute(...options, ...more)).warnings).toEqual([]);
  });

  test('reads by whose clock the day of a paper for the court of appeals ends', async () => {
    const of = async (court: string) => {
      const options = ['--trigger', '2026-12-14', '--rule', 'frap_motion_response', '--court', court];
      return (await run('deadlines', 'compute', ...options)).stdout;
    };
    expect(await of('hid')).toContain(
      'Due Thu, Dec 24, 2026, 10:00 PM HST (circuit clerk’s clock: America/Los_Angeles)',
    );
    expect(await of('gud')).toContain(
      'Due Thu, Dec 24, 2026, until Fri, Dec 25, 2026, 6:00 PM ChST (circuit clerk’s clock: America/Los_Angeles)',
    );
    expect(await of('wawd')).toContain(
      'Due Thu, Dec 24, 2026, until midnight (circuit clerk’s clock: America/Los_Angeles)',
    );
  });

  test('a circuit there is none of is refused under every regime, with those there are', async () => {
    const options = ['--trigger', '2021-01-11', '--count', '14', '--unit', 'days', '--direction', 'after'];
    for (const regime of [[], ['--regime', 'frap']])
      for (const circuit of ['99', '9th', ''])
        expect(
          await errorOf('deadlines', 'compute', ...options, ...regime, '--circuit', circuit),
        ).toMatchObject({
          exit: 2,
          code: 'INVALID_INPUT',
          message: expect.stringContaining(
            `there is no circuit “${circuit}”; the circuits are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, DC, FED`,
          ),
        });
    for (const circuit of ['9', 'ca9', 'dc', 'Fed'])
      expect((await compute(...options, '--circuit', circuit)).due).toBe('2021-01-25');
  });

  test('what is refused by the engine has its details, as what the command line refuses', async () => {
    const options = ['--trigger', '2021-01-11', '--count', '14', '--unit', 'days', '--direction', 'after'];
    const { stderr } = await run('deadlines', 'compute', ...options, '--state', 'ZZ', '--json');
    const { error } = JSON.parse(stderr) as { error: unknown };
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      details: { summary: '“ZZ” is no state or territory; a state is named by two letters, like WA' },
    });
  });

  test('a state in full and a zone in three letters are refused with how they are written', async () => {
    const options = ['--trigger', '2021-07-11T17:00', ...fortyEightHours];
    const refusal = async (...place: string[]) =>
      (await run('deadlines', 'compute', ...options, ...place)).stderr;
    expect(await refusal('--state', 'Washington')).toContain('a state is named by two letters, like WA');
    expect(await refusal('--circuit', 'Ninth')).toContain(
      'there is no circuit “Ninth”; the circuits are 1, 2',
    );
    // By EST the clock of New York would be an hour off in July.
    expect(await refusal('--timezone', 'EST')).toContain(
      '--timezone: a zone is named like America/New_York.',
    );
  });

  test('a court that ends the day early is counted to its hour', async () => {
    const options = ['--trigger', '2026-03-02', '--count', '14', '--unit', 'days', '--direction', 'after'];
    const answer = await compute(...options, '--court', 'ded');
    expect(answer).toMatchObject({
      due: '2026-03-16',
      dueAt: '2026-03-16T17:00',
      endsAt: '2026-03-16T21:00:00.000Z',
      alternatives: [{ due: '2026-03-16', cite: 'D. Del. CM/ECF Procedures (F)' }],
    });
    expect(await compute(...options, '--state', 'DE')).not.toHaveProperty('dueAt');
  });

  test('three days that are not added to hours from service are told of, and why', async () => {
    const options = ['--trigger', '2025-03-04T10:00', '--rule', 'wawd_tro_response', '--service', 'mail'];
    const { dueAt, warnings } = await compute(...options);
    expect(dueAt).toBe('2025-03-06T10:00');
    expect(warnings).toContainEqual({
      code: 'SERVICE_ADDS_NOTHING',
      message: expect.stringContaining('not settled'),
    });
  });

  test('without any place, what depends on none is counted and the rest is asked for', async () => {
    const days = ['--trigger', '2021-01-11', '--count', '7', '--unit', 'days', '--direction', 'after'];
    const day = await compute(...days);
    expect(day.due).toBe('2021-01-19');
    expect(day.warnings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['STATE_UNKNOWN', 'CHECK']),
    );
    expect((await compute('--trigger', '2021-01-11T17:00', ...fortyEightHours)).dueAt).toBe(
      '2021-01-13T17:00',
    );
    expect(
      await errorOf('deadlines', 'compute', '--trigger', '2021-03-13T10:00', ...fortyEightHours),
    ).toMatchObject({
      exit: 2,
      code: 'INVALID_INPUT',
    });
  });

  const period = ['--count', '2', '--unit', 'hours', '--direction', 'after'];
  test.each<[string, string[], string, number]>([
    ['no trigger', period, 'INVALID_INPUT', 2],
    ['hours from a day', ['--trigger', '2021-01-11', ...period], 'DEADLINE_NEEDS_MINUTE', 2],
    ['no such day', ['--trigger', '2021-02-30', ...period], 'INVALID_INPUT', 2],
    ['a rule and a period', ['--trigger', '2021-01-11', '--rule', 'answer', ...period], 'INVALID_INPUT', 2],
    ['no such rule', ['--trigger', '2021-01-11', '--rule', 'nonsense'], 'DEADLINE_RULE_NOT_FOUND', 3],
    [
      'a rule with nothing to count',
      ['--trigger', '2021-01-11', '--rule', 'rule12b'],
      'DEADLINE_RULE_NOT_COUNTED',
      2,
    ],
    ['no such state', ['--trigger', '2021-01-11T10:00', ...period, '--state', 'ZZ'], 'INVALID_INPUT', 2],
    ['no such court', ['--trigger', '2021-01-11T10:00', ...period, '--court', 'zzzd'], 'INVALID_INPUT', 2],
    [
      'no such zone',
      ['--trigger', '2021-01-11T10:00', ...period, '--timezone', 'Mars/X'],
      'INVALID_INPUT',
      2,
    ],
    [
      'no way',
      ['--trigger', '2021-01-11', '--count', '2', '--unit', 'days', '--direction', 'up'],
      'INVALID_INPUT',
      2,
    ],
    ...['', '0x10', '1e3'].map((count): [string, string[], string, number] => [
      `“${count}” as a count`,
      ['--trigger', '2021-01-11', '--count', count, '--unit', 'days', '--direction', 'after'],
      'INVALID_INPUT',
      2,
    ]),
  ])('refuses %s', async (_name, argv, code, exit) => {
    expect(await errorOf('deadlines', 'compute', ...argv)).toMatchObject({ code, exit });
  });

  test('says how a moment is written', async () => {
    const { message } = await errorOf('deadlines', 'compute', '--trigger', 'Jan 11', ...period);
    expect(message).toContain('--trigger: a day is 2021-01-11, a minute 2021-01-11T17:00');
    for (const trigger of ['2021-02-29', '2021-02-29T17:00']) {
      const { message: none } = await errorOf('deadlines', 'compute', '--trigger', trigger, ...period);
      expect(none).toBe('Some of the values cannot be used: --trigger: the calendar has no such day.');
    }
  });

  test('reads as a sentence with its arithmetic and asks for counsel’s check', async () => {
    const options = ['--trigger', '2021-01-11', '--rule', 'answer', '--court', 'wawd'];
    const { stdout } = await run('deadlines', 'compute', ...options);
    expect(stdout).toContain('Due Mon, Feb 1, 2021, until midnight (America/Los_Angeles)');
    expect(stdout).toContain('Fed. R. Civ. P. 6(a)(1)(A)');
    expect(stdout).toContain('Counsel must confirm every date.');
  });

  test('the first moment for something is no last day', async () => {
    const { stdout } = await run(
      'deadlines',
      'compute',
      '--trigger',
      '2026-03-02',
      '--rule',
      'cand_motion_hearing',
    );
    expect(stdout).toMatch(/^On or after Mon, Apr 6, 2026\n/);
  });
});

describe('a batch', () => {
  const good = {
    id: 'A',
    rule: 'FRCP 12, in prose',
    trigger: '2021-01-11',
    unit: 'days',
    count: 21,
    direction: 'after',
    service: 'rule4_personal',
    state: 'WA',
    timezone: 'America/Los_Angeles',
    expected: 'ignored',
  };

  test('gives each item’s date, and goes on past a bad one', async () => {
    const file = write('batch.json', [
      good,
      { ...good, id: 'B', trigger: 'yesterday' },
      { ...good, id: 'C', unit: 'hours' },
      'nonsense',
      { ...good, id: 'D', trigger: '2021-01-11T17:00', count: 14, policy: 'no_roll_cap' },
      { ...good, id: 'E', inaccessible: ['2021-02-01'], circuit: null, service: null },
      { id: 'F', trigger: '2021-01-16', unit: 'fixed' },
    ]);
    const { code, stdout } = await run('deadlines', 'compute', '--batch', file, '--json');
    expect(code).toBe(7);
    const rows = JSON.parse(stdout) as {
      id: string;
      due?: string;
      dueAt?: string;
      error?: { code: string };
    }[];
    expect(rows.map(({ id, due, dueAt, error }) => [id, dueAt ?? due ?? error?.code])).toEqual([
      ['A', '2021-02-01'],
      ['B', 'INVALID_INPUT'],
      ['C', 'DEADLINE_NEEDS_MINUTE'],
      ['item 4', 'INVALID_INPUT'],
      ['D', '2021-01-25T17:00'],
      ['E', '2021-02-02'],
      ['F', '2021-01-16'],
    ]);
  });

  test('of many items is printed as one array, each item judged by itself', async () => {
    const long = 'x'.repeat(61);
    const items = Array.from({ length: 2_003 }, (_, index) => ({ ...good, id: index }));
    const bad = [
      { ...good, id: 'zone', timezone: long },
      { ...good, id: 'circuit', circuit: 123_456 },
      { ...good, id: 'date certain', unit: 'fixed', count: null, direction: null },
    ];
    const { code, stdout } = await run(
      'deadlines',
      'compute',
      '--batch',
      write('many.json', [...items, ...bad]),
      '--json',
    );
    const rows = JSON.parse(stdout) as { id: string | number; due?: string }[];
    expect([code, rows.length]).toEqual([7, 2_006]);
    expect(rows.slice(0, 2_003).every(({ id, due }, index) => id === index && due === '2021-02-01')).toBe(
      true,
    );
    expect(rows.slice(2_003).map(({ id, due }) => [id, due])).toEqual([
      ['zone', undefined],
      ['circuit', undefined],
      ['date certain', '2021-01-11'],
    ]);
    expect(await json('deadlines', 'compute', '--batch', write('none.json', []))).toEqual([]);
    const stop = new AbortController();
    const cancelled = runWith(
      { signal: stop.signal },
      'deadlines',
      'compute',
      '--batch',
      at('many.json'),
      '--json',
    );
    setImmediate(() => stop.abort(new AppError('CANCELLED')));
    expect(await cancelled).toMatchObject({ code: 130 });
  });

  test('says everything itself: an option beside it would be thought to hold for its items', async () => {
    const file = write('b.json', [{ trigger: '2021-01-11', count: 5, unit: 'days', direction: 'after' }]);
    expect(await errorOf('deadlines', 'compute', '--batch', file, '--state', 'WA')).toMatchObject({
      exit: 2,
      code: 'INVALID_INPUT',
    });
  });

  test('names the fields that it does not read, which may be misspelled', async () => {
    const file = write('b.json', [good, { ...good, servce: 'mail', cap: true }]);
    const [plain, misspelled] = (await json('deadlines', 'compute', '--batch', file)) as {
      passedOver?: string[];
    }[];
    expect([plain!.passedOver, misspelled!.passedOver]).toEqual([undefined, ['servce', 'cap']]);
    const { stdout } = await run('deadlines', 'compute', '--batch', file);
    expect(stdout).toContain('“servce” was passed over.');
  });

  test('that is no list of computations is refused', async () => {
    for (const content of ['{', '{}'])
      expect(await errorOf('deadlines', 'compute', '--batch', write('b.json', content))).toMatchObject({
        code: 'INVALID_INPUT',
      });
    expect(await errorOf('deadlines', 'compute', '--batch', at('gone.json'))).toMatchObject({
      code: 'FILE_NOT_FOUND',
      exit: 3,
    });
  });

  test('of the worked vectors gives every expected date', async (context) => {
    context.skip(!existsSync(vectorsFile), 'needs the vectors beside the checkout');
    const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { id: string; expected: string }[];
    const rows = (await json('deadlines', 'compute', '--batch', vectorsFile)) as {
      id: string;
      due: string;
      dueAt?: string;
    }[];
    expect(rows.map(({ id, due, dueAt }) => [id, dueAt ?? due])).toEqual(
      vectors.map(({ id, expected }) => [id, expected]),
    );
    expect(vectors.length).toBeGreaterThan(40);
  });
});
