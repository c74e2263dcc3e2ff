import { existsSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { BuildResult } from '../../../../shared/model/exhibits.ts';
import type { ExhibitId, ExhibitSetId } from '../../../../shared/model/common.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
let setId: ExhibitSetId;
let ids: ExhibitId[];
beforeEach(async () => {
  desk = await createExhibitDesk([2, 150, 150]);
  setId = await desk.makeSet({ bates: { prefix: 'MEAN', digits: 4, start: 1, suffix: '' } });
  ids = await desk.add(setId, ...desk.items);
});
afterEach(() => desk.t.dispose());

/** Builds the set, and does something once the build says that it is at some step. */
async function buildWhile(step: RegExp, act: () => Promise<unknown>): Promise<BuildResult> {
  const { t, matterId } = desk;
  let acted: Promise<unknown> | null = null;
  const stop = t.engine.subscribe((event) => {
    if (event.name === 'job.progressed' && step.test(event.job.note)) acted ??= act();
  });
  try {
    const built = await t.runJob('exhibits.build', {
      matterId,
      setId,
      target: { path: join(t.folder, 'out') },
    });
    expect(acted, 'the build was never at that step').not.toBeNull();
    await acted;
    return built;
  } finally {
    stop();
  }
}

const isCurrent = async () =>
  (await desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId }))[0]!.isCurrent;

test('an exhibit withdrawn while the originals are read is in no file, and gets no number', async () => {
  const { t, matterId } = desk;
  const built = await buildWhile(/^Reading the originals/, () =>
    t.client['exhibits.withdraw']({ matterId, setId, ids: [ids[0]!], reason: 'privileged' }),
  );
  expect(built.exhibits.map(({ label, batesFirst }) => [label, batesFirst])).toEqual([
    ['B', 'MEAN0001'],
    ['C', 'MEAN0151'],
  ]);
  expect(await desk.numbers(setId)).toEqual([
    'A null-null null',
    'B MEAN0001-MEAN0150 reserved',
    'C MEAN0151-MEAN0300 reserved',
  ]);
  expect(await isCurrent()).toBe(true);
});

test('a build whose caption changed while its pages were written is not current', async () => {
  const { t, matterId } = desk;
  const built = await buildWhile(/^Exhibit /, () =>
    t.client['matter.update']({ matterId, fields: { title: 'Other v. Another' } }),
  );
  const { set } = ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
  expect(set.indexCaption[0]).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
  expect(await isCurrent()).toBe(false);
});

test('a build whose folder is moved away while it is written says so, and that its numbers stay reserved', async () => {
  const out = join(desk.t.folder, 'out');
  // As soon as its first file is begun: its progress may be reported only when all are written.
  const moved = (async () => {
    while (!existsSync(out) || readdirSync(out, { recursive: true }).length < 2) await setImmediate();
    renameSync(out, `${out} moved`);
  })();
  const build = desk.t.runJob('exhibits.build', { matterId: desk.matterId, setId, target: { path: out } });
  await expect(build).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringMatching(
      /^“out” could not be written \(it was moved or removed, or its disk was, .*stay reserved\.$/,
    ) as string,
  });
  await moved;
  expect(existsSync(out)).toBe(false);
  // Nothing half written stays where the folder is now.
  expect(readdirSync(`${out} moved`)).toEqual([]);
  expect(await desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId })).toEqual([]);
});
