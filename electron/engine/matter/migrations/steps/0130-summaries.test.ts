import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

const at = '2021-01-11T00:00:00.000Z';
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('items from before show nothing yet, and can be said to', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(120, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'Letter.pdf', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Letter', 'Lee', '');
    `),
  ).close();
  const matterId = (await t.client['matter.open']({ source: { path: filePath } })).id as MatterId;
  const id = 'i1' as EvidenceId;
  const shows = async () =>
    (await t.client['authenticity.summary.preview']({ matterId, ids: [id] })).rows.map(
      ({ cells }) => cells.shows,
    );
  expect(await shows()).toEqual(['']);
  await t.client['authenticity.summary.describe']({ matterId, id, shows: 'Notice of suspension' });
  expect(await shows()).toEqual(['Notice of suspension']);
});
