import { motionSubject } from './motion-subject.ts';

/** A motion that a text refers to. */
export interface NamedMotion {
  readonly number: number | null;
  readonly text: string;
  readonly subject: readonly string[];
}

export interface Decisions<M extends NamedMotion> {
  /** Those of the motions referred to that the text decides. */
  readonly decided: ReadonlySet<M>;
  /** What is asked in motions it decides without naming their numbers: "ORDER granting Motion for TRO". */
  readonly subjects: readonly (readonly string[])[];
  /** Whether it ends whatever is pending: "all pending motions are denied as moot". */
  readonly isEveryPending: boolean;
}

const verb =
  /\b(?:grant(?:s|ed|ing)?|allow(?:s|ed|ing)|den(?:y|ies|ied|ying)|moot(?:s|ed|ing)?|strik(?:es?|ing)|stricken|withdr(?:aw(?:s|n|ing|al)?|ew)|terminat(?:es?|ed|ing|ion))\b/gi;
const isPassive = /^(?:granted|allowed|denied|mooted|moot|stricken|withdrawn|terminated)$/i;
/** What a party's notice and a clerk's remark can do to a motion. */
const partyVerb = /^(?:withdr|terminat)/i;

/** Whether it is worth looking closer; most texts decide nothing. */
const anyDecision = /grant|allow|den(?:y|ie)|moot|str(?:ik|ick)|withdr|terminat/i;
const anyPartyDecision = /withdr|terminat/i;
const recommendation = /^\W{0,4}(?:\w{1,20}\W{1,2}){0,3}reports? (?:and|&) recommendations?/i;

/** Words that can be between the verb and the number it decides. */
const fillers = new Set(
  'in part and or as moot with without prejudice denying granting the of re no nos ecf dkt doc docs docket de motion motions application plaintiff plaintiffs defendant defendants unopposed joint consent emergency agreed amended corrected oral first second third renewed opposed ex parte party letter finding hereby s related document documents'.split(
    ' ',
  ),
);

const everyPending =
  /\b(?:all|any)(?: other| remaining)? (?:pending|outstanding|remaining) motions?\b[^.;]{0,80}\b(?:denied|moot|mooted|terminated|dismissed|stricken)\b|\b(?:denying|terminating|mooting)(?: as moot)? (?:all|any)(?: other| remaining)? (?:pending|outstanding|remaining) motions\b/i;

/** The full stop of an abbreviation ends none. */
const endOfClause =
  /;|(?<!\b(?:secs?|nos?|dkts?|docs?|vs?|inc|co|corp|ltd|civ|fed|mr|mrs|ms|dr|hon|jr))\.\s/i;

const conditional = /\b(?:if|unless|fail(?:s|ure)? to)\b/i;

const motionWord = /\b(?:motions?|applications?|requests?|petitions?)\b/i;
/** Letters in front of a verb and behind it that are looked at. */
const mostLooked = 1_000;

/** A verb of what is asked for: "granting 9 Motion to Strike 2 Motion", but not "the clerk is directed to terminate 2 Motion". */
const asked =
  /\b(?:motions?|applications?|requests?|petitions?|leave|seek\w*|moves|moving)\b(?:(?!\b(?:clerk|direct|instruct|order))[^,;:]){0,60}\bto $/i;
/** What makes a verb no act: "if granted", "why it should not be granted", "declines to grant", "vacating 12 Order granting". */
const supposed =
  /\b(?:if|whether|why|unless|until)\b[^,:()]{0,80}$|\b(?:should|may|might|would|could|not|never|before|(?:declin|inten|inclin|refus)\w* to)(?: not)?(?: yet)?(?: be(?:en)?)? $|\b(?:vacat|reconsider)\w* (?:\S+ ){0,3}orders? $/i;
/** How much is decided, between a verb and its object. */
const aside = /[,(]?\s?\b(?:in (?:part|whole|its entirety)|as moot|(?:with|without) prejudice)\b[,)]?/gi;

/** What stands between a verb and a motion that is not its object: "withdrawal of appearance re 2 MOTION". */
const indirect = /:|\b(?:re|regarding|in|on|to|as|for|about|from|under|against|until|that)\b/i;

/** "(ECF No. 5)", "[5-1]", "at Dkt. 5", but not the "(6)" of Rule 12(b)(6). */
const cited =
  /(?:(?<![\w)])[[(][^\d()[\]]{0,20}|\b(?:ecf|dkt|doc(?:ket)?)\b\.?(?: entry)?(?: nos?\.?)? ?#?)(\d{1,5})\b/gi;

/** A grant of time does not grant the motion that the time is for. */
const time = /\b(?:exten(?:d|sion)|continu|resched|reset|page limit|leave to file)/i;

/**
 * Which motions a text decides: grants, denies, moots, strikes or terminates, in whole or in part, or reports as withdrawn.
 * An order that only sets a hearing on a motion decides nothing, and neither does a recommendation.
 *
 * @example
 * const tro = { number: 2, text: 'MOTION for TRO', subject: ['tro'] };
 * decisionsIn('ORDER granting in part 2 MOTION for TRO', [tro], true).decided // Set { tro }
 * decisionsIn('ORDER setting hearing on 2 MOTION for TRO', [tro], true).decided // Set {}
 * @param text the text of an order, a minute entry, a notice
 * @param motions the motions it refers to, by number
 * @param isCourt whether the court says it; of what a party says only a withdrawal counts
 */
export function decisionsIn<M extends NamedMotion>(
  text: string,
  motions: readonly M[],
  isCourt: boolean,
): Decisions<M> {
  const decided = new Set<M>();
  const subjects: string[][] = [];
  const isSilent = !(isCourt ? anyDecision : anyPartyDecision).test(text);
  if (isSilent || recommendation.test(text.slice(0, 100)))
    return { decided, subjects, isEveryPending: false };

  const byNumber = new Map(motions.map((motion) => [motion.number, motion]));
  const decide = (numbers: Iterable<number>): void => {
    for (const number of numbers) {
      const motion = byNumber.get(number);
      if (motion) decided.add(motion);
    }
  };
  for (const clause of text.slice(0, 20_000).split(endOfClause)) {
    let from = 0;
    let isGrant = false;
    for (const match of clause.matchAll(verb)) {
      const above = clause.slice(Math.max(0, match.index - mostLooked), match.index);
      const isAsked = asked.test(above);
      // "12 Order granting 9 Motion is vacated": the verb tells what that order did.
      const isTold = numberedOrder.test(above) && undone.test(clause);
      if (isTold || supposed.test(above) || (isAsked && !isGrant) || !(isCourt || partyVerb.test(match[0])))
        continue;
      const before = clause.slice(Math.max(from, match.index - mostLooked), match.index);
      from = match.index + match[0].length;
      const after = clause.slice(from, from + mostLooked);
      if (!isAsked) isGrant = /^(?:grant|allow)/i.test(match[0]);
      const objects = objectsOf(after);
      if (objects.length > 0) decide(objects);
      else if (isPassive.test(match[0])) decidePassive(before, after);
      else decideActive(after, clause);
    }
  }
  return { decided, subjects, isEveryPending: isCourt && everyPending.test(text) && !conditional.test(text) };

  /** "The Motion to Intervene (ECF No. 5) is granted." */
  function decidePassive(before: string, after: string): void {
    // "is granted leave", "is granted until Friday": a person is, not a motion.
    if (/^\s(?:an?|leave|until|time|permission|additional|through|up)\b/i.test(after)) return;
    // "Responses to 1 Motion are due Friday and 2 Motion is granted": what is said first is of another.
    const own = before.replace(/^.*\b(?:shall|must|due|set|held|(?<!\bit )is|are)\b.*?\band\b/i, '');
    const named = [...own.matchAll(/\b\d{1,5}\b/g)].map(Number).filter((number) => byNumber.has(number));
    if (named.length > 0) decide(named);
    else if (motionWord.test(before) || /^\s*(?:it\s)?(?:is|so|hereby|:|-)?\s*$/i.test(before))
      decideBySubject(before, `${before} ${after}`);
  }

  /** "granting the Motion to Intervene (ECF No. 5)", but not "withdrawing an exhibit to the Motion to Intervene". */
  function decideActive(after: string, clause: string): void {
    const [between, behind, next] = after.replaceAll(aside, ' ').split(motionWord);
    if (behind === undefined) return;
    if (indirect.test(between!)) return decideRelief(between!.split(indirect)[0]!);
    // "Motion to respond to [2] Motion for TRO": a number right in front of a further motion is that one's.
    const own = next === undefined ? behind : behind.replace(/[[(\w-]*\d[\])]*\s*$/, '');
    const number = [...own.matchAll(cited)]
      .map((match) => Number(match[1]))
      .find((each) => byNumber.has(each));
    if (number !== undefined) decide([number]);
    else decideBySubject(after, clause);
  }

  /** "denying preliminary injunction re 2 Motion": what the motion asks for, or what came of a motion for a restraining order. */
  function decideRelief(object: string): void {
    const relief = motionSubject(`motion for ${object}`);
    for (const motion of motions)
      if (
        isSameSubject(relief, motion.subject) ||
        (relief[0] === 'preliminaryinjunction' && motion.subject[0] === 'tro')
      )
        decided.add(motion);
  }

  function decideBySubject(words: string, clause: string): void {
    const subject = motionSubject(words);
    const fits = motions.filter(
      (motion) =>
        (subject.length === 0 || isSameSubject(subject, motion.subject)) &&
        (!time.test(clause) || time.test(motion.text)),
    );
    if (fits.length === 1) decided.add(fits[0]!);
    else if (motions.length === 0 && subject.length > 0) subjects.push(subject);
  }
}

const numberedOrder = /\d[\])]? (?:\w+ )?order $/i;
const undone = /\b(?:vacated|rescinded|set aside)\b/i;
const vacation = /\b(?:vacat(?:e[sd]?|ing)|rescind(?:s|ed|ing)?|set(?:s|ting)? aside)\b/gi;
/** What a vacated order can be called in front of its number. */
const orderWords =
  /^\s?(?:(?:the|court['’]s|its|this|that|prior|previous|earlier|minute|text|opinion|memorandum|orders?|at|entry)\b\s?)*/i;
/** What else is vacated in the words of an order that stands. */
const otherThings = /\b(?:hearing|conference|deadline|date|trial|schedul|appearance|response|referr|stay)/i;
const notWhole = /^\W*(?:in part|insofar|only|to the extent|as to)\b/i;

/**
 * The numbers of the orders that a text vacates or sets aside as a whole.
 *
 * @example
 * vacatedIn('ORDER vacating 15 Order on Motion for TRO') // [15]
 * vacatedIn('ORDER vacating the hearing set by 15 Order') // []
 * @param text the text of an order or a minute entry
 */
export function vacatedIn(text: string): number[] {
  const numbers: number[] = [];
  for (const clause of text.slice(0, 20_000).split(endOfClause))
    for (const match of clause.matchAll(vacation)) {
      const before = clause.slice(Math.max(0, match.index - mostLooked), match.index);
      const after = clause.slice(match.index + match[0].length);
      const isRefused = asked.test(before) && !/\bgrant/i.test(before);
      const isBehind = undone.test(match[0]);
      // "The hearing is vacated, see 15 Order": of the order nothing is said.
      const isOther = isBehind && otherThings.test(before);
      if (isRefused || isOther || supposed.test(before) || notWhole.test(after)) continue;
      const objects = objectsOf(after.replace(orderWords, ' '));
      if (objects.length > 0) numbers.push(...objects);
      else if (isBehind && /\border\b/i.test(before))
        numbers.push(...[...before.matchAll(/\b\d{1,5}\b/g)].map(Number));
    }
  return numbers;
}

/** The numbers that stand as objects right behind a verb: "in part and denying in part 2 Motion for TRO, 5 Motion to Seal". */
function objectsOf(after: string): number[] {
  const numbers: number[] = [];
  let isExpected = true;
  for (const [token] of after.slice(0, 600).matchAll(/[\p{L}\p{M}'’]+|\d+(?:-\d+)?|[^\s\p{L}\p{M}\d]/gu)) {
    if (/^\d/.test(token)) {
      if (isExpected) numbers.push(Number.parseInt(token, 10));
      isExpected = false;
    } else if (/^(?:,|and|&)$/i.test(token)) isExpected ||= numbers.length > 0;
    else if (/^[\p{L}'’]/u.test(token)) {
      const isFiller = fillers.has(token.toLowerCase()) || /['’]s?$/.test(token);
      if (isExpected && !isFiller) {
        if (numbers.length === 0) return numbers;
        isExpected = false;
      }
    }
  }
  return numbers;
}

/**
 * Whether two subjects can be of one motion: the shorter is how the longer begins.
 *
 * @param one see `motionSubject`
 */
function isSameSubject(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return length > 0 && one.slice(0, length).every((word, i) => word === other[i]);
}
