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

test('a matter from before keeps its items, and facts can cite what it holds', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(90, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'Letter.pdf', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Letter', 'Lee', '');
    `),
  ).close();
  const matterId = (await t.client['matter.open']({ source: { path: filePath } })).id as MatterId;
  expect(await t.client['argument.get']({ matterId })).toEqual({ elements: [], facts: [] });
  const { pinCites } = await t.client['argument.fact.add']({
    matterId,
    fields: { text: 'A letter came' },
    pinCites: [{ evidenceId: 'i1' as EvidenceId, anchor: { page: 1 } }],
  });
  expect(pinCites.map(({ cite }) => cite)).toEqual(['Letter at 1']);
});
