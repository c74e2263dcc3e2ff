import { closeWorkers } from '../../jobs/worker-pool.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import {
  workElsewhere,
  measureOriginal,
  SourceUnreadable,
  type ItemKind,
  type PictureReduction,
} from '../../pdf/assemble/index.ts';
import { loadSharp, scalePicture } from '../../formats/images/index.ts';
import { contentSource } from '../../store/content.ts';
import { openOriginal } from './open-original.ts';
import { sourcesUnreadable, type RefusedExhibit } from './sources-unreadable.ts';
import { assembleSet } from './files/assemble-set.ts';
import type { BuiltSet } from './files/built-set.ts';
import type { SetPlan } from './plan/set-plan.ts';

/** An original kept in a matter. */
export interface OriginalRef {
  readonly contentId: number;
  readonly kind: ItemKind;
  /** What opens it, where that was given or is kept. */
  readonly password: string | undefined;
}

/** The pages of an original, or why it cannot be put in. */
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
      measured.push({ reason: error.message, isLocked: isLocked(error) });
    } finally {
      source.close();
    }
    context.progress(measured.length);
  }
  return measured;
}

function isLocked({ code }: SourceUnreadable): boolean {
  return code === 'PDF_ENCRYPTED';
}

/** Where in the matter the bytes of an exhibit are. */
export interface ExhibitContent {
  /** Content that is put in; null for an exhibit without. */
  readonly contentId: number | null;
  /** What opens it, where that was given or is kept. It is written nowhere. */
  readonly password: string | undefined;
  /** Content of the original itself, which may be put beside; null for an exhibit without. */
  readonly originalId: number | null;
}

/** What the assembler is told beside the plan of a build. */
export interface AssembleSetInput {
  readonly matter: MatterFile;
  readonly plan: SetPlan;
  /** One for each exhibit of the plan. */
  readonly contents: readonly ExhibitContent[];
  /** An empty folder that the files go into. */
  readonly folder: string;
}

/** How far it is. */
export interface AssembleSetProgress {
  /** Pages written and looked at, and how many there will be. */
  readonly done: number;
  readonly total: number;
  /** Place in the plan of the exhibit that is written. */
  readonly place: number;
}

/** Assembles an exhibit set from a matter's originals into files. */
export async function assembleTask(input: AssembleSetInput, context: WorkerContext): Promise<BuiltSet> {
  const db = context.openMatter(input.matter);
  try {
    return await assembleSet(input.plan, input.folder, {
      assetsDirectory: context.platform.assetsDirectory,
      pdfiumWasmPath: context.platform.pdfiumWasmPath,
      openContent: (place) => {
        const { contentId, password } = input.contents[place]!;
        return openOriginal(db, contentId!, password);
      },
      elsewhere: workElsewhere(context.platform, (place) => {
        const { contentId } = input.contents[place]!;
        return contentId === null ? null : { matter: input.matter, contentId };
      }),
      pictures: reductionOf(input.plan, context.platform.imageLibraries),
      openOriginal: (place) => contentSource(db, input.contents[place]!.originalId!),
      progress: (done, total, place) =>
        context.progress({ done, total, place } satisfies AssembleSetProgress),
    });
  } catch (error) {
    if (!(error instanceof SourceUnreadable) || error.item === null) throw error;
    throw sourcesUnreadable(
      [error, ...error.others].flatMap((each) =>
        each.item === null
          ? []
          : [
              {
                label: input.plan.exhibits[each.item]!.item.label,
                reason: each.message,
                isLocked: isLocked(each),
              },
            ],
      ),
      error,
    );
  } finally {
    await closeWorkers(context.platform);
  }
}

function reductionOf({ downsampleDpi }: SetPlan, imageLibraries: string): PictureReduction | undefined {
  if (downsampleDpi === null) return undefined;
  return {
    dotsPerInch: downsampleDpi,
    scale: (picture, size, form) => scalePicture(loadSharp(imageLibraries), picture, size, form),
  };
}
