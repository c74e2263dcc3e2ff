import { elementsOf } from '../../../shared/domain/argument/standards.ts';
import { addElements, addFact } from '../argument/index.ts';
import type { CommandContext } from '../handlers.ts';
import { idOf, type SampleArgument, type SampleIds } from './sample-matter.ts';

/** Adds what must be shown in the sample, and the facts with the pages that show them. */
export function addSampleArgument(
  { tests, elements, facts }: SampleArgument,
  { documents }: SampleIds,
  context: CommandContext,
): void {
  const all = [...tests.flatMap((test) => elementsOf(test)), ...elements];
  const named = new Map(addElements(all, context).map(({ id, name }) => [name, id]));
  for (const { bears, cites, ...fields } of facts) {
    const bearings = Object.entries(bears).map(([name, side]) => ({ elementId: idOf(named, name), side }));
    const pinCites = cites.map(({ document, page, quote, paragraph }) => ({
      evidenceId: idOf(documents, document),
      anchor: { page, quote, prefix: '', suffix: '', atMs: null },
      paragraph,
    }));
    addFact({ ...fields, note: '', bearings }, pinCites, context);
  }
}
