import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('items from before keep the numbers that were read on their pages', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(150, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'Letter.pdf', '2021-01-11T00:00:00.000Z');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Letter', 'Lee', '');
      INSERT INTO bates_seen VALUES (1, 1, 'NH0001'), (1, 2, 'NH0002');
    `),
  ).close();
  const matterId = (await t.client['matter.open']({ source: { path: filePath } })).id as MatterId;
  const { batesSeen } = await t.client['evidence.get']({ matterId, id: 'i1' as EvidenceId });
  expect(batesSeen).toBe('NH0001–NH0002');
});
