import { createHash } from 'node:crypto';
import type { Person } from '../../../shared/model/common.ts';
import { sql } from './query-builder.ts';
import type { MatterSession } from './session.ts';

/** The previous hash of a chain's first row. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of a row of a chain: SHA-256 over the hash before it and the row's own values, as JSON in a fixed order.
 *
 * @param previousHash hash of the row before, or `chainStart`
 * @param values the row's columns in the order of its table, hashes left out
 */
export function chainHash(previousHash: string, values: readonly (string | number)[]): string {
  return createHash('sha256')
    .update(JSON.stringify([previousHash, ...values]))
    .digest('hex');
}

/**
 * Details of an event, as JSON whose texts are as SQLite keeps them in columns: half of a character, as a name cut in the middle of
 * an emoji ends in, becomes the mark that stands for it.
 */
export function detailsJson(details: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(details, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
}

/** Appends who did what to the matter's audit chain. Must run inside the transaction of the act itself. */
export function appendAudit(
  session: MatterSession,
  act: { operation: string; summary: string; person: Person },
): void {
  const last = session.get(
    sql.selectFrom('audit_event').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1),
  );
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: session.platform.now(),
    operation: act.operation,
    // As SQLite keeps it, for it is hashed again as it is read.
    summary: act.summary.toWellFormed(),
    person: JSON.stringify(act.person),
    account: session.platform.account,
    machine: session.platform.machine,
    app_version: session.platform.appVersion,
  };
  const previousHash = last?.hash ?? chainStart;
  const hash = chainHash(previousHash, Object.values(row));
  session.run(sql.insertInto('audit_event').values({ ...row, previous_hash: previousHash, hash }));
}
