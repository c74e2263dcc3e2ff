import type { FoundEvent } from '../triggering-event.ts';
import { isOfAccused, type Heading } from './heading.ts';

const removal =
  /^(?:(?:joint|amended|corrected|defendants?'?s?'?)\s){0,2}(?:notice|petition) (?:of|for) removal\b(?!\s(?:of (?:attorney|counsel|name|document|motion|hearing|party)|from (?:the )?(?:mailing|service|calendar|cm|list|mediation|adr)))/i;
const amended =
  /\b(?:amended|corrected)\b.{0,30}\bcomplaint\b|\bamended (?:petition|counterclaims?|cross-?claims?|third[- ]party complaint)\b/i;
const complaint = /\bcomplaint\b/i;
const notOriginal =
  /\b(?:third[- ]party|cross-?|counter-?|intervenor|in intervention|exhibit|errata|service)\b/i;
const notPleading =
  /\banswers? (?:to|of|in) (?:[\p{L}'’]{1,20} ){0,4}?(?:interrogator|request|discovery|motion|order|writ|garnish|response|objection|letter|opposition|show)|\banswering? brief\b|\bgarnish/iu;
const noAnswer =
  /^(?:re-?)?set\b|^(?:(?:the|new|clerk['’]?s?|entry:?)\s){0,3}(?:deadlines?|ddls?|cut-?offs?|dates?)\b|\bdue\b|\bproposed\b|\b(?:extension|extend|time) (?:of time )?(?:to|for)\b|\brequest\b/i;
const counterclaim = /\b(?:counter-?\s?claims?|cross-?\s?claims?)\b/i;
/** An answer that only replies to somebody else's counterclaim. */
const toCounterclaim =
  /\b(?:to|re)\b:?\s(?:\[?\d{1,5}\]?\s)?(?:(?!complaint|with\b)[\p{L}'’.]{1,24}\s){0,5}?(?:amended )?(?:counter-?\s?claims?|cross-?\s?claims?)\b/giu;
const opposes =
  /\b(?:motions?|applications?|opposition|oppose|opposing|injunction|restraining|summary judgment)\b|\bre\b:?\s\[?\d/i;
const opposesNothing =
  /^(?:responses?|statement) in (?:further |partial )?support\b|\bnon-?motion\b|\bnon-?opposition\b|\bno opposition\b|\bdoes not oppose\b|\b(?:response|objections?|opposition) to (?:[\p{L}'’]{1,20} ){0,3}?(?:report|r&r|order to show|order|notice|letter|interrogator|request|discovery|subpoena|complaint|jury|bill|exhibit|evidence|presentence|psr|plan|claim)\b/iu;
const appeal =
  /^(?:(?:amended|joint|corrected|[\p{L}]{1,20}'s?)\s){0,2}notice of (?:interlocutory |cross[- ]?)?appeal\b(?!\s(?:docket|transmi|notification|form|information|and (?:copy|docket)|from magistrate|to district judge|rights))/iu;
const offer = /^(?:(?:rule 68|notice of(?: filing)?(?: of)?|defendants?'?s?)\s){0,3}offer of judgment\b/i;
const discoveryService =
  /^(?:notice|certificate)(?: re:?)? (?:of )?(?:notice of )?service of (?:(?!response|answer|objection|initial|disclosure|expert)[\p{L}'’]{1,20} ){0,5}?(?:interrogator|requests? for (?:production|admission)|discovery request)/iu;

/** "CERTIFICATE of Service re 2 MOTION for TRO": from then some local rules give hours to respond. */
const restraintServed =
  /^(?:certificate|proof|affidavit|declaration|acknowledgment|return)s?\s(?:re:?\s)?(?:of\s)?(?:\p{L}{1,14}\s){0,3}?service\b.{0,160}?\b(?:motion|application)\b.{0,60}?\b(?:temporary restraining order|t\.?r\.?o\b)/isu;

/**
 * What a party's paper starts: complaints, removals, answers, oppositions, replies, appeals.
 *
 * @param heading of an entry filed by a party, whatever its role, that is not a motion
 * @param role the entry's role
 */
export function readPaper({ title, text }: Heading, role: string): FoundEvent[] {
  const quote = title.slice(0, 200);
  const found = (event: FoundEvent['event']): FoundEvent => ({ event, quote });
  if (isOfAccused(text)) return appeal.test(title) ? [found('appeal_filed')] : [];
  if (removal.test(title)) return [found('removal_filed'), found('removal_noticed')];
  switch (role) {
    case 'complaint':
      if (!complaint.test(title) && !amended.test(title)) return [];
      if (/\bproposed\b/i.test(title)) return [];
      if (amended.test(title)) return [found('amended_pleading_served')];
      return notOriginal.test(title) || /\bcomplaint as to\b/i.test(title) ? [] : [found('complaint_filed')];
    case 'answer':
      return noAnswer.test(title) ? [] : readAnswer(title, text, found);
    case 'opposition':
      if (opposesNothing.test(title) || !opposes.test(text.slice(0, 400))) return [];
      return [found('opposition_filed'), found('opposition_served')];
    case 'reply':
      if (
        /\bsur-?repl/i.test(title) ||
        /\bto (?:\w{1,20} )?(?:counter|cross)-?claim/i.test(text.slice(0, 200))
      )
        return [];
      return [found('reply_filed')];
    case 'appeal':
      return appeal.test(title) ? [found('appeal_filed')] : [];
    default:
      if (offer.test(title) && !/\baccept/i.test(text.slice(0, 200))) return [found('offer_served')];
      if (/^(?:counter-?claims?|cross-?claims?)\b/i.test(title)) return [found('counterclaim_served')];
      if (/^more definite statement\b/i.test(title)) return [found('more_definite_statement_served')];
      if (/^(?:amended )?bill of costs\b/i.test(title)) return [found('costs_noticed')];
      if (restraintServed.test(text.slice(0, 400))) return [found('tro_motion_served')];
      if (discoveryService.test(text.slice(0, 200))) return [found('discovery_served')];
      if (/^notice of (?:attorney )?appearance\b/i.test(title) && /\bdefendants?\b/i.test(text.slice(0, 300)))
        return [found('defendant_appeared')];
      return [];
  }
}

function readAnswer(
  title: string,
  text: string,
  found: (event: FoundEvent['event']) => FoundEvent,
): FoundEvent[] {
  const head = text.slice(0, 400);
  if (notPleading.test(head)) return [];
  const claims = counterclaim.test(head.replaceAll(toCounterclaim, ' '));
  const isToClaim = !claims && counterclaim.test(head);
  const amendedAnswer = /\bamended\s(?:\w{1,20}\s)?answer\b/i.test(title);
  return [
    found('answer_served'),
    ...(isToClaim ? [] : [found('defendant_appeared')]),
    found('responsive_pleading_served'),
    found('own_pleading_served'),
    ...(claims ? [found('counterclaim_served')] : [found('last_pleading_served'), found('pleading_served')]),
    ...(amendedAnswer && claims ? [found('amended_pleading_served')] : []),
  ];
}
