import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeEach(async () => void (desk = await createExhibitDesk([2, 1])));
afterEach(() => desk.t.dispose());

test('files of the newest build that are gone or of another length are named, and it is current again once they are back', async () => {
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  await desk.build(setId);
  const { binder, exhibits } = await desk.build(setId);
  const builds = async () =>
    (await t.client['exhibits.build.list']({ matterId, setId })).map(({ isCurrent, alteredFiles }) => ({
      isCurrent,
      alteredFiles: alteredFiles.map((file) => basename(file)),
    }));
  const older = { isCurrent: false, alteredFiles: [] };
  expect(await builds()).toEqual([{ isCurrent: true, alteredFiles: [] }, older]);

  const own = exhibits[1]!.file;
  const bytes = readFileSync(own);
  rmSync(own);
  appendFileSync(binder, 'x');
  const [newest, first] = await builds();
  expect(newest!.isCurrent).toBe(false);
  expect(newest!.alteredFiles.toSorted()).toEqual([binder, own].map((path) => basename(path)).toSorted());
  expect(first).toEqual(older);

  writeFileSync(own, bytes);
  writeFileSync(binder, readFileSync(binder).subarray(0, -1));
  expect(await builds()).toEqual([{ isCurrent: true, alteredFiles: [] }, older]);
});
