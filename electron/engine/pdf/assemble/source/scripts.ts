import type { PdfDict } from '../../objects/index.ts';
import type { ItemContext } from './item-context.ts';

/** Counts what an annotation’s or a field’s further actions would do. */
export function countScripts(
  { objects, tally }: Pick<ItemContext, 'objects' | 'tally'>,
  owner: PdfDict,
): void {
  const actions = objects.dictAt(owner, 'AA');
  for (const key of actions?.keys() ?? []) {
    const action = objects.dictAt(actions!, key);
    if (action) tally.add(objects.nameAt(action, 'S') === 'Launch' ? 'launches' : 'scripts');
  }
}
