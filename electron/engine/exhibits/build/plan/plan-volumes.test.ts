import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([1, 60, 2]);
});
afterAll(() => desk.t.dispose());

test.each([
  ['slip sheets', {}],
  ['slip sheets with the caption', { slipSheetTemplate: 'caption' }],
  ['no slip sheets', { hasSlipSheets: false }],
] as const)('small originals with %s are estimated before a build about as after it', async (_, fields) => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet(fields);
  await desk.add(setId, ...desk.items);
  const total = async () => (await t.client['exhibits.planVolumes']({ matterId, setId })).totalBytes;
  const before = await total();
  await desk.build(setId);
  const share = before / (await total());
  expect(share).toBeGreaterThan(0.9);
  expect(share).toBeLessThan(1.1);
});
