import type { BuildId, BuildOutputId } from '../../../shared/model/common.ts';
import type { BuildOutput } from '../../../shared/model/exhibits.ts';
import { sql } from '../store/query-builder.ts';
import type { ExhibitTables } from '../store/exhibit-tables.ts';
import type { MatterSession } from '../store/session.ts';

/** A file of a build. */
export type WrittenOutput = Omit<BuildOutput, 'id'>;

/** Where a build placed an exhibit, and what it read for it. */
export interface RecordedExhibit {
  readonly exhibitId: string;
  /** Name of the volume. */
  readonly volume: string;
  /** Pages of the whole item as the build read them; null where nothing was read. */
  readonly itemPages: number | null;
}

/**
 * Records a finished build, its files and its exhibits. Must run inside a transaction.
 *
 * @param build its findings as JSON
 */
export function insertBuild(
  session: MatterSession,
  build: ExhibitTables['build'],
  outputs: readonly WrittenOutput[],
  exhibits: readonly RecordedExhibit[],
): void {
  session.run(sql.insertInto('build').values(build));
  for (const { sizeBytes, ...output } of outputs) {
    const id = session.platform.newId() as BuildOutputId;
    session.run(
      sql.insertInto('build_output').values({ id, build_id: build.id, ...output, size_bytes: sizeBytes }),
    );
  }
  for (const { exhibitId, volume, itemPages } of exhibits)
    session.run(
      sql
        .insertInto('build_exhibit')
        .values({ build_id: build.id, exhibit_id: exhibitId, volume, item_pages: itemPages }),
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

/** The build that wrote a file. */
export function selectBuildOf(
  session: MatterSession,
  outputId: BuildOutputId,
): ExhibitTables['build'] | undefined {
  return session.get(
    sql
      .selectFrom('build')
      .innerJoin('build_output', 'build_output.build_id', 'build.id')
      .selectAll('build')
      .where('build_output.id', '=', outputId),
  );
}

/** When a set was last built; null if never. */
export function lastBuiltAt(session: MatterSession, setId: string): string | null {
  const last = session.get(
    sql
      .selectFrom('build')
      .select((of) => of.fn.max('built_at').as('at'))
      .where('set_id', '=', setId),
  );
  return last?.at ?? null;
}

/** The files of a build, in the order they were recorded: its volumes first, its manifest last. */
export function selectOutputs(session: MatterSession, buildId: BuildId): BuildOutput[] {
  return session.all(
    sql
      .selectFrom('build_output')
      .select(['id', 'role', 'volume', 'label', 'file', 'pages', 'size_bytes as sizeBytes', 'sha256'])
      .where('build_id', '=', buildId)
      .orderBy('id'),
  );
}

/** The exhibits in a build's volumes, by id. */
export function builtExhibits(session: MatterSession, buildId: BuildId): Map<string, RecordedExhibit> {
  const rows = session.all(
    sql
      .selectFrom('build_exhibit')
      .select(['exhibit_id as exhibitId', 'volume', 'item_pages as itemPages'])
      .where('build_id', '=', buildId),
  );
  return new Map(rows.map((row) => [row.exhibitId, row]));
}
