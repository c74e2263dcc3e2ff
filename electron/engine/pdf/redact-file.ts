import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { RedactedCopy } from '../../../shared/contract/redactions.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import type { Platform } from '../platform/platform.ts';
import { publish, removeLeftovers, removeStaged, stagedPath } from '../platform/publish.ts';
import { assertFolder, unwritable } from '../platform/unwritable.ts';
import type { ProposeInput, Proposed, RedactInput, RedactProgress } from './redact/task.ts';

/** What one page may take, in milliseconds: recognizing a poor scan takes half a minute on a slow machine. */
const pageTimeoutMs = 180_000;
const maxMemoryMb = 2_048;

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RedactProgress) => void) | undefined;
}

/** A PDF to be redacted, and where the copy goes: nothing may stand there. */
export interface RedactRequest extends Omit<RedactInput, 'filePath'>, Watch {
  readonly target: string;
}

/**
 * Looks for what could be redacted in a PDF.
 *
 * @throws AppError as `proposeTask` does; CANCELLED
 */
export function proposeInFile(
  { signal, onProgress, ...input }: ProposeInput & Watch,
  platform: Platform,
): Promise<Proposed> {
  return runInWorker(platform, 'pdf.proposeRedactions', input, limitsOf(input.name, { signal, onProgress }));
}

function limitsOf(name: string, { signal, onProgress }: Watch) {
  return {
    timeoutMs: pageTimeoutMs,
    isTimePerStep: true,
    maxMemoryMb,
    limitCode: 'PDF_LIMIT_EXCEEDED' as const,
    name,
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (value: unknown) => onProgress(value as RedactProgress) }),
  };
}

/**
 * Writes a redacted copy, which appears under its name only when it is proven.
 *
 * @throws AppError INVALID_INPUT where nothing is to be removed; FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL; what `redactTask` throws
 */
export async function redactFile(
  { target, signal, onProgress, ...input }: RedactRequest,
  platform: Platform,
): Promise<RedactedCopy> {
  const { terms, hasIdentifiers, areas } = input.wishes;
  if (terms.length === 0 && !hasIdentifiers && areas.length === 0)
    throw new AppError('INVALID_INPUT', { summary: 'nothing to remove — name words, identifiers or areas' });
  const name = basename(target);
  if (existsSync(target)) throw new AppError('FILE_EXISTS', { name });
  const staged = stagedPath(target, platform.newId());
  try {
    assertFolder(target);
  } catch (error) {
    throw unwritable(error, name);
  }
  removeLeftovers(target);
  try {
    const copy = await runInWorker(
      platform,
      'pdf.redact',
      { ...input, filePath: staged },
      limitsOf(input.name, { signal, onProgress }),
    );
    if (!publish(staged, target)) throw new AppError('FILE_EXISTS', { name });
    return copy;
  } catch (error) {
    throw unwritable(error, name);
  } finally {
    removeStaged(staged);
    removeStaged(`${staged}.print`);
  }
}
