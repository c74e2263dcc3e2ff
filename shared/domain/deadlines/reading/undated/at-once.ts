import { clauseStart } from '../printed/clauses.ts';
import { dutyOf } from '../printed/kinds.ts';
import { findMoments } from '../printed/moments.ts';
import { tidy } from '../printed/reading.ts';
import { placesOf, tail, type UndatedDuty } from './time-words.ts';

/** "shall forthwith restore", "is directed to serve this order immediately", "must promptly file": due at once, without a day. */
const atOnce =
  /\b(?:shall|must|(?:is|are)\s(?:(?:hereby|further)\s){0,2}(?:(?:directed|ordered|required|instructed)\s)?to)\s(?!not\b|(?:immediately\s)?(?:take\seffect|become|be\s(?:ready|effective|restrained|enjoined|in\seffect)|issue|expire|terminate|apply))(?:[^.:;]{0,160}?\b(?:forthwith|immediately|at\sonce|without\s(?:further\s|undue\s)?delay)\b(?!\s(?:before|prior|after|following|preceding|available|effective|adjacent))|promptly\s(?:e-?file|file|serve|post)\b|(?:e-?file|file|serve|post)\b[^.;]{0,80}?\bpromptly\b)/giu;
/** Whose act is nobody's deadline, or who must do it only when something happens. */
const ofCourt =
  /\b(?:clerk(?:['’]s office)?|marshals?|court|jury|chambers|judge|probation\s(?:office|department|officer))\s$/i;
const onlyIf =
  /\b(?:if|unless|should|whenever|in the event|by the (?:clerk|(?:u\.?s\.?|united states)?\s?marshals?)|would|whether|why|argue[sd]?|contend(?:s|ed)?|allege[sd]?|claim(?:s|ed)?)\b|\bchang\w+\b[^.;]{0,40}\baddress|\bsettle/i;

/** What the court's own entry orders to be done at once. */
export function dueAtOnce(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, atOnce, over).flatMap((match) => {
    const stop = match.index + match[0].length;
    const clause = clauseStart(text, Math.max(0, match.index - 2 * tail), match.index);
    const start =
      clause +
      /^[\s,)]*(?:and\s)?(?:[\p{Lu} -]{3,40}:\s+)?/u.exec(text.slice(clause, match.index))![0].length;
    const quote = text.slice(start, stop) + /^[^.;]{0,120}/.exec(text.slice(stop))![0];
    if (ofCourt.test(text.slice(start, match.index)) || onlyIf.test(quote)) return [];
    // "immediately, and no later than January 6, 2027": the day is read for itself.
    if (findMoments(quote).length > 0) return [];
    return [{ kind: dutyOf(quote) ?? ('other_due' as const), label: tidy(quote), quote, period: null }];
  });
}
