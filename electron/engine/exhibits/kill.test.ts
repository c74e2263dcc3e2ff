import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { createTestEngine } from '../testing/temp-matter.ts';

const builder = join(import.meta.dirname, '../testing/processes/build-process.ts');

/** Works on a matter in a process that kills itself once a file is written into the target. @param source a set, or a manifest */
async function killHalfWay(path: string, app: string, source: string, target: string): Promise<void> {
  const program = spawn(process.execPath, [builder, path, app, source, target], {
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: target },
  });
  const [, signal] = (await once(program, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
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
