import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { blankHeader } from '../../../../shared/domain/docket/blank.ts';
import { mergeHeads } from '../../../../shared/domain/docket/merge/merge.ts';
import { madeAt, type MergeSource } from '../../../../shared/domain/docket/merge/rows.ts';
import type {
  DocketHeader,
  DocketParty,
  DocketSourceKind,
  DocketWarning,
  ParsedDocket,
  ParsedEntry,
} from '../../../../shared/model/docket.ts';
import { sql } from '../../store/query-builder.ts';
import type { Schema } from '../../store/schema.ts';
import type { MatterSession } from '../../store/session.ts';

export type SourceRow = Omit<Selectable<Schema['docket_source']>, 'bytes'>;

/** A source's part about one lawsuit, to be stored. */
export interface NewSource {
  readonly name: string;
  readonly kind: DocketSourceKind;
  readonly printedAt: string | null;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly docket: ParsedDocket;
  readonly warnings: readonly DocketWarning[];
}

const withoutBytes = [
  'id',
  'name',
  'kind',
  'printed_at',
  'made_at',
  'read_at',
  'sha256',
  'is_complete',
  'header',
  'parties',
  'warnings',
  'observations',
  'was_applied',
] as const;
const sourceRows = sql.selectFrom('docket_source').select(withoutBytes);

/**
 * Stores a source and the rows it lists; one that is stored already is left as it is.
 *
 * @returns its id
 */
export function storeSource(session: MatterSession, source: NewSource): string {
  const { docket } = source;
  const bodies = docket.entries.map((entry) => JSON.stringify(entry));
  const header = JSON.stringify(docket.header);
  const parties = JSON.stringify(docket.parties);
  const id = sha256([
    source.sha256,
    source.printedAt ?? '',
    `${docket.isComplete}`,
    header,
    parties,
    ...bodies,
  ]);
  if (session.get(sql.selectFrom('docket_source').select('id').where('id', '=', id))) return id;
  const insert = session.prepare(
    'INSERT INTO docket_observation (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const find = session.prepare('SELECT id FROM docket_observation WHERE sha256 = ?');
  const observations = bodies.map((body) => {
    const hash = sha256([body]);
    insert.run(hash, body);
    return (find.get(hash) as { id: number }).id;
  });
  session.run(
    sql.insertInto('docket_source').values({
      id,
      name: source.name,
      kind: source.kind,
      printed_at: source.printedAt,
      made_at: madeAt(source.printedAt, docket.entries),
      read_at: session.platform.now(),
      sha256: source.sha256,
      bytes: source.bytes,
      is_complete: docket.isComplete ? 1 : 0,
      header,
      parties,
      warnings: JSON.stringify(source.warnings),
      observations: JSON.stringify(observations),
    }),
  );
  return id;
}

/** Sources the docket is made of now, in no particular order. */
export function listApplied(session: MatterSession): (SourceRow & { applied_at: string })[] {
  return session.all(
    sourceRows
      .innerJoin('docket_applied', 'docket_applied.id', 'docket_source.id')
      .select('docket_applied.applied_at')
      .clearSelect()
      .select([
        ...withoutBytes.map((column) => `docket_source.${column}` as const),
        'docket_applied.applied_at',
      ]),
  ) as (SourceRow & { applied_at: string })[];
}

/** Stored sources with these ids, in no particular order. */
export function findSources(session: MatterSession, ids: readonly string[]): SourceRow[] {
  return ids.flatMap((id) => session.get(sourceRows.where('id', '=', id)) ?? []);
}

/** Header and parties of stored sources, without their entries. */
function headsOf(rows: readonly SourceRow[]): Omit<MergeSource, 'entries'>[] {
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    madeAt: row.made_at,
    isComplete: row.is_complete === 1,
    // A field that came later is blank in what was stored before.
    header: { ...blankHeader(), ...(JSON.parse(row.header) as Partial<DocketHeader>) },
    parties: JSON.parse(row.parties) as DocketParty[],
  }));
}

/**
 * The head of the docket and its parties, as all imported sources together give them; a null header where none says anything of the case.
 *
 * @example docketHead(session).header?.courtName
 */
export function docketHead(session: MatterSession): ReturnType<typeof mergeHeads> {
  return mergeHeads(headsOf(listApplied(session)));
}

/** Stored sources as the merge takes them; a row that several list is one object in all of them. */
export function loadSources(session: MatterSession, rows: readonly SourceRow[]): MergeSource[] {
  const lists = rows.map(({ observations }) => JSON.parse(observations) as number[]);
  const wanted = JSON.stringify([...new Set(lists.flat())]);
  const bodies = session
    .prepare('SELECT id, body FROM docket_observation WHERE id IN (SELECT value FROM json_each(?))')
    .all(wanted) as { id: number; body: string }[];
  const entries = new Map(bodies.map(({ id, body }) => [id, JSON.parse(body) as ParsedEntry]));
  return headsOf(rows).map((head, at) => ({ ...head, entries: lists[at]!.map((id) => entries.get(id)!) }));
}

/** Removes what was read for previews and never imported. Run when a matter is opened, and when a preview is given up. */
export function sweepReadSources(session: MatterSession, importId?: string): void {
  if (importId === undefined) session.run(sql.deleteFrom('docket_read'));
  else session.run(sql.deleteFrom('docket_read').where('import_id', '=', importId));
  const removed = session
    .prepare(
      `DELETE FROM docket_source WHERE was_applied = 0
         AND id NOT IN (SELECT source_id FROM docket_read WHERE source_id IS NOT NULL)`,
    )
    .run().changes;
  if (removed === 0) return;
  session
    .prepare(
      `DELETE FROM docket_observation WHERE id NOT IN
         (SELECT value FROM docket_source, json_each(docket_source.observations))`,
    )
    .run();
}

function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
