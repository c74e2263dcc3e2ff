import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExhibitSetId } from '../../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([1, 60, ...Array.from({ length: 18 }, () => 2)]);
});
afterAll(() => desk.t.dispose());

const estimated = async (setId: ExhibitSetId) =>
  (await desk.t.client['exhibits.planVolumes']({ matterId: desk.matterId, setId })).totalBytes;

/** Bytes of the volumes that were built last. */
async function built(setId: ExhibitSetId): Promise<number> {
  await desk.build(setId);
  const [build] = await desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId });
  return build!.outputs
    .filter(({ role }) => role === 'volume')
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

test.each([
  ['slip sheets', {}],
  ['slip sheets with the caption', { slipSheetTemplate: 'caption' }],
  ['no slip sheets', { hasSlipSheets: false }],
  ['neither sheets nor numbers', { hasSlipSheets: false, bates: null }],
  ['a designation', { designation: 'CONFIDENTIAL' }],
] as const)(
  'many small originals with %s are estimated nearly as they are built, and after it as they were',
  async (_, fields) => {
    const setId = await desk.makeSet(fields);
    await desk.add(setId, ...desk.items);
    const before = await estimated(setId);
    const bytes = await built(setId);
    expect(before / bytes).toBeGreaterThan(0.97);
    expect(before / bytes).toBeLessThan(1.03);
    expect((await estimated(setId)) / bytes).toBeCloseTo(1, 3);
  },
);

test('what is not shown on paper counts as the page that stands for it, and what is drawn by its PDF once there is one', async () => {
  const sources = ['call.mp3', 'note.txt'].map((name) => {
    const path = join(desk.t.folder, name);
    writeFileSync(
      path,
      name === 'call.mp3' ? Buffer.concat([Buffer.from('ID3'), Buffer.alloc(900_000)]) : 'Hello\n',
    );
    return { path };
  });
  const { items } = await desk.t.runJob('evidence.add', { matterId: desk.matterId, sources });
  const setId = await desk.makeSet();
  await desk.add(setId, ...items.map(({ id }) => id as EvidenceItem['id']));
  expect(await estimated(setId)).toBeLessThan(60_000);
  const bytes = await built(setId);
  expect((await estimated(setId)) / bytes).toBeCloseTo(1, 3);
  const again = await desk.makeSet();
  await desk.add(again, ...items.map(({ id }) => id as EvidenceItem['id']));
  expect((await estimated(again)) / bytes).toBeGreaterThan(0.9);
  expect((await estimated(again)) / bytes).toBeLessThan(1.1);
});
