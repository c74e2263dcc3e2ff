import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFileLogger } from './file-logger.ts';
import { safeStack, withoutFolders } from '../../../shared/errors/scrub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a line says when, how grave, which process, and what', () => {
  createFileLogger(folder, { host: 'cli' }).warn('settings damaged', { code: 'X' });
  expect(JSON.parse(readFileSync(join(folder, 'forthwith.log'), 'utf8'))).toMatchObject({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    level: 'warn',
    host: 'cli',
    event: 'settings damaged',
    code: 'X',
  });
});

test('whatever a process says of itself, no folder stands in the log', () => {
  const stack = 'Error: x\n    at open (/home/ann/Matters/engine.js:12:5)';
  const nested = { place: 'C:\\Users\\ann\\x.matter' };
  createFileLogger(folder, { host: 'app' }).error('process died', { stack, nested });
  const text = readFileSync(join(folder, 'forthwith.log'), 'utf8');
  expect(text).not.toContain('ann');
  expect(JSON.parse(text)).toMatchObject({ nested: { place: 'x.matter' } });
});

test('the log never grows beyond two files of its size', () => {
  const log = createFileLogger(folder, { host: 'cli', maxBytes: 1_000 });
  for (let i = 0; i < 100; i++) log.info('something happened', { i });
  expect(readdirSync(folder).toSorted()).toEqual(['forthwith.log', 'forthwith.log.1']);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000);
  expect(readFileSync(join(folder, 'forthwith.log'), 'utf8')).toContain('"i":99');
});

test('a log that cannot be written is silent where no person watches: a script reads there', () => {
  writeFileSync(join(folder, 'plain'), '');
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const was = process.stderr.isTTY;
  try {
    const log = createFileLogger(join(folder, 'plain', 'logs'), { host: 'cli' });
    process.stderr.isTTY = false;
    log.warn('not kept');
    expect(stderr).not.toHaveBeenCalled();
    process.stderr.isTTY = true;
    log.warn('not kept');
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('log unwritable (ENOTDIR)'));
  } finally {
    process.stderr.isTTY = was;
    stderr.mockRestore();
  }
});

test.each([
  ['at open (/home/ann/app/engine.js:12:5)', 'at open (engine.js:12:5)'],
  ['at file:///home/ann/app/engine.js:12:5', 'at engine.js:12:5'],
  ['C:\\Users\\ann\\Matters\\x.matter is gone', 'x.matter is gone'],
  ['at open (C:\\Users\\Ann Lee\\Local\\engine.js:12:5)', 'at open (engine.js:12:5)'],
  ["at open (/home/o'hara (ann)/a b/engine.js:12:5)", 'at open (engine.js:12:5)'],
  ['at a (/home/ann lee/a.js:1:2)\nat b (/home/ann lee/b.js:3:4)', 'at a (a.js:1:2)\nat b (b.js:3:4)'],
  ['nothing to hide', 'nothing to hide'],
])('%s is told without folders', (text, safe) => {
  expect(withoutFolders(text)).toBe(safe);
});

test('the stack of an error leaves its message out', () => {
  const error = Object.assign(new TypeError('sealed words\nmore sealed words'), { code: 'ENOENT' });
  const stack = safeStack(error);
  expect(stack).toMatch(/^TypeError ENOENT\n\s+at /);
  expect(stack).not.toContain('sealed');
});
