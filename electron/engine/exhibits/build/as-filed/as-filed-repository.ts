import type { AsFiledFile, AsFiledRecord } from '../../../../../shared/model/as-filed.ts';
import type { BuildId } from '../../../../../shared/model/common.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';

/** Records how a build's files came back from the court, except those that resemble none of its files. Must run inside a transaction. */
export function insertAsFiled(
  session: MatterSession,
  buildId: BuildId,
  person: string,
  files: readonly AsFiledFile[],
): void {
  const { platform } = session;
  for (const file of files)
    if (file.outputId !== null)
      session.run(
        sql.insertInto('as_filed').values({
          id: platform.newId(),
          build_id: buildId,
          output_id: file.outputId,
          checked_at: platform.now(),
          person,
          result: JSON.stringify(file),
        }),
      );
}

/** How a build's files came back, newest first: for each file of the build the last comparison. */
export function selectAsFiled(session: MatterSession, buildId: BuildId): AsFiledRecord[] {
  const rows = session.all(
    sql
      .selectFrom('as_filed')
      .selectAll()
      .where('build_id', '=', buildId)
      .orderBy('checked_at', 'desc')
      .orderBy('id', 'desc'),
  );
  const told = new Set<string>();
  return rows.flatMap(({ id, output_id: outputId, checked_at: checkedAt, person, result }) => {
    if (told.has(outputId)) return [];
    told.add(outputId);
    return [{ ...(JSON.parse(result) as AsFiledFile), id, checkedAt, checkedBy: person }];
  });
}
