import type { FoundEvent } from '../triggering-event.ts';
import { isOfAccused, type Heading } from './heading.ts';

/** Motions on a matter that nobody opposes, or that are decided without answer. */
const unanswered =
  /\b(?:stipulated|stipulation|agreed|unopposed|un-opposed|assented|consent|joint|uncontested)\b|\bex parte\b|\bpro hac vice\b|\b(?:admission|permission) (?:of attorney|to appear)\b/i;
/** Motions noted for the day they are filed, though others may have something to say. */
const sameDay =
  /\b(?:reconsider|over-?length|excess pages|page limit|recus|disqualif)|\b(?:for|of) (?:entry of )?default\b|\bdefault judgment\b/i;
const restraining = /\btemporary restraining\b|\bt\.?r\.?o\b\.?/i;
/** What is asked about an order already made or refused: "for contempt of the TRO", "to reconsider order denying TRO". */
const ofStandingOrder =
  /\b(?:contempt|enforc|compliance|clarif|sanction|violat|reconsider)\w*\b.{0,90}\b(?:restraining|t\.?r\.?o\b|injunct)/i;
const injunction = /\bpreliminary injunct|\bprelim\.? inj/i;
const dissolving =
  /\b(?:dissolv|modify|vacate|set aside|lift|quash)\w*\b.{0,60}\b(?:restraining|tro|injunct)/i;
const aboutTime =
  /\b(?:extension|extend|enlarge|continu|postpone|reschedul|expedite|shorten|stay|leave|permission|hold in abeyance|withdraw|substitut|seal|adjourn)/i;
const long =
  /\b(?:to (?:partially )?dismiss|summary judgment|class certif|certify (?:a |the )?class|to remand|(?:change|transfer)\b.{0,20}\bvenue|to transfer|compel(?:ling)? arbitration|for remand|partial summary)\b/i;
const rule12 =
  /\b12\s?\(?[bef]\)?|\bto (?:partially )?dismiss\b|\bmore definite\b|\bto strike\b.{0,40}\b(?:complaint|answer|pleading|affirmative|allegation|defens|counterclaim|petition|paragraph|portion)/i;
/** Dismissal that the parties agree on, or that a plaintiff asks for. */
const withoutContest =
  /\b(?:voluntar|41\s?\(?a|with(?:out)? prejudice|appeal|settle|indictment|as moot|plan\b|chapter|trustee|debtor|creditor|convert)/i;
const discovery =
  /\b(?:to compel(?!ling arbitration| arbitration| compliance)|protective order|quash|discovery|deposition|subpoena|interrogator|sanctions under rule 37|for production)\b/i;
/** Judgment itself is asked for, not something about a motion that asks for it: "for Hearing on Summary Judgment". */
const summaryJudgment =
  /\bfor (?:(?:partial|final|full|an?|entry of|order granting)\s){0,3}summary (?:judgment|adjudication)\b/i;
const dismissal = /\bto (?:partially )?dismiss\b|\bfor (?:partial )?judgment on the pleadings\b/i;
/** What a motion that would end the case asks for in the alternative, and other motions ask for alone. */
const alsoAsked =
  /\b(?:strike|more definite|transfer|stay|compel|remand|sever|sanction|venue|injunct|restraining|consolidat)/i;
const shortNoted =
  /\brelief from (?:a )?deadline|\bprotective order\b|\bextension of time\b|\bextend\b.{0,30}\b(?:deadline|time)\b/i;
const administrative = /\badministrative (?:motion|relief|request)\b/i;
/** A notice that only says when a motion will be called: the motion is an entry of its own. */
const presentment =
  /\bnotice of (?:\w{1,20} ){0,2}motion\b.{0,200}\bpresentment\b|^(?:re-?)?notice of (?:presentment|hearing)\b/i;

/** "MOTION by Plaintiff Fairwater LLC for preliminary injunction": the party comes before the request. */
const partyFirst = /\bmotion by .{2,200}?\s((?:to|for|in)\s\p{Ll}.{2,200})/iu;

/** A clerk's note in the words of the motions it sets. */
const clerkSetting =
  /^motions?\b[^.]*\bhearing (?:re-?)?set\b|^(?:approval|court proceedings|proceedings|hearing|matter)\b/i;

/** Where a motion names another paper that it is not: "for leave to file Motion to Dismiss", "time to respond to Motion for TRO". */
const ownRelief = /\b(?:motions?|applications?|requests?)\b(?!\s(?:hearing|practice))/i;

/**
 * What a motion starts. Each is reported both in general (`motion_filed`, `motion_served`) and by its kind, since local rules
 * divide motions in different ways; what is unopposed by its own name starts no time to oppose.
 *
 * @param heading of an entry whose role is `motion`
 */
export function readMotion(heading: Heading): FoundEvent[] {
  const { title, text } = heading;
  if (clerkSetting.test(title) || presentment.test(text.slice(0, 400)) || isOfAccused(text)) return [];
  if (/\bnon-?motion\b/i.test(title)) return [];
  const start = title.search(ownRelief);
  const behindParty = /motion$/i.test(title) ? partyFirst.exec(text.slice(0, 500)) : null;
  const reliefs = reliefsOf(behindParty?.[1] ?? (start === -1 ? title : title.slice(start)));
  const quote = (behindParty?.[0] ?? title).slice(0, 200);
  const found = (event: FoundEvent['event']): FoundEvent => ({ event, quote });
  if (administrative.test(title)) return [found('administrative_motion_filed')];

  const isAgreed = unanswered.test(title.slice(0, start === -1 ? 0 : start + 30));
  const ofEach = reliefs.map((relief) => eventsOf(relief, isAgreed));
  const events = new Set(ofEach.flat());
  return [...events]
    .filter((event) => !unhurried.has(event) || ofEach.every((ofOne) => ofOne.includes(event)))
    .map(found);
}

/** Motions that some courts give longer to oppose: where one asks for something else too, the time of any motion is the safe one. */
const unhurried: ReadonlySet<FoundEvent['event']> = new Set<FoundEvent['event']>([
  'dispositive_motion_served',
  'summary_judgment_served',
]);

/** What one request of a motion starts. */
function eventsOf(relief: string, isAgreed: boolean): FoundEvent['event'][] {
  const isAboutTime = aboutTime.test(relief.slice(0, 60));
  if (!isAboutTime && dissolving.test(relief))
    return ['dissolution_noticed', 'motion_filed', 'motion_served'];
  const isStanding = ofStandingOrder.test(relief);
  // Discovery is asked for sooner beside a restraint, not about one.
  const isOfOther = isStanding || (isAboutTime && !/^.{0,40}\bexpedited discovery\b/i.test(relief));
  const isRestraining = !isOfOther && restraining.test(relief);
  const isLong = !isOfOther && (injunction.test(relief) || long.test(relief));
  if (isRestraining && !isLong) return ['tro_motion_filed'];

  const events: FoundEvent['event'][] = isRestraining ? ['tro_motion_filed'] : [];
  const isContested = /failure to state|lack of|12\s?\(?b/i.test(relief);
  if ((isAgreed && !isContested) || /\bpro hac vice\b/i.test(relief))
    return [...events, 'same_day_motion_filed'];
  if (isLong) events.push('long_motion_filed');
  else if (sameDay.test(relief)) events.push('same_day_motion_filed');
  else if (shortNoted.test(relief)) events.push('short_motion_filed');
  if (!isAboutTime && rule12.test(relief) && (isContested || !withoutContest.test(relief)))
    events.push('rule12_motion_served');
  if (!isAboutTime && discovery.test(relief)) events.push('discovery_motion_served');
  if (!isOfOther && injunction.test(relief)) events.push('injunction_motion_served');
  if (!isOfOther && !alsoAsked.test(relief)) events.push(...dispositiveEvents(relief, isContested));
  return [...events, 'motion_filed', 'motion_served'];
}

/** Of a request that would decide the case, in whole or in part. */
function dispositiveEvents(relief: string, isContested: boolean): FoundEvent['event'][] {
  if (summaryJudgment.test(relief)) return ['dispositive_motion_served', 'summary_judgment_served'];
  const isDismissal = dismissal.test(relief) && (isContested || !withoutContest.test(relief));
  return isDismissal ? ['dispositive_motion_served'] : [];
}

/**
 * What it asks for, each request by itself, without the papers it names in passing: a second "motion" is its own only after a
 * comma or "and" ("MOTION to Dismiss, MOTION to Strike", not "MOTION to Stay Ruling on Motion to Dismiss").
 */
function reliefsOf(words: string): string[] {
  const all = words.split(/(?=\bmotions?\b)/i).filter((part) => part.trim() !== '');
  // "NOTICE OF MOTION AND MOTION to Dismiss" is one motion.
  const parts = all.length > 1 && /^motions?\s(?:and|&)\s$/i.test(all[0]!) ? all.slice(1) : all;
  const own = parts.findIndex((_, i) => i > 0 && !/(?:\band|&|[,;/])\s?$/i.test(parts[i - 1]!));
  return (own === -1 ? parts : parts.slice(0, own)).map((part) =>
    part.replace(
      /\b(?:in support of|in opposition to|in response to|pending|pursuant to (?:the )?(?:court'?s )?order)\b.*$/i,
      '',
    ),
  );
}
