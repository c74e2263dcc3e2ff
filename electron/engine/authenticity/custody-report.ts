import { basename } from 'node:path';
import type { EvidenceId, FileRef } from '../../../shared/model/common.ts';
import { getItems } from '../evidence/index.ts';
import { numbersOfItem } from '../exhibits/index.ts';
import type { JobContext } from '../handlers.ts';
import type { WrittenPdf } from '../pdf/draw/write-drawn.ts';
import { assertNewFile } from '../platform/write-file.ts';
import { sql } from '../store/query-builder.ts';
import { captionOf } from '../tro/index.ts';
import { checkOriginals, type CheckedOriginal } from './check-originals.ts';
import type { CustodyReport, ReportedItem } from './draw-custody-report.ts';
import { readAncestors, readExhibits, readKeptCopies, readMembers } from './read-provenance.ts';
import { writePaper } from './write-paper.ts';

export interface CustodyReported extends WrittenPdf {
  path?: string;
  altered: { id: EvidenceId; title: string }[];
  alteredRecords: { id: EvidenceId; title: string; what: string }[];
  isCustodyWhole: boolean;
}

/**
 * Writes the custody report of items as a PDF. Their originals are hashed again, what they are called and where they came from is compared
 * with their custody, and the whole custody record is walked; where something is wrong, the report says so in its first lines. The same matter at the same moment gives the same bytes.
 *
 * @returns with what was found wrong
 * @throws AppError NOT_FOUND, FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function writeCustodyReport(
  { ids, target }: { readonly ids: readonly EvidenceId[]; readonly target: FileRef },
  context: JobContext,
): Promise<CustodyReported> {
  const { session, platform, person } = context;
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  assertNewFile(filePath);
  const matter = session.one(sql.selectFrom('matter').select(['title', 'timezone']));
  const { items: checked, custody, at } = await checkOriginals(ids, matter.timezone, context);
  const report: CustodyReport = {
    caption: captionOf(session),
    title: matter.title,
    timezone: matter.timezone,
    at,
    by: {
      person,
      account: platform.account,
      machine: platform.machine,
      appVersion: platform.appVersion,
    },
    custody,
    items: reportedItems(checked, context),
  };
  const title = ['Custody report', report.caption.number, matter.title]
    .filter((part) => part !== '')
    .join(' · ');
  const written = await writePaper(filePath, title, { kind: 'custody', report }, context);
  return {
    ...written,
    altered: checked
      .filter(({ finding }) => !finding.isSound)
      .map(({ original: { id, title } }) => ({ id, title })),
    alteredRecords: checked.flatMap(({ altered, original: { id, title } }) =>
      altered === null ? [] : { id, title, what: altered },
    ),
    isCustodyWhole: custody.isSound,
  };
}

function reportedItems(checked: readonly CheckedOriginal[], { session }: JobContext): ReportedItem[] {
  const ids = checked.map(({ original }) => original.id);
  const exhibits = readExhibits(session, ids);
  const items = new Map(getItems(session, ids).map((item) => [item.id, item]));
  return checked.map((one) => {
    const { id, contentId } = one.original;
    return {
      ...one,
      item: items.get(id)!,
      ancestors: readAncestors(session, id),
      members: readMembers(session, id),
      exhibits: exhibits.get(id) ?? [],
      numbers: numbersOfItem(session, id),
      keptCopies: readKeptCopies(session, contentId),
    };
  });
}
