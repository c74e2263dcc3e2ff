import { join } from 'node:path';
import { printedEnds } from '../../../../shared/domain/exhibits/bates.ts';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { BuildResult, Finding } from '../../../../shared/model/exhibits.ts';
import type { WrittenOutput } from '../build-repository.ts';
import type { SetPlan } from './plan/set-plan.ts';

/** A build whose folder is published and recorded. */
export interface PublishedBuild {
  readonly buildId: BuildId;
  /** Full path. */
  readonly folder: string;
  readonly plan: SetPlan;
  /** With the manifest. */
  readonly outputs: readonly WrittenOutput[];
  readonly findings: readonly Finding[];
}

/**
 * What a build returns.
 *
 * @param isTrusted whether the caller may see full paths, and not only the names of files inside the folder
 */
export function describeResult(
  { buildId, folder, plan, outputs, findings }: PublishedBuild,
  isTrusted: boolean,
): BuildResult {
  const place = (file: string) => (isTrusted ? join(folder, file) : file);
  const ofRole = (role: WrittenOutput['role']) =>
    outputs.filter((output) => output.role === role).map(({ file }) => place(file));
  const itemOf = new Map(plan.exhibits.flatMap(({ file, item }) => (file === null ? [] : [[file, item]])));
  const named = new Set(['volume', 'exhibit', 'manifest', 'index']);
  return {
    buildId,
    binder: ofRole('volume')[0]!,
    volumes: ofRole('volume'),
    exhibits: outputs
      .filter(({ role }) => role === 'exhibit')
      .map(({ label, file, sha256 }) => {
        const { pages, numbers } = itemOf.get(file)!;
        const ends = plan.batesPrefix === null || !numbers ? null : printedEnds(plan.batesPrefix, numbers);
        return {
          label: label!,
          file: place(file),
          pages,
          batesFirst: ends?.lowest ?? null,
          batesLast: ends?.highest ?? null,
          sha256,
        };
      }),
    manifest: ofRole('manifest')[0]!,
    index: ofRole('index')[0]!,
    others: outputs
      .filter(({ role }) => !named.has(role))
      .map(({ role, file }) => ({ role, file: place(file) })),
    findings: [...findings],
  };
}
