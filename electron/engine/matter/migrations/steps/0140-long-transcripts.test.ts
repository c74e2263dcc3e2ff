import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';
import { openDatabase } from '../../../store/database.ts';

const at = '2021-01-11T00:00:00.000Z';
const cues = (...texts: readonly string[]) =>
  JSON.stringify(texts.map((text, i) => ({ startMs: i * 1_000, endMs: i * 1_000 + 900, text })));
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test('lines of transcripts from before are found at their time still, and those that are new or changed since', async () => {
  const filePath = join(t.folder, 'Smith.matter');
  const key = { filePath, passphrase: null };
  createAtVersion(130, key, (old) =>
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'audio', 'call.wav', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i1', 'Call', '', '');
      INSERT INTO transcript VALUES ('t1', 'i1', 'a.srt', '${cues('alpha', 'bravo')}', '${at}');
      INSERT INTO transcript VALUES ('t2', 'i1', 'b.srt', '${cues('charlie', 'delta')}', '${at}');
    `),
  ).close();
  const open = () => t.client['matter.open']({ source: { path: filePath } });
  const first = await open();
  await t.client['matter.close']({ matterId: first.id });
  const db = openDatabase(filePath, { passphrase: null, isReadOnly: false, mustExist: true });
  db.exec(`
    INSERT INTO transcript VALUES ('t3', 'i1', 'c.srt', '${cues('echo', 'œuvre', 'foxtrot')}', '${at}');
    UPDATE transcript SET cues = '${cues('golf', 'hotel', 'india')}' WHERE id = 't1';
  `);
  db.close();
  const { id: matterId } = await open();
  const timesOf = async (query: string) =>
    (await t.client['search.query']({ matterId, query })).hits.map(({ kind, atMs }) => [kind, atMs]);
  expect(await timesOf('bravo')).toEqual([]);
  expect(await timesOf('delta')).toEqual([['cue', 1_000]]);
  expect(await timesOf('echo')).toEqual([['cue', 0]]);
  expect(await timesOf('oeuvre')).toEqual([['cue', 1_000]]);
  expect(await timesOf('foxtrot')).toEqual([['cue', 2_000]]);
  expect(await timesOf('india')).toEqual([['cue', 2_000]]);
});
