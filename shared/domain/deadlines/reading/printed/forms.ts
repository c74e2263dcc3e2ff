import { moved, moves, moving, movingNow, takenAway } from '../moving-words.ts';

/** How clerks and judges lead up to a date, and what they say after it. Each form ends where the date begins, or begins where it ends. */

/** Words that only lead from a label to its date. */
const lead = String.raw`(?:[\s:,(]|\b(?:by|on|for|to|is|are|set|at|from|until|before|or|no later than|not later than|on or before|than|date|and|including|up|now|hereby|today|tomorrow|the (?:earlier|later|sooner) of)\b){0,12}$`;
export const due = new RegExp(
  String.raw`\bdue\b(?!\s(?:to|process|course|diligence)\b)(?:,? but not filed,?)?(?:(?:\sdate)?\s(?:per|under|pursuant to)\s(?:the\s)?(?:(?:local(?:\scivil)?|civil|federal)\s)?rules?(?:\s\d[\d.()a-z-]{0,12})?)?(?:,? (?:in|to) [\p{L} ]{3,30})?(?:\s[\p{L}\d() -]{0,24}\b(?:days?|hours?|weeks?)\b[^.;]{0,80}?(?=,?\sor\s))?${lead}`,
  'iu',
);
export const deadline = new RegExp(
  String.raw`\b(?:deadlines?|ddls?|cut-?offs?|(?:due|response|opposition|reply|answer|objection) dates?)\b(?:\s(?:for|to|of)\s[^.;:]{1,80}?)?\s?(?:(?:is|are|was|be|hereby|now)\s){0,3}(?:set|${moved}|extended|enlarged|shortened|revised|corrected|amended|modified|is|are|of|:|for|until)?${lead}`,
  'iu',
);
export const set = new RegExp(
  String.raw`\b(?:set|scheduled|${moved}|noticed|calendared|resetting|heard|returnable|(?:will|shall) (?:(?:now|instead|hereby) )?(?:be held|take place|begin|commence|proceed|convene|appear|hold|conduct|be submitted|be heard)|to be held)\b(?:\s(?!from\b)(?:[^.;:()]|\(\d{1,3}\)){0,70}?)?\s(?:for|(?:to|until)(?:,? and including,?)?|on|in|at)\s{1,2}(?:hearing\s(?:on\s)?|trial\s(?:on\s)?|[\p{L}]{4,12}ing,?\s|(?:today|tomorrow),?\s)?$`,
  'iu',
);
export const setBare =
  /\b(?:(?:hearing|hrg\.?|argument|conference|trial)\s(?:is\s)?(?:(?:re-?)?(?:set|scheduled)|schd\.)|(?:hearing|hrg\.?|(?:oral )?argument|conference|trial|meeting of creditors)(?:\s(?:date|set))?:|(?:hearing|hrg\.?|arguments?|conference|trial)\s(?:on\s[^.;:]{1,60}?\s)?(?:(?:will|shall)\s(?:now\s)?(?:be held|take place|begin|commence|occur|proceed|convene)|(?:now\s)?to be held)|(?:motion|application|request|matter)\s(?:\[?\d{1,4}\]?\s)?(?:(?:to|for)\s[^.;:]{1,60}?\s)?(?:(?:will|shall)\s(?:now\s)?|is\sto\s)be heard|(?:hearing|argument|conference|trial)\s(?:[\p{L}]{1,12}[,;]?\s){0,2}?(?:to|will|shall)\s(?:resume|reconvene|continue)(?:\s(?:on|to))?|matter\s(?:is\s)?(?:passed|trails|trailed|trailing)\sto|motion docket date:?|return date(?:\sis)?:?)\s{1,3}$/iu;
/** A sentence of its own behind the name of a party's paper, as bankruptcy courts print it: "Motion for Relief from Stay. Hearing scheduled for". */
export const systemHearing = /(?:[.;)]\s{1,3}|\()(?:[\p{L}-]{1,20}\s){0,3}hearing scheduled (?:for )?\s?$/iu;
/** "continuing the conference from 1/25/2008 to 2/27/2008", "resetting Trial now set for 1/27/14 to 3/24/2014". */
export const movingFrom = new RegExp(
  String.raw`\b${moves}\b(?:[^.;]|(?<=\b[ap])\.(?=\s?m\b)|(?<=\b[ap]\.?\s?m)\.){0,160}$`,
  'i',
);
export const toAnother =
  /^[\s,]{1,3}(?:(?:and|is|are|hereby|stricken|vacated)\s){0,4}(?:(?:re-?set|re-?scheduled|continued|moved)\s)?to\s{1,2}$/i;
/** Words between what is set and the date it had. */
export const formerDate =
  /(?:[\s,(]{1,3}(?:(?:that|which)\s(?:is|was)|is|was|held|now|currently|previously|presently|set|due|scheduled|noticed|noted|calendared|(?:entered|stated|listed)\sas|from|for|on))+[\s,]*$/i;
/** "hearing on 4 Motion for TRO", "oral argument": not what a day comes after. */
const settingName = String.raw`(?<!\b(?:at|from|during|after|following|since|prior|before)\s(?:the\s|that\s)?(?:[\p{L}-]{1,20}\s){0,3})(?:(?:hearing|hrg\.?)(?:\son\s(?:(?:[\p{L}'’]{1,20}|[[(]?\d{1,4}[\])]?)\s){0,8}?(?:[\p{L}'’]{1,20}|[[(]\d{1,4}[\])]))?|(?:oral )?argument|conference|trial|jury selection|mediation|arraignment|sentencing|docket call)`;
/** "show cause before this Court, at Room 12A". */
const callToAppear = String.raw`\b(?:to show cause|show cause(?=,?\s(?:before|at|on|in(?!\swriting))\s)|(?:shall|must|directed to|ordered to|to) (?:personally )?appear(?: and show cause)?)(?:,?\s(?:before|at|in(?!\swriting))\s[^;]{1,200}?(?=,?\son\s{1,2}$|,?\s{1,2}$))?`;
const wayOfAttending = String.raw`(?:[\s,:]{1,2}(?:in person|telephonically|remotely|virtually|by (?:telephone|video|zoom)|via (?:telephone|video|zoom)))?`;
/** "oral argument on January 12 at 10:00 AM", "show cause before this Court, at Room 12A, on …": in the court's own order with the hour beside it. */
export const setByName = new RegExp(
  String.raw`\b(?:${settingName}|${callToAppear})${wayOfAttending},?\s(?:on\s|for\s|at\s)?(?:(?:this|next)\s)?(?:(?:today|tomorrow),?\s)?\s?$`,
  'iu',
);
export const ownSetting =
  /^\W{0,6}(?:(?!minute entry|minutes)[\p{L}'’-]{1,20}[\s:*)\]]{1,5}|(?:civil )?minutes[\s:-]{1,3}\(?in chambers\)?[\s:,-]{1,3}){0,3}(?:order|notice|schedul|re-?set|set|text|docket)/iu;
/** "Plaintiff requests a hearing on": what a party asks for, as the court tells it. */
export const askedOf =
  /\b(?:requests?|requested|requesting|seeks?|asks?|asked|moves?|moved)\s(?:for\s)?(?:an?|the|that|its|to)\b(?![^]*\b(?:grant|set|order)(?:s|ed|ing)?\b)/i;
export const told =
  /\b(?:(?<!\bbe\s)held|transcripts?|recording|proceedings|conducted|testif\w+|stated|(?<!(?:\d|\b(?:five|ten|fifteen|twenty|thirty|forty|forty-five|sixty))(?:\s\(\d{1,3}\))?\s)minutes)\b/i;
/** An item of a schedule: "Reply: January 14, 2027", "(2) reply by January 13". */
export const scheduled =
  /^(?:[^.;]|\.(?=\s?[:–—-]|\sby\s)){1,80}(?::|\s[-–—]|\bby|\bon or before|\bno later than|\b(?:shall|to|must) be (?:filed|served)(?: on)?)\s{1,2}$/i;
/** What ends with the date before it: "Response due by 1/11/2027", behind which "reply by" is of the same schedule. */
export const dueBefore = /\bdue\b[^.;]{0,60}$/i;
/** The name of a paper and nothing else: "Responses 1/12/2027; Replies 1/14/2027". */
export const bareName = /^(?!.*\b(?:re|to|of|order|notice)\b)(?:[\p{L}'’]{1,20}(?:\.(?=\s$))?\s){1,3}$/iu;
/** "hearing date corrected to": of a setting, which is the only thing of it that is corrected. */
export const settingCorrected =
  /\b(?:hearing|argument|conference|trial)(?:\s(?:date|time|date and time))?\s(?:(?:is|has been|was|hereby)\s){0,2}(?:corrected|changed|amended|modified|updated)\s(?:to(?: be)?|to read)\s{1,2}$/i;
/** "The hearing date stated as January 13 should read", "the correct date is": the day that an erratum puts in another's place. */
export const shouldBe =
  /\b(?:should (?:instead )?(?:be|read)|correct (?:hearing )?(?:date|date and time) (?:is|shall be))\s{1,2}$/i;
/** "ADVANCING MOTION HEARING to January 11". */
export const movingTo = new RegExp(
  String.raw`\b${movingNow}\b[^.;]{0,60}\b(?:hearing|argument|conference|trial)\b[^.;]{0,40}\bto\s{1,2}$`,
  'i',
);
/** "set for January 12 at 10:00 AM is ADVANCED to 9:00 AM", "will now take place at 2:00 PM", "hearing is reset from 10:00 AM to 1:00 PM": the same day at another hour. */
export const otherHour = new RegExp(
  String.raw`^[\s,]{1,3}(?:(?:hearing|argument|conference|trial)\s)?(?:(?:is|are|be|has been|will|shall|now|hereby|instead|and)\s){0,4}(?:${moved}(?:\s(?:up|back))?(?:\sfrom\s[\d:.apm\s]{1,12}?)?\s(?:to|for)|(?:begin|start|commence|take place|proceed|convene|be held|be heard)(?:\sinstead)?\sat)\s(?=\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m\b|noon\b)`,
  'i',
);
/** What ends something by its own words: mostly a restraint. */
export const expiring = new RegExp(
  String.raw`\b(?:${[
    // “shall expire on”, “remains in effect until”
    String.raw`(?:(?:shall |will |to )?expir(?:es?|ing)|(?:remains?|be|is|stays?) in (?:full force and )?effect|(?<!\b(?:motions?|requests?|applications?|mov(?:es?|ed|ing))\s(?:[\p{L}]{1,12}\s){0,3}?to\s(?:[\p{L}]{1,8}\s(?:or|and)\s)?)dissolves?)\b(?:\s(?:in accordance with|pursuant to|under|as provided (?:in|by))\s[^.;]{0,40}?(?=\s(?:on|at)\s))?(?:(?!\b(?:due|respon|repl|fil|oppos|answer|serve|hear|shall|must))[^.;]){0,30}?\s(?:on|at|by|until|through|to,? and including,?|(?:no|not) later than)(?:\sthe\s(?:earlier|sooner)\sof:?(?:\s\([ai1]\))?)?`,
    // “expires as scheduled”, “will expire within fourteen days, on”
    String.raw`(?:shall |will |to )?expir(?:es?|ing)(?:,?\s(?:as scheduled|automatically|by its (?:own )?terms|(?:up)?on the da(?:te|y) of the (?:[\p{L}-]{1,20} ){0,3}hearing,?(?: on)?|(?:with)?in\s[^.;,()]{1,30}?\s(?:days|hours)(?:,?\s\(?(?:i\.e\.,?|or|namely,?|on|at))?))?`,
    // “Expiration date:”
    String.raw`expir(?:ation|y|es)(?: date| on)?:`,
    // “in full force until”
    String.raw`in (?:full force and )?(?:effect|force) (?:until|till|through|thru|to|up to)`,
    // “in effect until further order or”
    String.raw`in (?:full force and )?(?:effect|force) until\b[^.;]{3,100}?\s(?:or|and)(?:,?\s(?:on|until|through))?`,
  ].join('|')})\s{1,2}\(?$`,
  'iu',
);
/** "The TRO will expire if no bond is posted by": a day on which it may end, and another thing is due. */
export const onlyIf = /\b(?:if|in the event)\b(?!\snot\s(?:sooner\s)?(?:extend|renew))/i;
const restraintName = String.raw`(?:temporary restraining order|restraining order|t\.?r\.?o\.?)`;
const restraint = String.raw`(?:temporary restraining order|restraining order|t\.?r\.?o\.?|(?:temporary |these )?restraints?)`;
/** "The TRO is extended through January 19", "extending the restraining order until …": the new end of what restrains. */
export const restraintExtended = new RegExp(
  [
    // “The TRO is extended through”
    String.raw`\b${restraint}(?![\p{L}])[^;]{0,80}?\b(?:(?:extend|renew|prolong)(?:ed|s)|continue[ds](?!\sto\s\S*\d|\sto\s{1,2}$))\b[^;]{0,120}\b(?:to|until|through|including)\s{1,2}$`,
    // “extending the restraining order until”
    String.raw`\b(?:(?:extend|renew|prolong)(?:s|ing|ed)?|(?:extension|renewal) of)\b(?!\s(?:of\s)?(?:the\s)?(?:time|deadline))[^;]{0,40}\b${restraint}(?![\p{L}])[^;]{0,120}\b(?:to|until|through|including)\s{1,2}$`,
    // “is hereby restrained until”
    String.raw`\b(?:is|are|be)\s(?:(?:hereby|temporarily)\s){0,2}(?:restrained|enjoined)\b[^;]{0,160}\b(?:until|through(?:\sand\sincluding)?|to\sand\sincluding)\s{1,2}$`,
  ].join('|'),
  'iu',
);
/** "hearing on TRO extended to": what is put off is what is heard of the restraint, or time to answer it, and not its end. */
export const aboutRestraint =
  /\b(?:hearings?|hrg\.?|arguments?|conferences?|briefing|responses?|oppositions?|repl(?:y|ies)|deadlines?|time|motions?|applications?|requests?)\s(?:on|for|re:?|to|as to|regarding|of)\s(?:\d{1,4}\s)?(?:(?:the|a|an|any|its|their|to|file|oppose|respond|answer|reply|response|opposition|emergency|ex parte|motion|application|for|plaintiffs?['’]?s?)\s){0,9}(?:temporary restraining order|restraining order|t\.?r\.?o\.?)(?:\s(?:motion|application|request))?(?:\s(?:is|are|be|has been|have been|hereby|also|now|further)){0,4}\s(?:extended|continued)\b|\b(?:temporary restraining order|restraining order|t\.?r\.?o\.?)\s(?:motion|application|request|petition|papers|hearing|briefing)\b[^;]{0,60}?\sextended\b/i;
/** "ORDER extending TRO and continuing the hearing from January 8, 2027 to": what follows is moved beside it. */
export const alsoMoved = new RegExp(
  String.raw`\band\s${moving}\b[^;]{0,60}\b(?:hearing|argument|conference|trial)\b`,
  'i',
);
/** What speaks of the restraint's own time since the day before. */
export const ofRestraint = /\bexten(?:d|sion)|\brestrain(?:s|ed|ing)\b(?!\sorder)|\benjoin/i;
/** "This order is effective until", "it ends on", "granting TRO through": of an order that restrains its end, of others anything. */
export const restraintUntil = new RegExp(
  [
    // “TRO granted for fourteen days, until”
    String.raw`\b(?:restraining order|t\.?r\.?o\.?)\s(?:\[?\d{1,4}\]?\s)?(?:(?:is|be)\s)?(?:hereby\s)?(?:granted|issued|entered)(?:\sfor\s(?:a\s(?:period|term)\sof\s)?(?:\p{L}{2,12}[-\s])?(?:\(?\d{1,3}\)?[-\s])?(?:calendar\s)?(?:days?|weeks?|hours?))?,?\s(?:until|through|to,? and including,?|up to,? and including,?)\s{1,2}$`,
    // “effective until”, “it ends on”
    String.raw`\b(?:(?:effective|valid|binding|in (?:force|place))\b[^.;]{0,40}?\s(?:until|through|to,? and including,?)|(?:order|t\.?r\.?o\.?|injunction|it)\s(?:(?:will|shall|automatically)\s){0,2}(?:to\s)?(?:lapses?|terminates?|ends?)(?:\s(?:on|at|by))?)\s{1,2}$`,
    // “the order shall continue, but no later than”
    String.raw`\b(?:orders?|restraints?|t\.?r\.?o\.?|injunction|relief|it)\b[^.;]{0,60}?\b(?:continu|remain|extend|last|effective|in effect|in force|expir)(?:(?!\b(?:due|respon|repl|fil|oppos|answer|serve|hear))[^.;]){0,80}?\b(?:beyond|past|(?:in no event|in any event|no|not) later than)\s{1,2}$`,
    // “granting TRO through”
    String.raw`\b(?:grant(?:s|ed|ing)?|(?:enter|issu|impos)(?:s|es|ing))\b(?![^;]*\b(?:exten(?:d|sion)\w*|time|deadline|continu\w*|respon\w*|hearing|den\w{1,6})\b)[^;]{0,80}\b${restraintName}(?![\p{L}])[^.;]{0,60}?\b(?:until|through|to,? and including,?)\s{1,2}$`,
  ].join('|'),
  'iu',
);
/** What makes an order one that restrains, by its name. */
export const restrains = /\b(?:restraining order|t\.?r\.?o|(?:temporary|these|foregoing) restraints?)\b/i;
/** "vacating the TRO that was effective until …". */
export const restraintUndone = /\b(?:vacat|dissolv|lift|quash)(?:ing|ed)\b/i;
export const noting =
  /\b(?:(?:re-?)?noting date|(?:re-?)?note(?:d)?(?: on)?(?: the)?(?: motion)? (?:calendar|date)|(?:re-?)?noted)\b(?:\s(?:is|are|set|reset|re-?noted|for|to|on|consideration|date|the|motion|calendar))*[:\s]{1,4}(?:for\s|on\s)?$/i;
/** "The Court will hear argument on January 14": what the court does itself on a day. */
export const hearing =
  /\b(?:(?:will|shall|to)\s(?:(?:now|also)\s)?hear\b(?!\sfrom\b)[^.;]{0,140}|(?:will|shall)\s(?:hold|conduct|convene)\b[^.;]{0,160}|there (?:shall|will) be\b[^.;]{0,120}|(?:placed|set|put) on (?:the|its) calendar\b[^.;]{0,80})\s(?:on|for|at)\s{1,2}$/iu;
/** "Service … by email on or before January 6 shall be deemed good and sufficient service". */
export const deemed =
  /\b(?:service|notice)\b[^.;]{0,160}\b(?:by|on or before|before|no later than|not later than)\s{1,2}$/i;
export const deemedBehind =
  /^,?\s[^.;]{0,40}\b(?:shall|will|is|are|to|be|constitutes?)\b[^.;]{0,30}?\b(?:deemed|good|sufficient|adequate)\b/i;
/** "shall file simultaneous briefs on January 12". */
export const filedOn =
  /\b(?:shall|must|will|(?:is|are) (?:directed|ordered|required) to|(?:is|are) to)\s(?:each\s|simultaneously\s|jointly\s|electronically\s){0,2}(?:e-?file|file|serve|submit|exchange|lodge|produce|respond|reply|answer|call|contact|appear|deposit|deliver|post|pay)\b(?:(?!\b(?:hearings?|conferences?|trial|arguments?|depositions?|heard|held|set|scheduled|noticed)\b)[^.;]){0,120}\bon\s{1,2}$|\b(?:shall|must|may|will)\s(?:also\s)?be\s(?:e-?)?(?:filed|served|submitted|lodged)\s(?:on\s)?\s?$/i;
export const presentment = /\b(?:presentment|notice of (?:motion|hearing))\b.{0,200}\bon\s$/i;

/** "shall be filed on or before", "to file a reply by": whose words they are is looked at besides. */
export const duty = new RegExp(
  String.raw`\b(?:file[sd]?|filing|serve[sd]?|submit(?:s|ted)?|respond|answer(?:ed)?|plead|reply|oppose|object|produced?|completed?|provided?|provide|exchanged?|notify|post(?:ed)?|paid|pay|report|lodged?|re-?file[sd]?|received|assigned|amend(?:ed)?|return(?:ed)?|confer|designated?|disclosed?|conclude[sd]?|moved?|emailed|e-mailed|delivered|obtain|show cause|effect(?:ed)?|made|call|contact|comply|deposit(?:ed)?|surrender(?:ed)?|turn over|restored?|removed?|cease|remit|certify|inform|advise|mail(?:ed)?|send|sent|cure)\b(?:[^.;]|\.(?=\s?\d)){0,160}?\b(?:by|on or before|no later than|not later than|before|until|to,? and including,?|than|through|to)\s{1,2}$`,
  'iu',
);
export const bound =
  /\b(?:shall|should|must|will|may|has|have|is|are|be|directed|ordered|please|to)\b|^\W*(?:motions?|responses?|repl|any|all|(?:re-?)?file)\b/i;
export const extended =
  /\b(?:extend(?:s|ed|ing)?|enlarg(?:es|ed|ing)|granted|continu(?:es|ed|ing)|has|have|had)\b[^.;]{0,120}\b(?:to,? and including,?|up to,? and including,?|through,? and including,?|to|until|through|by)\s{1,2}$/i;
/** "Limited to sales made through": what an order reaches, and nothing that is due. */
export const limitedTo =
  /\blimited\sto\s[^.;]{1,80}\b(?:made|received|earned|paid|accrued|dated|entered|filed|sold|shipped|incurred|occurring|arising)\b[^.;]{0,40}$/i;
/** What a motion asks for, in its own name, and is denied: "denying 12 Motion to extend deadline to January 12". */
export const askedInVain =
  /\b(?:den(?:y|ying|ied|ies)|(?:find|terminat|dismiss)(?:s|es|ing|ed)?(?:\sas)? moot)\b[^.;,:()]{0,60}\b(?:motions?|requests?|applications?|stipulations?)\b[^.;,:()]{0,60}\b(?:exten|enlarg|continu|adjourn|re-?sched|re-?set|stay|postpon|advanc|accelerat|expedit|mov(?:e|ing)\b|chang)[^.;,:()]*$/i;
export const asking =
  /\b(?:motions?|requests?|applications?)\b[^.;]{0,60}\b(?:exten|enlarg|continu|adjourn|re-?sched|re-?set|stay|postpon)/i;
/** "request to advance the hearing to", where it is denied behind the date. */
export const askingToMove =
  /\b(?:motions?|requests?|applications?)\s(?:to|for)\b[^.;]{0,60}\b(?:advanc|accelerat|expedit|mov(?:e|ing)\b|chang)/i;
export const deniedBehind = /^[^.;,]{0,80}\b(?:is|are|be)\s(?:hereby\s)?(?:denied|moot)\b/i;
/** What may not be done before a day has no due date. */
export const barred =
  /(?:\b(?:shall|may|must|will)\s(?:not(?!\s(?:be\s(?:required|due)|later|need))|file no)\b(?!\slater)|\bno\s(?!later\b)[a-z ]{2,40}\s(?:shall|may|must|will)\sbe\b(?!\s(?:required|due)\b))[^.;]{0,90}\b(?:before|until|prior to)\s{1,2}$/i;
/** "No hearing will be held on": nothing is set. */
export const noSetting =
  /\bno\s(?:(?:further|additional|such|separate|oral|evidentiary|in-person|motion|status|show|cause|preliminary|injunction|tro|pi)\s){0,3}(?:hearings?|arguments?|conferences?|appearances?|trial)\b(?!\s(?:brief|date))[^.;,]{0,60}\b(?:on|at|for)\s{1,2}$/iu;
/** An order that denies more time gives none. */
export const refused = /\bden(?:ying|ied|ies|y)\b/i;
/** "Counsel requests that the following schedule be approved". */
export const requestedOfCourt = /\brequest(?:s|ed)?\s(?:that|the court)\b/i;
/** Where what a court orders begins, behind what it denies in the same breath. */
export const besideRefusal =
  /(?::\s|\b(?:and|but)\s(?:the court\s)?(?:hereby\s|temporarily\s){0,2}(?:enjoins?|enjoining|restrains?|restraining|sets?|setting|orders?|ordering|direct(?:s|ing)?|extend(?:s|ing)|schedul(?:es|ing)|re-?set(?:s|ting)|continu(?:es|ing))\b)(?!\s?(?:the\s)?(?:\[?\d{1,4}\]?\s)?(?:\p{L}{1,12}\s)?(?:motions?|requests?|applications?)\b)|\band\s(?:hereby\s)?grant(?:s|ing)\b/giu;
/** "Response/Reply re 12 MOTION to Dismiss Responses due by", "motion responses due": the paper right before "due", behind the name of a motion. */
export const namedDue =
  /(?<!\/)\b(?:responses?|repl(?:y|ies)|answers?|objections?|oppositions?)\s(?:briefs?\s|papers\s)?(?:now\s)?due\b[^.;]{0,60}$/i;
/** "granting 15 Motion for Extension of Time to February 1, 2027 to File Answer": what was asked for is given. */
export const grantedUntil =
  /\b(?:grant|allow)(?:s|ing|ed)\b(?![^.;]*\bden(?:y|ies|ying|ied)\b)[^.;]{0,140}\b(?:extension|enlargement|extend|enlarge)\b[^.;]{0,60}\b(?:to|until|up to,? and including,?|through)\s{1,2}$/i;
/** "has until 10/31/08 to file", "an additional three weeks, until August 8, 2019, to answer". */
export const hasUntil =
  /\b(?:has|have|given|granted|weeks|days|time|extension|deadline)\b[^.;]{0,60}\b(?:until(?:,?\sand\sincluding,?)?|to,? and including,?|through)\s{1,2}$/i;
export const toAct =
  /^,?\s(?:in which\s|within which\s)?to\s(?:file|respond|answer|reply|oppose|serve|submit|object|move|plead|amend|otherwise|provide|produce|show cause|post|pay|return|comply|cure)\b/i;
/** "…, and Plaintiff up to and including": the second of two times in one sentence, behind the first one's own act. */
export const ownTime =
  /(?<=(?:\band|;)\s)\p{Lu}[\p{L}'’. ]{2,40}?\s(?:(?:has|have|shall have)\s)?(?:until|up to,? and including,?|(?:to|through),? and including,?)\s{1,2}$/u;
export const leading =
  /(?:^|[.;:]\s{1,3}|\d\)\s|\band\s)(?:by|on or before|(?:by\s)?(?:no|not) later than|before)\s{1,2}$/i;
export const leadingDuty =
  /^\)?(?:\s\([^()]{1,40}\))?,?\s.{0,110}?\b(?:shall|must|may|is to|are to|is directed|are directed|is ordered|are ordered|will|to (?:e-?file|file|serve|submit|respond|answer|reply|oppose|object|produce|post|pay|provide|exchange|lodge|show|advise|confer|meet))\b/i;
/** "shall meet by January 6 and shall, not later than January 8, 2027, submit": what is due by the second day follows it. */
export const thenBy =
  /\sand(?:\s(?:it|they|then|also|further|shall|must|will|to)){0,3},?\s(?:by|before|on or before|(?:no|not) later than)\s{1,2}$/i;
export const thenAct =
  /^,?\s(?:(?:also|simultaneously|jointly)\s)?(?:e-?file|file|serve|submit|produce|respond|answer|reply|oppose|object|post|pay|provide|exchange|lodge|deliver|show|advise|notify|inform|certify|complete|disclose|identify|appear|confer|meet)\b/i;
/** ", i.e., fourteen days after its entry, at 3:20 p.m.": behind a day. */
export const hourExplained =
  /^,\s(?:(?:i\.e\.|that is|namely|being|which is|exactly),?\s)?(?!(?:or|and|unless|if)\b)[\p{L}() \d-]{1,60},?\sat\s(?=\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m\b|noon\b)/iu;
/** "at 10:00 a.m.": an hour that is certain follows. */
export const atHour = /\bat\s(?=\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m\b|noon\b)/i;
/** "On January 14, 2027, at 10 am, the Court will hold a hearing". */
export const onDay = /(?:^|[.;:]\s{1,3}|\d\)\s)(?:on|at)\s{1,2}$/i;
export const onDayDuty =
  /^,?\s(?:at\s[^;]{1,20}?,\s)?(?![^.;]{0,60}\b(?:filed|ordered|granted|entered|issued|held|moved|denied|served|set|scheduled|extended)\b)[^.;]{0,60}?\b(?:shall|must|will|is to|are to)\b/i;

/** "expires January 15, not January 18", "(rather than January 13)": of two days the one that is not meant. */
export const notThis = /\b(?:not|rather than)\s(?:on\s|by\s|until\s)?\s?$/i;
/** What expires and is no order: "Plaintiff's lease will". */
export const ofAnotherThing =
  /\b(?:leases?|contracts?|agreements?|licen[cs]es?|permits?|polic(?:y|ies)|visas?|offers?|coverage|warrant(?:y|ies)|limitations(?: period)?|moratorium|registrations?|options?|patents?|statutes?|terms? of office|certificates?)\s(?:(?:will|shall|is set|are set|is due|was|to|that|which|now|currently)\s){0,3}$/i;
/** "enjoined from proceeding with the meeting scheduled for": what is not to be. */
export const enjoinedFrom = /\b(?:enjoin|restrain)(?:s|ed|ing)\b[^.;]{0,120}\bfrom\s[^.;]*$/i;
/** A date that was set before and no longer is, or only tells what was. */
export const past =
  /\b(?:previously|originally|formerly|initially|had been|was|were|held|entered|filed|signed|dated|issued|executed|excluded|replaced|modified|received|added|(?<!\b(?:dissolved|lifted|terminated|effective)\s)as of|mailed|served|(?<!\b(?:extended|enlarged),?\s)nunc pro tunc)\b(?:\s(?:set|scheduled|due|noted|calendared|noticed))?\s?(?:\s(?:for|on|by|at|to)){0,2}\s{0,2}$|\b(?:entered|filed|signed|dated|issued|docketed):\s{1,2}$/i;
/** "Opposition served & filed by": papers that are due, as an order lists them; what is past was filed on a day. */
export const filedBy =
  /(?<!\b(?:was|were|been|had|have|has|having)\s(?:\p{L}{1,12}\s)?)\b(?:(?:e-?)?filed|served|submitted|received|exchanged|completed)(?:\s(?:and|&|or)\s(?:(?:e-?)?filed|served|received))?(?:\s(?:and|&)\s(?:no later|not later) than|\s(?:by|on or before|before|no later than|not later than))\s{1,2}$/iu;
export const undone = new RegExp(
  String.raw`^(?:(?:\s(?:in|before|at)\s[^.;]{1,80}?)?,?\s(?:(?:is|are|be|was|were|has|have|been|and|hereby|also|will|shall|now|therefore|accordingly)\s){1,6}(?:${moved}|${takenAway}|converted|extended|enlarged|amended|corrected|taken off|taken under (?:submission|advisement)|not held|no longer|(?:now|instead)\s(?:be held|take place)(?=[^.;]{0,60}\bon\b))|[\s,–—([*-]{1,5}(?:vacated|stricken|cancell?ed|terminated|off(?: (?:the )?calendar|(?=\s?[)\].,;*]|\s{0,3}$)))\b(?=[\s)\]*.,;]|$)|\s(?:will|shall)\s(?:(?:now|instead)\s(?:be|take)(?=[^.;]{0,60}\bon\b)|be held instead))\b(?!\s(?:from\s|to\s)?(?:a\s|an\s)?(?:(?:court)?rooms?\b|judge\b|zoom|video|telephon|remote|virtual|in[- ]person|hybrid))`,
  'i',
);
/** "The deadline of January 5 for Northgate to respond is EXTENDED to …". */
export const laterMoved = new RegExp(
  String.raw`^\s(?:for|to)\s[^.;]{1,80}?\s(?:is|are|be|has been)\s(?:hereby\s)?(?:${moved}|${takenAway}|extended|enlarged)\b`,
  'i',
);
export const undoing =
  /\b(?:vacat(?:e|es|ing)|strik(?:e|es|ing)|cancel(?:s|l?ing)?|adjourn(?:ing|ment)?(?:\sof)?|terminat(?:e|es|ing)|tak(?:e|es|ing)(?=[^.;]*$)|replac(?:es|ing)|in lieu of|instead of|rather than|to\s(?:continue|reset|reschedule|move|postpone|extend|re-notice))\s(?:[\p{L}'’()-]{1,24},?\s){0,8}(?:set|scheduled|noticed)\s(?:for|on)\s{1,2}$/iu;
export const noLonger =
  /^\W{0,8}(?:terminate (?:deadlines|hearings|motions)|(?:deadlines?|hearings?)(?:\/(?:deadlines?|hearings?))? terminated)|\bdocketed in error\b|\bentered in error\b/i;
export const range = /^\s?(?:through|to|thru|until|[-–])\s?(?:and including\s)?(?:for\s)?$/i;
