import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import {
  flipBit,
  offsetOf,
  pastIndexes,
  pastTriggers,
  plantCustody,
  plantEvidence,
  withMatterFile,
} from '../../testing/matter-file.ts';
import { blamingDamage } from './database-checks.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const open = (name: string, passphrase?: string) =>
  t.client['matter.open']({ source: { path: at(name) }, ...(passphrase !== undefined && { passphrase }) });
const close = (matterId: string) => t.client['matter.close']({ matterId });
const verify = (matterId: string) => t.runJob('matter.verify', { matterId });
const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
const files = () => readdirSync(t.folder).filter((name) => name !== 'app');

/** Changes a closed matter past its triggers, and leaves no trace of that. */
const tamper = (name: string, work: (db: Database.Database) => unknown) =>
  withMatterFile(at(name), (db) => pastTriggers(db, () => void work(db)));

/** A closed matter with a docket entry and two items of evidence, one of several chunks. */
async function fullMatter(passphrase?: string) {
  const { id, fileName } = await t.createMatter('Smith v. Jones', passphrase);
  await t.client['docket.add']({ matterId: id, entries: [{ number: 1, text: 'COMPLAINT' }] });
  await close(id);
  const bytes = randomBytes(2_500_000);
  const evidenceId = withMatterFile(
    at(fileName),
    (db) => {
      plantEvidence(db, { title: 'Letter', bytes: randomBytes(5_000) });
      return plantEvidence(db, { title: 'Suspension notice', bytes });
    },
    passphrase,
  );
  return { fileName, evidenceId, bytes };
}

test('verify finds everything in order, counts it, and remembers when', async () => {
  const { fileName } = await fullMatter();
  const { id } = await open(fileName);
  const result = await verify(id);
  expect(result).toMatchObject({ ok: true, problems: [], checked: { evidence: 2, bytes: 2_505_000 } });
  expect(result.checked.auditEvents).toBeGreaterThan(0);
  expect((await t.client['matter.get']({ matterId: id })).verifiedAt).not.toBeNull();
});

test('a matter that is open read-only is verified too, and nothing is written into it', async () => {
  const { fileName } = await fullMatter();
  const before = hashOf(fileName);
  const { id } = await t.client['matter.open']({ source: { path: at(fileName) }, isReadOnly: true });
  expect(await verify(id)).toMatchObject({ ok: true, checked: { evidence: 2 } });
  await close(id);
  expect(hashOf(fileName)).toBe(before);
});

test('a flipped bit in an original: verify says which item', async () => {
  const { fileName, evidenceId, bytes } = await fullMatter();
  flipBit(at(fileName), offsetOf(at(fileName), bytes.subarray(1_200_000, 1_200_100)));
  const { id } = await open(fileName);
  const result = await verify(id);
  expect(result).toMatchObject({ ok: false, checked: { evidence: 2 } });
  expect(result.problems).toEqual([
    {
      code: 'EVIDENCE_ALTERED',
      subject: evidenceId,
      message:
        'The stored original of “Suspension notice” no longer has the hash it came in with. Restore it from a backup.',
    },
  ]);
  expect((await t.client['matter.get']({ matterId: id })).verifiedAt).toBeNull();
});

test('a flipped bit in an encrypted original: verify still says which item', async () => {
  const { fileName, evidenceId } = await fullMatter('secret');
  // The large item came last, so its pages fill the end of the file; which bytes do not matter to the cipher.
  flipBit(at(fileName), Math.floor(readFileSync(at(fileName)).length * 0.8));
  const { id } = await open(fileName, 'secret');
  const { ok, problems } = await verify(id);
  expect(ok).toBe(false);
  expect(problems.map(({ code, subject }) => [code, subject])).toEqual([
    ['MATTER_DAMAGED', 'database'],
    ['EVIDENCE_ALTERED', evidenceId],
  ]);
});

test('an original exchanged together with the hash beside it is found by its custody', async () => {
  const { fileName, evidenceId } = await fullMatter();
  const other = randomBytes(100);
  tamper(fileName, (db) => {
    const contentId = db.prepare('SELECT content_id FROM evidence_item WHERE id = ?').pluck().get(evidenceId);
    db.prepare('DELETE FROM content_chunk WHERE content_id = ? AND position > 0').run(contentId);
    db.prepare('UPDATE content_chunk SET bytes = ? WHERE content_id = ?').run(other, contentId);
    const hash = createHash('sha256').update(other).digest('hex');
    db.prepare('UPDATE content SET sha256 = ?, size_bytes = 100 WHERE id = ?').run(hash, contentId);
  });
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([{ code: 'EVIDENCE_ALTERED', subject: evidenceId }]);
});

test('a second receipt behind the custody record’s end does not take the place of the first', async () => {
  const { fileName, evidenceId } = await fullMatter();
  const other = randomBytes(100);
  tamper(fileName, (db) => {
    const contentId = db.prepare('SELECT content_id FROM evidence_item WHERE id = ?').pluck().get(evidenceId);
    const sha256 = createHash('sha256').update(other).digest('hex');
    db.prepare('DELETE FROM content_chunk WHERE content_id = ? AND position > 0').run(contentId);
    db.prepare('UPDATE content_chunk SET bytes = ? WHERE content_id = ?').run(other, contentId);
    db.prepare('UPDATE content SET sha256 = ?, size_bytes = 100 WHERE id = ?').run(sha256, contentId);
    plantCustody(db, evidenceId, sha256);
  });
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([{ code: 'EVIDENCE_ALTERED', subject: evidenceId }]);
});

test('a receipt whose details can no longer be read is found, and does not end the verification', async () => {
  const { fileName } = await fullMatter();
  tamper(fileName, (db) => {
    db.pragma('ignore_check_constraints = ON');
    db.exec(`UPDATE custody_event SET details = replace(details, '{', 'k') WHERE sequence = 1`);
  });
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([
    { code: 'MATTER_DAMAGED', subject: 'custody_event' },
    { code: 'MATTER_CHAIN_BROKEN', subject: 'custody event 1' },
  ]);
});

test('a matter of which the name of a table was damaged is called damaged when it is opened', async () => {
  const { fileName } = await fullMatter();
  tamper(fileName, (db) => db.exec('ALTER TABLE docket_read RENAME TO docket_reed'));
  await expect(open(fileName)).rejects.toMatchObject({ code: 'MATTER_DAMAGED' });
});

test('records of an item that were removed are missed', async () => {
  const { fileName, evidenceId } = await fullMatter();
  tamper(fileName, (db) => {
    // The last row of the chain: the chain itself does not show that it is gone.
    db.prepare('DELETE FROM custody_event WHERE evidence_id = ?').run(evidenceId);
    db.prepare('DELETE FROM evidence_description WHERE id = ?').run(evidenceId);
  });
  const { id } = await open(fileName);
  const { problems } = await verify(id);
  expect(problems.map(({ code, subject }) => [code, subject])).toEqual([
    ['EVIDENCE_RECORD_MISSING', evidenceId],
    ['EVIDENCE_RECORD_MISSING', evidenceId],
  ]);
});

test('a piece missing from the middle of an original is found', async () => {
  const { fileName, evidenceId } = await fullMatter();
  tamper(fileName, (db) => db.exec('DELETE FROM content_chunk WHERE position = 1048576'));
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([{ code: 'EVIDENCE_ALTERED', subject: evidenceId }]);
});

test('an altered audit record is found though the row itself looks right', async () => {
  const { fileName } = await fullMatter();
  tamper(fileName, (db) => db.exec(`UPDATE audit_event SET summary = 'nothing happened' WHERE sequence = 1`));
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toEqual([
    {
      code: 'MATTER_CHAIN_BROKEN',
      subject: 'audit event 1',
      message:
        'The audit record was altered outside the program: entry 1 no longer matches its hash. Compare this matter with its latest backup.',
    },
  ]);
});

test.each([
  ['DROP TRIGGER custody_event_no_update', 'custody_event_no_update'],
  ['DROP INDEX tag_name; CREATE INDEX tag_name ON tag (name)', 'tag_name'],
  ['CREATE TABLE extra (id)', 'extra'],
])('what is not as the format has it is found: %s', async (statements, name) => {
  const { fileName } = await fullMatter();
  withMatterFile(at(fileName), (db) => db.exec(statements));
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([
    { code: 'MATTER_FORMAT_ALTERED', message: expect.stringContaining(`makes them (${name}):`) },
  ]);
  // It is no reason to be left without a copy.
  await t.runJob('matter.backup', { matterId: id, target: { path: at('backup.matter') } });
});

test('what an item is called and where it came from is checked against its custody, with what was undone', async () => {
  const { id, fileName } = await t.createMatter('Smith v. Jones');
  const add = async (name: string) => {
    writeFileSync(at(name), name);
    const { items } = await t.runJob('evidence.add', {
      matterId: id,
      sources: [{ path: at(name) }],
      custodian: 'Ann Lee',
      collected: { at: '2021-01-08', by: 'C. Examiner', where: '', how: '' },
    });
    return items[0]!.id as EvidenceId;
  };
  const [letter, memo] = [await add('letter.txt'), await add('memo.txt')];
  for (const fields of [{ custodian: 'Bo Ek', title: 'A letter' }, { source: 'Laptop' }])
    await t.client['evidence.update']({ matterId: id, ids: [letter], fields });
  await t.client['history.undo']({ matterId: id });
  expect(await verify(id)).toMatchObject({ ok: true });
  await close(id);
  tamper(fileName, (db) => {
    db.prepare(
      `UPDATE evidence_description SET custodian = 'Cy Poe', title = 'Another', collected_by = 'Nobody' WHERE id = ?`,
    ).run(letter);
    db.prepare(`UPDATE evidence_item SET original_name = 'memo-2.txt' WHERE id = ?`).run(memo);
  });
  await open(fileName);
  const { problems } = await verify(id);
  expect(problems.map(({ code, subject, message }) => [code, subject, /\((.*)\)/.exec(message)![1]])).toEqual(
    [
      ['EVIDENCE_RECORD_ALTERED', memo, 'file name'],
      ['EVIDENCE_RECORD_ALTERED', letter, 'title, custodian, collection'],
    ],
  );
});

test('a value that its table refuses is found, in the matter as in what is made of it', async () => {
  const { fileName } = await fullMatter();
  tamper(fileName, (db) => {
    db.pragma('ignore_check_constraints = ON');
    db.exec(`UPDATE docket_entry SET links = '[' || links`);
  });
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toEqual([
    {
      code: 'MATTER_DAMAGED',
      subject: 'docket_entry',
      message: expect.stringContaining('(“docket_entry” has a value that cannot be there)'),
    },
  ]);
  await expect(t.client['docket.list']({ matterId: id })).rejects.toMatchObject({ code: 'MATTER_DAMAGED' });
  await expect(
    t.runJob('matter.backup', { matterId: id, target: { path: at('backup.matter') } }),
  ).rejects.toMatchObject({ code: 'MATTER_BACKUP_FAILED', details: { damaged: 'matter' } });
  await close(id);
  await expect(
    t.client['matter.restore']({
      backup: { path: at(fileName) },
      target: { path: at('restored.matter') },
    }),
  ).rejects.toMatchObject({ code: 'MATTER_BACKUP_FAILED' });
});

test('a key that is taken only by a damaged index is damage; one that is taken is none', async () => {
  const { fileName } = await fullMatter();
  const blamed = (sql: string) =>
    withMatterFile(at(fileName), (db) => {
      try {
        db.exec(sql);
      } catch (error) {
        return blamingDamage(error, db);
      }
    });
  const again = 'INSERT INTO docket_entry SELECT * FROM docket_entry';
  expect(blamed(again)).toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
  pastIndexes(at(fileName), 'UPDATE docket_entry SET number = 7');
  expect(blamed(again)).toMatchObject({ code: 'MATTER_DAMAGED' });
});

test('a reference to something that is gone is found', async () => {
  const { fileName } = await fullMatter();
  withMatterFile(at(fileName), (db) => {
    db.pragma('foreign_keys = OFF');
    db.exec(`UPDATE docket_entry SET evidence_id = 'gone'`);
  });
  const { id } = await open(fileName);
  expect((await verify(id)).problems).toMatchObject([
    { code: 'MATTER_REFERENCES_BROKEN', subject: 'docket_entry' },
  ]);
});

test.each([undefined, 'secret'])(
  'a backup is a whole matter with the same passphrase (%s)',
  async (passphrase) => {
    const { fileName } = await fullMatter(passphrase);
    const { id } = await open(fileName, passphrase);
    const copied = await t.runJob('matter.backup', { matterId: id, target: { path: at('backup.matter') } });
    expect(copied).toEqual({
      fileName: 'backup.matter',
      path: at('backup.matter'),
      sha256: hashOf('backup.matter'),
      bytes: readFileSync(at('backup.matter')).length,
    });
    await close(id);
    expect(files().toSorted()).toEqual(['backup.matter', fileName]);

    const restored = await t.client['matter.restore']({
      backup: { path: at('backup.matter') },
      target: { path: at('restored.matter') },
      ...(passphrase !== undefined && { passphrase }),
    });
    expect(restored).toMatchObject({
      fileName: 'restored.matter',
      sha256: copied.sha256,
      bytes: copied.bytes,
    });
    const { id: again } = await open('restored.matter', passphrase);
    expect(await t.client['docket.list']({ matterId: again })).toHaveLength(1);
    expect(await verify(again)).toMatchObject({ ok: true, checked: { evidence: 2 } });
    const jobs = await t.client['jobs.list']({ matterId: again });
    expect(jobs.map(({ operation, state }) => [operation, state])).toEqual([['matter.verify', 'done']]);
  },
);

test('a backup never takes the place of a file, nor a restored matter', async () => {
  const { id, fileName } = await t.createMatter();
  writeFileSync(at('mine.txt'), 'mine');
  const target = { path: at('mine.txt') };
  await expect(t.runJob('matter.backup', { matterId: id, target })).rejects.toMatchObject({
    message: '“mine.txt” is already there. Choose another name; nothing was overwritten.',
  });
  await expect(t.client['matter.restore']({ backup: { path: at(fileName) }, target })).rejects.toMatchObject({
    code: 'MATTER_EXISTS',
  });
  expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine');
});

test('a backup of a damaged matter is not kept', async () => {
  const { fileName, bytes } = await fullMatter();
  flipBit(at(fileName), offsetOf(at(fileName), bytes.subarray(1_200_000, 1_200_100)));
  const { id } = await open(fileName);
  await expect(
    t.runJob('matter.backup', { matterId: id, target: { path: at('backup.matter') } }),
  ).rejects.toMatchObject({
    code: 'MATTER_BACKUP_FAILED',
    message: expect.stringMatching(
      /^No backup was kept, because the matter itself is damaged \(.*[^.]\)\. Verify it .* restore an earlier backup\.$/,
    ),
  });
  expect(existsSync(at('backup.matter'))).toBe(false);
  expect(files().filter((name) => name.includes('partial'))).toEqual([]);
});

test('a backup is as private as its matter, and so is what is restored from it', async () => {
  const { id, fileName } = await t.createMatter();
  chmodSync(at(fileName), 0o600);
  await t.runJob('matter.backup', { matterId: id, target: { path: at('backup.matter') } });
  await t.client['matter.restore']({
    backup: { path: at('backup.matter') },
    target: { path: at('restored.matter') },
  });
  for (const name of ['backup.matter', 'restored.matter'])
    expect(statSync(at(name)).mode & 0o777).toBe(0o600);
});

test('a write-protected backup is restored as a matter that can be worked on', async () => {
  const { id, fileName } = await t.createMatter();
  await close(id);
  chmodSync(at(fileName), 0o444);
  const target = { path: at('restored.matter') };
  await t.client['matter.restore']({ backup: { path: at(fileName) }, target });
  expect(statSync(at('restored.matter')).mode & 0o200).toBe(0o200);
  expect(statSync(at(fileName)).mode & 0o200).toBe(0);
});

test('a damaged or locked backup is not restored', async () => {
  const { fileName, bytes } = await fullMatter();
  flipBit(at(fileName), offsetOf(at(fileName), bytes.subarray(1_200_000, 1_200_100)));
  const target = { path: at('restored.matter') };
  await expect(t.client['matter.restore']({ backup: { path: at(fileName) }, target })).rejects.toMatchObject({
    code: 'MATTER_BACKUP_FAILED',
    message: expect.stringContaining('this backup is itself damaged'),
  });
  const locked = await fullMatter('secret');
  await expect(
    t.client['matter.restore']({ backup: { path: at(locked.fileName) }, target }),
  ).rejects.toMatchObject({ code: 'MATTER_LOCKED' });
  expect(existsSync(at('restored.matter'))).toBe(false);
});

test('a cancelled backup leaves nothing', async () => {
  const { fileName } = await fullMatter();
  const { id } = await open(fileName);
  await expect(
    t.runJob(
      'matter.backup',
      { matterId: id, target: { path: at('backup.matter') } },
      { signal: AbortSignal.abort() },
    ),
  ).rejects.toMatchObject({ code: 'CANCELLED', message: 'Canceled. Nothing was left half done.' });
  const [job] = await t.client['jobs.list']({ matterId: id });
  expect(job).toMatchObject({ state: 'cancelled', title: 'Back up' });
  expect(files().filter((name) => name.includes('backup'))).toEqual([]);
});

test('a passphrase is set, changed and taken away while the matter stays open', async () => {
  const { fileName } = await fullMatter();
  const { id } = await open(fileName);
  const set = (current: string | null, next: string | null) =>
    t.client['matter.setPassphrase']({ matterId: id, current, next });
  expect(await set(null, 'one')).toMatchObject({ isEncrypted: true });
  await expect(set('wrong', 'two')).rejects.toMatchObject({ code: 'MATTER_WRONG_PASSPHRASE' });
  await set('one', 'two');
  await t.client['docket.add']({ matterId: id, entries: [{ number: 2, text: 'MOTION' }] });
  await close(id);
  expect(files()).toEqual([basename(fileName)]);
  expect(readFileSync(at(fileName)).includes('COMPLAINT')).toBe(false);
  await expect(open(fileName, 'one')).rejects.toMatchObject({ code: 'MATTER_WRONG_PASSPHRASE' });
  await open(fileName, 'two');
  expect(await set('two', null)).toMatchObject({ isEncrypted: false });
  await close(id);
  await open(fileName);
  expect(await t.client['docket.list']({ matterId: id })).toHaveLength(2);
  expect(await verify(id)).toMatchObject({ ok: true, checked: { evidence: 2 } });
});

test('locking closes the matter, and it is found again among the recent ones by its file name alone', async () => {
  const { id, fileName } = await t.createMatter('A secret title', 'secret');
  const { recentId } = await t.client['matter.lock']({ matterId: id });
  expect(await t.client['matter.listOpen']({})).toEqual([]);
  expect(await t.client['matter.listRecent']({})).toMatchObject([
    { recentId, title: basename(fileName, '.matter'), number: '', isEncrypted: true, isMissing: false },
  ]);
  expect(readFileSync(at('app/recent.json'), 'utf8')).not.toContain('secret');
  const source = { recentId };
  await expect(t.client['matter.open']({ source })).rejects.toMatchObject({ code: 'MATTER_LOCKED' });
  expect(await t.client['matter.open']({ source, passphrase: 'secret' })).toMatchObject({ id });
  await t.client['matter.forgetRecent']({ recentId });
  expect(await t.client['matter.listRecent']({})).toEqual([]);
  await expect(t.client['matter.open']({ source })).rejects.toMatchObject({ code: 'MATTER_NOT_FOUND' });
});

test('recent matters stand newest first, with their titles as they are now', async () => {
  const first = await t.createMatter('First');
  await t.createMatter('Second');
  await t.client['matter.update']({ matterId: first.id, fields: { title: 'First, amended' } });
  const recent = await t.client['matter.listRecent']({});
  expect(recent.map(({ title }) => title)).toEqual(['First, amended', 'Second']);
});
