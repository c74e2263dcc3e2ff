import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CourtStamp, DocketEntry } from '../../../shared/model/docket.ts';
import { getItems } from '../evidence/index.ts';
import type { AreaHandlers, CommandContext } from '../handlers.ts';
import { findByNumber, findRows, insertEntries, listEntries, updateEntry } from './docket-repository.ts';
import { planStamps } from './stamp-plan.ts';

/** Court-stamped documents file themselves. */
export const stampHandlers: Pick<AreaHandlers<'docket'>, 'docket.stamp.plan' | 'docket.stamp.file'> = {
  'docket.stamp.plan': ({ evidenceIds }, context) => planStamps(evidenceIds, context),

  'docket.stamp.file': ({ filings }, context) => {
    const { session, describe } = context;
    const items = getItems(
      session,
      filings.map(({ evidenceId }) => evidenceId),
    );
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const existing = new Set(
      findRows(
        session,
        filings.flatMap(({ entryId }) => entryId ?? []),
      ).map(({ id }) => id),
    );
    const ids = filings.map(({ evidenceId, stamp, entryId, action }) => {
      const title = titles.get(evidenceId)!;
      if (action === 'link') {
        if (entryId === null || !existing.has(entryId))
          throw new AppError('NOT_FOUND', { what: 'docket entry' });
        updateEntry(session, entryId, { evidence_id: evidenceId });
        return entryId;
      }
      if (!stamp || stamp.number === null) throw new AppError('DOCKET_STAMP_UNUSABLE', { name: title });
      const id = entryOf({ ...stamp, number: stamp.number }, title, context);
      updateEntry(session, id, { evidence_id: evidenceId });
      return id;
    });
    describe(
      ids.length === 1 ? `file “${titles.get(filings[0]!.evidenceId)!}”` : `file ${ids.length} documents`,
    );
    const entries = new Map<string, DocketEntry>(listEntries(session).map((entry) => [entry.id, entry]));
    return ids.map((id) => entries.get(id)!);
  },
};

/**
 * Id of the entry a stamp names. One that is not there is added: named after the document, to be distinguished from what a court says of
 * it. The lead document of an attachment, of which nothing is known but its number and day, is named by its number.
 */
function entryOf(stamp: CourtStamp & { number: number }, title: string, context: CommandContext): string {
  const { session } = context;
  if (stamp.attachment !== null && findByNumber(session, stamp.number, null) === null)
    addEntry({ ...stamp, attachment: null, pageCount: null }, '', context);
  return findByNumber(session, stamp.number, stamp.attachment) ?? addEntry(stamp, title, context);
}

function addEntry(stamp: CourtStamp, text: string, { session, platform }: CommandContext): string {
  const id = platform.newId();
  insertEntries(session, [
    {
      id,
      number: stamp.number,
      attachment: stamp.attachment,
      filed_on: stamp.filedOn,
      entered_on: null,
      text: text || `Document ${docketNumber(stamp)}`,
      filer: '',
      is_text_only: 0,
      is_sealed: 0,
      evidence_id: null,
      created_at: platform.now(),
      page_count: stamp.pageCount,
    },
  ]);
  return id;
}
