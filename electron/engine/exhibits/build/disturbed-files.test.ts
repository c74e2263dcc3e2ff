import { appendFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExhibitSetId } from '../../../../shared/model/common.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([2, 1]);
});
afterAll(() => desk.t.dispose());

const newest = async (setId: ExhibitSetId) =>
  (await desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId }))[0]!;

test('a list of builds tells which files are gone, longer, or of a later time', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!, desk.items[1]!);
  const built = await desk.build(setId);
  expect(await newest(setId)).toMatchObject({ isOfSet: true, isCurrent: true, disturbedFiles: [] });

  const later = new Date(statSync(built.manifest).mtimeMs + 60_000);
  utimesSync(built.binder, later, later);
  const redated = { file: basename(built.binder), change: 'redated' };
  expect(await newest(setId)).toMatchObject({ isCurrent: true, disturbedFiles: [redated] });

  appendFileSync(built.index, ' ');
  const resized = { file: basename(built.index), change: 'resized' };
  const longer = await newest(setId);
  expect(longer).toMatchObject({ isOfSet: true, isCurrent: false });
  expect(longer.disturbedFiles).toEqual(expect.arrayContaining([redated, resized]));

  rmSync(built.binder);
  const without = await newest(setId);
  expect(without.disturbedFiles).toContainEqual({ file: basename(built.binder), change: 'missing' });

  renameSync(dirname(built.binder), `${dirname(built.binder)} moved`);
  const moved = await newest(setId);
  expect(moved).toMatchObject({ isOfSet: true, isCurrent: false });
  expect(moved.disturbedFiles.map(({ change }) => change)).toEqual(moved.outputs.map(() => 'missing'));
});
