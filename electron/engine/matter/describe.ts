import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Matter, MatterInfo } from '../../../shared/model/matter.ts';
import { sql } from '../store/query-builder.ts';
import { reviewCopyOf } from '../store/review-copies.ts';
import type { MatterSession } from '../store/session.ts';
import { findSyncService } from './file/synced-folder.ts';
import { schemaVersion } from './migrations/index.ts';

/** Name of the mark that records when everything was last found in order. */
export const verifiedMark = 'verified_at';

/** An open matter as clients see it. */
export function describeMatter(session: MatterSession): Matter {
  const row = session.one(sql.selectFrom('matter').selectAll());
  const service = findSyncService(session.filePath);
  const warnings = [
    ...(session.isInPlace() ? [] : [session.movedError()]),
    ...(service === null ? [] : [new AppError('MATTER_IN_SYNCED_FOLDER', { service })]),
  ];
  return {
    id: row.id as Matter['id'],
    title: row.title,
    court: row.court,
    number: row.number,
    judge: row.judge,
    timezone: row.timezone,
    fileName: basename(session.filePath),
    isEncrypted: session.passphrase !== null,
    isReadOnly: session.isReadOnly,
    isSample: row.is_sample === 1,
    createdAt: row.created_at,
    schemaVersion,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
  };
}

/** `describeMatter`, with the counts of what the matter holds. */
export function describeMatterInfo(session: MatterSession): MatterInfo {
  const count = (table: 'docket_entry' | 'evidence_item' | 'exhibit' | 'deadline' | 'note' | 'fact') =>
    session.one(sql.selectFrom(table).select((e) => e.fn.countAll<number>().as('rows'))).rows;
  const open = session.one(
    sql
      .selectFrom('deadline')
      .select((e) => e.fn.countAll<number>().as('rows'))
      .where('status', '=', 'open'),
  );
  const archived = session.one(
    sql
      .selectFrom('evidence_description')
      .select((e) => e.fn.countAll<number>().as('rows'))
      .where('is_archived', '=', 1),
  );
  const pages = session.db.pragma('page_count', { simple: true }) as number;
  const pageBytes = session.db.pragma('page_size', { simple: true }) as number;
  const verified = session.get(sql.selectFrom('mark').select('value').where('name', '=', verifiedMark));
  return {
    ...describeMatter(session),
    counts: {
      docketEntries: count('docket_entry'),
      evidence: count('evidence_item'),
      archivedEvidence: archived.rows,
      exhibits: count('exhibit'),
      deadlines: count('deadline'),
      openDeadlines: open.rows,
      notes: count('note'),
      facts: count('fact'),
    },
    sizeBytes: pages * pageBytes,
    verifiedAt: verified?.value ?? null,
    reviewCopy: reviewCopyOf(session),
  };
}
