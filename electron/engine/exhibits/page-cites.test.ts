import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { createExhibitDesk, type ExhibitDesk } from '../testing/exhibits/desk.ts';
import { withMatterFile } from '../testing/matter-file.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([5, 1]);
});
afterAll(() => desk.t.dispose());

const cites = async (evidenceId: EvidenceId, page: number) =>
  (await desk.t.client['exhibits.pageCites']({ matterId: desk.matterId, evidenceId, page })).map(
    ({ cite }) => cite,
  );

test('a page is cited by label and the page of its item; a number only once a build gave it', async () => {
  const [paper, other] = desk.items as [EvidenceId, EvidenceId];
  const motion = await desk.makeSet({ name: 'Motion' });
  const [exhibitId] = await desk.add(motion, paper);
  expect(await cites(paper, 4)).toEqual(['Ex. A at 4']);
  const { matterId } = desk;
  await desk.t.client['exhibits.update']({
    matterId,
    id: exhibitId!,
    fields: { pageRanges: '3-5' },
  });
  expect(await cites(paper, 4)).toEqual(['Ex. A at 4']);
  await desk.build(motion);
  expect(await cites(paper, 4)).toEqual(['Ex. A at 4, NGA0002']);
  // Left out of the exhibit: the exhibit alone.
  expect(await cites(paper, 1)).toEqual(['Ex. A']);
  const declaration = await desk.makeSet({ purpose: 'declaration', declarant: 'Jane Smith' });
  await desk.add(declaration, other, paper);
  expect(await cites(paper, 5)).toEqual(['Ex. A at 5, NGA0003', 'Smith Decl., Ex. B at 5']);
});

test('of an item in no set nothing is cited but a number that is printed on the page', async () => {
  const fresh = await createExhibitDesk([2]);
  try {
    const [evidenceId] = fresh.items as [EvidenceId];
    const { matterId } = fresh;
    await fresh.t.client['matter.close']({ matterId });
    const name = readdirSync(fresh.t.folder).find((file) => file.endsWith('.matter'));
    const path = join(fresh.t.folder, name!);
    withMatterFile(path, (db) =>
      db.exec(`INSERT INTO bates_seen SELECT content_id, 2, 'FAIR000031' FROM evidence_item`),
    );
    await fresh.t.client['matter.open']({ source: { path } });
    const ask = async (page: number) =>
      (await fresh.t.client['exhibits.pageCites']({ matterId, evidenceId, page })).map(({ cite }) => cite);
    expect(await ask(1)).toEqual([]);
    expect(await ask(2)).toEqual(['FAIR000031']);
  } finally {
    await fresh.t.dispose();
  }
});

test('an item that is not there is named', async () => {
  await expect(cites('gone' as EvidenceId, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
