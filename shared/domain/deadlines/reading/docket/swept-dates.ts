import type { DatedEntry } from './later-entries.ts';
import { readLinks } from '../../../docket/text/links.ts';
import type { PrintedKind } from '../printed/kinds.ts';
import { isOfParty } from '../printed/one-date.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import type { UndatedDuty } from '../undated/time-words.ts';
import { moves, takenAway, takesAway } from '../moving-words.ts';
import { quotedWords } from '../quoted-words.ts';
import type { EventEntry } from '../triggering-event.ts';

/** What an order takes back without naming a day: papers that are due, what is heard, how long a restraint lasts, or the whole case. */
export type Swept = 'deadlines' | 'settings' | 'restraint' | 'case';

/** An entry that takes back what earlier entries set. */
export interface Sweep {
  readonly what: ReadonlySet<Swept>;
  /** Why dates of earlier entries may no longer hold, in a sentence. */
  readonly doubt: string;
}

const aux = String.raw`(?:(?:is|are|was|were|has|have|been|will|shall|be|hereby|therefore|accordingly|also|now)\s){0,5}(?:temporarily\s)?`;
const all = String.raw`(?:(?:any|all|the|other|of|remaining|pending|existing|current|scheduled|upcoming|future|case|pretrial|pre-trial|briefing)\s){1,4}`;
/** Not "the deadline to answer", which is of one paper (see `movedDates`). */
const dues = String.raw`(?:deadlines?(?!\s(?:to|for)\s(?:\p{L}{1,14}\s){0,2}?(?:answer|respon|oppos|repl|object))|dates?|schedules?|briefing)`;
const heard = String.raw`(?:hearings?|conferences?|settings?|arguments?|trials?)`;
const listed = String.raw`(?:(?:${dues}|${heard}|conferences?)(?:,|\sand|/|\sor|,\sand)\s?(?:${all})?){0,3}(?:${dues}|${heard})`;
const passive = new RegExp(
  String.raw`\b(?:${all}(?<of>${listed})|(?<them>(?:hearing|trial)\sdates))\b(?:(?!\b(?:remains?|except|other)\b|,\sand\s)[^.;]){0,100}?\s${aux}${takenAway}\b`,
  'giu',
);
const active = new RegExp(
  String.raw`\b${takesAway}\s(?:${all})?(?<of>${listed})\b(?!\s(?:of|set|for|exhibits?|transcripts?|briefs?|testimony)\b)`,
  'giu',
);
/** The clerk's own: "***Deadlines terminated.", "Terminate Deadlines and Hearings". */
const clerks =
  /^\W{0,8}(?:(?<of>(?:deadlines?|hearings?)(?:(?:\/|\sand\s)(?:deadlines?|hearings?))?)\sterminated|terminate\s(?<them>(?:deadlines?|hearings?)(?:(?:\/|\sand\s)(?:deadlines?|hearings?))?))\b/giu;
const due = new RegExp(dues, 'iu');
const setting = new RegExp(heard, 'i');
const whole = String.raw`(?:(?:this|the|above|instant|entire|captioned|civil)\s){0,3}(?:case|action|matter|proceedings?|litigation|lawsuit)`;
/** As to only some parties the case goes on. */
const forAll = String.raw`(?![^.;]{0,60}\bas to (?!all\b))`;
/** A case that goes to another judge of the same court goes on. */
const elsewhere = String.raw`(?! (?:to|from) (?:the )?(?:hon|judge|magistrate|\w+ division))`;
const caseEnds = new RegExp(
  [
    String.raw`\b${whole}\s${aux}(?:(?:administratively|statistically)\s)?(?:stayed|dismissed|discontinued|closed|remanded|transferred${elsewhere}|held in abeyance)\b${forAll}`,
    String.raw`\b(?:stay(?:s|ing)?|dismiss(?:es|ing)?|remand(?:s|ing)?|transferring|(?:administratively\s)?clos(?:es|ing))\s${whole}\b${forAll}`,
    String.raw`\bgrant(?:s|ing|ed)\b(?![^.;]*\bin part\b)[^.;]{0,40}\bmotions? to (?:dismiss|remand|compel arbitration|transfer|change venue|stay(?!\sdiscovery))\b${forAll}`,
    String.raw`^\W{0,8}(?:civil )?case (?:transferred|remanded|terminated|closed|dismissed)\b${elsewhere}`,
    String.raw`\border\s(?:of\s|for\s)?(?:dismissal|remand)\b${forAll}`,
    String.raw`^\W{0,6}(?:notice|(?:joint )?stipulation)(?:\sand\sorder)?\s(?:of|for)\s(?:voluntary\s)?dismissal\b${forAll}`,
    String.raw`^\W{0,6}(?:suggestion|notice)\sof\s(?:filing\s(?:of\s)?)?bankruptcy\b`,
    String.raw`^\W{0,6}(?:clerk['’]?s?\s)?(?:final\s)?judgment\b(?!\son the pleadings)${forAll}`,
  ].join('|'),
  'iu',
);
const restraintEnds = new RegExp(
  [
    String.raw`\b(?:restraining order|t\.?r\.?o\.?|temporary restraints)\s[^.;]{0,40}?${aux}(?:administratively\s)?(?:dissolved|vacated|lifted|quashed|extended|renewed|prolonged|continued\s(?:in|for)\b|stayed|reversed|superseded|converted|replaced)\b`,
    String.raw`\b(?:dissolv|vacat|lift|quash|extend|renew|prolong|stay|revers)(?:e|es|s|ing)\s(?:\d+\s)?(?:the\s|its\s)?(?:[\p{L}\d-]{1,12}\s){0,2}(?:temporary restraining order|restraining order|temporary restraints|t\.?r\.?o\b)`,
    // An injunction takes the place of the restraint before it.
    String.raw`\bgrant(?:s|ing|ed)\b[^.;]{0,40}?\bmotions?\sfor\s(?:[\p{L}-]{1,12}\s){0,5}?preliminary injunction\b`,
    String.raw`^\W{0,6}(?:(?:order|stipulated|agreed|consent|amended|granting|and|of|for)\s){0,4}preliminary injunction\b(?!\s(?:motion|hearing|argument|briefing|schedule|brief)\b)`,
  ].join('|'),
  'iu',
);
/** "The TRO is STAYED until January 12, 2027": after that it goes on, to its own end. */
const stayedFor = /\bstay(?:s|ed|ing)?\b[^.;]*\b(?:until|through|to and including)\s[^.;]*\d/i;
const refuses = /\bden(?:y|ies|ying|ied)\b/i;
/** "all pending motions are denied as moot and all hearings are off calendar". */
const motionsDenied = /\bmotions?\s(?:is|are)\s(?:hereby\s)?denied(?:\s(?:as|without)\s\w+)?,?\sand\b/gi;
/** What is only asked for, or may come, is not done. */
const onlyAsked =
  /\b(?:motions?\s(?:for|to)|requests?\s(?:for|to|that)|moves?\sto|why|whether|show cause)\b/i;
const mayCome = /\b(?:if|unless|should|until such time)\b/i;
const granted = /\b(?:grant|allow)(?:s|ing|ed)\b/i;
/** What parties file that ends or stays the case by itself: Rule 41(a)(1)(A), 11 U.S.C. § 362. */
const byItself = /^\W{0,6}(?:notice|(?:joint )?stipulation|suggestion)\s(?:of|for)\s/i;
const clauseEnd = /;\s|\.\s(?=[A-Z])/;
const longest = 4_000;

/**
 * What an entry takes back as a whole, clause by clause: "All deadlines are VACATED", "ORDER STAYING CASE", "ORDER dissolving TRO", a
 * notice of voluntary dismissal. Empty where it takes back nothing.
 *
 * @param entry any entry of the docket
 * @example sweepsOf({ …, text: 'ORDER: All pending deadlines are STAYED.' })[0]?.what // Set { 'deadlines' }
 */
export function sweepsOf({ number, attachment, text }: EventEntry): Sweep[] {
  if (attachment !== null) return [];
  const isParty = isOfParty(text);
  return text
    .slice(0, longest)
    .split(clauseEnd)
    .flatMap((clause) => {
      if (refuses.test(clause.replace(motionsDenied, '')) || (isParty && !byItself.test(clause))) return [];
      const what = sweptBy(clause);
      if (what.size === 0) return [];
      return [{ what, doubt: `${nameOf(number)} says ${quotedWords(clause)}. ${check}` }];
    });
}

const check = 'Check whether this still stands.';
const nameOf = (number: number | null) => (number === null ? 'A later entry' : `Entry ${number}`);

function sweptBy(clause: string): Set<Swept> {
  const what = new Set<Swept>();
  const isDone = (found: RegExpExecArray | null): found is RegExpExecArray =>
    found !== null &&
    !mayCome.test(clause) &&
    (granted.test(clause) || !onlyAsked.test(clause.slice(0, found.index)));
  if (isDone(caseEnds.exec(clause))) what.add('case');
  const ended = restraintEnds.exec(clause);
  if (isDone(ended) && !(/\bstay/i.test(ended[0]) && stayedFor.test(clause))) what.add('restraint');
  const found = [...clause.matchAll(passive), ...clause.matchAll(active), ...clause.matchAll(clerks)];
  for (const each of found.filter(isDone)) {
    const of = each.groups?.['of'] ?? each.groups?.['them'] ?? '';
    if (due.test(of) && !/^(?:hearing|trial)\sdates$/i.test(of)) what.add('deadlines');
    // "All dates" include those of hearings, except in a briefing schedule.
    if (setting.test(of) || (/\bdates?\b/i.test(of) && !/\bbriefing\b/i.test(each[0]))) what.add('settings');
  }
  return what;
}

const settings: ReadonlySet<PrintedKind> = new Set<PrintedKind>(['hearing', 'conference', 'trial']);

/** Whether a sweep reaches what is printed. */
function reaches({ what }: Sweep, { kind }: PrintedDate): boolean {
  if (kind === 'expiry') return what.has('restraint') || what.has('case');
  return what.has('case') || what.has(settings.has(kind) ? 'settings' : 'deadlines');
}

/** "AMENDED SCHEDULING ORDER", "Set/Reset Deadlines", "is now due", "granting 4 Motion for Extension of Time". */
const anew = new RegExp(
  String.raw`\b(?:${moves}|amend(?:ed|ing|s)|correct(?:ed|ing|s)|revised|modif(?:ied|ying|ies)|supersed\w+|extend(?:ed|ing|s)?|extension|adopt(?:ed|ing|s)\b[^.]{0,40}\bschedule|enlarg\w+|shorten\w+|now due|new deadline|(?:is|are) now)\b`,
  'i',
);
/** What gives other time names the motion for it. */
const gives = new RegExp(String.raw`\b(?:${moves}\b|exten(?:d|sion)|enlarg|shorten|stipulat)`, 'i');
/** Papers that are due once at a time, of one motion or one party. */
const onceDue: ReadonlySet<PrintedKind> = new Set<PrintedKind>([
  'answer',
  'response',
  'reply',
  'objection',
  'discovery',
  'motion',
  'noting_date',
  'expiry',
  'other_due',
]);
const unsaying =
  /^(?:due|date|deadlines?|shall|must|will|file[ds]?|filing|parties|party|their|plaintiffs?|defendants?|before|later|than|from|with|that|this|order|ordered|extended|reset|amended|the|is|now)$/i;

/**
 * Which printed dates a later entry takes back as a whole (see `sweepsOf`), or resets for the same paper in an order that extends,
 * corrects or amends, each with a sentence that says so. Whether they still hold only a person can know.
 *
 * @param entries in docket order
 */
export function sweptDates(
  entries: readonly (DatedEntry & { readonly duties: readonly UndatedDuty[] })[],
): Map<PrintedDate, string> {
  const doubts = new Map<PrintedDate, string>();
  const standing: Standing[] = [];
  for (const { entry, printed, duties } of entries) {
    const on = entry.filedOn ?? entry.enteredOn ?? '';
    const sweeps = sweepsOf(entry);
    const setAnew = printed.length === 0 || isOfParty(entry.text) ? [] : printed;
    const set: Later = {
      number: entry.number,
      isAnew: setAnew.length > 0 && anew.test(entry.text.slice(0, longest)),
      isExtension: gives.test(entry.text.slice(0, longest)),
      links: printed.length === 0 ? [] : readLinks(entry.text.slice(0, longest)).map(({ number }) => number),
    };
    const ahead = standing.filter(({ date }) => date.due.slice(0, 10) >= on);
    // "The TRO is amended to expire tomorrow": an end without its date takes the place of an earlier one all the same.
    const end = ahead.some(({ date }) => date.kind === 'expiry')
      ? duties.find(({ kind, quote }) => kind === 'expiry' && !printed.some((date) => date.quote === quote))
      : undefined;
    if (sweeps.length > 0 || setAnew.length > 0 || end)
      for (const earlier of ahead) {
        const sweep = sweeps.find((each) => reaches(each, earlier.date));
        const by = setAnew.find((one) => givesAnew(one, set, earlier));
        if (by)
          doubts.set(
            earlier.date,
            `${nameOf(entry.number)} says ${quotedWords(by.quote)}. Check which stands.`,
          );
        else if (sweep && !doubts.has(earlier.date)) doubts.set(earlier.date, sweep.doubt);
        else if (end && earlier.date.kind === 'expiry' && !doubts.has(earlier.date))
          doubts.set(
            earlier.date,
            `${nameOf(entry.number)} says ${quotedWords(end.quote)}. Check which stands.`,
          );
      }
    standing.push(...printed.map((date) => ({ date, number: entry.number, links: set.links })));
  }
  return doubts;
}

/** A date set by an earlier entry: that entry's number, and the numbers its text names. */
interface Standing {
  readonly date: PrintedDate;
  readonly number: number | null;
  readonly links: readonly number[];
}

/** What a later entry says of itself. */
interface Later {
  readonly number: number | null;
  readonly isAnew: boolean;
  readonly isExtension: boolean;
  readonly links: readonly number[];
}

/** Whether a date of a later entry takes the place of an earlier one. */
function givesAnew(one: PrintedDate, later: Later, { date: other, number, links }: Standing): boolean {
  if (one.kind !== other.kind || !onceDue.has(one.kind) || one.due === other.due) return false;
  const [party, before] = [one.party.toLowerCase(), other.party.toLowerCase()];
  if (party !== '' && before !== '' && party !== before) return false;
  // One party answers once, whatever the later order is called.
  const isSameAnswer =
    one.kind === 'answer' &&
    before !== '' &&
    (party === before || one.quote.toLowerCase().includes(shortName(before)));
  // A restraint ends once, whatever the order that says when is called or answers.
  if (one.kind === 'expiry') return true;
  if (!isSameAnswer && !later.isAnew) return false;
  const isOfEarlier = number !== null && later.links.includes(number);
  const isOfOthers =
    later.links.length > 0 && links.length > 0 && !later.links.some((of) => links.includes(of));
  // An extension names the motion that asked for it, not the one that is answered.
  if (isOfOthers && !isOfEarlier && !later.isExtension) return false;
  return one.kind !== 'other_due' || wordsOf(one).some((word) => wordsOf(other).includes(word));
}

/** What a party is called for short: "northgate" for "northgate hosting, inc.", where that tells it from others. */
function shortName(party: string): string {
  const [first = party] = party.split(/[\s,]/, 1);
  return first.length >= 5 ? first : party;
}

const wordsOf = ({ label }: PrintedDate): string[] =>
  (label.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !unsaying.test(word));
