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

test('items from before keep what their files say of themselves', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(170, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'Letter.pdf', '2021-01-11T00:00:00.000Z');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Letter', 'Lee', '');
      INSERT INTO claim VALUES (7, 1, 'author', 'Lee');
    `),
  ).close();
  const matterId = (await t.client['matter.open']({ source: { path: filePath } })).id as MatterId;
  const { claims } = await t.client['evidence.get']({ matterId, id: 'i1' as EvidenceId });
  expect(claims).toEqual([{ field: 'author', value: 'Lee' }]);
});
