import * as forms from './forms.ts';
import { settingOf } from './kinds.ts';

/** "is hereby continued to", "is extended until": what is moved stands before it. */
const isMoved =
  /\b(?:is|are|be|been|was)\s(?:\w{1,12}\s){0,3}(?:continued|adjourned|moved|re-?set|re-?scheduled|postponed|advanced|extended|enlarged|set)\s(?:[^;]{0,30}\s)?(?:to|until|through|including)\s{1,2}$/i;
/** What can be moved, of which the first that is named is; what only leads up to it ("after a hearing and argument") is not. */
const subject =
  /(?<!\b(?:after|at|following|upon|during|without|pending|before)\s(?:(?:an?|the|oral|further)\s){0,2}(?:hearing\sand\s(?:oral\s)?)?)\b(?:hearings?|hrg|arguments?|conferences?|trial|time(?!\speriod)|deadlines?|responses?|oppositions?|repl(?:y|ies)|briefing|restraining order|t\.?r\.?o)\b/i;
/** "Motion to extend TRO is entered and continued to": what is put off is the motion, unless it is granted. */
const askedAbout =
  /^(?![^]*\bgrant)[^]*\b(?:motions?|applications?|requests?)\s[^]*\b(?:restraining order|t\.?r\.?o)\b[^]*\b(?:continued|adjourned|moved|re-?set|re-?scheduled|postponed|advanced|set)\s[^]*$/i;
/** Where another part of a sentence begins, with a subject of its own. */
const part = /,\s|\band\s(?=(?:the|this|that|its|defendants?|plaintiffs?)\b)/gi;

/**
 * Whether a clause of an order extends what restrains to the date behind it, and does not move what is heard or due about it: "the
 * hearing on the motion to extend the TRO is continued to".
 *
 * @param clause the sentence, or its part, up to the date
 * @param said the same, from the date before it
 */
export function extendsRestraint(clause: string, said: string): boolean {
  if (forms.refused.test(clause) || !forms.restraintExtended.test(clause)) return false;
  // "In light of the extension of the TRO …, the January 19, 2027 hearing is RESET to": since the day before, it is about a setting.
  if (settingOf(said, false) !== null && !forms.ofRestraint.test(said)) return false;
  if (forms.alsoMoved.test(clause)) return false;
  const own = clause.slice(
    [...clause.matchAll(part)].reduce((_, { index, 0: { length } }) => index + length, 0),
  );
  if (isMoved.test(own) && askedAbout.test(own)) return false;
  const moved = isMoved.test(own) ? subject.exec(own) : null;
  return moved === null || forms.restrains.test(moved[0]);
}
