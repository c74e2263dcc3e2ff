import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import type { CommandContext } from '../handlers.ts';
import { appendCustody } from '../store/custody.ts';
import { sql } from '../store/query-builder.ts';
import { getItems } from './list/evidence-view.ts';

const describable = ['title', 'custodian', 'source'] as const;
type Fields = { [K in (typeof describable)[number]]?: string | undefined };

/**
 * Changes what is said about items. Custody keeps each change with what stood before, even after it is undone.
 *
 * @throws AppError NOT_FOUND
 */
export function describeEvidence(
  ids: readonly string[],
  fields: Fields,
  { session, person, describe }: CommandContext,
): EvidenceItem[] {
  const items = getItems(session, ids);
  describe(`describe ${nameOf(items)}`);
  for (const item of items) {
    const changed = describable.filter((key) => fields[key] !== undefined && fields[key] !== item[key]);
    if (changed.length === 0) continue;
    const before = Object.fromEntries(changed.map((key) => [key, item[key]]));
    const after = Object.fromEntries(changed.map((key) => [key, fields[key]!]));
    session.run(sql.updateTable('evidence_description').set(after).where('id', '=', item.id));
    appendCustody(session, { evidenceId: item.id, action: 'described', person, details: { before, after } });
  }
  return getItems(session, ids);
}

/**
 * Puts items out of sight, or back.
 *
 * @throws AppError NOT_FOUND
 */
export function archiveEvidence(
  ids: readonly string[],
  isArchived: boolean,
  { session, person, describe }: CommandContext,
): EvidenceItem[] {
  const items = getItems(session, ids);
  describe(`${isArchived ? 'archive' : 'bring back'} ${nameOf(items)}`);
  const action = isArchived ? 'archived' : 'unarchived';
  for (const item of items) {
    if (item.isArchived === isArchived) continue;
    const update = sql.updateTable('evidence_description').set({ is_archived: isArchived ? 1 : 0 });
    session.run(update.where('id', '=', item.id));
    appendCustody(session, { evidenceId: item.id, action, person });
  }
  return getItems(session, ids);
}

function nameOf(items: readonly EvidenceItem[]): string {
  return items.length === 1 ? `“${items[0]!.title}”` : `${items.length} items of evidence`;
}
