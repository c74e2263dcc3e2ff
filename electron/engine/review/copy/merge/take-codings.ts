import type { JobResult } from '../../../../../shared/contract/api.ts';
import { differingFields } from '../../../../../shared/domain/review/differing-fields.ts';
import { adoptCodes, mergeCoding } from '../../../../../shared/domain/review/merge-codings.ts';
import type { EvidenceId } from '../../../../../shared/model/common.ts';
import type { Codes, Coding } from '../../../../../shared/model/review.ts';
import { itemsInConflict } from '../../../evidence/index.ts';
import { sql } from '../../../store/query-builder.ts';
import { codingId, codingRow, readCodes, readCodings } from '../../codings.ts';
import { codeValues, writeCodes, writeIssues } from '../../write-codes.ts';
import type { Returned } from '../returned.ts';

type CodingCounts = JobResult<'review.copy.merge'>['codings'];

/** Takes codings back, each beside what others decided; what is new fills what was open here. */
export function takeCodings(returned: Returned): CodingCounts {
  const { session, copy } = returned;
  // In the terms of what comes back: an issue may have been deleted here and created again since.
  const present = (coding: Coding): Coding => ({
    ...coding,
    codes: { ...coding.codes, issueIds: returned.presentTags(coding.codes.issueIds).toSorted() },
  });
  const counts: CodingCounts = { added: 0, updated: 0, unchanged: 0, conflicts: 0 };
  const bases = new Map(
    (
      session
        .prepare('SELECT coding_id, coding FROM review_copy_coding WHERE copy_id = ?')
        .raw()
        .all(copy.id) as [string, string][]
    ).map(([id, coding]) => [id, present(JSON.parse(coding) as Coding)]),
  );
  const itemIds = [...new Set([...returned.codings.values()].map(({ evidenceId }) => evidenceId))];
  const own = readCodings(session, itemIds);
  const holding = readCodes(session, itemIds);
  const touched = new Set<string>();
  for (const [id, theirs] of [...returned.codings].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { evidenceId } = theirs;
    const here = (own.get(evidenceId) ?? []).map(present);
    const ours = here.find((coding) => codingId(evidenceId, coding.reviewer) === id) ?? null;
    const taken = mergeCoding({ base: bases.get(id) ?? null, ours, theirs });
    counts[taken === null ? 'unchanged' : ours === null ? 'added' : 'updated'] += 1;
    if (taken === null) continue;
    returned.addTags(theirs.codes.issueIds);
    const row = codingRow(taken);
    session.run(
      sql
        .insertInto('coding')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
    );
    const others = here.filter((coding) => coding !== ours);
    const held = holding.get(evidenceId)!;
    const codes = adoptCodes(held, {
      taken: taken.codes,
      before: ours && ours.codes,
      others: others.map((coding) => coding.codes),
    });
    hold(returned, evidenceId, held, codes);
    // It may have been decided before the others were settled: seen only now, it is no less a difference.
    if (differingFields([codes, taken.codes]).length > 0)
      session.prepare('DELETE FROM coding_settled WHERE id = ?').run(evidenceId);
    holding.set(evidenceId, codes);
    own.set(evidenceId, [taken, ...others]);
    touched.add(evidenceId);
  }
  return { ...counts, conflicts: itemsInConflict(session, [...touched]).size };
}

/** Writes what holds of an item from here on, with the mark that it was reviewed there. */
function hold({ session, reviewed }: Returned, evidenceId: EvidenceId, before: Codes, codes: Codes): void {
  const list = JSON.stringify([evidenceId]);
  writeCodes(session, list, [
    ...codeValues(codes),
    ...(reviewed.has(evidenceId) ? [['is_reviewed', 1] as const] : []),
  ]);
  writeIssues(session, list, {
    add: codes.issueIds.filter((id) => !before.issueIds.includes(id)),
    remove: before.issueIds.filter((id) => !codes.issueIds.includes(id)),
  });
}
