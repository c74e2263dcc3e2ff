import type { Person } from '../../../shared/model/common.ts';
import type { CustodyEvent } from '../../../shared/model/evidence.ts';
import { chainHash, chainStart, detailsJson } from './audit.ts';
import type { MatterSession } from './session.ts';

/** A fact about who held an item. */
export interface CustodyAct {
  readonly evidenceId: string;
  readonly action: CustodyEvent['action'];
  readonly person: Person;
  /** Plain JSON: what a reader of the chain needs to know about the act. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Appends one event to the matter's custody chain. Must run inside the transaction of the act itself, so that neither exists
 * without the other. Events are never undone.
 *
 * @example appendCustody(session, { evidenceId, action: 'exported', person, details: { sha256 } })
 */
export function appendCustody(
  session: MatterSession,
  { evidenceId, action, person, details = {} }: CustodyAct,
): void {
  // Prepared once: ten thousand items described in one step are ten thousand events.
  const last = session.prepare(lastEvent).get() as { sequence: number; hash: string } | undefined;
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    evidence_id: evidenceId,
    at: session.platform.now(),
    action,
    person: JSON.stringify(person),
    account: session.platform.account,
    machine: session.platform.machine,
    app_version: session.platform.appVersion,
    details: detailsJson(details),
  };
  const previousHash = last?.hash ?? chainStart;
  const hash = chainHash(previousHash, Object.values(row));
  session.prepare(insertEvent).run({ ...row, previous_hash: previousHash, hash });
}

const lastEvent = 'SELECT sequence, hash FROM custody_event ORDER BY sequence DESC LIMIT 1';
const insertEvent = `INSERT INTO custody_event
  (sequence, evidence_id, at, action, person, account, machine, app_version, details, previous_hash, hash)
  VALUES (@sequence, @evidence_id, @at, @action, @person, @account, @machine, @app_version, @details, @previous_hash, @hash)`;
