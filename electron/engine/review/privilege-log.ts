import { basename, resolve } from 'node:path';
import type { JobResult } from '../../../shared/contract/api.ts';
import { csvText } from '../../../shared/domain/csv.ts';
import { claimedDays } from '../../../shared/domain/evidence/claimed.ts';
import {
  privilegeLog,
  privilegeLogColumns,
  type PrivilegeLogEntry,
  type WithheldItem,
} from '../../../shared/domain/review/privilege-log.ts';
import type { EvidenceId, FileRef } from '../../../shared/model/common.ts';
import type { Claim } from '../../../shared/model/evidence.ts';
import { getItems } from '../evidence/index.ts';
import { numbersOfItem, voidNumbersOfItem } from '../exhibits/index.ts';
import { writeWordDocument } from '../formats/word/index.ts';
import type { JobContext } from '../handlers.ts';
import { writeNewBytes } from '../platform/write-file.ts';
import type { MatterSession } from '../store/session.ts';
import { captionOf } from '../tro/index.ts';

/**
 * Writes the privilege log of what is withheld, archived items too. Titles, subjects and file names are never in it. The same
 * matter gives the same bytes.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL
 * @see Fed. R. Civ. P. 26(b)(5)(A)
 */
export async function writePrivilegeLog(
  { form, target }: { form: 'csv' | 'docx'; target: FileRef },
  context: JobContext,
): Promise<JobResult<'review.privilegeLog'>> {
  const { session } = context;
  const filePath = resolve(context.resolveFile(target));
  context.progress(0, 0, basename(filePath));
  const entries = privilegeLog(readWithheld(session));
  const bytes = form === 'csv' ? Buffer.from(csvOf(entries)) : await wordOf(entries, session);
  return {
    ...(await writeNewBytes(filePath, bytes, context)),
    entries: entries.length,
    incomplete: entries
      .filter(({ missing }) => missing.length > 0)
      .map(({ evidenceId, missing }) => ({ evidenceId: evidenceId as EvidenceId, missing: [...missing] })),
  };
}

function csvOf(entries: readonly PrivilegeLogEntry[]): string {
  return csvText([privilegeLogColumns.map(({ head }) => head), ...entries.map(({ cells }) => cells)]);
}

function wordOf(entries: readonly PrivilegeLogEntry[], session: MatterSession): Promise<Buffer> {
  const { court, plaintiffs, defendants, number, judge } = captionOf(session);
  const caption = [
    court,
    [plaintiffs, defendants].filter((side) => side !== '').join(' v. '),
    number === '' ? '' : `No. ${number}`,
    judge === '' ? '' : `Judge: ${judge}`,
  ].filter((line) => line !== '');
  return writeWordDocument({
    title: 'Privilege Log',
    isLandscape: true,
    blocks: [
      ...caption.map((text) => ({ kind: 'centered', text }) as const),
      { kind: 'title', text: 'PRIVILEGE LOG' },
      { kind: 'centered', text: 'Fed. R. Civ. P. 26(b)(5)(A)' },
      { kind: 'plain', text: '' },
      entries.length === 0
        ? { kind: 'plain', text: 'Nothing is withheld as privileged.' }
        : {
            kind: 'table',
            columns: privilegeLogColumns,
            rows: entries.map(({ cells, isAttachment }) => ({ cells, isInset: isAttachment })),
          },
    ],
  });
}

/** Withheld items with what the log says of them, and nothing else. */
function readWithheld(session: MatterSession): WithheldItem[] {
  const ids = session
    .prepare(`SELECT id FROM evidence_description WHERE privilege <> 'none'`)
    .pluck()
    .all() as string[];
  const list = JSON.stringify(ids);
  const claims = Map.groupBy(
    session
      .prepare(
        `SELECT i.id, c.field, c.value FROM claim c JOIN evidence_item i ON i.content_id = c.content_id
           WHERE i.id IN (SELECT value FROM json_each(?)) AND c.value <> '' ORDER BY c.id`,
      )
      .all(list) as ({ id: string } & Claim)[],
    ({ id }) => id,
  );
  const members = Map.groupBy(
    session
      .prepare(
        `SELECT DISTINCT parent_id, child_id FROM evidence_member
           WHERE parent_id IN (SELECT value FROM json_each(?)) ORDER BY parent_id, position`,
      )
      .all(list) as { parent_id: string; child_id: string }[],
    (member) => member.parent_id,
  );
  const notes = new Map(
    session
      .prepare(
        'SELECT id, privilege_note FROM evidence_description WHERE id IN (SELECT value FROM json_each(?))',
      )
      .raw()
      .all(list) as [string, string][],
  );
  const dayOf = claimedDays(session.prepare('SELECT timezone FROM matter').pluck().get() as string);
  return getItems(session, ids).flatMap(({ id, kind, privilege, batesSeen, claimedAt }) => {
    if (privilege === null || privilege === 'none') return [];
    const people = (...fields: Claim['field'][]) =>
      (claims.get(id) ?? []).filter(({ field }) => fields.includes(field)).map(({ value }) => value);
    const senders = people('from');
    return {
      id,
      kind,
      privilege,
      numbers: [
        ...new Set([...numbersOfItem(session, id), ...(batesSeen === null ? [] : [batesSeen])]),
        // What was clawed back was produced under these numbers, and the other side knows it by nothing else.
        ...voidNumbersOfItem(session, id).map((numbers) => `${numbers} (void)`),
      ],
      day: claimedAt === null ? null : dayOf(claimedAt),
      authors: senders.length > 0 ? senders : people('author'),
      recipients: people('to'),
      copied: people('cc', 'bcc'),
      description: notes.get(id)!,
      memberIds: (members.get(id) ?? []).map(({ child_id: child }) => child),
    };
  });
}
