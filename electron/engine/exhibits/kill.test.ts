import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { createTestEngine } from '../testing/temp-matter.ts';

const builder = join(import.meta.dirname, '../testing/processes/build-process.ts');

/**
 * Works on a matter in a process that kills itself once a file is written into the target, or a folder has got its name there.
 *
 * @param source a set, or a manifest
 */
async function killOnce(
  step: 'written' | 'renamed',
  [path, app, source, target]: readonly [path: string, app: string, source: string, target: string],
): Promise<void> {
  const program = spawn(process.execPath, [builder, path, app, source, target, step], {
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: target },
  });
  const [, signal] = (await once(program, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** As `killOnce`, while files are written. */
async function killHalfWay(path: string, app: string, source: string, target: string): Promise<void> {
  await killOnce('written', [path, app, source, target]);
  expect(readdirSync(target)).toEqual([expect.stringMatching(/^\.forthwith-.*\.part$/)]);
}

test('a build killed half way leaves a sound matter, nothing in the folder, and an interrupted job; a comparison leaves nothing either', async () => {
  const t = await createTestEngine();
  try {
    const { id: matterId, fileName } = await t.createMatter();
    const sources = [0, 1, 2, 3].map((i) => ({ path: join(t.folder, `long ${i}.pdf`) }));
    for (const [i, { path }] of sources.entries())
      writeFileSync(
        path,
        await makePdf(Array.from({ length: 150 }, (_, page) => ({ text: `${i} ${page}` }))),
      );
    const { items } = await t.runJob('evidence.add', { matterId, sources });
    const set = await t.client['exhibits.set.create']({
      matterId,
      fields: { name: 'Set', bates: { prefix: 'AMZ', digits: 6, start: 1 } },
    });
    const evidenceIds = items.map(({ id }) => id as EvidenceId);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds });
    await t.client['matter.close']({ matterId });

    const target = join(t.folder, 'out');
    mkdirSync(target);
    const path = join(t.folder, fileName);
    await killHalfWay(path, join(t.folder, 'app'), set.id, target);

    await t.client['matter.open']({ source: { path } });
    expect(readdirSync(target)).toEqual([]);
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
    const jobs = await t.client['jobs.list']({ matterId });
    expect(jobs.find(({ operation }) => operation === 'exhibits.build')).toMatchObject({
      state: 'interrupted',
    });
    expect(await t.client['exhibits.build.list']({ matterId, setId: set.id })).toEqual([]);
    const result = await t.runJob('exhibits.build', { matterId, setId: set.id, target: { path: target } });
    expect(result.exhibits.at(-1)).toMatchObject({ batesLast: 'AMZ000600' });
    expect(readdirSync(target)).toEqual(['Set']);

    await t.client['matter.close']({ matterId });
    const temporary = join(t.folder, 'tmp');
    mkdirSync(temporary);
    await killHalfWay(path, join(t.folder, 'app'), result.manifest, temporary);
    await t.client['matter.open']({ source: { path } });
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    await t.dispose();
  }
});

test('a build killed when its folder has its name is on record at the next start, with the custody of its items, and its job is done', async () => {
  const t = await createTestEngine();
  try {
    const { id: matterId, fileName } = await t.createMatter();
    const source = join(t.folder, 'one.pdf');
    writeFileSync(source, await makePdf([{ text: 'one' }, { text: 'two' }]));
    const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: source }] });
    const { id: setId } = await t.client['exhibits.set.create']({
      matterId,
      fields: { name: 'Set', bates: { prefix: 'AMZ', digits: 6, start: 1 } },
    });
    const evidenceId = items[0]!.id as EvidenceId;
    await t.client['exhibits.add']({ matterId, setId, evidenceIds: [evidenceId] });
    await t.client['matter.close']({ matterId });
    const target = join(t.folder, 'out');
    mkdirSync(target);
    const path = join(t.folder, fileName);
    await killOnce('renamed', [path, join(t.folder, 'app'), setId, target]);
    expect(readdirSync(target)).toEqual(['Set']);

    await t.client['matter.open']({ source: { path } });
    const [build, ...others] = await t.client['exhibits.build.list']({ matterId, setId });
    expect(build).toMatchObject({ folderPath: join(target, 'Set'), isCurrent: true, disturbedFiles: [] });
    expect(others).toEqual([]);
    const [job] = await t.client['jobs.list']({ matterId });
    expect(job).toMatchObject({ operation: 'exhibits.build', state: 'done', error: null });
    const uses = async () =>
      (await t.client['evidence.get']({ matterId, id: evidenceId })).custody.filter(
        ({ action }) => action === 'used_in_exhibit',
      );
    expect(await uses()).toMatchObject([{ details: { set: 'Set', label: 'A', folder: 'Set' } }]);
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });

    // Once is enough.
    await t.client['matter.close']({ matterId });
    await t.client['matter.open']({ source: { path } });
    expect(await uses()).toHaveLength(1);
    expect(await t.client['exhibits.build.list']({ matterId, setId })).toHaveLength(1);
  } finally {
    await t.dispose();
  }
});
