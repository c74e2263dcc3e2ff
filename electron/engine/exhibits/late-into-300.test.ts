import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../testing/exhibits/desk.ts';

const count = 300;
let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([...Array<number>(count).fill(1), 2]);
});
afterAll(() => desk.t.dispose());

test('a late exhibit in a sealed set of 300 changes no label, no number, no file and no volume of the others', async () => {
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet({ name: 'Exhibits to TRO Motion' });
  await desk.add(setId, ...items.slice(0, count));
  const build = (folder: string) =>
    t.runJob('exhibits.build', {
      matterId,
      setId,
      target: { path: join(t.folder, folder) },
      volumeMegabytes: 0.2,
    });
  const first = await build('first');
  await t.runJob('exhibits.seal', { matterId, setId });
  const before = await desk.numbers(setId);
  expect(before[0]).toBe('A NGA0001-NGA0001 used');
  expect(before.at(-1)).toBe('KN NGA0300-NGA0300 used');

  const late = { matterId, setId, evidenceIds: [items[count]!], afterLabel: 'CX' };
  const { changes } = await t.client['exhibits.planAdd'](late);
  expect(changes).toEqual([{ id: null, title: `Paper ${count}`, was: null, now: 'CX-1' }]);
  await t.client['exhibits.add'](late);
  const second = await build('second');
  await t.runJob('exhibits.seal', { matterId, setId });

  const after = await desk.numbers(setId);
  const at = before.findIndex((line) => line.startsWith('CX ')) + 1;
  expect(after[at]).toBe('CX-1 NGA0301-NGA0302 used');
  expect(after.toSpliced(at, 1)).toEqual(before);
  expect(second.exhibits.map(({ label }) => label)[at]).toBe('CX-1');
  const filesOf = ({ exhibits }: typeof first) =>
    exhibits.map(({ label, sha256, batesFirst }) => [label, sha256, batesFirst]);
  expect(filesOf(second).toSpliced(at, 1)).toEqual(filesOf(first));

  const volumesOf = ({ volumes }: typeof first) =>
    new Map(
      volumes.map((path) => [basename(path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
    );
  const [were, are] = [volumesOf(first), volumesOf(second)];
  expect(were.size).toBeGreaterThan(3);
  const touched = [...are].filter(([name, hash]) => were.get(name) !== hash).map(([name]) => name);
  // The one that the late exhibit joins, or one of its own beside that.
  expect(touched).toEqual([expect.stringMatching(/ - Volume \d+(?:-A)?\.pdf$/)]);
  expect([...were.keys()].filter((name) => !are.has(name))).toEqual([]);
  const [table] = await t.client['exhibits.labelHistory']({ matterId, setId });
  expect(table!.changes).toMatchObject([{ was: null, now: 'CX-1' }]);
});
