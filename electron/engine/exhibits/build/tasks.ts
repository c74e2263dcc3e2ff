import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import {
  measureOriginal,
  SourceUnreadable,
  type ItemKind,
  type PictureReduction,
} from '../../pdf/assemble/index.ts';
import { loadSharp, scalePicture } from '../../formats/images/index.ts';
import { contentSource } from '../../store/content.ts';
import { openOriginal } from './open-original.ts';
import { sourcesUnreadable, type RefusedExhibit } from './sources-unreadable.ts';
import { assembleSet, type BuiltSet } from './files/assemble-set.ts';
import type { SetPlan } from './plan/set-plan.ts';

/** An original kept in a matter. */
export interface OriginalRef {
  readonly contentId: number;
  readonly kind: ItemKind;
  /** What opens it, where that was given or is kept. */
  readonly password: string | undefined;
}

export type Measured = { readonly pages: number } | Unreadable;

/** Why an original cannot be put in. */
export type Unreadable = Omit<RefusedExhibit, 'label'>;

/** Counts the pages of originals as the assembler will carry them; one that cannot be read says why. */
export async function measureTask(
  { matter, originals }: { matter: MatterFile; originals: readonly OriginalRef[] },
  context: WorkerContext,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { contentId, kind, password } of originals) {
    const source = openOriginal(context.openMatter(matter), contentId, password);
    try {
      const { pages } = await measureOriginal(kind, source, context.platform.pdfiumWasmPath);
      measured.push({ pages });
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      measured.push({ reason: error.message, isLocked: error.isEncrypted });
    } finally {
      source.close();
    }
    context.progress(measured.length);
  }
  return measured;
}

/** What a build is told beside its plan: where in the matter the bytes are. */
export interface AssembleSetInput {
  readonly matter: MatterFile;
  readonly plan: SetPlan;
  /** Content that is put in for each exhibit of the plan; null for one without. */
  readonly contents: readonly (number | null)[];
  /** What opens the content of each exhibit, where that was given or is kept. It is written nowhere. */
  readonly passwords: readonly (string | undefined)[];
  /** Content of each exhibit’s original itself, for those that are put beside. */
  readonly originals: readonly (number | null)[];
  /** An empty folder that the files go into. */
  readonly folder: string;
}

/** Assembles an exhibit set from a matter's originals into files. */
export async function assembleTask(input: AssembleSetInput, context: WorkerContext): Promise<BuiltSet> {
  const db = context.openMatter(input.matter);
  try {
    return await assembleSet(input.plan, input.folder, {
      assetsDirectory: context.platform.assetsDirectory,
      pdfiumWasmPath: context.platform.pdfiumWasmPath,
      openContent: (place) => openOriginal(db, input.contents[place]!, input.passwords[place]),
      pictures: reductionOf(input.plan, context.platform.imageLibraries),
      openOriginal: (place) => contentSource(db, input.originals[place]!),
      progress: (done, total, place) => context.progress({ done, total, place }),
    });
  } catch (error) {
    if (!(error instanceof SourceUnreadable) || error.item === null) throw error;
    throw sourcesUnreadable(
      [error, ...error.others].flatMap(({ item, message: reason, isEncrypted: isLocked }) =>
        item === null ? [] : [{ label: input.plan.exhibits[item]!.item.label, reason, isLocked }],
      ),
      error,
    );
  }
}

function reductionOf({ downsampleDpi }: SetPlan, imageLibraries: string): PictureReduction | undefined {
  if (downsampleDpi === null) return undefined;
  return {
    dotsPerInch: downsampleDpi,
    scale: (picture, size, form) => scalePicture(loadSharp(imageLibraries), picture, size, form),
  };
}
