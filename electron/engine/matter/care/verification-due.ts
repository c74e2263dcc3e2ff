import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { verifiedMark } from '../describe.ts';

const dayMs = 86_400_000;

/**
 * Whether a matter's originals have gone unverified for this many days since the last complete verification, or since the
 * first of them was added.
 *
 * @param days 0: never due
 */
export function isVerificationDue(session: MatterSession, days: number): boolean {
  if (days === 0) return false;
  const first = session.get(
    sql.selectFrom('evidence_item').select('received_at').orderBy('received_at').limit(1),
  );
  if (!first) return false;
  const verified = session.get(sql.selectFrom('mark').select('value').where('name', '=', verifiedMark));
  const since = Date.parse(verified?.value ?? first.received_at);
  return Date.parse(session.platform.now()) - since >= days * dayMs;
}
