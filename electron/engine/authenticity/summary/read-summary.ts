import { summarize, type SummarizedItem } from '../../../../shared/domain/authenticity/index.ts';
import type { Summary } from '../../../../shared/model/authenticity.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { readArgument } from '../../argument/index.ts';
import { getItems } from '../../evidence/index.ts';
import { numbersOfItem } from '../../exhibits/index.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { readExhibitPlaces } from '../read-provenance.ts';

/** What a summary of items holds, as the matter is now. @throws AppError NOT_FOUND */
export function readSummary(session: MatterSession, ids: readonly EvidenceId[]): Summary {
  const { timezone } = session.one(sql.selectFrom('matter').select('timezone'));
  const items = getItems(session, ids);
  const wanted = JSON.stringify(items.map(({ id }) => id));
  const claims = readClaims(session, wanted);
  const described = session
    .prepare('SELECT id, shows FROM summary_description WHERE id IN (SELECT value FROM json_each(?))')
    .all(wanted) as { id: string; shows: string }[];
  const shows = new Map(described.map((row) => [row.id, row.shows]));
  const exhibits = Map.groupBy(
    readExhibitPlaces(
      session,
      items.map(({ id }) => id),
    ).filter(({ status }) => status !== 'withdrawn'),
    ({ id }) => id as EvidenceId,
  );
  const facts = factsByItem(session);
  return summarize(
    items.map((item) => ({
      item,
      exhibits: exhibits.get(item.id) ?? [],
      numbers: numbersOfItem(session, item.id),
      durationMs: claims.get(item.id)?.durationMs ?? null,
      messageId: claims.get(item.id)?.messageId ?? null,
      subject: claims.get(item.id)?.subject ?? null,
      shows: shows.get(item.id) ?? '',
      facts: facts.get(item.id) ?? [],
    })),
    timezone,
  );
}

/** How long recordings are, and what mails call themselves and are about; by item. */
function readClaims(session: MatterSession, ids: string) {
  const rows = session
    .prepare(
      `SELECT item.id, claim.field, claim.value FROM evidence_item item JOIN claim ON claim.content_id = item.content_id
         WHERE item.id IN (SELECT value FROM json_each(?)) AND claim.field IN ('durationMs', 'messageId', 'subject') ORDER BY claim.id DESC`,
    )
    .all(ids) as { id: string; field: 'durationMs' | 'messageId' | 'subject'; value: string }[];
  const byItem = new Map<string, { durationMs?: number; messageId?: string; subject?: string }>();
  // Of several values the first in the file stays, as it is read last.
  for (const { id, field, value } of rows)
    byItem.set(id, { ...byItem.get(id), [field]: field === 'durationMs' ? Number(value) : value });
  return byItem;
}

/** The recorded facts by the items they cite, by date, each once with all its cites of the item. */
function factsByItem(session: MatterSession): ReadonlyMap<EvidenceId, SummarizedItem['facts']> {
  const byItem = new Map<EvidenceId, { text: string; cites: string[] }[]>();
  for (const { text, pinCites } of readArgument(session).facts)
    for (const [id, cites] of Map.groupBy(pinCites, ({ evidenceId }) => evidenceId))
      byItem.set(id, [...(byItem.get(id) ?? []), { text, cites: cites.map(({ cite }) => cite) }]);
  return byItem;
}
