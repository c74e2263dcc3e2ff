import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('whatever a process says of itself, no folder stands in the log', () => {
  const stack = 'Error: x\n    at open (/home/ann/Matters/engine.js:12:5)';
  createFileLog(folder).error('process died', { stack, nested: { place: 'C:\\Users\\ann\\x.matter' } });
  const text = readFileSync(join(folder, 'forthwith.log'), 'utf8');
  expect(text).not.toContain('ann');
  expect(JSON.parse(text)).toMatchObject({ nested: { place: 'x.matter' } });
});
