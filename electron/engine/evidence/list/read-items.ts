import { sql as raw } from 'kysely';
import { claimedFields, claimedOf } from '../../../../shared/domain/evidence/claimed.ts';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { EvidenceId, Problem } from '../../../../shared/model/common.ts';
import type { Claim, EvidenceItem } from '../../../../shared/model/evidence.ts';
import { readDocketNumbers, readExhibitLabels } from '../../store/item-uses.ts';
import { byIds, group, sql, type Ids } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { itemsInConflict } from './coding-conflicts.ts';

const selectItems = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('evidence_item')
    .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
    .innerJoin('content', 'content.id', 'evidence_item.content_id')
    .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
    .leftJoin('text_reading', 'text_reading.content_id', 'evidence_item.content_id')
    .selectAll('evidence_description')
    .select([
      'evidence_item.content_id',
      'content.sha256',
      'evidence_item.kind',
      'evidence_item.original_name',
      'content.size_bytes',
      'evidence_item.received_at',
      'inspection.pages',
      'inspection.has_text',
      'inspection.needs_ocr',
      'inspection.problems',
      'text_reading.problems as text_problems',
    ])
    .where('evidence_item.id', 'in', ids),
);

/** Items by id, in no order; ids that are not there are left out. A fixed number of queries, however many ids there are. */
export function readItems(session: MatterSession, ids: readonly string[]): Map<string, EvidenceItem> {
  const rows = selectItems(session, ids);
  const contentIds = rows.map(({ content_id }) => content_id);
  const claims = readClaims(session, contentIds);
  const recognised = countRecognized(session, contentIds);
  const waiting = countWaiting(session, contentIds);
  const bates = readBates(session, contentIds);
  const produced = group(selectProduced(session, ids), (row) => [
    row.evidence_id,
    batesRun(row.bates_first, row.bates_last),
  ]);
  const tags = group(selectTags(session, ids), (row) => [row.evidence_id, row.tag_id]);
  const parents = group(selectParents(session, ids), (row) => [row.child_id, row.parent_id as EvidenceId]);
  const members = new Map(selectMemberCounts(session, ids).map((row) => [row.parent_id, row.members]));
  const notes = new Map(selectNoteCounts(session, ids).map((row) => [row.evidence_id, row.notes]));
  const inConflict = itemsInConflict(session, ids);
  const exhibitLabels = readExhibitLabels(session, ids);
  const docketNumbers = readDocketNumbers(session, ids);
  const items = new Map<string, EvidenceItem>();
  for (const row of rows) {
    const claimed = claimedOf(claims.get(row.content_id) ?? []);
    const ocrPages = recognised.get(row.content_id) ?? 0;
    // Once pages were read, they say themselves whether they wait to be recognized.
    const isWaiting = row.text_problems === null ? row.needs_ocr === 1 : waiting.has(row.content_id);
    items.set(row.id, {
      id: row.id as EvidenceId,
      sha256: row.sha256!,
      kind: row.kind,
      title: row.title,
      originalName: row.original_name,
      sizeBytes: row.size_bytes,
      pages: row.pages,
      custodian: row.custodian,
      source: row.source,
      collected: {
        at: row.collected_at,
        by: row.collected_by,
        where: row.collected_where,
        how: row.collected_how,
      },
      note: row.note,
      receivedAt: row.received_at,
      hasText: row.has_text === 1 || ocrPages > 0,
      needsOcr: isWaiting,
      ocrPages,
      isArchived: row.is_archived === 1,
      isReviewed: row.is_reviewed === 1,
      isFlagged: row.is_flagged === 1,
      relevance: row.relevance,
      isResponsive: row.is_responsive === null ? null : row.is_responsive === 1,
      privilege: row.privilege,
      hasCodingConflict: inConflict.has(row.id),
      notes: notes.get(row.id) ?? 0,
      tagIds: tags.get(row.id) ?? [],
      problems: problemsOf(row.problems, row.text_problems),
      claimedAt: claimed.at,
      claimedFrom: claimed.from,
      claimedTo: claimed.to,
      parentIds: parents.get(row.id) ?? [],
      members: members.get(row.id) ?? 0,
      batesSeen: produced.get(row.id)?.join(', ') ?? bates.get(row.content_id) ?? null,
      exhibitLabels: exhibitLabels.get(row.id) ?? [],
      docketNumbers: docketNumbers.get(row.id) ?? [],
    });
  }
  return items;
}

/** Problems of inspecting an original and of reading its text; what both report about the whole is listed once, in the first one's words. */
function problemsOf(inspection: string | null, text: string | null): Problem[] {
  const looked = listed(inspection);
  const known = new Set(looked.map(({ code }) => code));
  const read = listed(text).filter(({ page, code }) => page !== null || !known.has(code));
  const said = new Set<string>();
  return [...looked, ...read]
    .filter(({ code, message }) => !said.has(`${code} ${message}`) && said.add(`${code} ${message}`))
    .map(({ code, message }) => ({ code, message }));
}

const listed = (json: string | null) =>
  json === null || json === '[]' ? [] : (JSON.parse(json) as (Problem & { readonly page?: number | null })[]);

const selectClaims = byIds((ids: Ids<number>) =>
  sql
    .selectFrom('claim')
    .select(['content_id', 'field', 'value'])
    .where('content_id', 'in', ids)
    .where('field', 'in', [...claimedFields])
    .orderBy('id'),
);

function readClaims(session: MatterSession, contentIds: readonly number[]): Map<number, Claim[]> {
  return group(selectClaims(session, contentIds), ({ content_id, field, value }) => [
    content_id,
    { field: field as Claim['field'], value },
  ]);
}

/** How many pages of each original were recognized, or wait to be; each has an index of its own. */
const countPages = (column: 'origin' | 'needs_ocr', value: 'ocr' | 1) => {
  const select = byIds((ids: Ids<number>) =>
    sql
      .selectFrom('page_text')
      .select(({ fn }) => ['content_id', fn.countAll<number>().as('pages')])
      // Written out: SQLite takes a partial index only where it sees the value.
      .where(column, '=', raw.lit(value))
      .where('content_id', 'in', ids)
      .groupBy('content_id'),
  );
  return (session: MatterSession, contentIds: readonly number[]) =>
    new Map(select(session, contentIds).map(({ content_id, pages }) => [content_id, pages]));
};
const countRecognized = countPages('origin', 'ocr');
const countWaiting = countPages('needs_ocr', 1);

// With one min() or max() SQLite takes the other columns from its row.
const selectBates = (end: 'min' | 'max') =>
  byIds((ids: Ids<number>) =>
    sql
      .selectFrom('bates_seen')
      .select(({ fn }) => ['content_id', 'label', fn[end]('page').as('page')])
      .where('content_id', 'in', ids)
      .groupBy('content_id'),
  );
const selectFirstBates = selectBates('min');
const selectLastBates = selectBates('max');

/** Bates numbers seen, first to last page. */
function readBates(session: MatterSession, contentIds: readonly number[]): Map<number, string> {
  const last = new Map(
    selectLastBates(session, contentIds).map(({ content_id, label }) => [content_id, label]),
  );
  return new Map(
    selectFirstBates(session, contentIds).map(({ content_id, label }) => [
      content_id,
      batesRun(label, last.get(content_id) ?? label),
    ]),
  );
}

/** The numbers under which productions brought items: several where the same bytes were produced more than once. */
const selectProduced = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('produced_document')
    .select(['evidence_id', 'bates_first', 'bates_last'])
    .distinct()
    .where('evidence_id', 'in', ids)
    .orderBy('bates_first'),
);

const selectTags = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('evidence_tag')
    .innerJoin('tag', 'tag.id', 'evidence_tag.tag_id')
    .select(['evidence_tag.evidence_id', 'evidence_tag.tag_id'])
    .where('evidence_tag.evidence_id', 'in', ids)
    .orderBy('tag.kind')
    .orderBy(raw`tag.name COLLATE NOCASE`),
);

const selectParents = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('evidence_member')
    .select(['child_id', 'parent_id'])
    .distinct()
    .where('child_id', 'in', ids)
    .orderBy('parent_id'),
);

const selectMemberCounts = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('evidence_member')
    .select(({ fn }) => ['parent_id', fn.countAll<number>().as('members')])
    .where('parent_id', 'in', ids)
    .groupBy('parent_id'),
);

const selectNoteCounts = byIds((ids: Ids<string>) =>
  sql
    .selectFrom('note')
    .select(({ fn }) => ['evidence_id', fn.countAll<number>().as('notes')])
    .where('evidence_id', 'in', ids)
    .groupBy('evidence_id'),
);
