import type { MatterSession } from '../../../store/session.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';

/** Who kept the items behind some exhibits, by item. */
export function custodiansOf(
  session: MatterSession,
  exhibits: readonly ExhibitRow[],
): ReadonlyMap<string, string> {
  const ids = exhibits.flatMap(({ original }) => original?.evidenceId ?? []);
  const rows = session
    .prepare('SELECT id, custodian FROM evidence_description WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as { id: string; custodian: string }[];
  return new Map(rows.map(({ id, custodian }) => [id, custodian]));
}
