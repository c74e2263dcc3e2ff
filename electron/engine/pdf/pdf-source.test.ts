import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSource } from './pdf-source.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-source-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is refused with what to do', () => {
  expect(() => fileSource(folder)).toThrow(/could not be read \(it is a folder\)\. Name a file in it\./);
});

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody writes into is not waited for (skipped on Windows)',
  () => {
    const pipe = join(folder, 'pipe.pdf');
    execFileSync('mkfifo', [pipe]);
    expect(() => fileSource(pipe)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  },
);
