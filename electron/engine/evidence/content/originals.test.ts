import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { openDatabase } from '../../store/database.ts';
import { encryptPdf, hasQpdf, writePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;
let matterPath: string;
beforeAll(async () => {
  t = await beginTest();
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  const matter = await t.createMatter();
  matterId = matter.id;
  matterPath = join(t.folder, matter.fileName);
});
afterEach(() => t.client['matter.close']({ matterId }));

const at = (name: string) => join(folder, name);
const digest = (algorithm: string, name: string) =>
  createHash(algorithm)
    .update(readFileSync(at(name)))
    .digest('hex');
const add = async (...names: string[]): Promise<EvidenceId[]> => {
  const sources = names.map((name) => ({ path: at(name) }));
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  return items.map(({ id }) => id as EvidenceId);
};
const get = (id: EvidenceId) => t.client['evidence.get']({ matterId, id });

/** Changes the closed matter behind the program's back. */
async function behindItsBack(...statements: string[]): Promise<void> {
  await t.client['matter.close']({ matterId });
  const db = openDatabase(matterPath, { passphrase: null, isReadOnly: false, mustExist: true });
  for (const statement of statements) db.exec(statement);
  db.close();
  await t.client['matter.open']({ source: { path: matterPath } });
}

test('verified originals say so in their custody, and get the digests that earlier versions did not keep', async () => {
  writeFileSync(at('a.txt'), 'a statement');
  writeFileSync(at('b.bin'), Buffer.alloc(6 * 1024 * 1024, 'b'));
  const [a, b] = await add('a.txt', 'b.bin');
  for (const [id, name] of [
    [a!, 'a.txt'],
    [b!, 'b.bin'],
  ] as const)
    expect(await get(id)).toMatchObject({ md5: digest('md5', name), sha1: digest('sha1', name) });
  await behindItsBack('DELETE FROM content_digest');
  expect((await get(a!)).md5).toBeNull();

  expect(await t.runJob('evidence.verify', { matterId })).toEqual({
    verified: 2,
    bytes: 11 + 6 * 1024 * 1024,
    altered: [],
  });
  const { custody, md5 } = await get(a!);
  expect(md5).toBe(digest('md5', 'a.txt'));
  expect(custody.at(-1)).toMatchObject({
    action: 'verified',
    details: { found: 'unaltered', sha256: digest('sha256', 'a.txt') },
  });
  expect(await t.runJob('evidence.verify', { matterId, ids: [b!] })).toMatchObject({ verified: 1 });
  await expect(t.runJob('evidence.verify', { matterId, ids: ['gone'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('an original changed or cut outside the program is found altered, and custody keeps it', async () => {
  writeFileSync(at('a.txt'), 'what was said');
  writeFileSync(at('b.txt'), 'what was meant');
  writeFileSync(at('c.txt'), 'what was left alone');
  const [a, b, c] = await add('a.txt', 'b.txt', 'c.txt');
  await behindItsBack(
    'DROP TRIGGER content_chunk_no_update; DROP TRIGGER content_chunk_no_delete',
    'DELETE FROM content_digest',
    `UPDATE content_chunk SET bytes = CAST('what was sold' AS BLOB)
       WHERE content_id = (SELECT content_id FROM evidence_item WHERE id = '${a}')`,
    `DELETE FROM content_chunk WHERE content_id = (SELECT content_id FROM evidence_item WHERE id = '${b}')`,
  );
  expect(await t.runJob('evidence.verify', { matterId })).toMatchObject({
    verified: 1,
    altered: [
      { id: a, title: 'a' },
      { id: b, title: 'b' },
    ],
  });
  expect((await get(a!)).custody.at(-1)).toMatchObject({
    action: 'verified',
    details: { found: 'altered', receivedAs: digest('sha256', 'a.txt') },
  });
  // Digests of bytes that are not the original's are never kept as its own.
  const kept = async () => Promise.all([a!, b!, c!].map(async (id) => (await get(id)).md5));
  expect(await kept()).toEqual([null, null, digest('md5', 'c.txt')]);
  const sold = createHash('md5').update('what was sold').digest('hex');
  writeFileSync(at('list.csv'), `hash,name\n${sold},a.txt\n${digest('md5', 'c.txt')},c.txt\n`);
  expect(
    await t.runJob('evidence.matchHashes', { matterId, source: { path: at('list.csv') } }),
  ).toMatchObject({ matched: [{ evidenceId: c }], missing: [{ hash: sold }] });
  expect(await kept()).toEqual([null, null, digest('md5', 'c.txt')]);
});

test('a list of hashes is held against the originals, in either direction', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(at(name), `this is ${name}`);
  const [a, b, c] = await add('a.txt', 'b.txt', 'c.txt');
  const none = 'f'.repeat(64);
  const list = `\ufeffhash,name\r\n${digest('sha256', 'a.txt')},A.TXT\r\n${digest('md5', 'b.txt')},B\r\nn/a,C\r\n${none},D\r\n`;
  writeFileSync(at('list.csv'), Buffer.from(list, 'utf16le'));
  const source = { path: at('list.csv') };
  expect(await t.runJob('evidence.matchHashes', { matterId, source })).toEqual({
    listed: 3,
    matched: [
      { line: 2, hash: digest('sha256', 'a.txt'), name: 'A.TXT', evidenceId: a },
      { line: 3, hash: digest('md5', 'b.txt'), name: 'B', evidenceId: b },
    ],
    missing: [{ line: 5, hash: none, name: 'D' }],
    unlisted: [c],
    unread: [4],
  });
  // Digests that are not known yet are computed, even where they cannot be written down.
  await behindItsBack('DELETE FROM content_digest');
  await t.client['matter.close']({ matterId });
  await t.client['matter.open']({ source: { path: matterPath }, isReadOnly: true });
  const again = await t.runJob('evidence.matchHashes', { matterId, source });
  expect(again.matched.map(({ evidenceId }) => evidenceId)).toEqual([a, b]);
  writeFileSync(at('prose.txt'), 'no hash in here');
  await expect(
    t.runJob('evidence.matchHashes', { matterId, source: { path: at('prose.txt') } }),
  ).rejects.toMatchObject({ code: 'EVIDENCE_HASH_LIST_UNREADABLE' });
});

test.skipIf(!hasQpdf())('a locked PDF is opened with its password, for the session or for good', async () => {
  await writePdf(at('plain.pdf'), 'one', 'two');
  encryptPdf(at('plain.pdf'), at('locked.pdf'), 'open sesame');
  const [plain, locked] = await add('plain.pdf', 'locked.pdf');
  const unlock = (id: EvidenceId, password: string, isKept = false) =>
    t.client['evidence.unlock']({ matterId, id, password, isKept });
  await expect(unlock(plain!, 'x')).rejects.toMatchObject({ code: 'EVIDENCE_NOT_LOCKED' });
  await expect(unlock(locked!, 'wrong')).rejects.toMatchObject({ code: 'EVIDENCE_WRONG_PASSWORD' });
  expect((await get(locked!)).pages).toBeNull();
  expect(await unlock(locked!, 'open sesame')).toMatchObject({ pages: 2, hasText: true, problems: [] });

  const keptPasswords = async () => {
    await t.client['matter.close']({ matterId });
    const db = openDatabase(matterPath, { passphrase: null, isReadOnly: true, mustExist: true });
    const kept = db.prepare('SELECT password FROM content_password').pluck().all();
    db.close();
    await t.client['matter.open']({ source: { path: matterPath } });
    return kept;
  };
  expect(await keptPasswords()).toEqual([]);
  // In a new session the password is gone, and can be given again.
  expect(await unlock(locked!, 'open sesame', true)).toMatchObject({ pages: 2 });
  expect(await keptPasswords()).toEqual(['open sesame']);
});
