import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeWorkers } from '../../../jobs/worker-pool.ts';
import { migrations } from '../../../matter/migrations/index.ts';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { chunkBytes, contentSource, hashContent } from '../../../store/content.ts';
import { openDatabase } from '../../../store/database.ts';
import { MatterSession } from '../../../store/session.ts';
import { workerUrl } from '../../../testing/worker-url.ts';
import { digestsOf } from '../../content/digests.ts';
import { fileReader, stage as stageBytes, storeContent, sweepStagedContent } from './staging.ts';

let folder: string;
let session: MatterSession;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-staging-'));
  const filePath = join(folder, 'x.matter');
  const db = openDatabase(filePath, { passphrase: null, isReadOnly: false, mustExist: false });
  for (const migration of migrations) migration.up(db);
  session = sessionOn(filePath, db, workerUrl);
});
afterEach(async () => {
  await closeWorkers(session.platform);
  session.db.close();
  rmSync(folder, { recursive: true });
});

function sessionOn(filePath: string, db: Database.Database, threads: URL): MatterSession {
  const platform = createNodePlatform({ assetsDirectory: '', workerUrl: threads });
  return new MatterSession({ id: 'm', filePath, isReadOnly: false, passphrase: null, db, platform });
}

const count = (table: 'content' | 'content_chunk') =>
  session.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** Bytes that differ everywhere, so that a chunk out of place shows. */
function pattern(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let i = 0; i + 4 <= bytes; i += 4) buffer.writeUInt32LE(Math.imul(i, 2_654_435_761) >>> 0, i);
  return buffer;
}

async function stage(
  bytes: Buffer,
  abort = new AbortController(),
  onBytes: (n: number) => void = () => {},
  mark?: string,
) {
  writeFileSync(join(folder, 'file'), bytes);
  const file = await open(join(folder, 'file'));
  try {
    return await stageBytes(session, await fileReader(file), {
      signal: abort.signal,
      onBytes,
      ...(mark !== undefined && { mark }),
    });
  } finally {
    await file.close();
  }
}

test('content of any size around the boundaries comes back as it went in, from any place', async () => {
  const sizes = [
    1,
    chunkBytes - 1,
    chunkBytes,
    4 * chunkBytes - 1,
    4 * chunkBytes,
    12 * chunkBytes,
    21 * chunkBytes + 5,
  ];
  for (const size of sizes) {
    const bytes = pattern(size);
    let told = 0;
    const staged = await stage(bytes, undefined, (n) => (told += n));
    const contentId = session.db.transaction(() => storeContent(session, staged))();
    const { sha256, ...others } = digestsOf(bytes);
    expect([staged.sha256, staged.others, staged.sizeBytes, told]).toEqual([sha256, others, size, size]);
    expect(hashContent(session.db, contentId)).toEqual({ sha256, sizeBytes: size });
    const source = contentSource(session.db, contentId);
    fc.assert(
      fc.property(fc.nat(size + 10), fc.nat(3 * chunkBytes), (position, length) => {
        const target = Buffer.alloc(length);
        const read = source.readAt(position, target);
        const expected = bytes.subarray(position, position + length);
        return read === expected.length && target.subarray(0, read).equals(expected);
      }),
      { numRuns: 15 },
    );
  }
});

test('an empty file is content without chunks', async () => {
  const staged = await stage(Buffer.alloc(0));
  const contentId = session.db.transaction(() => storeContent(session, staged))();
  expect(hashContent(session.db, contentId)).toEqual({
    sha256: createHash('sha256').digest('hex'),
    sizeBytes: 0,
  });
  expect([count('content'), count('content_chunk')]).toEqual([1, 0]);
});

test.each(['/Mark', '/#4d#61#72#6B'])(
  'a name is seen in a large file wherever it stands, between two batches too: %s',
  async (written) => {
    const bytes = pattern(9 * chunkBytes);
    const { length } = written;
    const look = async () => (await stage(bytes, undefined, undefined, 'Mark')).hasMark;
    expect(await look()).toBe(false);
    for (const at of [0, 4 * chunkBytes - 2, 8 * chunkBytes - length, bytes.length - length]) {
      const kept = Buffer.from(bytes.subarray(at, at + length));
      bytes.write(written, at, 'latin1');
      expect(await look()).toBe(true);
      kept.copy(bytes, at);
    }
  },
);

test('digests are of the bytes stored even where the thread that computes them is lost', async () => {
  const calm = session;
  session = sessionOn(calm.filePath, calm.db, new URL('file:///no-such-worker.js'));
  const bytes = pattern(19 * chunkBytes + 3);
  const { sha256, others } = await stage(bytes);
  expect({ sha256, ...others }).toEqual(digestsOf(bytes));
});

test('what is published is on the disk before the next thing is done', async () => {
  session.db.pragma('journal_mode = WAL');
  session.db.pragma('synchronous = FULL');
  await stage(pattern(9 * chunkBytes));
  // 2 is FULL: staging goes on without the disk, and leaves nothing behind of that.
  expect(session.db.pragma('synchronous', { simple: true })).toBe(2);
});

test('a cancelled intake leaves nothing staged', async () => {
  const abort = new AbortController();
  let told = 0;
  const staging = stage(pattern(30 * chunkBytes), abort, (bytes) => {
    told += bytes;
    if (told > 10 * chunkBytes) abort.abort();
  });
  await expect(staging).rejects.toMatchObject({ name: 'AbortError' });
  expect(told).toBeLessThan(30 * chunkBytes);
  expect([count('content'), count('content_chunk')]).toEqual([0, 0]);
});

test('what was staged and never published is swept; what is stored is not', async () => {
  const stored = await stage(pattern(5 * chunkBytes));
  session.db.transaction(() => storeContent(session, stored))();
  await stage(pattern(6 * chunkBytes));
  expect(sweepStagedContent(session)).toBe(6 * chunkBytes);
  expect([count('content'), count('content_chunk')]).toEqual([1, 5]);
  expect(sweepStagedContent(session)).toBe(0);
});

test('bytes that another program swept meanwhile never pass for stored', async () => {
  const staged = await stage(pattern(6 * chunkBytes));
  session.db.exec(`DELETE FROM content_chunk WHERE position = ${2 * chunkBytes}`);
  expect(() => session.db.transaction(() => storeContent(session, staged))()).toThrow(/open elsewhere/);
  expect(session.db.prepare('SELECT state FROM content').pluck().all()).toEqual(['staged']);
});

test('stored bytes cannot be changed, removed or added to', async () => {
  const staged = await stage(pattern(5 * chunkBytes));
  const id = session.db.transaction(() => storeContent(session, staged))();
  for (const statement of [
    `UPDATE content_chunk SET bytes = x'00' WHERE content_id = ${id}`,
    `DELETE FROM content_chunk WHERE content_id = ${id}`,
    `INSERT INTO content_chunk (content_id, position, bytes) VALUES (${id}, 9999999, x'00')`,
    `DELETE FROM content WHERE id = ${id}`,
  ])
    expect(() => session.db.exec(statement)).toThrow('originals never change');
});
