import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatterId } from '../../../../../shared/model/common.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

const at = '2021-01-11T00:00:00.000Z';
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('facts from before are found by their words, notes and allegations', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(160, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO fact VALUES ('f1', 'Nørthgate cut the service', NULL, 'disputed', 'Compl. ¶ 14', 'Ask Lee', '{}', '${at}', '${at}');
    `),
  ).close();
  const matterId = (await t.client['matter.open']({ source: { path: filePath } })).id as MatterId;
  for (const query of ['northgate', 'lee', '14', 'service in:facts']) {
    const { hits } = await t.client['search.query']({ matterId, query });
    expect(hits.map(({ kind, factId, title }) => [kind, factId, title])).toEqual([
      ['note', 'f1', 'Nørthgate cut the service'],
    ]);
  }
  expect((await t.client['search.query']({ matterId, query: 'service in:notes' })).total).toBe(0);
});
