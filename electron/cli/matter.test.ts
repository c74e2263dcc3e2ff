import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

let folder: string;
let matter: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-cli-'));
  matter = join(folder, 'x.matter');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const { run, runUntil, json, errorOf } = createTerminal(() => folder);
const partials = () => readdirSync(folder).filter((name) => name.includes('.partial'));

test('a sample that is cancelled leaves nothing, and can be made again', async () => {
  const stop = new AbortController();
  const making = runUntil(stop.signal, 'matter', 'sample', matter, '--json');
  await vi.waitUntil(() => partials().length > 0, 20_000);
  // Whoever ends the program now leaves no half matter under the name.
  expect(existsSync(matter)).toBe(false);
  stop.abort();
  const { code, stdout, stderr } = await making;
  expect([code, stdout]).toEqual([130, '']);
  expect(JSON.parse(stderr).error).toEqual({
    code: 'CANCELLED',
    message: 'Canceled. Nothing was left half done.',
    details: {},
  });
  expect(readdirSync(folder).filter((name) => name.includes('x.matter'))).toEqual([]);
  const left = join(folder, '.x.matter.99999999-000000000000.partial-wal');
  writeFileSync(left, '');
  expect(await json('matter', 'sample', matter)).toMatchObject({ court: 'wawd' });
  expect(partials()).toEqual([]);
  const recent = readFileSync(join(folder, 'app', 'recent.json'), 'utf8');
  expect(recent).toContain('x.matter');
  expect(recent).not.toContain('.partial');
  expect(await errorOf('matter', 'sample', matter)).toMatchObject({ code: 'MATTER_EXISTS' });
  const nowhere = await errorOf('matter', 'sample', join(folder, 'no', 'y.matter'));
  expect(nowhere.message).not.toContain('.partial');
});

test('every deadline is counted, and those still open beside it', async () => {
  await json('matter', 'create', matter, '--title', 'Fairwater');
  const period = ['--count', '14', '--unit', 'days', '--direction', 'after', '--trigger', '2021-01-11'];
  const [first] = await json('deadlines', 'add', matter, '--title', 'One', ...period);
  await json('deadlines', 'add', matter, '--title', 'Two', ...period);
  await json('deadlines', 'done', matter, first.id, '--at', '2021-01-20');
  expect((await json('matter', 'info', matter)).counts).toMatchObject({ deadlines: 2, openDeadlines: 1 });
  expect((await run('matter', 'info', matter)).stdout).toContain('2 deadlines (1 open)');
});

test('when originals were last verified is told on the court’s clock', async () => {
  await json('matter', 'create', matter, '--title', 'Fairwater', '--court', 'wawd');
  expect((await run('matter', 'info', matter)).stdout).toContain('Originals not verified yet.');
  await json('matter', 'verify', matter);
  expect((await run('matter', 'info', matter)).stdout).toMatch(
    /Originals last verified \w{3}, \w{3} \d+, \d{4}, [\d:]+ [AP]M P[DS]T \(UTC−0[78]:00\)\./,
  );
});
