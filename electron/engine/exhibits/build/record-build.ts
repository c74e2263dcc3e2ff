import { basename } from 'node:path';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { appendCustody } from '../../store/custody.ts';
import { sql } from '../../store/query-builder.ts';
import { recordBuiltExhibits } from '../build-repository.ts';
import type { ExhibitRow, SetRow } from '../exhibit-repository.ts';
import type { BuiltSet, WrittenOutput } from './files/assemble-set.ts';
import type { ExhibitSource } from './sources.ts';

export interface BuildRecord {
  readonly set: SetRow;
  readonly exhibits: readonly ExhibitRow[];
  /** `planHash` as the files were planned: the caption may have changed since. */
  readonly planSha256: string;
  readonly sources: readonly (ExhibitSource | null)[];
  readonly built: BuiltSet;
  /** With the manifest. */
  readonly outputs: readonly WrittenOutput[];
  readonly findings: readonly Finding[];
  /** Where the files were published. */
  readonly folder: string;
}

/** Writes a finished build into the matter, and into the custody of every item that was used. */
export function recordBuild(record: BuildRecord, context: JobContext): BuildId {
  const { set, exhibits, planSha256, sources, built, outputs, findings, folder } = record;
  const { session, platform, person } = context;
  const id = platform.newId();
  context.commit(`build “${set.name}”`, () => {
    session.run(
      sql.insertInto('build').values({
        id,
        set_id: set.id,
        built_at: platform.now(),
        folder,
        plan_sha256: planSha256,
        findings: JSON.stringify(findings),
      }),
    );
    for (const { role, volume, label, file, pages, sizeBytes, sha256 } of outputs)
      session.run(
        sql.insertInto('build_output').values({
          id: platform.newId(),
          build_id: id,
          role,
          volume,
          label,
          file,
          pages,
          size_bytes: sizeBytes,
          sha256,
        }),
      );
    recordBuiltExhibits(
      session,
      id,
      exhibits.flatMap((exhibit, at) => {
        const { volume } = built.exhibits[at]!;
        return volume === null
          ? []
          : [{ exhibitId: exhibit.id, volume, itemPages: sources[at]?.pages ?? null }];
      }),
    );
    const files = new Map(
      outputs.flatMap((output) =>
        output.label !== null && (output.role === 'sealed' || output.role === 'exhibit')
          ? [[`${output.role} ${output.label}`, output] as const]
          : [],
      ),
    );
    for (const { label, original, status } of exhibits) {
      if (!original || status !== 'active') continue;
      const output = files.get(`sealed ${label}`) ?? files.get(`exhibit ${label}`);
      appendCustody(session, {
        evidenceId: original.evidenceId,
        action: 'used_in_exhibit',
        person,
        details: {
          set: set.name,
          label,
          folder: basename(folder),
          ...(output && { file: output.file, sha256: output.sha256 }),
        },
      });
    }
  });
  return id as BuildId;
}
