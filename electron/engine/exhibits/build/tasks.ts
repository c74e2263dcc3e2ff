import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import {
  assemble,
  openItem,
  SourceUnreadable,
  type Assembled,
  type AssembleItem,
  type AssembleOptions,
  type ItemKind,
} from '../../pdf/assemble/index.ts';
import type { ByteSource } from '../../pdf/byte-source.ts';
import { withSource } from '../../pdf/pdf-source.ts';

/** An original kept in a matter. */
export interface OriginalRef {
  readonly contentId: number;
  readonly kind: ItemKind;
}

export type Measured = { readonly pages: number } | { readonly reason: string };

/** Counts the pages of originals as the assembler will carry them; one that cannot be read says why. */
export async function measureTask(
  { matter, originals }: { matter: MatterFile; originals: readonly OriginalRef[] },
  context: WorkerContext,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { contentId, kind } of originals) {
    const bytes = await readOriginal(matter, contentId, context);
    try {
      const { pages } = await openItem(kind, bytes, context.platform.pdfiumWasmPath);
      measured.push({ pages });
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      measured.push({ reason: error.message });
    }
    context.progress(measured.length);
  }
  return measured;
}

/** Assembles an exhibit set from a matter's originals into files. */
export async function assembleTask(
  {
    matter,
    originals,
    items,
    options,
  }: {
    matter: MatterFile;
    originals: readonly OriginalRef[];
    items: readonly AssembleItem[];
    options: AssembleOptions;
  },
  context: WorkerContext,
): Promise<Assembled> {
  try {
    return await assemble(items, options, {
      assetsDirectory: context.platform.assetsDirectory,
      pdfiumWasmPath: context.platform.pdfiumWasmPath,
      read: (item) => readOriginal(matter, originals[item]!.contentId, context),
      progress: (done, total, item) => context.progress({ done, total, item }),
    });
  } catch (error) {
    if (!(error instanceof SourceUnreadable) || error.item === null) throw error;
    const { label } = items[error.item]!;
    throw new AppError('EXHIBIT_SOURCE_UNREADABLE', { label, reason: error.message }, { cause: error });
  }
}

function readOriginal(matter: MatterFile, contentId: number, context: WorkerContext): Promise<Uint8Array> {
  return withSource({ matter, contentId }, (file) => context.openMatter(file), readAll);
}

function readAll(source: ByteSource): Uint8Array {
  const bytes = new Uint8Array(source.sizeBytes);
  source.readAt(0, bytes);
  return bytes;
}
