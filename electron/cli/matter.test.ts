import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
const { run, runUntil, json } = createTerminal(() => folder);

test('a sample that is cancelled leaves nothing, and can be made again', async () => {
  const stop = new AbortController();
  const making = runUntil(stop.signal, 'matter', 'sample', matter, '--json');
  await vi.waitUntil(() => existsSync(matter), 20_000);
  stop.abort();
  const { code, stdout, stderr } = await making;
  expect([code, stdout]).toEqual([130, '']);
  expect(JSON.parse(stderr).error).toEqual({
    code: 'CANCELLED',
    message: 'Canceled. Nothing was left half done.',
    details: {},
  });
  expect(readdirSync(folder).filter((name) => name.startsWith('x.matter'))).toEqual([]);
  await json('matter', 'sample', matter);
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
