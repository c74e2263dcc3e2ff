import { basename } from 'node:path';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { appendCustody } from '../../store/custody.ts';
import { insertBuild, type WrittenOutput } from '../build-repository.ts';
import type { BuiltSet } from './files/built-set.ts';
import type { PlannedBuild } from './plan/plan-build.ts';

/** The files of a build in a folder. */
export interface WrittenFiles {
  readonly built: BuiltSet;
  /** In reading order, the manifest last. */
  readonly outputs: readonly WrittenOutput[];
  readonly findings: readonly Finding[];
}

/**
 * Writes a finished build into the matter, and into the custody of every item that was used.
 *
 * @param folder where the files were published: the full path
 */
export function recordBuild(
  { set, exhibits, planSha256, sources }: PlannedBuild,
  { built, outputs, findings }: WrittenFiles,
  folder: string,
  context: JobContext,
): BuildId {
  const { session, platform, person } = context;
  const id = platform.newId() as BuildId;
  context.commit(`build “${set.name}”`, () => {
    insertBuild(
      session,
      {
        id,
        set_id: set.id,
        built_at: platform.now(),
        folder,
        plan_sha256: planSha256,
        findings: JSON.stringify(findings),
      },
      outputs,
      exhibits.flatMap((exhibit, at) => {
        const { volume } = built.exhibits[at]!;
        return volume === null
          ? []
          : [{ exhibitId: exhibit.id, volume, itemPages: sources[at]?.pages ?? null }];
      }),
    );
    const files = ownFiles(outputs);
    for (const { label, original, status } of exhibits) {
      if (!original || status !== 'active') continue;
      const output = files.get(label);
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
  return id;
}

/** By label the file that an exhibit's item went into: of one filed under seal not that of the page which stands for it. */
function ownFiles(outputs: readonly WrittenOutput[]): Map<string | null, WrittenOutput> {
  const standing = outputs.filter(({ role }) => role === 'exhibit');
  const underSeal = outputs.filter(({ role }) => role === 'sealed');
  return new Map([...standing, ...underSeal].map((output) => [output.label, output]));
}
