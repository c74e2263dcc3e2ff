import { moved } from '../moving-words.ts';
import * as forms from './forms.ts';
import { settingOf } from './kinds.ts';

/** "is hereby continued to", "is extended until": what is moved stands before it. */
const isMoved = new RegExp(
  String.raw`\b(?:is|are|be|been|was)\s(?:\w{1,12}\s){0,3}(?:${moved}|extended|enlarged|set)\s(?:[^;]{0,30}\s)?(?:to|until|through|including)\s{1,2}$`,
  'i',
);
/** What can be moved, of which the first that is named is; what only leads up to it ("after a hearing and argument") is not. */
const subject =
  /(?<!\b(?:after|at|following|upon|during|without|pending|before)\s(?:(?:an?|the|oral|further)\s){0,2}(?:hearing\sand\s(?:oral\s)?)?)\b(?:hearings?|hrg|arguments?|conferences?|trial|time(?!\speriod)|deadlines?|responses?|oppositions?|repl(?:y|ies)|briefing|restraining order|t\.?r\.?o)\b/i;
/** "Motion to extend TRO is entered and continued to": what is put off is the motion, unless it is granted. */
const askedAbout = new RegExp(
  String.raw`^(?![^]*\bgrant)[^]*\b(?:motions?|applications?|requests?)\s[^]*\b(?:restraining order|t\.?r\.?o)\b[^]*\b(?:${moved}|set)\s`,
  'i',
);
/** What a term of days is of, where it is not of the restraint. */
const ofOther = String.raw`(?:hearings?|arguments?|conferences?|trials?|discovery|depositions?|briefing|respon\p{L}*|oppos\p{L}*|repl(?:y|ies)|answers?|deadlines?|time|schedules?|dated|leases?|contracts?|sales|transactions?|records|documents|invoices|made|received|earned|paid|accrued|fil(?:e|ed|ing)|motions?\sto|den(?:y|ies|ied|ying))`;
const until = String.raw`(?:until|till|through|thru|to|up to)(?:\sand\sincluding)?(?:\sthe\s(?:earlier|sooner|earliest|end)\sof:?)?`;
/** Between the two days of a term. */
const toTheLast =
  /^[\s,]{0,3}(?:(?:and\s)?(?:(?:ending|terminating|expiring|concluding)(?:\s(?:on|at))?|(?:continuing\s)?(?:until|till|through|thru|to))\b|[-–—])\s?(?:and\sincluding\s)?$/i;
/** "TRO for the period January 4 to January 11, 2027", "this order is effective from … until", "Duration: …": what lasts from one day to another. */
const term = new RegExp(
  String.raw`^(?!.*\b(?:${ofOther}|judge|court|clerk|chambers)\b)(?:.*\b(?:orders?|restraints?|t\.?r\.?o\.?|injunction|injunctive relief|standstill)(?!\p{L}).*\b(?:period|term|effective|effect|force|runs?|lasts?|good|valid|operative|binding)\b|\W*(?:duration|term|period)(?:\sof\s[^:]{1,40})?:)`,
  'isu',
);
/** "The TRO is good through", "will last from today until", "for a period ending on", "of no further force after", "Termination date of TRO:". */
const lasting = new RegExp(
  [
    String.raw`\b(?:orders?|restraints?|t\.?r\.?o\.?|injunction|relief|prohibitions?|it)\s(?:(?!\b${ofOther}\b)[^.;]){0,40}?\b(?:good|operative|remains?|in\s(?:force|effect|place)|lasts?|runs?|stands?|continu(?:e|es|ing))\b(?:(?!\b${ofOther}\b)[^.;]){0,60}?\s${until}\s{1,2}$`,
    String.raw`\b(?:orders?|restraints?|t\.?r\.?o\.?|injunction)(?:,?\s(?:which|that))?\s(?:is|are|shall be)\s(?:hereby\s)?limited\s(?:in\s(?:time|duration)\s)?to\s{1,2}$`,
    String.raw`\b(?:restrained|enjoined|orders?|restraints?|t\.?r\.?o\.?)\b[^;]{0,160}?\b(?:period|term|days|hours|weeks?),?\s(?:ending|to end|(?:that|which) ends)(?:\s(?:on|at|by))?\s{1,2}$`,
    String.raw`\b(?:restraining order|t\.?r\.?o\.?)(?![^;]*\b(?:exten|time|deadline|hearing))[^;]{0,80}?\bgranted\s${until}\s{1,2}$`,
    String.raw`\b(?:of no (?:further|more|other) (?:force|effect)|no longer (?:be )?(?:in (?:force|effect)|effective|binding)|ceases?\sto\s(?:have|be|bind))\b[^.;]{0,30}?\s(?:after|on|at|from|as of)\s{1,2}$`,
    String.raw`\b(?:orders?|restraints?|t\.?r\.?o\.?|injunction)\s(?:shall|will|may)\snot\s(?:exceed|outlast|extend\s(?:past|beyond))\s{1,2}$`,
    String.raw`\bexpir(?:es?|ing)\b[^;]{0,30}?\b(?:days?|hours?|weeks?)\b[^;]{0,40}?,\s(?:i\.e\.,?|namely,?|to wit,?|that is,?|viz\.?,?|being|which is|or)\s{1,2}(?:(?:on|at)\s{1,2})?$`,
    String.raw`\b(?:orders?|t\.?r\.?o\.?|injunction|restraints?)['’]s?\s(?:life|term|duration)\s(?:(?:will|shall)\s)?(?:ends?|expires?|runs?\sout|terminates?)(?:\s(?:on|at|by))?\s{1,2}$`,
    String.raw`\b(?:orders?|t\.?r\.?o\.?|injunction|restraints?|it)\s(?:(?:will|shall|to)\s)?(?:lapses?|terminates?|ends?|dissolves?)\s(?:of|by|under)\sits\sown\s(?:force|terms?|accord|weight|operation)(?:\s(?:on|at|by))?\s{1,2}$`,
    String.raw`\b(?:restraining order|t\.?r\.?o\.?)\s(?:(?:is|be)\s)?(?:hereby\s)?(?:granted|issued|entered|extended)\s${until}\sthe\s(?:hearing|return)\s(?:date|day)(?:\sof|,)?\s{1,2}$`,
    String.raw`\b(?:end|ending|termination)\s(?:date|time)(?:\sof\s(?:the\s)?(?:temporary\s)?(?:restraining order|t\.?r\.?o\.?|order|restraints?))?(?:\sis|:)\s{1,2}$`,
  ].join('|'),
  'iu',
);
/** "Until January 11, 2027, Northgate shall not transfer": the day stands before what is forbidden until then. */
const leading =
  /(?<=^|[.;:]\s{1,3}|\d\)\s)(?:(?:from|between)\s(?:now|today|this date)\s)?(?:until|till|through|and|up to)(?:\sand\sincluding)?\s{1,2}$/i;
const forbidden =
  /^,?\s[^.;]{0,120}?\b(?:(?:shall|may|must|will)\snot\s(?!(?:be\s(?:filed|heard|set|required|due)|need|file|serve|respond|answer|move|oppose)\b)|(?:is|are|be)\s(?:(?:hereby|temporarily)\s){0,2}(?:restrained|enjoined|prohibited|barred)\b)/i;

/** "briefing on the TRO to remain in effect until": what lasts is the schedule. */
const ofBriefing =
  /(?<!\b(?:pending|during|after|of|until)\s(?:(?:the|further)\s)?)\bbriefing\b(?:(?!\band\b)[^.,;:])*$/i;

/** Whether what a clause says of its date is about the briefing of a motion, and not about how long something restrains. */
export const isOfBriefing = (clause: string): boolean => ofBriefing.test(clause);

const restraintNamed = String.raw`(?:restraining order|t\.?r\.?o\.?|injunction|orders?|restraints?)`;
/** What may last until a day: a stay of what restrains or of anything else, a standstill, or the restraint itself. */
const lastingThings = new RegExp(
  [
    String.raw`(?<stay>(?<!\b(?:to|shall|will|must|${restraintNamed}(?:\s(?:and|or)(?:\sthe)?)?)\s)\b(?:(?:administrative|temporary|interim|brief|limited)\sstays?|stays?(?!\s(?:in|away|until|at|out|off)\b)|standstill)\b(?:\s(?:agreement|period|order))?(?:\s(?:of|on|as to|against)\s(?:[\p{L}’'-]{1,14}\s){0,4}?${restraintNamed}(?!\p{L}))?|\b${restraintNamed}\s(?:\[?\d{1,4}\]?\s)?(?:is|are|be)\s(?:(?:hereby|temporarily|administratively)\s){0,2}stayed\b)`,
    String.raw`\b${restraintNamed}(?!\p{L})`,
  ].join('|'),
  'giu',
);
/** "is enjoined from violating the standstill through": what restrains all the same. */
const restraining = /\b(?:restrain(?:s|ed|ing)|enjoin(?:s|ed|ing))\b(?!\sorder)/i;
/** "may respond to the motion for a stay until": time to act about it, or what is only asked for. */
const aboutStay =
  /^(?![^]*\bgrant)[^]*\b(?:respon\w*|repl(?:y|ies)|oppos\w*|answer|file|serve|submit|(?:motions?|requests?|applications?)\s(?:for|to))\b/i;
/** Between a stay and its last day. */
const untilItsEnd =
  /^(?:(?!\b(?:due|respon\w*|repl\w*|fil\w*|oppos\w*|answer\w*|brief\w*|hear\w*|deadlines?|motions?|conferences?|trial|discovery|reports?|den\w{1,6}|lift\w*|vacat\w*)\b)[^;]){0,100}?\b(?:until|till|through|thru|to and including|expir(?:es?|ing)|ends?|ending|terminates?|lapses?|dissolves?)\b(?:,?\s(?:on|at|by|and|including|automatically|of its own force|by its own terms)){0,4}\s{1,2}$/i;

/**
 * Where the words of a clause begin by which a stay or a standstill lasts until the date behind them, and no restraint; null where none
 * say so.
 *
 * @param clause the sentence, or its part, up to the date
 */
export function stayUntil(clause: string): number | null {
  if (forms.refused.test(clause) || restraining.test(clause)) return null;
  const last = [...clause.matchAll(lastingThings)].at(-1);
  if (!last?.groups?.['stay'] || aboutStay.test(clause.slice(0, last.index))) return null;
  return untilItsEnd.test(clause.slice(last.index + last[0].length)) ? last.index : null;
}

/** The same, of one that has no day: nothing that restrains is named behind "and". */
const ofStay =
  /\b(?:(?:the|an?|this|that|its|any|administrative|temporary|interim|automatic|emergency)\s(?:stay|standstill)\b(?!\s(?:in|away)\b)|(?:is|are|be)\s(?:\w{4,20}ly\s)?stayed\b)(?:(?!\band\b)[^.;])*$/i;

/**
 * Whether what a text says of how long something lasts is about a stay or a standstill: "the stay of the TRO shall remain in effect for 7
 * days".
 *
 * @param quote the words of the text that say so
 */
export function isOfStay(text: string, quote: string): boolean {
  const end = text.indexOf(quote) + quote.length;
  const words = text.slice(Math.max(0, end - quote.length - 160), end);
  return ofStay.test(words) && !restraining.test(words);
}

/**
 * Where the words of a clause begin by which what an order restrains lasts until a date, without saying that it expires or is in
 * effect; null where none say so.
 *
 * @param clause the sentence, or its part, up to the date
 * @param gap from the date before it
 * @param until what follows the date
 */
export function lastsUntil(
  clause: string,
  gap: string,
  until: string,
): { readonly from: number; readonly isAhead: boolean } | null {
  if (forms.refused.test(clause) || forms.restraintUndone.test(clause) || isOfBriefing(clause)) return null;
  if (clause.length > gap.length && toTheLast.test(gap) && term.test(clause))
    return { from: 0, isAhead: false };
  const found = lasting.exec(clause);
  if (found) return { from: found.index, isAhead: false };
  const ahead = forbidden.test(until) ? leading.exec(clause) : null;
  return ahead && { from: ahead.index, isAhead: true };
}

/** "…, and Northgate has until": time that somebody is given beside it. */
const anotherDuty =
  /^(?!.*\b(?:extend|restrain|enjoin|t\.?r\.?o|remain|continue|expire|last))[^.;]*\b(?:has|have|shall|must|may|will|(?:is|are)\s(?:given|granted|allowed|directed|ordered|to))\b/i;
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
  if (anotherDuty.test(own)) return false;
  if (isMoved.test(own) && askedAbout.test(own)) return false;
  const moved = isMoved.test(own) ? subject.exec(own) : null;
  return moved === null || forms.restrains.test(moved[0]);
}
