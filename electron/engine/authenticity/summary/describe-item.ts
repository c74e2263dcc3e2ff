import type { EvidenceId } from '../../../../shared/model/common.ts';
import { getItems } from '../../evidence/index.ts';
import type { CommandContext } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';

/** Keeps what an item shows, for the summaries it stands in. @throws AppError NOT_FOUND */
export function describeForSummary(
  { id, shows }: { readonly id: EvidenceId; readonly shows: string },
  { session, describe }: CommandContext,
): null {
  const [item] = getItems(session, [id]);
  describe(`say what “${item!.title}” shows`);
  if (shows === '') session.run(sql.deleteFrom('summary_description').where('id', '=', id));
  else
    session.run(
      sql
        .insertInto('summary_description')
        .values({ id, shows })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ shows })),
    );
  return null;
}
