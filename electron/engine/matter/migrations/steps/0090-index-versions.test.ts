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

test('a matter from before is found in as it was at once, and as this version finds when its index is in step', async () => {
  const filePath = join(t.folder, 'Smith.matter');
  createAtVersion(80, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state)
        VALUES (1, '${'a'.repeat(64)}', 0, 'stored'), (2, '${'b'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'a.pdf', '${at}'), ('i2', 2, 'png', 'b.png', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source)
        VALUES ('i1', 'Η Σύμβαση', '', ''), ('i2', 'Picture', '', '');
      INSERT INTO page_text (content_id, page, origin, text) VALUES (1, 1, 'file', 'the H₂O agreement'), (2, 1, 'file', '');
      INSERT INTO text_reading VALUES (1, '${at}', '0.1.0', 1, '[]'), (2, '${at}', '0.1.0', 1, '[]');
      INSERT INTO search_subject (id, kind, content_id, page) VALUES (101, 'page', 1, 1), (102, 'page', 1, 2);
      INSERT INTO search_text (rowid, body) VALUES (101, 'the H 2O agreement'), (102, 'a ghost');
    `),
  ).close();
  const { id: matterId } = await t.client['matter.open']({ source: { path: filePath } });
  const search = (query: string) => t.client['search.query']({ matterId, query });
  expect(await search('agreement')).toMatchObject({ total: 1, outdated: 4 });
  expect((await search('H2O')).total).toBe(0);
  // Only the PDF is read again; it cannot be, and its text stays.
  expect(await t.runJob('evidence.readText', { matterId })).toMatchObject({ items: 1 });
  expect(await search('H2O')).toMatchObject({ total: 1, outdated: 0 });
  expect((await search('συμβαση')).hits).toMatchObject([{ kind: 'title', title: 'Η Σύμβαση' }]);
  expect((await search('ghost')).total).toBe(0);
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 0, pages: 0 });
});
