import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { listThreadRows } from './thread-rows.ts';

const nothing: ReadonlySet<string> = new Set();

/**
 * The documents of an entry's thread, in the order in which threads list them: the motion, what supports it, what
 * answers it, the order. Entries without a document are passed over.
 *
 * @param entries the whole docket, in its order
 */
export function threadDocuments(
  entries: readonly DocketEntry[],
  id: DocketEntry['id'],
): readonly DocketEntry[] {
  const rows = listThreadRows(entries, null, nothing);
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return [];
  const from = rows.findLastIndex(({ level }, index) => index <= at && level === 1);
  const after = rows.findIndex(({ level }, index) => index > at && level === 1);
  return rows
    .slice(from, after < 0 ? undefined : after)
    .map(({ entry }) => entry)
    .filter(({ evidenceId }) => evidenceId !== null);
}
