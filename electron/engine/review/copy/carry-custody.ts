import type Database from 'better-sqlite3';
import { chainHash, chainStart } from '../../store/audit.ts';

interface CustodyRow {
  readonly sequence: number;
  readonly evidence_id: string;
  readonly at: string;
  readonly action: string;
  readonly person: string;
  readonly account: string;
  readonly machine: string;
  readonly app_version: string;
  readonly details: string;
  readonly hash: string;
}

/** What an event says of the items that its item came in. */
const ofParents = ['parentId', 'cameIn', 'path'] as const;

/** What a copy says of where an item went: sets of exhibits, folders and other copies are the matter's own business. */
const toldOfUse: Readonly<Partial<Record<string, readonly string[]>>> = {
  exported: ['sha256', 'form'],
  used_in_exhibit: [],
};

/**
 * Carries the custody of the chosen items into a review copy. Most events stay behind, so the chain is built again; each event
 * says where it stands in the matter's own chain, and with which hash. What an event says of files that stay behind, and of
 * where else the item went, is left out.
 *
 * @param from with the table `chosen`
 */
export function carryCustody(from: Database.Database, to: Database.Database): void {
  const cutOff = itemsCutOff(from);
  const insert = to.prepare(
    `INSERT INTO custody_event
       (sequence, evidence_id, at, action, person, account, machine, app_version, details, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rows = from
    .prepare(
      `SELECT sequence, evidence_id, at, action, person, account, machine, app_version, details, hash
         FROM custody_event WHERE evidence_id IN (SELECT id FROM chosen) ORDER BY sequence`,
    )
    .iterate() as Iterable<CustodyRow>;
  let sequence = 0;
  let previous: string = chainStart;
  for (const row of rows) {
    sequence += 1;
    const details = toldOf(row);
    if (cutOff.has(row.evidence_id)) for (const name of ofParents) delete details[name];
    const values = [
      sequence,
      row.evidence_id,
      row.at,
      row.action,
      row.person,
      row.account,
      row.machine,
      row.app_version,
      JSON.stringify({ ...details, carriedFrom: { sequence: row.sequence, hash: row.hash } }),
    ];
    const hash = chainHash(previous, values);
    insert.run(...values, previous, hash);
    previous = hash;
  }
}

function toldOf({ action, details }: CustodyRow): Record<string, unknown> {
  const all = JSON.parse(details) as Record<string, unknown>;
  const told = toldOfUse[action];
  return told ? Object.fromEntries(Object.entries(all).filter(([name]) => told.includes(name))) : all;
}

/** Chosen items that came, at any depth, in one that stays behind. */
function itemsCutOff(from: Database.Database): Set<string> {
  const ids = from
    .prepare(
      `WITH RECURSIVE cut (id) AS (
         SELECT child_id FROM evidence_member WHERE parent_id NOT IN (SELECT id FROM chosen)
         UNION SELECT evidence_id FROM custody_event WHERE details ->> '$.parentId' NOT IN (SELECT id FROM chosen)
         UNION SELECT m.child_id FROM evidence_member m JOIN cut ON cut.id = m.parent_id
       ) SELECT id FROM cut WHERE id IN (SELECT id FROM chosen)`,
    )
    .pluck()
    .all() as string[];
  return new Set(ids);
}
