import type { CourtMoment } from '../../../../model/court-time.ts';
import type { PrintedKind } from '../printed/kinds.ts';
import { quotedWords } from '../quoted-words.ts';
import type { EventEntry } from '../triggering-event.ts';

/** A response, reply or answer that was filed. */
export interface FiledPaper {
  readonly kind: 'response' | 'reply' | 'answer';
  /** The motion it is on, by its number; null for an answer to a pleading. */
  readonly motion: number | null;
  /** Its place in the docket. */
  readonly place: number;
  readonly text: string;
  /** When it was filed, to the minute where its entry tells that of the same day; null where the docket gives no day. */
  readonly at: CourtMoment | null;
  /** "Entry 12 says “RESPONSE to 10 MOTION …”." */
  readonly said: string;
}

const kinds: Partial<Record<EventEntry['role'], FiledPaper['kind']>> = {
  opposition: 'response',
  reply: 'reply',
  answer: 'answer',
};

/**
 * The papers that were filed since an entry made one due. Whether somebody else still has to file one only a person can know.
 *
 * @param entries in docket order
 * @param motionsAt see `motionsOfEntries`
 * @returns a function of the place of the entry that makes it due, of what is due, and of the party that owes it (empty where it is
 *   not named); empty where one of the entry's motions has none
 * @example filedPapers([motion2, response3], motionsAt)(0, 'response', '')[0]?.said // 'Entry 3 says “RESPONSE to 2 Motion …”.'
 */
export function filedPapers(
  entries: readonly EventEntry[],
  motionsAt: (place: number) => readonly number[],
): (place: number, kind: PrintedKind, party: string) => readonly FiledPaper[] {
  const papers = entries.flatMap((entry, place): FiledPaper[] => {
    const kind = kinds[entry.role];
    if (kind === undefined || entry.attachment !== null || entry.number === null) return [];
    const motion = kind === 'answer' ? null : motionsAt(place)[0];
    if (motion === undefined) return [];
    const said = `Entry ${entry.number} says ${quotedWords(entry.text)}.`;
    return [{ kind, motion, place, text: entry.text.toLowerCase(), at: filedAt(entry), said }];
  });
  return (place, kind, party) => {
    const isIts = (one: FiledPaper) =>
      one.kind === kind && one.place > place && one.text.includes(party.toLowerCase());
    if (kind === 'answer') return party === '' ? [] : papers.filter(isIts);
    if (kind !== 'response' && kind !== 'reply') return [];
    const filed = motionsAt(place).map((motion) =>
      papers.filter((one) => one.motion === motion && isIts(one)),
    );
    return filed.every((ofMotion) => ofMotion.length > 0) ? filed.flat() : [];
  };
}

function filedAt({ filedOn, enteredOn, enteredAt }: EventEntry): CourtMoment | null {
  const on = filedOn ?? enteredOn;
  return on !== null && enteredAt?.startsWith(on) ? enteredAt : on;
}
