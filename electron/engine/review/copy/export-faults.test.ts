import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { plantEvidence, withMatterFile } from '../../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let id: EvidenceId;
const folder = (name: string) => join(t.folder, name);

beforeAll(async () => {
  t = await createTestEngine();
  const matter = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  matterId = matter.id;
  const source = { path: folder(matter.fileName) };
  await t.client['matter.close']({ matterId });
  id = withMatterFile(source.path, (db) =>
    plantEvidence(db, { title: 'Recording', bytes: randomBytes(16_000_000) }),
  ) as EvidenceId;
  await t.client['matter.open']({ source });
  for (const name of ['disk', 'out']) mkdirSync(folder(name));
});
afterAll(() => t.dispose());

const request = (target: string) => ({
  matterId,
  ids: [id],
  target: { path: target },
  name: 'For B. Lindqvist',
  passphrase: 'thirty days',
  mode: 'read' as const,
});
const copies = async () => (await t.client['review.copy.list']({ matterId })).copies;

test('a full disk leaves no file, and no word of a copy (skipped where no small disk can be mounted)', async (context) => {
  const disk = folder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    context.skip('needs the right to mount a small disk');
  }
  try {
    const made = t.runJob('review.copy.export', request(join(disk, 'copy.matter')));
    await expect(made).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(disk)).toEqual([]);
    expect(await copies()).toEqual([]);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test('cancelled in the middle of an original it leaves no file; asked for again it is made whole', async () => {
  const cancel = new AbortController();
  const target = join(folder('out'), 'copy.matter');
  const made = t.runJob('review.copy.export', request(target), {
    signal: cancel.signal,
    // The first report of it: fast progress is reported rarely.
    onProgress: ({ note }) => note.startsWith('Copying') && cancel.abort(),
  });
  await expect(made).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder('out'))).toEqual([]);
  expect(await copies()).toEqual([]);
  expect(await t.runJob('review.copy.export', request(target))).toMatchObject({ items: 1 });
  expect(readdirSync(folder('out'))).toEqual(['copy.matter']);
  expect(await copies()).toHaveLength(1);
});
