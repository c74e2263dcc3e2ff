import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/define.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, Person } from '../../../../shared/model/common.ts';
import {
  EvidenceFilter,
  type Claim,
  type CustodyEvent,
  type EvidenceItem,
} from '../../../../shared/model/evidence.ts';
import { oneOf, sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { findEvidence } from './find-evidence.ts';
import { readItems } from './read-items.ts';

type EvidenceQuery = Omit<ParsedInputOf<Api, 'evidence.list'>, 'matterId'>;

/** Items as lists show them. A fixed number of queries, however many items there are. */
export function listEvidence(session: MatterSession, query: EvidenceQuery): EvidenceItem[] {
  const { filter: words = '', sort, isDescending, includesArchived } = query;
  const { ids } = findEvidence(session, {
    filter: EvidenceFilter.parse({ words, includesArchived }),
    sort,
    isDescending,
    grouping: 'none',
  });
  return rowsOf(session, ids);
}

/** Items in the order asked for; those that are not there are left out. */
export function rowsOf(session: MatterSession, ids: readonly string[]): EvidenceItem[] {
  const items = readItems(session, ids);
  return ids.flatMap((id) => items.get(id) ?? []);
}

/**
 * The items of ids, each once, in the order asked for.
 * @throws AppError NOT_FOUND when one of them is not there
 */
export function getItems(session: MatterSession, ids: readonly string[]): EvidenceItem[] {
  const items = readItems(session, ids);
  return [...new Set(ids)].map((id) => {
    const item = items.get(id);
    if (!item) throw new AppError('NOT_FOUND', { what: 'evidence' });
    return item;
  });
}

/**
 * One item with what it claims, its digests, and its whole custody history, oldest first.
 * @throws AppError NOT_FOUND
 */
export function getEvidence(session: MatterSession, id: EvidenceId): OutputOf<Api, 'evidence.get'> {
  const [item] = getItems(session, [id]);
  const claims: Claim[] = session.all(
    sql
      .selectFrom('claim')
      .innerJoin('evidence_item', 'evidence_item.content_id', 'claim.content_id')
      .select(['claim.field', 'claim.value'])
      .where('evidence_item.id', '=', id)
      .orderBy('claim.id'),
  );
  const digest = session.get(
    sql
      .selectFrom('content_digest')
      .innerJoin('evidence_item', 'evidence_item.content_id', 'content_digest.content_id')
      .select(['content_digest.md5', 'content_digest.sha1'])
      .where('evidence_item.id', '=', id),
  );
  return {
    ...item!,
    custody: readCustody(session, [id]).get(id) ?? [],
    claims,
    md5: digest?.md5 ?? null,
    sha1: digest?.sha1 ?? null,
  };
}

/** The custody history of items, oldest first; no list for those that have none. */
export function readCustody(
  session: MatterSession,
  ids: readonly EvidenceId[],
): ReadonlyMap<EvidenceId, CustodyEvent[]> {
  const rows = session.all(
    sql.selectFrom('custody_event').selectAll().where('evidence_id', 'in', oneOf(ids)).orderBy('sequence'),
  );
  const events = rows.map((row): CustodyEvent => ({
    sequence: row.sequence,
    evidenceId: row.evidence_id,
    at: row.at,
    action: row.action,
    person: JSON.parse(row.person) as Person,
    account: row.account,
    machine: row.machine,
    appVersion: row.app_version,
    details: readDetails(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
  return Map.groupBy(events, ({ evidenceId }) => evidenceId);
}

function readDetails(details: string): Record<string, unknown> {
  try {
    return JSON.parse(details) as Record<string, unknown>;
  } catch {
    throw new AppError('MATTER_DAMAGED', { reason: 'a custody record cannot be read' });
  }
}
