import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteId } from '../../../../../shared/model/common.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';

const at = '2021-01-11T00:00:00.000Z';
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('notes of a matter from before stay with their tags, are found still, and can become marks for redaction', async () => {
  const filePath = join(t.folder, 'Smith.matter');
  createAtVersion(90, { filePath, passphrase: null }, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'pdf', 'a.pdf', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Agreement', '', '');
      INSERT INTO tag (id, name, kind, color, created_at) VALUES ('t1', 'Notice', 'issue', 'red', '${at}');
      INSERT INTO note VALUES ('n1', 'i1', 'box', 2, '', '', '', '[{"x":1,"y":2,"width":3,"height":4}]', NULL,
        'Signature', 'red', 1, '{"name":"A. Reyes","role":"","barNumber":""}', '${at}', '${at}');
      INSERT INTO note_tag VALUES ('n1 t1', 'n1', 't1');
    `),
  ).close();
  const { id: matterId } = await t.client['matter.open']({ source: { path: filePath } });
  const list = () => t.client['notes.list']({ matterId, filter: {} });
  const before = await list();
  expect(before).toMatchObject([
    { id: 'n1', kind: 'box', anchor: { page: 2, rects: [{ x: 1 }] }, text: 'Signature', tagIds: ['t1'] },
  ]);
  const search = (query: string) => t.client['search.query']({ matterId, query });
  expect(await search('signature')).toMatchObject({ total: 1 });

  await t.client['notes.update']({
    matterId,
    ids: ['n1' as NoteId],
    fields: { kind: 'redaction', text: 'Privileged' },
  });
  expect(await list()).toMatchObject([{ kind: 'redaction', text: 'Privileged' }]);
  expect([(await search('signature')).total, (await search('privileged')).total]).toEqual([0, 1]);
  await t.client['history.undo']({ matterId });
  expect(await list()).toEqual(before);
});
