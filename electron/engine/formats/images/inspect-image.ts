import { withSource, type SourceLocation } from '../../pdf/index.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { ImageError, type ImageReport } from './image-report.ts';
import { inspectJpeg } from './jpeg.ts';
import { inspectPng } from './png.ts';

export interface InspectImageInput {
  readonly location: SourceLocation;
  readonly kind: 'png' | 'jpeg';
}

export type ImageInspection =
  | { readonly ok: true; readonly report: ImageReport }
  | { readonly ok: false; readonly reason: ImageError['reason'] };

/** Looks an image over, in a worker: damage is part of the answer, not an error. */
export async function inspectImage(
  { location, kind }: InspectImageInput,
  context: WorkerContext,
): Promise<ImageInspection> {
  return withSource(location, context.openMatter, async (source) => {
    try {
      return { ok: true, report: kind === 'png' ? await inspectPng(source) : inspectJpeg(source) };
    } catch (error) {
      if (error instanceof ImageError) return { ok: false, reason: error.reason };
      throw error;
    }
  });
}
