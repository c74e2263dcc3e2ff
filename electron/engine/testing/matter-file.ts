import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { chainHash, chainStart } from '../store/audit.ts';
import { openDatabase } from '../store/database.ts';

/**
 * Reaches into a closed matter file on a connection of its own, as no part of the product does: to plant rows and damage.
 */
export function withMatterFile<T>(
  filePath: string,
  work: (db: Database.Database) => T,
  passphrase: string | null = null,
): T {
  const db = openDatabase(filePath, {
    passphrase,
    isReadOnly: false,
    mustExist: true,
    nativeBinding: process.env['FORTHWITH_NATIVE_BINDING'],
  });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Works past the triggers that would refuse it, and puts them back: what was changed is all that can be seen of it. */
export function pastTriggers(db: Database.Database, work: () => void): void {
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}

/** Stores an item of evidence by hand, one row a chunk; returns its id. */
export function plantEvidence(
  db: Database.Database,
  { title, bytes, kind = 'native' }: { title: string; bytes: Uint8Array; kind?: EvidenceKind },
): string {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const chunk = 1024 * 1024;
  db.transaction(() => {
    const { lastInsertRowid: contentId } = db.prepare(`INSERT INTO content (state) VALUES ('staged')`).run();
    const insert = db.prepare('INSERT INTO content_chunk (content_id, position, bytes) VALUES (?, ?, ?)');
    for (let at = 0; at < bytes.length; at += chunk)
      insert.run(contentId, at, bytes.subarray(at, at + chunk));
    db.prepare(`UPDATE content SET state = 'stored', sha256 = ?, size_bytes = ? WHERE id = ?`).run(
      sha256,
      bytes.length,
      contentId,
    );
    db.prepare(`INSERT INTO evidence_item VALUES (?, ?, ?, 'planted.bin', '2021-01-11T00:00:00.000Z')`).run(
      id,
      contentId,
      kind,
    );
    db.prepare(
      `INSERT INTO evidence_description (id, title, custodian, source, is_archived) VALUES (?, ?, '', '', 0)`,
    ).run(id, title);
    plantCustody(db, id, sha256);
  })();
  return id;
}

/** Writes that an item was received at the end of the custody record, as the app would: the chain goes on whole. */
export function plantCustody(db: Database.Database, evidenceId: string, sha256: string): void {
  const last = db
    .prepare<[], { sequence: number; hash: string }>(
      'SELECT sequence, hash FROM custody_event ORDER BY sequence DESC LIMIT 1',
    )
    .get();
  const previous = last?.hash ?? chainStart;
  const values = [
    (last?.sequence ?? 0) + 1,
    evidenceId,
    '2021-01-11T00:00:00.000Z',
    'received',
    '{"name":"planter","role":"","barNumber":""}',
    '',
    '',
    '',
    JSON.stringify({ sha256 }),
  ];
  db.prepare(`INSERT INTO custody_event VALUES (${'?, '.repeat(10)}?)`).run(
    ...values,
    previous,
    chainHash(previous, values),
  );
}

/** Flips one bit of a file. @param at byte offset */
export function flipBit(filePath: string, at: number): void {
  const file = openSync(filePath, 'r+');
  try {
    const byte = new Uint8Array(1);
    readSync(file, byte, 0, 1, at);
    byte[0]! ^= 1;
    writeSync(file, byte, 0, 1, at);
  } finally {
    closeSync(file);
  }
}

/** Where bytes stand in a file. @throws if they do not stand in it in one piece */
export function offsetOf(filePath: string, bytes: Uint8Array): number {
  const at = readFileSync(filePath).indexOf(bytes);
  if (at === -1) throw new Error('the bytes are not in the file in one piece');
  return at;
}

/** Works on a closed matter without its indexes noticing: they go on saying what stood in their tables before. */
export function pastIndexes(filePath: string, sql: string, passphrase: string | null = null): void {
  const indexes = "sqlite_schema WHERE type = 'index'";
  const reaching = (work: (db: Database.Database) => void) =>
    withMatterFile(
      filePath,
      (db) => {
        db.unsafeMode(true);
        db.pragma('writable_schema = ON');
        work(db);
      },
      passphrase,
    );
  reaching((db) => {
    db.exec(`CREATE TABLE aside AS SELECT * FROM ${indexes} AND sql IS NOT NULL`);
    db.exec(`DELETE FROM ${indexes} AND sql IS NOT NULL`);
  });
  reaching((db) => pastTriggers(db, () => void db.exec(sql)));
  reaching((db) => db.exec('INSERT INTO sqlite_schema SELECT * FROM aside; DROP TABLE aside'));
}

/** Fills the first page of a table or index with nonsense: it can no longer be read, and nothing else is touched. */
export function destroyTable(filePath: string, name: string): void {
  const [page, pageBytes] = withMatterFile(filePath, (db) => [
    db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name)!,
    db.pragma('page_size', { simple: true }) as number,
  ]);
  const file = openSync(filePath, 'r+');
  try {
    writeSync(file, new Uint8Array(pageBytes).fill(0xaa), 0, pageBytes, (page - 1) * pageBytes);
  } finally {
    closeSync(file);
  }
}
