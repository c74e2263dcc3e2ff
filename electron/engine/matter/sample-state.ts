import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** Name of the mark that records that the sample was filled completely. */
const filledMark = 'sample_filled';

export function isSample(session: MatterSession): boolean {
  return session.get(sql.selectFrom('matter').select('is_sample'))?.is_sample === 1;
}

export function isFilled(session: MatterSession): boolean {
  return session.get(sql.selectFrom('mark').select('value').where('name', '=', filledMark)) !== undefined;
}

/** Records that the sample is complete. Must run inside a transaction. */
export function markFilled(session: MatterSession): void {
  session.run(sql.insertInto('mark').values({ name: filledMark, value: session.platform.now() }));
}
