import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaveHalfWritten } from '../testing/leftover.ts';
import { removeLeftovers, stagedPath, stagedWhere } from './publish.ts';
import { writeNewFile } from './write-file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-publish-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const id = '0123456789ab';

/** What a process that is gone began to write for a target, and what this one does. */
function begin(target: string): void {
  leaveHalfWritten(target);
  writeFileSync(stagedPath(target, id), 'half');
}

test('what a killed process left half written for a target goes when it is written again, and nothing else', async () => {
  begin(at('a.pdf'));
  begin(at('b.pdf'));
  await writeNewFile(at('a.pdf'), 'cdefcdefcdef', (staged) => writeFile(staged, 'whole'));
  expect(readdirSync(folder).filter((name) => name.includes('a.pdf'))).toEqual([
    `.a.pdf.${process.pid}-${id}.partial`,
    'a.pdf',
  ]);
  expect(readdirSync(folder).filter((name) => name.includes('b.pdf'))).toHaveLength(2);
});

test('what was left half written for another target goes once it is a day old', () => {
  begin(at('b.pdf'));
  writeFileSync(at('.notes.partial'), 'mine');
  for (const name of readdirSync(folder)) utimesSync(at(name), new Date(0), new Date(0));
  leaveHalfWritten(at('c.pdf'));
  removeLeftovers(at('a.pdf'));
  expect(readdirSync(folder).sort()).toEqual([
    `.b.pdf.${process.pid}-${id}.partial`,
    expect.stringMatching(/^\.c\.pdf\./),
    '.notes.partial',
  ]);
});

test('so does what stands beside a staged file: a form that was to be redacted, as print', () => {
  leaveHalfWritten(at('a.pdf'));
  for (const suffix of ['.print', '-wal'])
    writeFileSync(at(`${readdirSync(folder)[0]!}${suffix}`), 'all of it');
  expect(readdirSync(folder)).toHaveLength(3);
  removeLeftovers(at('a.pdf'));
  expect(readdirSync(folder)).toEqual([]);
});

test('so does what was staged for a staged file', () => {
  leaveHalfWritten(at('a.pdf'));
  leaveHalfWritten(at(readdirSync(folder)[0]!));
  expect(readdirSync(folder)).toHaveLength(2);
  removeLeftovers(at('a.pdf'));
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be listed keeps what lies in it', () => {
  expect(() => removeLeftovers(at('none/a.pdf'))).not.toThrow();
});

test('what cannot be removed stays, and stops nobody', async () => {
  leaveHalfWritten(at('a.pdf'));
  const [name] = readdirSync(folder);
  rmSync(at(name!));
  mkdirSync(at(name!));
  await writeNewFile(at('a.pdf'), id, (staged) => writeFile(staged, 'whole'));
  expect(readdirSync(folder).toSorted()).toEqual([name, 'a.pdf']);
});

test('where nothing can be written the reason is told, not that nothing was there to be removed', async () => {
  writeFileSync(at('a.pdf'), 'a file');
  await expect(
    writeNewFile(at('a.pdf/b.pdf'), id, (staged) => writeFile(staged, 'whole')),
  ).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    details: { name: 'b.pdf', reason: 'a part of its path is a file, not a folder' },
  });
});

test('what is staged is found where its folder, or one above it, was renamed to, and else said to be where it was', () => {
  const staged = stagedPath(at('case/out/a.pdf'), id);
  mkdirSync(at('case/out'), { recursive: true });
  mkdirSync(at('other'));
  expect(stagedWhere(staged)).toBe(staged);
  writeFileSync(staged, 'half');
  expect(stagedWhere(staged)).toBe(staged);
  renameSync(at('case/out'), at('case/sent'));
  expect(stagedWhere(staged)).toBe(stagedPath(at('case/sent/a.pdf'), id));
  renameSync(at('case/sent'), at('case/out'));
  renameSync(at('case'), at('Smith'));
  expect(stagedWhere(staged)).toBe(stagedPath(at('Smith/out/a.pdf'), id));
  rmSync(at('Smith'), { recursive: true });
  expect(stagedWhere(staged)).toBe(staged);
});
