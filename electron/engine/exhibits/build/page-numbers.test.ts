import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => void (desk = await createExhibitDesk([3, 1])));
afterAll(() => desk.t.dispose());

const setUp = async (fields: Parameters<ExhibitDesk['makeSet']>[0]) => {
  const setId = await desk.makeSet(fields);
  for (const item of desk.items) await desk.add(setId, item);
  return setId;
};
const textOf = (path: string) => execFileSync('pdftotext', ['-layout', path, '-']).toString();

test('pages without Bates numbers bear their place in the exhibit, papers know no Bates number by it, and the manifest builds the same again', async () => {
  const built = await desk.build(await setUp({ bates: null, numbersPages: true }));
  const printed = textOf(built.binder).match(/Exhibit [AB] – Page \d of \d/g);
  expect(printed).toEqual([
    'Exhibit A – Page 1 of 3',
    'Exhibit A – Page 2 of 3',
    'Exhibit A – Page 3 of 3',
    'Exhibit B – Page 1 of 1',
  ]);
  expect(built.exhibits.map(({ batesFirst, batesLast }) => [batesFirst, batesLast])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(built.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const manifest = ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
  expect(manifest.set).toMatchObject({ numbersPages: true, batesPrefix: null });
  expect(manifest.exhibits.flatMap(({ pages }) => pages.map(({ bates }) => bates))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const papers = built.others.map(({ file }) => file).filter((file) => /\.(?:csv|dat|opt)$/i.test(file));
  expect(papers.length).toBeGreaterThan(0);
  for (const path of papers) expect(readFileSync(path, 'utf8')).not.toContain('Page 1 of');
  await expect(
    desk.t.runJob('exhibits.compare', { matterId: desk.matterId, manifest: { path: built.manifest } }),
  ).resolves.toMatchObject({ isSame: true, changes: [] });
});

test('of a set with Bates numbers they bear these alone', async () => {
  const bates = { prefix: 'FW', digits: 4, start: 1, suffix: '' };
  const built = await desk.build(await setUp({ bates, numbersPages: true }));
  expect(textOf(built.binder)).toContain('FW0001');
  expect(textOf(built.binder)).not.toContain('Page 1 of');
  const manifest = ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
  expect(manifest.set.numbersPages).toBeUndefined();
});
