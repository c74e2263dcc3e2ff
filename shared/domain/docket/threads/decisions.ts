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
  /\b(?:all|any)(?: other| remaining)? (?:pending|outstanding|remaining) motions?\b[^.;]{0,80}\b(?:den(?:ied|y)|moot|terminat|dismiss|strick)|\b(?:denying|terminating|mooting)(?: as moot)? (?:all|any)(?: other| remaining)? (?:pending|outstanding|remaining) motions\b/i;

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
  for (const clause of text.slice(0, 20_000).split(/;|\.\s/)) {
    let from = 0;
    for (const match of clause.matchAll(verb)) {
      const before = clause.slice(from, match.index);
      const after = clause.slice(match.index + match[0].length);
      from = match.index + match[0].length;
      if (!isCourt && !partyVerb.test(match[0])) continue;
      const objects = objectsOf(after).flatMap((number) => byNumber.get(number) ?? []);
      if (objects.length > 0) for (const motion of objects) decided.add(motion);
      else if (isPassive.test(match[0])) decidePassive(before, after);
      else decideBySubject(after, clause);
    }
  }
  return { decided, subjects, isEveryPending: isCourt && everyPending.test(text) };

  /** "The Motion to Intervene (ECF No. 5) is granted." */
  function decidePassive(before: string, after: string): void {
    // "is granted leave", "is granted until Friday": a person is, not a motion.
    if (/^\s(?:an?|leave|until|time|permission|additional|through|up)\b/i.test(after)) return;
    const named = [...before.matchAll(/\b\d{1,5}\b/g)].flatMap(
      ([number]) => byNumber.get(Number(number)) ?? [],
    );
    if (named.length > 0) for (const motion of named) decided.add(motion);
    else decideBySubject(before, `${before} ${after}`);
  }

  function decideBySubject(words: string, clause: string): void {
    if (
      !/\b(?:motions?|applications?|requests?|petitions?)\b|^\s*(?:it\s)?(?:is|so|hereby|:|-)?\s*$/i.test(
        words,
      )
    )
      return;
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
