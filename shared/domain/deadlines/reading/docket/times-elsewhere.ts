import type { PrintedKind } from '../printed/kinds.ts';
import { quotedWords } from '../quoted-words.ts';
import type { ReadEntry } from '../read-docket.ts';

/**
 * Tells where another entry gives a response or a reply its own time, in a sentence: an order that sets the briefing of a motion takes the
 * place of the rule's time, which the motion or the opposition starts in an entry of its own.
 *
 * @param read the entries in docket order
 * @param motionsAt see `motionsOfEntries`
 * @returns a function of the place of the entry that starts the rule's time, and of what is due; null where no other entry says so
 * @example timesSetElsewhere([motion10, order11], motionsAt)(0, 'response') // 'Entry 11 says “Response due by …”. Check …'
 */
export function timesSetElsewhere(
  read: readonly ReadEntry[],
  motionsAt: (place: number) => readonly number[],
): (place: number, kind: PrintedKind) => string | null {
  const set = new Map<string, { readonly place: number; readonly doubt: string }[]>();
  for (const [place, { entry, printed, said }] of read.entries())
    for (const { kind, quote } of [...printed, ...said.map(({ duty }) => duty)]) {
      if (kind !== 'response' && kind !== 'reply') continue;
      const name = entry.number === null ? 'Another entry' : `Entry ${entry.number}`;
      const doubt = `${name} says ${quotedWords(quote.trim())}. Check which time stands.`;
      for (const motion of motionsAt(place))
        set.set(`${kind} ${motion}`, [...(set.get(`${kind} ${motion}`) ?? []), { place, doubt }]);
    }
  return (place, kind) => {
    const others = motionsAt(place).flatMap((motion) => set.get(`${kind} ${motion}`) ?? []);
    return others.findLast((one) => one.place !== place)?.doubt ?? null;
  };
}
