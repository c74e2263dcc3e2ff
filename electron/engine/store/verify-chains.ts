import type Database from 'better-sqlite3';
import { chainHash, chainStart } from './audit.ts';

/** How many rows of a chain are read at a time. */
const pageSize = 1_000;

export interface ChainReport {
  /** Rows walked. */
  readonly checked: number;
  /** Sequence numbers whose row was altered, or whose link to the row before is broken or missing. */
  readonly broken: readonly number[];
  /** The hash of the last row; `chainStart` where there is none. */
  readonly lastHash: string;
}

/**
 * Walks the custody and the audit chain from their first rows and recomputes every hash.
 *
 * A chain shows rows that were altered, removed between others, or put in between. Rows cut off at its end leave no trace in
 * the chain itself; a backup or an exported hash shows those.
 */
export function verifyChains(db: Database.Database): { custody: ChainReport; audit: ChainReport } {
  return { custody: verifyChain(db, 'custody_event'), audit: verifyChain(db, 'audit_event') };
}

/** Walks one of the two chains. */
export function verifyChain(db: Database.Database, table: 'custody_event' | 'audit_event'): ChainReport {
  const page = db.prepare<[number], ChainRow>(
    `SELECT * FROM ${table} WHERE sequence > ? ORDER BY sequence LIMIT ${pageSize}`,
  );
  return walk((after) => page.all(after));
}

type ChainRow = { sequence: number; previous_hash: string; hash: string } & Record<string, string | number>;

function walk(readAfter: (sequence: number) => readonly ChainRow[]): ChainReport {
  const broken: number[] = [];
  let checked = 0;
  let sequence = 0;
  let hash = chainStart;
  for (let rows = readAfter(0); rows.length > 0; rows = readAfter(sequence)) {
    for (const row of rows) {
      const { previous_hash: previousHash, hash: ownHash, ...values } = row;
      const isNext = row.sequence === sequence + 1 && previousHash === hash;
      if (!isNext || ownHash !== chainHash(previousHash, Object.values(values))) broken.push(row.sequence);
      ({ sequence, hash } = row);
      checked += 1;
    }
  }
  return { checked, broken, lastHash: hash };
}
