import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WrittenOutput } from '../../build-repository.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import { archivalFiles } from './archival-files.ts';
import { assemblyFindings } from './assembly-findings.ts';
import { bindSet, type BoundSet } from './bind-set.ts';
import { outputOf, type AssembleSetTools, type BuiltExhibit, type BuiltSet } from './built-set.ts';
import type { PlacedExhibit } from './index-papers.ts';
import { putOriginalsBeside } from './originals-beside.ts';
import { writePapers } from './write-papers.ts';

/** The assembler's finding about an original that needs a password. */
const openedCode = 'OPENED_BY_PASSWORD';

/**
 * Writes every file of a build but its manifest: volumes, one PDF per exhibit, separate exhibits filed under seal, index,
 * table of exhibits, load files, and originals beside the binder. The same plan and originals give the same bytes.
 *
 * @param folder an empty folder
 * @throws SourceUnreadable with the place in the plan, which names all others that cannot be carried; the file system's own errors
 */
export async function assembleSet(plan: SetPlan, folder: string, tools: AssembleSetTools): Promise<BuiltSet> {
  for (const { file } of plan.exhibits)
    if (file !== null) mkdirSync(dirname(join(folder, file)), { recursive: true });
  const bound = await bindSet(plan, folder, tools);
  for (const file of bound.abandonedFiles) await rm(join(folder, file), { force: true });
  const { index, outputs: papers } = await writePapers(
    plan,
    placedExhibits(plan, bound),
    folder,
    tools.assetsDirectory,
  );
  const archival = archivalFiles([
    ...bound.volumes.map(({ named, file }) => [named.file, file] as const),
    ...plan.exhibits.map(({ file }, place) => [file, bound.parts[place]!.file] as const),
    index,
  ]);
  const beside = await putOriginalsBeside(plan, bound.parts, folder, tools);
  return {
    outputs: [...volumeOutputs(bound), ...exhibitOutputs(plan, bound), ...papers, ...beside.outputs],
    exhibits: builtExhibits(bound),
    findings: [
      ...assemblyFindings(plan, bound),
      ...(plan.isArchival ? [archival.finding] : []),
      ...beside.findings,
    ],
    archivalFiles: archival.met,
  };
}

/** The exhibits in the volumes, each with its place. */
function placedExhibits(plan: SetPlan, { parts, volumeNames }: BoundSet): PlacedExhibit[] {
  return plan.exhibits.flatMap((planned, place) =>
    planned.isUnderSealCopy
      ? []
      : [{ planned, volume: volumeNames[place] ?? '', page: parts[place]!.startPage }],
  );
}

function volumeOutputs({ volumes }: BoundSet): WrittenOutput[] {
  return volumes.map(({ named, file, pages }) =>
    outputOf('volume', named.file, file, { volume: named.name, pages }),
  );
}

function exhibitOutputs(plan: SetPlan, { parts, volumeNames }: BoundSet): WrittenOutput[] {
  return plan.exhibits.flatMap(({ file, item, isUnderSealCopy }, place) => {
    const { file: written, filePages: pages } = parts[place]!;
    if (file === null || !written) return [];
    const volume = volumeNames[place] ?? null;
    return [
      outputOf(isUnderSealCopy ? 'sealed' : 'exhibit', file, written, { volume, label: item.label, pages }),
    ];
  });
}

function builtExhibits({ parts, volumeNames }: BoundSet): BuiltExhibit[] {
  return parts.map(({ startPage, firstPage, filePages, findings }, place) => ({
    volume: volumeNames[place] ?? null,
    startPage,
    firstPage,
    filePages,
    isOpenedByPassword: findings.some(({ code }) => code === openedCode),
  }));
}
