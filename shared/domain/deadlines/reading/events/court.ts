import type { FoundEvent } from '../triggering-event.ts';
import { isOfAccused, type Heading } from './heading.ts';
import { clauseStart } from '../printed/clauses.ts';
import { aboutRestraint } from '../printed/forms.ts';
import { rulingOn } from './rulings.ts';

const tro = String.raw`(?:temporary restraining order|t\.?r\.?o\b\.?|temporary restraints?\b)`;
const pi = String.raw`(?:(?:preliminary|permanent) injunct(?:ion|ive relief)|p\.?i\b\.?(?=\s(?:motion|is))|(?<=\bfor\s(?:a\s)?)p\.?i\b\.?)`;
const dismissal = String.raw`(?:to (?:partially )?dismiss|12\(b\)\(\d\) motion|(?:for )?(?:a )?more definite statement|to strike (?:[\p{L}'’]{1,20} ){0,3}(?:complaint|pleading|allegations|affirmative defenses?|counterclaims?))`;
const postJudgment = String.raw`(?:(?:for )?(?:a )?new trial|to alter|to amend (?:the )?judgment|(?:renewed )?judgment as a matter of law|for relief from (?:the )?judgment|to amend (?:the )?findings)`;

const moreTimeToAppeal = String.raw`(?:extension of|to extend(?: the)?) time to (?:file (?:a |an )?(?:notice of )?)?appeal`;

const recommends =
  /^(?:[\p{L}'’]{1,20} ){0,3}?(?:reports? (?:and|&) recommendations?|findings(?: of fact)?(?:,| and| &)? (?:conclusions(?: of law)? and |and )?recommendations?|r ?& ?r\b|f ?& ?r\b|recommended (?:decision|disposition))/iu;
const acceptsRecommendation =
  /\border\s(?:on|re|regarding)\b|\b(?:adopt|accept|approv|affirm|overrul|reject|declin|modif|objection)/i;
const byMagistrate =
  /\b(?:signed|entered|ordered) by\b.{0,20}magistrate|^\W{0,4}(?:\w+ ){0,3}(?:u\.?s\.? )?magistrate judge\b|^\W{0,4}(?:\w+ ){0,3}order\b.{0,20}\bby (?:\w+ ){0,2}magistrate judge\b/i;
const decides =
  /\b(?:grant(?:s|ing|ed)|den(?:ies|ying|ied)|dismiss(?:es|ing|ed)|remand(?:s|ing|ed)|affirm(?:s|ing)|revers(?:es|ing))\b/i;
/** Orders on how the case runs, that nobody reconsiders. */
const housekeeping =
  /\b(?:pro hac vice|extension|extend|continu|withdraw(?:al)? (?:as|of) (?:counsel|attorney)|substitut|scheduling|reassign|referr|seal|leave to|in forma pauperis|appear by|telephon|stipulat)/i;

/** What a court puts before its order in one paper, Rule 52(a)(2): its opinion, its findings and conclusions. */
const reasons = String.raw`(?:(?:order[,:]?\s(?:(?:and|&)\s)?)?(?:(?:memorandum\s)?(?:opinion|decision)|findings(?: of fact)?|conclusions(?: of law)?)[,;:]?\s(?:(?:and|&)\s)?(?!(?:for|of|on)\s)){1,4}`;
/** What is asked for in one motion with a restraint, before it. */
const askedBeside = String.raw`(?:orders?\sto\sshow\scause|(?:writ|order)s?\s(?:of|for)\s(?:seizure|attachment|replevin)|seizure|asset\sfreeze|order\sfreezing\sassets),?\s(?:(?:and|with|for|&)\s)?(?:an?\s)?`;
/** "entered January 4, 2027 at 5:47 PM.": behind the name of an order that is this one. */
const ownDate = String.raw`\s(?:on\s)?(?:\p{L}{3,9}\s\d{1,2},\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4})(?:,?\sat\s\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m)?\.(?:\s|$)`;
/** The order that is a restraint by its own name. */
const isRestraint = new RegExp(
  String.raw`^(?:${reasons})?(?:(?:ex parte|emergency|stipulated|agreed|consent|interim|sealed|joint|amended|first|order|and|for|of|entering|issuing|granting|the|a|court's|to show cause(?: why [^;.]{0,120}?)?(?: and| with| &),?|to show cause (?:for|re) (?:an? )?preliminary injunction,?(?: and| with| &))\s){0,8}?(?:${tro}|restraining order\b)(?!\s?(?:motion|application|request|hearing|papers|bond|extension|extended|dissolved|vacated|expired|expires|should|is (?:denied|dissolved|vacated|extended)|denied|(?:dated|entered)(?!\s(?:this|at\s\d|by)\b|${ownDate})))`,
  'iu',
);
const injunctionName = String.raw`(?:(?:stipulated|agreed|amended|consent|order|and|for|of|entering|issuing|imposing|continuing|extending|granting|the|a)\s){0,6}?(?:preliminary|permanent) injunction(?!\s?(?:motion|application|request|hearing|argument|conference|briefing|brief|schedule|deadline|papers|discovery|trial|bond|denied|proceed|should))`;
const isInjunction = new RegExp(`^${injunctionName}`, 'iu');
const isReasonedInjunction = new RegExp(String.raw`^${reasons}${injunctionName}`, 'iu');
/** Words of a party that hands in findings for the court to adopt, and of a court that made them. */
const ofParty = /\bproposed\b|\bby (?=[\p{L}\p{N}])/iu;
const ofCourt = /\b(?:signed|ordered|entered|issued) by\b|\bjudge\b/i;
/** "Northgate is temporarily restrained", and not "why it should not be". */
const restrainsNow =
  /(?<!\b(?:why|whether|if|not)\b[^.;]{0,120})\b(?:is|are|be and hereby (?:is|are)|shall be)\s(?:(?:hereby|temporarily|immediately)\s){0,3}(?:restrained|enjoined)\b/i;
/** "The Court enters a TRO", "a TRO is hereby issued", "TRO ordered.", "Northgate is hereby temporarily restrained": a restraint by what the order does. */
const issues = new RegExp(
  [
    String.raw`\b(?:enter|issu|impos|order)(?:s|es|ing)\s(?:(?:an?|the|this|its|brief|limited|narrow|ex|parte|emergency|following|requested|sealed)\s){0,4}${tro}(?!\s(?:motion|application|request|hearing|briefing|schedule|papers))`,
    String.raw`\b${tro}\s(?:(?:is|shall be|be)\s(?:(?:hereby|so)\s){0,2}(?:entered|issued|imposed|(?:so-)?ordered)\b(?!\s(?:as|nunc)\b)|(?:entered|issued|ordered)\s?(?:[.;]|$))`,
    String.raw`\btemporarily\s(?:restrains|enjoins|restraining|enjoining)\b`,
    String.raw`\b(?:hereby|ordered that\b[^.;]{0,120}?)\s(?:(?:is|are|be)\s)?(?:(?:hereby|and)\s){0,2}temporarily\s(?:restrained|enjoined)\b`,
  ].join('|'),
  'iu',
);
/** "ORDER on 4 Motion for TRO. … the motion is GRANTED": what is granted has its name in the order's own. */
const namesMotion = new RegExp(
  String.raw`^(?:(?!\bmotions?\b).){0,60}\bmotion\s(?:and memorandum\s)?(?:for|requesting|seeking)\s(?:(?:an?|ex|parte|entry|of|emergency|issuance)\s){0,5}${tro}(?!.*\bmotions? (?:for|to)\b)`,
  'isu',
);
const motionGranted =
  /\b(?:the|said|this|that|plaintiffs?['’]?s?)\s(?:(?:emergency|ex parte|instant)\s)?(?:motion|application|request)\s(?:is|be|shall be)\s(?:hereby\s)?granted\b(?!\s(?:in\spart|as\sto|only)\b)/i;
const extends_ = new RegExp(
  [
    // “extending the TRO”, “continuing TRO in effect”
    String.raw`\b(?:(?:extend|renew|prolong)(?:s|ing|ed)?|(?:extension|renewal) of|continu(?:es|ing)(?=[^;.]{0,40}?\bt\.?r\.?o\.?\sin\s(?:full\s)?(?:force|effect)))\b(?!\s(?:of )?(?:the )?(?:time|deadline))(?:[^;.]{0,30}?\b(?:the|of|its|to)\s)?[^;.]{0,20}?\b${tro}(?!\s(?:motion|hearing|application|briefing))`,
    // “the TRO is hereby extended”, “TRO extended 14 days”, “TRO continued in effect”
    String.raw`\b${tro}(?:[^;.]{0,60}?\b(?:is|are|be|shall be|hereby|remains? extended),?\s(?:for good cause(?: shown)?,?\s)?(?:\w{1,12}\s){0,2}?|\s)(?:extended|renewed|prolonged|continued\s(?:in\s(?:full\s)?(?:force|effect)|for\s)(?!\s?hearing))`,
  ].join('|'),
  'giu',
);
/** Behind a verb that changes or ends it: the injunction, and not its hearing, its bond or the schedule of its motion. */
const standingInjunction = String.raw`(?:\s(?:(?:and|or)(?:\sto)?(?:\s(?:dissolv|modif|vacat)\w+)?|in|part|partially|the|this|that|its|court['’]s|terms|scope|of|paragraphs?|first|second|amended|stipulated|existing|nationwide|universal|order|granting|preliminary|permanent|[[(]?\d{1,4}[\])]?)){0,8}?\sinjunction\b(?!\s(?:motion|application|request|hearing|argument|conference|briefing|schedule|deadlines?|papers|bond))`;
const endsInjunction = new RegExp(
  String.raw`\b(?:dissolv|modif|vacat|stay|lift)(?:es|s|ing|ying|ies|ed)\b${standingInjunction}`,
  'iu',
);
/** A refusal to dissolve or modify an injunction is appealed like a grant, 28 U.S.C. § 1292(a)(1). */
const toChangeInjunction = String.raw`(?:to )?(?:dissolve|modify|vacate|lift|dissolution of|modification of)\b${standingInjunction}`;

/** A restraint that goes on as an injunction: "converting TRO into preliminary injunction", "the TRO is converted to …". */
const converts = new RegExp(
  String.raw`\b(?:convert(?:s|ing)|treat(?:s|ing)|(?:is|are|hereby|shall be|will be)\s(?:\w{1,12}\s){0,2}?(?:converted|treated))\b[^;.]{0,80}?\b(?:in)?(?:to|as)\s(?:(?:an?|the|agreed|stipulated|consent)\s){0,2}${pi}(?!\s(?:motion|hearing))|\b${pi}[^;.]{0,60}?\b(?:shall|is|will)\s(?:hereby\s)?(?:issue|issued|entered)\b`,
  'iu',
);
/** Words before it by which it is only asked for, feared or put off. */
const notYet =
  /\b(?:whether|why|should|if|may|might|unless|until|before|pending|requests?|motions? (?:for|to)|mov(?:es|ed|ing)|asks?|seeks?|den(?:y|ies|ied|ying)|declin\w+|not)\b[^;.]*$/i;

/** "Unless extended, this TRO expires", "as it may be extended": before the verb, words by which it is not done yet. */
const onlyIfExtended =
  /\b(?:(?:unless|if|whether|why|should)\b[^;.]{0,80}|(?:until|may|not|sooner|earlier)\s(?:be\s)?(?:further\s)?)$/i;

/** "Motion to extend TRO is entered and continued to": before the words that would extend it. */
const onlyAsked = /\b(?:motions?|applications?|requests?|seeks?|moves?|asks?)\s(?:to|for)\s(?:an?\s)?$/i;

const judgment =
  /^(?:(?:final|default|partial|consent|clerk'?s?|amended|corrected|agreed|stipulated|declaratory|order|order and|opinion and|memorandum opinion and|and|of|entry of|rule 54\(b\)|second|third|joint|the)\s){0,6}judgment\b(?!\s(?:debtor|creditor|on the pleadings motion|proof|returned))/i;
const noJudgment =
  /\b(?:motion|satisf\w+|abstract|proposed|writ|request|application|praecipe|stipulation for|objection|notice of (?:intent|appeal)|vacat\w+|offer|acceptance|transcript of|exemplif\w+|registration|certif\w+|response|bill)\b/i;
/** An order that ends the case can be appealed as a judgment can, Rule 54(a), even where no judgment follows. */
const endsCase =
  /^order (?:of dismissal|dismissing (?:the )?(?:case|action|matter)|(?:of remand|remanding))\b/i;
const transcript =
  /^(?:(?:redacted|official|court|notice (?:of|to counsel of) (?:the )?filing(?: of)?(?: the)?|notice of|amended|corrected)\s){0,4}(?:official )?transcripts?\b(?!\s(?:order|request|designation|information|deadline|purchase|form|invoice|fee|due|redaction|restriction|requested|ordered))/i;
const transcriptOrdered =
  /\b(?:order form|ordered by|request(?:ed)? (?:for|by)|designation|purchase order)\b/i;

/**
 * What a court's own entry starts: a restraint entered, a motion decided, a judgment, a recommendation, a transcript.
 * An order that only mentions one (sets its hearing, gives time to answer it) starts nothing.
 *
 * @param heading of an entry of the court
 * @param role the entry's role
 */
export function readCourtAct({ title, text }: Heading, role: string): FoundEvent[] {
  const named = (event: FoundEvent['event']): FoundEvent => ({ event, quote: title.slice(0, 200) });
  if (transcript.test(title) && !transcriptOrdered.test(title)) return [named('transcript_filed')];
  if (
    /^(?:clerk'?s? )?(?:order )?(?:taxation of costs|taxing costs|costs taxed|bill of costs taxed)\b/i.test(
      title,
    )
  )
    return [named('costs_taxed')];
  const isOwnName = isRestraint.test(title) || isNamedInjunction(title, text);
  if (role !== 'order' && role !== 'judgment' && role !== 'hearing' && !(role === 'other' && isOwnName))
    return [];
  if (/^\W{0,4}\[?\(?proposed/i.test(text) || isOfAccused(text)) return [];
  const recommendation = recommends.exec(title);
  if (recommendation && !acceptsRecommendation.test(recommendation[0]))
    return [named('magistrate_order_served')];

  const events = readDecisions(title, text, role);
  if (endsCase.test(title)) events.push(named('judgment_entered'));
  else if (judgment.test(title) && !noJudgment.test(title)) events.push(named('judgment_entered'));
  return events;
}

function readDecisions(title: string, text: string, role: string): FoundEvent[] {
  const events: FoundEvent[] = [];
  const add = (event: FoundEvent['event'], quote: string | null) => {
    if (quote !== null) events.push({ event, quote: quote.slice(0, 200) });
  };
  const head = text.slice(0, 2_000);
  const extended = extensionIn(head, text);
  add('tro_extended', extended);
  if (extended === null) add('tro_entered', restraintIn(title, head, text, role));
  add('injunction_order_entered', injunctionIn(title, head, text));

  const ruled = (request: string, wanted: readonly ('isGranted' | 'isDenied')[]): string | null => {
    const ruling = rulingOn(text, request);
    return wanted.some((way) => ruling[way]) ? ruling.quote : null;
  };
  add('court_action_noticed', ruled(dismissal, ['isDenied']));
  add('more_definite_order_noticed', ruled('(?:for )?(?:a )?more definite statement', ['isGranted']));
  add('post_judgment_motion_decided', ruled(postJudgment, ['isGranted', 'isDenied']));
  add('appeal_extension_ordered', ruled(moreTimeToAppeal, ['isGranted']));

  if (decides.test(text.slice(0, 600)) && !housekeeping.test(title.split(';')[0]!)) {
    add('order_entered', title);
    if (byMagistrate.test(text.slice(0, 4_000))) add('magistrate_order_served', title);
  }
  return events;
}

/** The words by which an order extends a restraint; null where it does not. */
function extensionIn(head: string, text: string): string | null {
  const { isGranted, isDenied } = rulingOn(text, 'extension|to extend');
  if (isDenied) return null;
  const extended = [...head.matchAll(extends_)].find(({ 0: words, index }) => {
    const verb = index + words.search(/\b(?:exten|renew|prolong|continu)/i);
    return (
      !onlyIfExtended.test(head.slice(0, verb)) &&
      !aboutRestraint.test(head.slice(clauseStart(head, 0, index + 2), index + words.length)) &&
      (isGranted || !onlyAsked.test(head.slice(0, index)))
    );
  });
  return extended?.[0] ?? null;
}

/** The words by which an order restrains; null where it does not. */
function restraintIn(title: string, head: string, text: string, role: string): string | null {
  const restraint = rulingOn(text, `(?:${askedBeside})?${tro}`);
  if (restraint.isGranted) return restraint.quote;
  if (restraint.isDenied) return null;
  if (isRestraint.test(title) && role !== 'hearing') return title;
  // An order to show cause is a restraint where it restrains until then.
  const restrained = /^order to show cause\b/i.test(title) ? restrainsNow.exec(text.slice(0, 4_000)) : null;
  if (restrained) return restrained[0];
  const issued = issues.exec(head);
  if (issued && !notYet.test(head.slice(0, issued.index))) return issued[0];
  return namesMotion.test(head) && motionGranted.test(head) ? title : null;
}

const isAsked = /^(?:order )?(?:to show cause|setting|scheduling|re\b|regarding|on|denying)/i;

/** The words by which an order grants, refuses, changes or ends an injunction; null where it does none of it. */
function injunctionIn(title: string, head: string, text: string): string | null {
  const requests = [pi, toChangeInjunction, String.raw`(?:to convert|converting)\b[^;.]{0,60}?\b${pi}`];
  const ruling = requests
    .map((request) => rulingOn(text, request))
    .find(({ isGranted, isDenied }) => isGranted || isDenied);
  if (ruling) return ruling.quote;
  const converted = converts.exec(head);
  if (converted && !notYet.test(head.slice(0, converted.index))) return converted[0];
  const isOwn = isNamedInjunction(title, text) && !isAsked.test(title);
  return isOwn || endsInjunction.test(title) ? title : null;
}

/** Whether a paper's own name says that it is an injunction, whether or not its reasons come first. */
function isNamedInjunction(title: string, text: string): boolean {
  if (isInjunction.test(title)) return true;
  const head = text.slice(0, 1_000);
  return isReasonedInjunction.test(title) && (ofCourt.test(head) || !ofParty.test(head));
}
