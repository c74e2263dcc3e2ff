import { existsSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();
let matter: string;
beforeEach(async () => {
  matter = at('x.matter');
  await json(
    'matter',
    'create',
    matter,
    '--title',
    'Fairwater LLC v. Northgate Hosting, Inc.',
    '--court',
    'wawd',
  );
});

const record = (event: string, at: string, ...more: string[]) =>
  json('tro', 'record', matter, '--event', event, '--at', at, ...more);

test('a desk on which nothing happened shows what is missing and no clock', async () => {
  const request = await json('tro', 'show', matter);
  expect(request).toMatchObject({ stage: 'drafting', side: 'movant', clocks: [], expiry: null });
  const certificate = request.gates.find(
    ({ cite }: { cite: string }) => cite === 'Fed. R. Civ. P. 65(b)(1)(B)',
  );
  expect(certificate).toMatchObject({ met: false });
  expect(certificate.missing.length).toBeGreaterThan(0);
});

test('the rule’s time and the order’s stand side by side', async () => {
  await record('motion_filed', '2021-01-11T17:00');
  const served = await record('motion_served', '2021-01-11T17:00', '--service', 'hand');
  expect(
    served.clocks.map(({ clock, dueAt, remaining }: Record<string, unknown>) => [clock, dueAt, remaining]),
  ).toEqual([
    ['intent_to_oppose', '2021-01-12T17:00', null],
    ['response', '2021-01-13T17:00', null],
  ]);
  await record(
    'schedule_ordered',
    '2021-01-11T18:00',
    '--response-by',
    '2021-01-12T17:00',
    '--reply-by',
    '2021-01-13',
    '--hearing',
    '2021-01-14T10:00',
  );
  const { clocks, stage } = await json('tro', 'show', matter);
  expect(stage).toBe('served');
  expect(clocks.find(({ clock }: { clock: string }) => clock === 'response')).toMatchObject({
    dueAt: '2021-01-12T17:00',
    countedAt: '2021-01-13T17:00',
    overriddenBy: [{ due: '2021-01-12T17:00' }],
  });
  const { stdout } = await run('tro', 'show', matter);
  expect(stdout).toContain('Tue, Jan 12, 2021, 5:00 PM PST');
  expect(stdout).toContain('Wed, Jan 13, 2021, 5:00 PM PST');
  expect(stdout).toContain('Counsel must confirm every date.');
});

test('what remains of an order is told as a duration', async () => {
  const hour = 3_600_000;
  const soon = new Date(Date.now() - 24 * hour).toISOString().slice(0, 16);
  await record('motion_filed', soon);
  const { expiry, clocks } = await record('granted', soon, '--without-notice', '--security', '$25,000');
  expect(expiry).toMatchObject({ basis: expect.stringContaining('65(b)(2)') });
  const clock = clocks.find((one: { clock: string }) => one.clock === 'expiry');
  expect(clock.remaining).toMatch(/^PT3\d\dH\d{1,2}M$/);
});

test('an event names its docket entry by number', async () => {
  const { code, stderr } = await run(
    'tro',
    'record',
    matter,
    '--event',
    'denied',
    '--at',
    '2021-01-21',
    '--entry',
    '34',
    '--json',
  );
  expect([code, JSON.parse(stderr).error.code]).toEqual([3, 'NOT_FOUND']);
});

test('an event that lacks what its clocks need is wrong usage', async () => {
  const { code, stderr } = await run(
    'tro',
    'record',
    matter,
    '--event',
    'granted',
    '--at',
    '2021-01-11',
    '--json',
  );
  expect([code, JSON.parse(stderr).error.code]).toEqual([2, 'TRO_EVENT_INCOMPLETE']);
  expect((await run('tro', 'record', matter, '--event', 'burned', '--at', '2021-01-11')).code).toBe(2);
});

test('the certificate is drafted from the log and says what it leaves blank', async () => {
  await json(
    'tro',
    'notice',
    'add',
    matter,
    '--who',
    'Jane Roe, counsel for Northgate',
    '--how',
    'telephone',
    '--at',
    '2021-01-11T09:30',
    '--by',
    'David Vale',
    '--result',
    'She will oppose',
  );
  const out = at('certificate.pdf');
  const written = await json('tro', 'certificate', matter, '--out', out);
  expect(written).toMatchObject({ path: out, pages: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(written.missing).toContain('The bar number is blank.');
  expect(existsSync(out)).toBe(true);
  expect((await run('tro', 'certificate', matter, '--out', out)).code).toBe(3);
});

test('the desk is told whose it is and who signs, and lines are ticked by their keys', async () => {
  const set = await json(
    'tro',
    'set',
    matter,
    '--side',
    'opponent',
    '--attorney',
    'David Vale',
    '--security',
    '50,000',
  );
  expect(set.side).toBe('opponent');
  const keys = set.gates.map(({ key }: { key: string }) => key);
  expect(keys).toContain('oppose_injury');
  expect(keys).not.toContain('sworn_facts');
  const checked = await json(
    'tro',
    'check',
    matter,
    'wawd_courtesy_copy.delivered',
    '--state',
    'not_needed',
    '--note',
    '12 pages',
  );
  expect(checked.gates.find(({ key }: { key: string }) => key === 'wawd_courtesy_copy')).toMatchObject({
    met: true,
    lines: [{ state: 'not_needed', note: '12 pages' }],
  });
  expect((await run('tro', 'check', matter, 'no.such.line')).code).toBe(3);
});

test('an event recorded by mistake is deleted, and its clocks go with it; an effort logged by mistake likewise', async () => {
  await record('motion_filed', '2021-01-11T16:00');
  const { events, clocks } = await record('motion_served', '2021-01-11T17:00');
  expect(clocks).not.toEqual([]);
  const served = events.find(({ kind }: { kind: string }) => kind === 'motion_served');
  expect(await json('tro', 'delete', matter, served.id)).toMatchObject({ stage: 'filed', clocks: [] });

  const options = ['--who', 'Jane Roe', '--how', 'telephone', '--at', '2021-01-11T09:30'];
  const { notices } = await json('tro', 'notice', 'add', matter, ...options);
  expect(await json('tro', 'notice', 'delete', matter, notices[0].id)).toMatchObject({ notices: [] });
});

test('a document is named by the beginning of its hash, and the United States can be taken back', async () => {
  const log = at('call-log.txt');
  writeFileSync(log, 'Called at 9:30');
  const [{ id, sha256 }] = (await json('evidence', 'add', matter, log)).items;
  const options = ['--who', 'Jane Roe', '--how', 'telephone', '--at', '2021-01-11T09:30'];
  expect(
    await json('tro', 'notice', 'add', matter, ...options, '--evidence', sha256.slice(0, 12)),
  ).toMatchObject({ notices: [{ evidenceId: id }] });
  const needsSecurity = async (...change: string[]) => {
    const { gates } = await json('tro', 'set', matter, ...change);
    return gates.find(({ key }: { key: string }) => key === 'security_proposed').missing.length > 0;
  };
  expect(await needsSecurity('--united-states')).toBe(false);
  expect(await needsSecurity('--no-united-states')).toBe(true);
});

test('a moment that cannot be read is refused by the option it stands in', async () => {
  const refused = async (...options: string[]) => {
    const { code, stderr } = await run('tro', ...options, '--json');
    return { code, summary: JSON.parse(stderr).error.details.summary };
  };
  expect(await refused('record', matter, '--event', 'motion_filed', '--at', 'tomorrow')).toEqual({
    code: 2,
    summary: '--at: a day is 2021-01-11, a minute 2021-01-11T17:00',
  });
  const ordered = ['--event', 'schedule_ordered', '--at', '2021-01-11T13:05', '--response-by', '2021-02-30'];
  expect((await refused('record', matter, ...ordered)).summary).toMatch(/^--response-by: /);
  expect((await refused('set', matter, '--security-posted', 'soon')).summary).toMatch(/^--security-posted: /);
});

test('an amount is read as people write one in dollars, or refused', async () => {
  for (const amount of ['$', '0x10', '1e3', '1.000,50', '1,5'])
    expect((await run('tro', 'set', matter, `--security=${amount}`)).code).toBe(2);
  await json('tro', 'set', matter, '--security', '$1,250.50');
  expect((await run('tro', 'show', matter, '--json')).stdout).not.toContain(
    '"key": "security_proposed",\n      "met": false',
  );
});

test('an order is not both with and without notice', async () => {
  const options = ['--event', 'granted', '--at', '2021-01-12T10:00', '--with-notice', '--without-notice'];
  expect(await run('tro', 'record', matter, ...options)).toMatchObject({ code: 2, stdout: '' });
  expect(await json('tro', 'show', matter)).toMatchObject({ events: [] });
});

test('a matter kept on another clock than its court’s says so', async () => {
  const other = at('other.matter');
  await json(
    'matter',
    'create',
    other,
    '--title',
    'x',
    '--court',
    'nysd',
    '--timezone',
    'America/Los_Angeles',
  );
  const { warnings } = await json('tro', 'show', other);
  expect(warnings.join(' ')).toContain('the court’s is America/New_York');
});

test('the earliest hearing of a motion to dissolve is counted to the beginning of its day', async () => {
  // 2 January 2099 is a Friday.
  await record('motion_filed', '2098-12-29T09:00');
  await record('granted', '2098-12-30T09:00', '--without-notice');
  await record('dissolution_noticed', '2098-12-31T09:00');
  const { clocks, timezone } = await json('tro', 'show', matter);
  const hearing = clocks.find(({ clock }: { clock: string }) => clock === 'dissolution');
  expect([hearing.due, hearing.dueAt, timezone]).toEqual(['2099-01-02', null, 'America/Los_Angeles']);
  const [, hours = '0'] = /^PT(\d+)H\d+M$/.exec(hearing.remaining) ?? [];
  const toMidnight = (Date.parse('2099-01-02T08:00:00Z') - Date.now()) / 3_600_000;
  expect(Math.abs(Number(hours) - toMidnight)).toBeLessThan(2);
  expect((await run('tro', 'show', matter)).stdout).toMatch(/motion to dissolve\s.*opens in \d+ d/);
});
