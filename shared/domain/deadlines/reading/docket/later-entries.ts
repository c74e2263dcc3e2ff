import type { CourtMoment } from '../../../../model/court-time.ts';
import type { DocketRole } from '../../../../model/docket.ts';
import { readLinks } from '../../../docket/text/links.ts';
import { momentText, parseMoment } from '../../time/index.ts';
import type { PrintedKind } from '../printed/kinds.ts';
import { isOfParty } from '../printed/one-date.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import { quotedWords } from '../quoted-words.ts';
import type { EventEntry } from '../triggering-event.ts';

/** An entry with the dates it prints. */
export interface DatedEntry {
  readonly entry: EventEntry;
  readonly printed: readonly PrintedDate[];
}

/** "vacating 10 Order", "10 Order is SUPERSEDED": what the court does to an order it made. */
const undoes =
  /\b(?:vacat(?:e|es|ing|ed)|strik(?:es|ing)|stricken|struck|rescind(?:s|ing|ed)?|supersed(?:es|ing|ed)|withdraw(?:s|ing|n)|dissolv(?:es|ing|ed)|set(?:s|ting)? aside|amend(?:s|ing)|correct(?:s|ing)|modif(?:ies|ying|ied)|replac(?:es|ing|ed)|(?:is|are|be|hereby)\s(?:amended|corrected))\b/i;
const asked = String.raw`\bmotions?\b.{0,30}\bto\s(?:vacate|strike|withdraw|dissolve|set aside|amend|correct|modify)\b`;
/** "granting 11 Motion to Vacate 10 Order". */
const grants = new RegExp(
  String.raw`\bgrant(?:s|ing|ed)\b(?:(?!\bden(?:y|ies|ying|ied)\b(?!\sin\spart)).){0,60}${asked}`,
  'i',
);
const refuses = /\bden(?:y|ies|ying|ied)\b/i;
const askedFor = new RegExp(asked, 'gi');

const check = 'Check whether this still stands.';

/** What is set only once for one motion; a later setting replaces the earlier one. */
const onceForMotion: ReadonlySet<PrintedKind> = new Set<PrintedKind>(['response', 'reply', 'hearing']);

/**
 * Which entries a later one of the court takes back or changes, by their numbers, each with a sentence that says so. Whether their
 * dates still hold only a person can know.
 *
 * @param entries in docket order
 * @example undoneEntries([order10, { …vacating, number: 14, text: 'ORDER VACATING 10 Order' }]).get(10) // 'Entry 14 says …'
 */
export function undoneEntries(entries: readonly EventEntry[]): Map<number, string> {
  const undone = new Map<number, string>();
  const ofCourt = new Set(
    entries.flatMap(({ number, role }) => (number !== null && ordering.has(role) ? [number] : [])),
  );
  for (const { number, attachment, text } of entries) {
    if (number === null || attachment !== null || isOfParty(text)) continue;
    for (const clause of text.slice(0, longest).split(/;|\.\s/)) {
      // What a motion asks for that is denied is not done; the same sentence may do something else.
      const done = refuses.test(clause) ? clause.replaceAll(askedFor, '') : clause;
      if (!undoes.test(done) && !grants.test(clause)) continue;
      for (const { number: of } of readLinks(clause))
        if (of < number && ofCourt.has(of))
          undone.set(of, `Entry ${number} says ${quotedWords(clause)}. ${check}`);
    }
  }
  return undone;
}

/** A motion granted "to amend" is not itself amended. */
const ordering: ReadonlySet<DocketRole> = new Set<DocketRole>(['order', 'judgment', 'hearing', 'notice']);

/** What an order takes back is at its head. */
const longest = 2_000;

/**
 * Which printed dates a later entry resets for the same motion, each with a sentence that says so.
 *
 * @param entries in docket order
 * @param motionsAt see `motionsOfEntries`
 */
export function resetDates(
  entries: readonly DatedEntry[],
  motionsAt: (place: number) => readonly number[],
): Map<PrintedDate, string> {
  const reset = new Map<PrintedDate, string>();
  const standing = new Map<string, PrintedDate[]>();
  for (const [place, { entry, printed }] of entries.entries()) {
    const barred = repliesBarred(entry.text);
    if (printed.length === 0 && barred === null) continue;
    const name = entry.number === null ? 'A later entry' : `Entry ${entry.number}`;
    const ofMotions = motionsAt(place);
    for (const motion of barred === null ? [] : ofMotions)
      for (const reply of standing.get(`reply ${motion}`) ?? [])
        reset.set(reply, `${name} says ${quotedWords(barred!)}. ${check}`);
    for (const date of printed) {
      if (!onceForMotion.has(date.kind)) continue;
      for (const motion of ofMotions) {
        const key = `${date.kind} ${motion}`;
        const set = standing.get(key) ?? [];
        const former = set.filter((one) => isOfSameParty(one, date) && !printed.includes(one));
        // A schedule of two days within one entry is one setting.
        for (const before of former)
          if (!isSameDue(before.due, date.due))
            reset.set(
              before,
              `${name} prints ${momentText(parseMoment(date.due))} for the same motion. Check which stands.`,
            );
        standing.set(key, [...set.filter((one) => !former.includes(one)), date]);
      }
    }
  }
  return reset;
}

/** What is printed for no party in particular is every party's. */
const isOfSameParty = (one: PrintedDate, other: PrintedDate) =>
  one.party === '' || other.party === '' || one.party.toLowerCase() === other.party.toLowerCase();

const noReply = /\bno (?:further |additional )?repl(?:y|ies)\b[^.;]{0,60}/i;

/** The words by which a court's entry allows no reply; null where it has none. */
export function repliesBarred(text: string): string | null {
  const [words] = noReply.exec(text.slice(0, longest)) ?? [];
  return words === undefined || /\bno reply (?:was|has|is on)\b/i.test(words) || isOfParty(text)
    ? null
    : words;
}

/** A day alone is that of any minute of it. */
function isSameDue(one: CourtMoment, other: CourtMoment): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}
