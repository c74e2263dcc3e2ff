import { readLinks } from '../../../docket/text/links.ts';
import { isOfParty } from '../printed/one-date.ts';
import type { EventEntry } from '../triggering-event.ts';

/** What a paper is on, or an order about, is named at its head. */
const longest = 2_000;
/** What an order that names no motion speaks of, where it is about the only one. */
const briefing = /\b(?:respon[ds]|oppos|repl(?:y|ies))/i;

/**
 * Which motions entries are about, by their numbers: of a motion itself; of any other paper those it names; of an order on briefing that
 * names no entry at all the one motion before it, where there is no other.
 *
 * @param entries in docket order
 * @returns a function of an entry's place among them
 * @example motionsOfEntries([motion10, order11])(1) // [10], where order 11 reads "ORDER: Response due 1/12/2027"
 */
export function motionsOfEntries(entries: readonly EventEntry[]): (place: number) => readonly number[] {
  const motions = new Map(
    entries.flatMap(({ number, role }, place) =>
      role === 'motion' && number !== null ? [[number, place] as const] : [],
    ),
  );
  const known = new Map<number, readonly number[]>();
  const read = (place: number): readonly number[] => {
    const { number, role, text, attachment } = entries[place]!;
    if (role === 'motion' && number !== null) return [number];
    const head = text.slice(0, longest);
    const links = readLinks(head).map((link) => link.number);
    const isOfSole =
      links.length === 0 &&
      role === 'order' &&
      attachment === null &&
      briefing.test(head) &&
      !isOfParty(text);
    if (!isOfSole) return [...new Set(links)].filter((link) => motions.has(link));
    const before = [...motions].filter(([, at]) => at < place).map(([motion]) => motion);
    return before.length === 1 ? before : [];
  };
  return (place) => {
    const of = known.get(place) ?? read(place);
    known.set(place, of);
    return of;
  };
}
