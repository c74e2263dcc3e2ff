import { parseCourtStamps, type PageStamp } from '../../../shared/domain/docket/court-stamp.ts';
import { isSameCase } from '../../../shared/domain/docket/merge/case-number.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { DocketEntry, StampPlan } from '../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { getItems } from '../evidence/index.ts';
import type { MatterContext } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { listRows, type DocketRow } from './docket-repository.ts';

/** Pages looked at for a stamp: a cover may come before the first stamped page. */
const lookedAt = 3;
const timeoutMs = 30_000;
/** Files read at once: more than the pool has threads, so that no thread waits. */
const atOnce = 8;

/**
 * Reads the courts' stamps on evidence items and says where each belongs on the docket. Nothing is written. A file that
 * cannot be read, or has no stamp, is planned to go nowhere.
 *
 * @throws AppError NOT_FOUND
 */
export async function planStamps(ids: readonly string[], context: MatterContext): Promise<StampPlan[]> {
  const { session } = context;
  const items = getItems(session, ids);
  const stamps = await readStamps(items, context);
  const { number: matterNumber } = session.one(sql.selectFrom('matter').select('number'));
  const titles = new Map(
    session
      .all(sql.selectFrom('evidence_description').select(['id', 'title']))
      .map((row) => [row.id, row.title]),
  );
  const rows = rowsByNumber(session);
  /** What of this plan goes to which place, so that a second document for it is seen. */
  const taken = new Map<string, string>();
  return items.map((item, i) => {
    const found = stamps[i]!;
    const read = found.find(({ stamp }) => isSameCase(stamp.caseNumber, matterNumber)) ?? found.at(-1);
    if (!read) return plan(item, null, 'none', null, []);
    const { stamp } = read;
    if (matterNumber !== '' && !isSameCase(stamp.caseNumber, matterNumber)) {
      const isOther = conflict('STAMP_OTHER_MATTER', { found: stamp.caseNumber, expected: matterNumber });
      return plan(item, stamp, 'none', null, [isOther]);
    }
    const place = docketNumber(stamp);
    if (place === null) return plan(item, stamp, 'none', null, []);
    const row = bestRow(rows.get(place) ?? [], item, stamp);
    if (row?.evidence_id === item.id) return plan(item, stamp, 'none', row, []);
    const holder = row?.evidence_id ?? taken.get(place) ?? null;
    taken.set(place, item.id);
    return plan(item, stamp, row ? 'link' : 'add', row, [
      ...conflictsOf(item, read, row),
      ...(holder === null || holder === item.id
        ? []
        : [conflict('STAMP_ENTRY_HAS_DOCUMENT', { number: place, title: titles.get(holder) ?? '' })]),
    ]);
  });
}

interface ReadStamp {
  readonly stamp: PageStamp;
  /** The page of the file it stands on, from 1. */
  readonly onPage: number;
}

async function readStamps(items: readonly EvidenceItem[], context: MatterContext): Promise<ReadStamp[][]> {
  const contents = new Map(
    context.session
      .all(sql.selectFrom('evidence_item').select(['id', 'content_id']))
      .map((row) => [row.id, row.content_id]),
  );
  const stamps: ReadStamp[][] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    const batch = items.slice(at, at + atOnce);
    stamps.push(
      ...(await Promise.all(batch.map((item) => readStamp(item, contents.get(item.id)!, context)))),
    );
  }
  return stamps;
}

async function readStamp(
  item: EvidenceItem,
  contentId: number,
  { session, platform }: MatterContext,
): Promise<ReadStamp[]> {
  if (item.kind !== 'pdf' || item.pages === null) return [];
  const matter = { filePath: session.filePath, passphrase: session.passphrase };
  const last = Math.min(lookedAt, item.pages);
  if (last < 1) return [];
  try {
    const { pages } = await runInWorker(
      platform,
      'pdf.text',
      { location: { matter, contentId }, name: item.originalName, pages: `1-${last}` },
      {
        timeoutMs,
        name: item.originalName,
        limitCode: 'EVIDENCE_TOO_DEMANDING',
        signal: session.closing,
      },
    );
    for (const { page, text } of pages) {
      const stamps = parseCourtStamps(text);
      if (stamps.length > 0) return stamps.map((stamp) => ({ stamp, onPage: page }));
    }
    return [];
  } catch (error) {
    // What cannot be read has no stamp; its item says already what is wrong with it.
    if (isAppError(error) && error.code !== 'CANCELLED') return [];
    throw error;
  }
}

function rowsByNumber(session: MatterSession): Map<string, DocketRow[]> {
  const rows = new Map<string, DocketRow[]>();
  for (const row of listRows(session)) {
    const number = docketNumber(row);
    if (number === null) continue;
    const list = rows.get(number);
    if (list) list.push(row);
    else rows.set(number, [row]);
  }
  for (const list of rows.values()) list.sort((a, b) => a.repeat - b.repeat);
  return rows;
}

/** Among entries the court numbered alike: the one this is the document of already, else the one filed on the stamp's day. */
function bestRow(rows: readonly DocketRow[], item: EvidenceItem, stamp: PageStamp): DocketRow | null {
  return (
    rows.find((row) => row.evidence_id === item.id) ??
    rows.find((row) => stamp.filedOn !== null && row.filed_on === stamp.filedOn) ??
    rows[0] ??
    null
  );
}

type Conflict = StampPlan['conflicts'][number];

function conflictsOf(item: EvidenceItem, { stamp, onPage }: ReadStamp, row: DocketRow | null): Conflict[] {
  const conflicts: Conflict[] = [];
  if (stamp.page !== null && stamp.page > onPage)
    conflicts.push(conflict('STAMP_NOT_THE_FIRST_PAGE', { page: stamp.page }));
  if (stamp.pageCount !== null && item.pages !== null && stamp.pageCount !== item.pages)
    conflicts.push(conflict('STAMP_PAGE_COUNT', { stamped: stamp.pageCount, found: item.pages }));
  const days = [row?.filed_on, row?.entered_on].filter((day) => typeof day === 'string');
  if (stamp.filedOn !== null && days.length > 0 && !days.includes(stamp.filedOn))
    conflicts.push(conflict('STAMP_DATE', { stamped: stamp.filedOn, found: days[0]! }));
  return conflicts;
}

function conflict(code: ErrorCode, details: Record<string, unknown>): Conflict {
  return { code, message: new AppError(code, details).message };
}

function plan(
  item: EvidenceItem,
  stamp: PageStamp | null,
  action: StampPlan['action'],
  row: DocketRow | null,
  conflicts: Conflict[],
): StampPlan {
  const { page: _page, ...printed } = stamp ?? { page: null };
  return {
    evidenceId: item.id,
    title: item.title,
    stamp: stamp && (printed as StampPlan['stamp']),
    action,
    entryId: (row?.id ?? null) as DocketEntry['id'] | null,
    conflicts,
  };
}
