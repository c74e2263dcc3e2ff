import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

const at = '2021-01-11T00:00:00.000Z';
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('builds from before stay as they were; nothing came back of them yet', async () => {
  const filePath = join(t.folder, 'Fairwater.matter');
  createAtVersion(110, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO exhibit_set (id, name, scheme, has_slip_sheets, has_stickers, created_at)
        VALUES ('s1', 'TRO', 'A', 1, 1, '${at}');
      INSERT INTO build (id, set_id, built_at, folder, plan_sha256, findings)
        VALUES ('b1', 's1', '${at}', '/gone/TRO', '${'a'.repeat(64)}', '[]');
      INSERT INTO build_output (id, build_id, role, file, pages, size_bytes, sha256)
        VALUES ('o1', 'b1', 'index', 'Index.pdf', 1, 10, '${'b'.repeat(64)}');
    `),
  ).close();
  const { id: matterId } = await t.client['matter.open']({ source: { path: filePath } });
  const [set] = await t.client['exhibits.set.list']({ matterId });
  const builds = await t.client['exhibits.build.list']({ matterId, setId: set!.id });
  expect(builds).toMatchObject([{ id: 'b1', outputs: [{ id: 'o1', file: 'Index.pdf' }], asFiled: [] }]);
});
