import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/model/common.ts';
import { openDatabase } from '../../store/database.ts';
import { makeMail, makeZip } from '../../testing/mail-and-archives.ts';
import { makePdf, writePdf } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';
import { isFullTier } from '../../testing/corpora/corpus-files.ts';

const megabytes = isFullTier ? 500 : 60;
/** 50 kills in the full tier. */
const rounds = isFullTier ? 17 : 1;
const killsPerRound = 3;

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);

/** A file of bytes that nothing can compress, made in bounded memory. */
function writeLarge(path: string, bytes: number): void {
  const block = Buffer.alloc(1024 * 1024);
  for (let i = 0; i + 4 <= block.length; i += 4)
    block.writeUInt32LE(Math.imul(i + 1, 2_654_435_761) >>> 0, i);
  const file = openSync(path, 'w');
  for (let written = 0; written < bytes; written += block.length) {
    block.writeUInt32LE(written, 0);
    writeSync(file, block);
  }
  closeSync(file);
}

const stagedChunks =
  "SELECT count(*) FROM content_chunk JOIN content ON content.id = content_id WHERE state = 'staged'";
const writtenEvents = 'SELECT count(*) FROM custody_event';

/**
 * Adds a file or folder, or goes on with the intakes, in another process that is killed once a query's answer has reached a
 * number, so many turns of its event loop later.
 *
 * @returns whether it was killed; it may have been done before
 */
async function addAndKill(
  matter: string,
  source: string,
  query: string,
  least: number,
  turns = 0,
): Promise<boolean> {
  const script = join(import.meta.dirname, '../../testing/processes/intake-process.ts');
  const child = spawn(process.execPath, [script, t.folder, matter, source, query, `${least}`, `${turns}`], {
    stdio: 'inherit',
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('exit', (exit, by) => resolve([exit, by])),
  );
  expect(signal === 'SIGKILL' || code === 0).toBe(true);
  return signal === 'SIGKILL';
}

test('a process killed in the middle of an intake loses nothing stored before, and says what was interrupted', async () => {
  const { id: matterId, fileName } = await t.createMatter();
  await writePdf(at('earlier.pdf'), 'kept');
  await t.runJob('evidence.add', { matterId, sources: [{ path: at('earlier.pdf') }] });
  await t.client['matter.close']({ matterId });
  writeLarge(at('large.bin'), megabytes * 1024 * 1024);

  expect(await addAndKill(at(fileName), at('large.bin'), stagedChunks, megabytes / 2)).toBe(true);
  const look = openDatabase(at(fileName), { passphrase: null, isReadOnly: false, mustExist: true });
  const staged = () => look.prepare("SELECT count(*) FROM content WHERE state = 'staged'").pluck().get();
  expect(staged()).toBe(1);
  look.close();

  const { id } = await t.client['matter.open']({ source: { path: at(fileName) } });
  expect(id).toBe(matterId);
  expect(await t.client['evidence.list']({ matterId })).toMatchObject([{ title: 'earlier', pages: 1 }]);
  const [job] = await t.client['jobs.list']({ matterId });
  expect(job).toMatchObject({
    operation: 'evidence.add',
    state: 'interrupted',
    error: { code: 'INTERRUPTED' },
  });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true, checked: { evidence: 1 } });
  await expectNothingStaged(fileName, matterId);

  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at('large.bin') }] });
  expect(items).toMatchObject([{ status: 'added' }]);
}, 300_000);

/** Files of many kinds, some of them twice, some of them in others: 300, and fewer of the plain ones in the sample tier. */
async function writeMixedFolder(folder: string): Promise<void> {
  mkdirSync(folder);
  const pdf = await makePdf([{ text: 'Minutes' }]);
  for (let i = 0; i < (isFullTier ? 220 : 60); i++)
    writeFileSync(join(folder, `statement-${i}.txt`), `statement ${i % (isFullTier ? 200 : 50)}`);
  for (let i = 0; i < 10; i++) {
    const mail = makeMail(`Notice ${i}`, { 'minutes.pdf': pdf, [`note-${i}.txt`]: `statement ${i * 7}` });
    writeFileSync(join(folder, `mail-${i}.eml`), mail);
    const files = { 'mail.eml': mail, 'empty.txt': '', [`only-${i}.csv`]: `a,b\n${i},2\n` };
    writeFileSync(join(folder, `archive-${i}.zip`), await makeZip(files));
    writeFileSync(join(folder, `minutes-${i}.pdf`), await makePdf([{ text: `Minutes ${i}` }]));
  }
  for (let i = 0; i < (isFullTier ? 50 : 20); i++)
    writeFileSync(join(folder, `z-${i}.bin`), Buffer.alloc(40_000, i % 18));
}

/** What a matter holds, without ids and times: items in order with hashes, families, histories. */
function finalState(path: string): unknown {
  const look = openDatabase(path, { passphrase: null, isReadOnly: true, mustExist: true });
  try {
    return [
      `SELECT sha256, kind, original_name, title, custodian, pages, problems, md5, sha1, unpacking.state
         FROM evidence_item AS item JOIN evidence_description AS description USING (id)
         JOIN content ON content.id = item.content_id JOIN inspection USING (content_id)
         JOIN content_digest USING (content_id) LEFT JOIN unpacking USING (content_id) ORDER BY item.rowid`,
      `SELECT parent_content.sha256 AS parent, position, child_content.sha256 AS child, member.name
         FROM evidence_member AS member
         JOIN evidence_item AS parent ON parent.id = parent_id JOIN content AS parent_content ON parent_content.id = parent.content_id
         JOIN evidence_item AS child ON child.id = child_id JOIN content AS child_content ON child_content.id = child.content_id
        ORDER BY 1, 2`,
      `SELECT action, sha256, json_extract(details, '$.name') AS name, json_extract(details, '$.path') AS path
         FROM custody_event JOIN evidence_item AS item ON item.id = evidence_id JOIN content ON content.id = content_id
        ORDER BY sequence`,
      "SELECT count(*) AS staged FROM content WHERE state = 'staged'",
      'SELECT count(*) AS intakes FROM intake',
    ].map((query) => look.prepare(query).all());
  } finally {
    look.close();
  }
}

test('an intake killed again and again at any moment comes to the same end as one that nobody disturbed', async () => {
  await writeMixedFolder(at('mixed'));
  const calm = await t.createMatter();
  await t.runJob('evidence.add', {
    matterId: calm.id,
    sources: [{ path: at('mixed') }],
    isRecursive: true,
  });
  await t.client['matter.close']({ matterId: calm.id });
  const expected = finalState(at(calm.fileName));
  const events = (expected as unknown[][])[2]!.length;

  let killed = 0;
  for (let round = 0; round < rounds; round++) {
    const { id: matterId, fileName } = await t.createMatter();
    await t.client['matter.close']({ matterId });
    // Several kills of one intake, the first of them of its beginning.
    for (let stop = 0; stop < killsPerRound; stop++) {
      const least = Math.floor(random() * (events / killsPerRound) + (stop * events) / killsPerRound);
      const source = stop === 0 ? at('mixed') : '';
      const began = stop === 0 ? 'SELECT count(*) FROM intake' : writtenEvents;
      const query = least === 0 ? began : writtenEvents;
      if (await addAndKill(at(fileName), source, query, Math.max(1, least), random() * 40)) killed += 1;
    }
    await t.client['matter.open']({ source: { path: at(fileName) } });
    const intakes = await t.client['evidence.intake.list']({ matterId });
    for (const { id, state } of intakes) {
      expect(state).toBe('interrupted');
      await t.runJob('evidence.intake.resume', { matterId, intakeId: id });
    }
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
    await t.client['matter.close']({ matterId });
    expect(finalState(at(fileName))).toEqual(expected);
  }
  expect(killed).toBeGreaterThan((rounds * killsPerRound) / 2);
}, 1_800_000);

/** Seeded, so that a run that fails can be repeated. */
let seed = 20_210_111;
function random(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

async function expectNothingStaged(fileName: string, matterId: MatterId): Promise<void> {
  await t.client['matter.close']({ matterId });
  const look = openDatabase(at(fileName), { passphrase: null, isReadOnly: true, mustExist: true });
  const staged = look.prepare("SELECT count(*) FROM content WHERE state = 'staged'").pluck().get();
  look.close();
  expect(staged).toBe(0);
  await t.client['matter.open']({ source: { path: at(fileName) } });
}
