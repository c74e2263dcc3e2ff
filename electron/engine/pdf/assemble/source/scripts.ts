import { PdfArray, PdfDict, PdfReference, type PdfValue } from '../../objects/index.ts';
import type { ItemContext } from './item-context.ts';

type Counting = Pick<ItemContext, 'objects' | 'tally'>;

/** Actions of one chain that are looked at. */
const maxChain = 1_000;

/** Counts what an annotation’s, a field’s or a page’s further actions would do (AA, ISO 32000-1 §12.6.3). */
export function countScripts(counting: Counting, owner: PdfDict): void {
  const { objects, tally } = counting;
  const actions = objects.dictAt(owner, 'AA');
  for (const key of actions?.keys() ?? []) {
    const action = objects.dictAt(actions!, key);
    if (!action) continue;
    tally.add(objects.nameAt(action, 'S') === 'Launch' ? 'launches' : 'scripts');
    countChained(counting, action);
  }
}

/** Counts an action that is not kept where it is a script or starts a program, and those after it. @returns whether it is one of these */
export function countAction(counting: Counting, action: PdfDict): boolean {
  countChained(counting, action);
  return countOne(counting, action);
}

/** Counts the scripts and starts of programs that come after an action (Next, §12.6.2): none of them is kept. */
export function countChained(counting: Counting, action: PdfDict): void {
  const { objects } = counting;
  const seen = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [action.get('Next')];
  for (let looked = 0; waiting.length > 0 && looked < maxChain; looked += 1) {
    const next = waiting.pop();
    if (next instanceof PdfReference) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
    }
    const found = objects.resolve(next);
    if (found instanceof PdfArray) waiting.push(...[...found].slice(0, maxChain));
    if (!(found instanceof PdfDict)) continue;
    countOne(counting, found);
    waiting.push(found.get('Next'));
  }
}

function countOne({ objects, tally }: Counting, action: PdfDict): boolean {
  const kind = objects.nameAt(action, 'S');
  if (kind === 'Rendition' && action.has('JS')) tally.add('scripts');
  if (kind === 'JavaScript') tally.add('scripts');
  else if (kind === 'Launch') tally.add('launches');
  else return false;
  return true;
}
