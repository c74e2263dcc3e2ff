import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
afterEach(() => desk.t.dispose());

test('a comparison says what is other now than the manifest says: the manifest, the version, settings, originals and exhibits', async () => {
  desk = await createExhibitDesk([2, 3, 1]);
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet();
  const [first, second] = await desk.add(setId, items[0]!, items[1]!);
  const { manifest } = await desk.build(setId);
  const compare = async (path = manifest) => {
    const { isSame, changes } = await t.runJob('exhibits.compare', { matterId, manifest: { path } });
    return [isSame, ...changes.map(({ kind, label, message }) => `${kind} ${label ?? '–'}: ${message}`)];
  };
  /** The build with another manifest beside it. */
  const withManifest = (name: string, change: (written: string) => string) => {
    const folder = join(t.folder, name);
    cpSync(dirname(manifest), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return path;
  };
  expect(await compare()).toEqual([true]);

  await t.client['exhibits.set.update']({ matterId, setId, fields: { stickerCorner: 'topLeft' } });
  await t.client['exhibits.assign']({ matterId, id: second!, evidenceId: items[2]! });
  await t.client['exhibits.update']({
    matterId,
    id: first!,
    fields: { title: 'Agreement', pageRanges: '2' },
  });
  await desk.add(setId, items[1]!);
  expect(await compare()).toEqual([
    true,
    'setting –: Corner of stickers: “bottomRight” in the manifest, “topLeft” in the set now.',
    'exhibit A: Its title is “Agreement” now, and was “Paper 0”.',
    'exhibit A: Other pages of its original are carried now.',
    expect.stringMatching(/^source B: “.*” stands behind it now, and another original, “.*”, did/),
    expect.stringMatching(/^exhibit B: Its title is “Paper 2” now/),
    'exhibit C: It was added to the set since.',
  ]);

  const ofOther = withManifest('other', (text) =>
    text.replace('"version": "', '"version": "9.').replace('"bottomRight"', '"bottomLeft"'),
  );
  expect((await compare(ofOther)).slice(0, 3)).toEqual([
    false,
    expect.stringMatching(/^manifest –: No build of this matter wrote this manifest/),
    expect.stringMatching(/^version –: It was built by version 9\./),
  ]);
});

test('a set that stands as it was built is told nothing of, as PDF/A and where pages stand for its exhibits', async () => {
  desk = await createExhibitDesk([1]);
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet({ isArchival: true, flattensForms: false });
  const [only] = await desk.add(setId, items[0]!);
  await t.client['exhibits.update']({ matterId, id: only!, fields: { treatment: 'native' } });
  const { manifest } = await desk.build(setId);
  const changes = async () =>
    (await t.runJob('exhibits.compare', { matterId, manifest: { path: manifest } })).changes.map(
      ({ message }) => message,
    );
  expect(await changes()).toEqual([]);
  await t.client['exhibits.set.update']({ matterId, setId, fields: { isArchival: false } });
  await t.client['exhibits.update']({ matterId, id: only!, fields: { treatment: 'withheld' } });
  expect(await changes()).toEqual([
    'PDF/A: yes in the manifest, no in the set now.',
    'In the binder stands “Withheld” now, and “Produced in native form” when it was built.',
  ]);
});

test('a build can be compared while the matter is open read-only', async () => {
  desk = await createExhibitDesk([1]);
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, items[0]!);
  const { manifest } = await desk.build(setId);
  const path = join(
    t.folder,
    readdirSync(t.folder).find((name) => name.endsWith('.matter'))!,
  );
  await t.client['matter.close']({ matterId });
  await t.client['matter.open']({ source: { path }, isReadOnly: true });
  const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: manifest } });
  expect(compared).toMatchObject({ isSame: true, changes: [] });
});
