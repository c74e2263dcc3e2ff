import { byIds, group, sql, type Ids } from './query-builder.ts';
import type { MatterSession } from './session.ts';

const labels = sql
  .selectFrom('exhibit')
  .innerJoin('exhibit_set', 'exhibit_set.id', 'exhibit.set_id')
  .where('exhibit.evidence_id', 'is not', null)
  .select(['exhibit.evidence_id', 'exhibit.label', 'exhibit_set.name'])
  .orderBy('exhibit_set.created_at')
  .orderBy('exhibit.position');
const selectLabels = byIds((ids: Ids<string>) => labels.where('exhibit.evidence_id', 'in', ids));

/** Labels by item, such as "TRO exhibits: C". @param ids all items when null */
export function readExhibitLabels(
  session: MatterSession,
  ids: readonly string[] | null,
): Map<string, string[]> {
  const rows = ids ? selectLabels(session, ids) : session.all(labels);
  return group(rows, (row) => [row.evidence_id!, `${row.name}: ${row.label}`]);
}

const numbers = sql
  .selectFrom('docket_entry')
  .select(['evidence_id', 'number', 'attachment'])
  .where('evidence_id', 'is not', null)
  .where('number', 'is not', null)
  .orderBy('number')
  .orderBy('attachment');
const selectNumbers = byIds((ids: Ids<string>) => numbers.where('evidence_id', 'in', ids));

/** Docket numbers by item, such as "2-3". @param ids all items when null */
export function readDocketNumbers(
  session: MatterSession,
  ids: readonly string[] | null,
): Map<string, string[]> {
  const rows = ids ? selectNumbers(session, ids) : session.all(numbers);
  return group(rows, (row) => [
    row.evidence_id!,
    row.attachment === null ? `${row.number}` : `${row.number}-${row.attachment}`,
  ]);
}
