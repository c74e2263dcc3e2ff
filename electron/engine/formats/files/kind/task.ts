import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { WorkerContext } from '../../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../../pdf/pdf-source.ts';
import { kindOfSource } from './kind-of-source.ts';

/** Tells the kind of a file from its content, in a worker. By itself: it needs none of the readers. */
export async function tellKindTask(
  { location, name }: { readonly location: SourceLocation; readonly name: string },
  { openMatter }: WorkerContext,
): Promise<EvidenceKind> {
  return withSource(location, openMatter, (source) => kindOfSource(source, name));
}
