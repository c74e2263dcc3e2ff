import { existsSync } from 'node:fs';
import { basename, parse } from 'node:path';
import { parseBates } from '../../../../../shared/domain/exhibits/bates.ts';
import { isLabelScheme, labelSchemeForms } from '../../../../../shared/domain/exhibits/exhibit-label.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { Assembly } from '../../../../../shared/model/pdf.ts';
import {
  publish,
  removeLeftovers,
  removeStaged,
  stagedPath,
  stagedWhere,
} from '../../../platform/publish.ts';
import { isSystemError } from '../../../platform/system-errors.ts';
import { assertFolder, unwritable } from '../../../platform/unwritable.ts';
import { archivalDraft } from '../../archival/archival-draft.ts';
import type { AssembleFilesInput } from './task.ts';

/** Files to be joined, and how. */
export interface AssembleRequest extends Pick<
  AssembleFilesInput,
  | 'files'
  | 'hasSlipSheets'
  | 'hasStickers'
  | 'hasIndex'
  | 'hasOutline'
  | 'looksAtEveryPage'
  | 'numbersPages'
  | 'keepsForms'
  | 'isArchival'
> {
  /** Where the result goes: nothing may stand there. */
  readonly target: string;
  /** First Bates number, such as ABC000001; left out for pages without numbers. */
  readonly bates: string | undefined;
  /** A scheme of labels, or a prefix; left out for A where anything names exhibits, else for none. */
  readonly labels: string | undefined;
}

/**
 * Joins files into one PDF, which appears under its name only when it is whole.
 *
 * @param newId makes the name under which it is written meanwhile
 * @param work writes it: in a thread, or here
 * @throws AppError BATES_START_INVALID, INVALID_INPUT, FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL; what `work` throws
 * @example await publishAssembly(request, platform.newId, (input) => runInWorker(platform, 'pdf.assemble', input));
 */
export async function publishAssembly(
  { target, bates, labels, ...request }: AssembleRequest,
  newId: () => string,
  work: (input: AssembleFilesInput) => Promise<Assembly>,
): Promise<Assembly> {
  const { hasSlipSheets, hasStickers, hasIndex } = request;
  const start = bates === undefined ? null : parseBates(bates);
  if (bates !== undefined && !start) throw new AppError('BATES_START_INVALID', { start: bates });
  if (labels !== undefined && !isLabelScheme(labels))
    throw new AppError('INVALID_INPUT', { summary: `labels — use ${labelSchemeForms}` });
  const name = basename(target);
  if (existsSync(target)) throw new AppError('FILE_EXISTS', { name });
  assertWritable(target, name);
  removeLeftovers(target);
  const staged = stagedPath(target, newId());
  try {
    const assembly = await work({
      ...request,
      target: staged,
      title: parse(target).name,
      bates: start,
      // Sheets, stickers and an index name exhibits, so they need labels.
      scheme: labels ?? (hasSlipSheets || hasStickers || hasIndex ? 'A' : null),
    });
    if (!publish(staged, target)) throw new AppError('FILE_EXISTS', { name });
    return await validated(assembly, target);
  } finally {
    for (const path of [staged, archivalDraft(staged)]) removeStaged(stagedWhere(path));
  }
}

/** With what an independent program says of a file that says it is PDF/A. */
async function validated(assembly: Assembly, target: string): Promise<Assembly> {
  const { archival } = assembly;
  if (archival?.isMet !== true) return assembly;
  const { validateArchival, validationFindings } = await import('../../archival/index.ts');
  const found = validationFindings(await validateArchival([target]), () => basename(target));
  const findings = [...archival.findings, ...found.map((finding) => ({ ...finding, label: null }))];
  return { ...assembly, archival: { ...archival, findings } };
}

function assertWritable(target: string, name: string): void {
  try {
    assertFolder(target);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw unwritable(error, name);
    throw new AppError('FILE_UNWRITABLE', { name, reason: 'its folder is not there' }, { cause: error });
  }
}
