import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { BuildResult } from '../../../../shared/model/exhibits.ts';
import type { ExhibitSetId } from '../../../../shared/model/common.ts';
import type { GrayImage } from '../../ocr/gray-image.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';
import { makeScan } from '../../testing/scans.ts';

const pages = 20;
/** The one page, from 0, with something at its foot. */
const odd = 13;

let desk: ExhibitDesk;
beforeEach(async () => void (desk = await createExhibitDesk([1])));
afterEach(() => desk.t.dispose());

/** A page of 72 dots an inch: a block of ink, and a line of it at the foot where that is wanted. */
function paper(hasFoot: boolean): GrayImage {
  const [width, height] = [612, 792];
  const pixels = new Uint8Array(width * height).fill(255);
  pixels.fill(0, width * 200, width * 300);
  if (hasFoot) pixels.fill(0, width * 740, width * 785);
  return { width, height, pixels };
}

async function takeIn(): Promise<EvidenceItem['id']> {
  const path = join(desk.t.folder, 'scan.pdf');
  writeFileSync(
    path,
    await makeScan(Array.from({ length: pages }, (_, at) => ({ image: paper(at === odd) }))),
  );
  const { items } = await desk.t.runJob('evidence.add', { matterId: desk.matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceItem['id'];
}

const told = ({ findings }: BuildResult) =>
  findings.filter(({ code }) => code.startsWith('BATES_NUMBER')).map(({ code, message }) => [code, message]);
const manifestOf = ({ manifest }: BuildResult) =>
  ExhibitManifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
const looks = async (setId: ExhibitSetId) =>
  (await desk.t.client['exhibits.set.list']({ matterId: desk.matterId })).find(({ id }) => id === setId)!
    .looksAtEveryPage;

test('a new set looks at every scanned page, and has its numbers where all of them are free; one that is not to says that it did not look', async () => {
  const item = await takeIn();
  const [some, every] = [await desk.makeSet({ looksAtEveryPage: false }), await desk.makeSet()];
  for (const setId of [some, every]) await desk.add(setId, item);
  const [sampled, whole] = [await desk.build(some), await desk.build(every)];
  expect(told(sampled)).toEqual([
    ['BATES_NUMBER_PLACE_NOT_CHECKED', expect.stringContaining('have every scanned page looked at')],
  ]);
  expect(told(whole)).toEqual([['BATES_NUMBER_MOVED', expect.stringMatching(/^20 pages whose/)]]);
  expect([manifestOf(sampled), manifestOf(whole)].map(({ set }) => set.looksAtEveryPage)).toEqual([
    undefined,
    true,
  ]);
  const compared = await desk.t.runJob('exhibits.compare', {
    matterId: desk.matterId,
    manifest: { path: whole.manifest },
  });
  expect(compared).toMatchObject({ isSame: true, changes: [] });
});

test('it can be undone, and a build from before is no longer what the set is', async () => {
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  await desk.build(setId);
  const isCurrent = async () => (await t.client['exhibits.build.list']({ matterId, setId }))[0]!.isCurrent;
  expect([await looks(setId), await isCurrent()]).toEqual([true, true]);
  await t.client['exhibits.set.update']({ matterId, setId, fields: { looksAtEveryPage: false } });
  expect([await looks(setId), await isCurrent()]).toEqual([false, false]);
  await desk.undo();
  expect([await looks(setId), await isCurrent()]).toEqual([true, true]);
});
