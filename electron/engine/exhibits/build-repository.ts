import { sql } from '../store/query-builder.ts';
import type { ExhibitTables } from '../store/exhibit-tables.ts';
import type { MatterSession } from '../store/session.ts';

/** Where an exhibit of a build stands, and what was found behind it. */
export interface BuiltExhibit {
  readonly exhibitId: string;
  /** Name of the volume. */
  readonly volume: string;
  /** Pages of the whole item as the build read them; null where nothing was read. */
  readonly itemPages: number | null;
}

/** Writes down which exhibits a build is made of. Must run in the transaction that records the build. */
export function recordBuiltExhibits(
  session: MatterSession,
  buildId: string,
  exhibits: readonly BuiltExhibit[],
): void {
  for (const { exhibitId, volume, itemPages } of exhibits)
    session.run(
      sql
        .insertInto('build_exhibit')
        .values({ build_id: buildId, exhibit_id: exhibitId, volume, item_pages: itemPages }),
    );
}

/** The exhibits of a build, by id. */
export function builtExhibits(session: MatterSession, buildId: string): Map<string, BuiltExhibit> {
  const rows = session.all(sql.selectFrom('build_exhibit').selectAll().where('build_id', '=', buildId));
  return new Map(
    rows.map(({ exhibit_id: exhibitId, volume, item_pages: itemPages }) => [
      exhibitId,
      { exhibitId, volume, itemPages },
    ]),
  );
}

/** Builds of a set, newest first. */
export function selectBuilds(session: MatterSession, setId: string): ExhibitTables['build'][] {
  return session.all(
    sql
      .selectFrom('build')
      .selectAll()
      .where('set_id', '=', setId)
      .orderBy('built_at', 'desc')
      .orderBy('id', 'desc'),
  );
}
