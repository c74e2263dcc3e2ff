import { readLinks } from '../../../docket/text/links.ts';
import type { DatedEntry } from './later-entries.ts';
import type { PrintedKind } from '../printed/kinds.ts';
import { isOfParty } from '../printed/one-date.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import { quotedWords } from '../quoted-words.ts';
import type { EventEntry } from '../triggering-event.ts';

const done =
  'den(?:y|ies|ying|ied)|grant(?:s|ing|ed)|allow(?:s|ing|ed)|strik(?:es|ing)|stricken|terminat(?:es|ing|ed)|withdraw(?:s|ing|n)|dismiss(?:es|ing|ed)|moot(?:s|ing|ed)?';
const decides = new RegExp(String.raw`\b(?<verb>${done})\b`, 'giu');
const decided = new RegExp(
  String.raw`\b(?:is|are|be|was|were|been)\s(?:(?:hereby|now|therefore|accordingly|also|found|as)\s){0,3}(?<verb>${done})\b`,
  'iu',
);
/** What a party files that withdraws a motion by itself. */
const withdraws =
  /^\W{0,6}(?:(?:joint|agreed)\s)?(?:notice|stipulation)\b.{0,40}?\bwithdraw(?:ing|al|s|n)\b/is;
const ofCounsel = /\bwithdrawal\s(?:of\s|as\s)?(?:[\p{L}.]{1,20}\s){0,3}(?:attorney|counsel|appearance)\b/iu;
/** Of another motion, about the first: "granting 12 Motion for Extension of Time to respond to 10 Motion". */
const about =
  /\b(?:exten|time|continu|expedit|shorten|hearing|leave|seal|respon|oppos|repl|stri|withdraw|pages?|words?|over-?length|stay|appear|deadline|briefing|schedul|support|re)/i;
/** A motion that is granted in this part may still ask for another: a restraint now, an injunction later. */
const forRestraint = /\brestraining\b|\bt\.?r\.?o\b/i;
const toWithdraw = /\bmotions?\s(?:for leave\s)?to\s(?:withdraw|strike)\b[^.;]{0,40}$/i;
const clauseEnd = /;|\.\s(?=[A-Z])/;
const longest = 2_000;

/**
 * Which motions a later entry decides, strikes or withdraws, by their numbers, each with a sentence that says so: nobody need
 * answer them, unless a part is left, which only a person can know.
 *
 * @param entries in docket order
 * @example decidedMotions([motion10, { …notice, number: 11, text: 'NOTICE of Withdrawal of 10 MOTION for TRO' }]).get(10)
 */
export function decidedMotions(entries: readonly EventEntry[]): ReadonlyMap<number, Decision> {
  const motions = motionsIn(entries);
  const found = new Map<number, Decision>();
  for (const { number, attachment, text } of entries) {
    if (number === null || attachment !== null) continue;
    const head = text.slice(0, longest);
    const isWithdrawal = withdraws.test(head) && !ofCounsel.test(head);
    if (!isWithdrawal && isOfParty(text)) continue;
    for (const clause of head.split(clauseEnd))
      for (const { of, verb } of isWithdrawal ? firstOf(clause, 'withdrawn') : objectsIn(clause)) {
        const motion = motions.get(of);
        const isOpen = /^(?:grant|allow)/i.test(verb) && forRestraint.test(motion ?? '');
        if (motion === undefined || of >= number || isOpen) continue;
        const why = `Entry ${number} says ${quotedWords(clause)}. Check whether this still stands.`;
        found.set(of, { by: number, why });
      }
  }
  return found;
}

/** Of each motion its text. */
function motionsIn(entries: readonly EventEntry[]): Map<number, string> {
  return new Map(
    entries.flatMap(({ number, role, text }) =>
      number !== null && role === 'motion' ? [[number, text] as const] : [],
    ),
  );
}

/** What is due or heard on a motion, and on nothing else. */
const ofMotion: ReadonlySet<PrintedKind> = new Set<PrintedKind>(['response', 'reply', 'hearing']);

/**
 * Which dates that other entries print for motions are of decided ones only, each with the sentence that says so: a hearing set on
 * a motion that was withdrawn since.
 *
 * @param entries in docket order
 * @param decided see `decidedMotions`
 */
export function decidedDates(
  entries: readonly DatedEntry[],
  decided: ReadonlyMap<number, Decision>,
): Map<PrintedDate, string> {
  const motions = motionsIn(entries.map(({ entry }) => entry));
  const doubts = new Map<PrintedDate, string>();
  if (decided.size === 0) return doubts;
  for (const { entry, printed } of entries) {
    const dates = printed.filter(({ kind }) => ofMotion.has(kind));
    if (dates.length === 0 || entry.number === null) continue;
    const links = readLinks(entry.text.slice(0, longest)).flatMap(({ number }) =>
      motions.has(number) ? [decided.get(number)] : [],
    );
    const last = links.at(-1);
    if (!last || links.some((one) => one === undefined || one.by <= entry.number!)) continue;
    for (const date of dates) doubts.set(date, last.why);
  }
  return doubts;
}

/** The number of the entry that decides a motion, and a sentence that says so. */
interface Decision {
  readonly by: number;
  readonly why: string;
}

interface Decided {
  readonly of: number;
  readonly verb: string;
}

/** The entries that a clause of the court decides: "denying 10 Motion and 11 Motion", "10 Motion is WITHDRAWN". */
function objectsIn(clause: string): Decided[] {
  if (clause.search(decides) === -1) return [];
  const [subject] = firstOf(clause, '');
  const passive = decided.exec(clause);
  if (subject && passive && placeOf(clause, subject.of) < passive.index)
    return [{ of: subject.of, verb: passive.groups!['verb']! }];
  return [...clause.matchAll(decides)].flatMap((match) => {
    const words = clause.slice(match.index + match[0].length);
    const links = readLinks(`${match[0]}${words}`).map(({ number }) => number);
    const objects: Decided[] = [];
    let from = 0;
    for (const of of links) {
      const at = placeOf(words, of);
      const between = words.slice(from, at);
      const isJoined = objects.length === 0 || /(?:,|\band|&)\s?[[(#]{0,2}$/i.test(between);
      const verb = match.groups!['verb']!;
      // "granting 13 Motion to Withdraw 10 Motion": with the one the other is decided.
      if (objects.length > 0 && /^(?:grant|allow)/i.test(verb) && toWithdraw.test(between))
        return [...objects, { of, verb: 'withdrawn' }];
      if (at < from || about.test(between) || !isJoined) break;
      objects.push({ of, verb });
      from = at + `${of}`.length;
    }
    return objects;
  });
}

function firstOf(clause: string, verb: string): Decided[] {
  return readLinks(clause)
    .slice(0, 1)
    .map(({ number }) => ({ of: number, verb }));
}

/** Where the number of an entry stands in words; -1 where it does not. */
const placeOf = (words: string, number: number) => words.search(new RegExp(`(?<![\\d-])${number}(?!\\d)`));
