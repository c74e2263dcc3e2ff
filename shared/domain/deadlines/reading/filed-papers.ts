import { readLinks } from '../../docket/text/links.ts';
import type { PrintedKind } from './printed/kinds.ts';
import { quotedWords } from './quoted-words.ts';
import type { EventEntry } from './triggering-event.ts';

/** A response, reply or answer that was filed. */
interface FiledPaper {
  readonly kind: 'response' | 'reply' | 'answer';
  /** The motion it is on, by its number; null for an answer to a pleading. */
  readonly motion: number | null;
  /** Its place in the docket. */
  readonly place: number;
  readonly text: string;
  readonly why: string;
}

const kinds: Partial<Record<EventEntry['role'], FiledPaper['kind']>> = {
  opposition: 'response',
  reply: 'reply',
  answer: 'answer',
};
/** What a paper is on is named at its head. */
const longest = 1_000;

/**
 * Tells of what is due whether it was filed since, in a sentence. Whether somebody else still has to file one only a person can know.
 *
 * @param entries in docket order
 * @returns a function of the place of the entry that makes it due, of what is due, and of the party that owes it (empty where it is
 *   not named); null where nothing was filed
 * @example filedPapers([motion2, response3])(0, 'response', '') // 'Entry 3 says “RESPONSE to 2 Motion …”. Check whether …'
 */
export function filedPapers(
  entries: readonly EventEntry[],
): (place: number, kind: PrintedKind, party: string) => string | null {
  const motions = new Set(
    entries.flatMap(({ number, role }) => (role === 'motion' && number !== null ? [number] : [])),
  );
  const motionsOf = ({ role, number, text }: EventEntry): readonly number[] =>
    role === 'motion' && number !== null
      ? [number]
      : readLinks(text.slice(0, longest)).flatMap((link) => (motions.has(link.number) ? [link.number] : []));
  const known = new Map<number, readonly number[]>();
  const motionsAt = (place: number) => {
    const of = known.get(place) ?? motionsOf(entries[place]!);
    known.set(place, of);
    return of;
  };
  const papers = entries.flatMap((entry, place): FiledPaper[] => {
    const kind = kinds[entry.role];
    if (kind === undefined || entry.attachment !== null || entry.number === null) return [];
    const motion = kind === 'answer' ? null : motionsAt(place)[0];
    if (motion === undefined) return [];
    const why = `Entry ${entry.number} says ${quotedWords(entry.text)}. Check whether one is still due.`;
    return [{ kind, motion, place, text: entry.text.toLowerCase(), why }];
  });
  return (place, kind, party) => {
    const isIts = (one: FiledPaper) =>
      one.kind === kind && one.place > place && one.text.includes(party.toLowerCase());
    if (kind === 'answer') return (party !== '' && papers.find(isIts)?.why) || null;
    if (kind !== 'response' && kind !== 'reply') return null;
    const filed = motionsAt(place).map((motion) => papers.find((one) => one.motion === motion && isIts(one)));
    return filed.length > 0 && filed.every((one) => one !== undefined) ? filed[0]!.why : null;
  };
}
