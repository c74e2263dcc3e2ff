import { accessSync, constants, existsSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import { basename, dirname, parse } from 'node:path';
import { parseBates } from '../../../shared/domain/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { LabelScheme } from '../../../shared/model/exhibits.ts';
import type { Assembly } from '../../../shared/model/pdf.ts';
import type { Handler } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';

const timeoutMs = 6 * 3_600_000;

/**
 * The assembler alone: files into one PDF, which appears under its name only when it is whole.
 *
 * @throws AppError BATES_START_INVALID, INVALID_INPUT, FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL; PDF_DAMAGED when nothing can be read
 */
export const assembleFiles: Handler<'pdf.assemble'> = async (input, context): Promise<Assembly> => {
  const { bates, labels, hasSlipSheets, hasStickers, hasIndex, hasOutline } = input;
  const start = bates === undefined ? null : parseBates(bates);
  if (bates !== undefined && !start) throw new AppError('BATES_START_INVALID', { start: bates });
  const scheme = labels === undefined ? null : LabelScheme.safeParse(labels);
  if (scheme?.success === false)
    throw new AppError('INVALID_INPUT', { summary: 'labels — use A, 1, or a prefix such as PX-1' });
  const target = context.resolveFile(input.target);
  const name = basename(target);
  if (existsSync(target)) throw new AppError('FILE_EXISTS', { name });
  assertWritable(dirname(target), name);
  const files = input.sources.map((ref) => {
    const path = context.resolveFile(ref);
    return { path, shownAs: context.isTrusted ? path : basename(path) };
  });
  const staged = `${target}.${context.platform.newId()}.part`;
  try {
    const assembly = await runInWorker(
      context.platform,
      'pdf.assemble',
      {
        files,
        target: staged,
        title: parse(target).name,
        bates: start,
        // Sheets, stickers and an index name exhibits, so they need labels.
        scheme: scheme?.data ?? (hasSlipSheets || hasStickers || hasIndex ? 'A' : null),
        hasSlipSheets,
        hasStickers,
        hasIndex,
        hasOutline,
      },
      { timeoutMs, name },
    );
    await publish(staged, target);
    return assembly;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw new AppError('FILE_EXISTS', { name }, { cause: error });
    throw error;
  } finally {
    await rm(staged, { force: true });
  }
};

/** A link never replaces what came to stand there meanwhile; where there are no links, a rename must do. */
async function publish(staged: string, target: string): Promise<void> {
  try {
    await link(staged, target);
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw error;
    await rename(staged, target);
  }
}

function assertWritable(folder: string, name: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = isSystemError(error, 'ENOENT') ? 'its folder is not there' : 'no permission';
    throw new AppError('FILE_UNWRITABLE', { name, reason }, { cause: error });
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
