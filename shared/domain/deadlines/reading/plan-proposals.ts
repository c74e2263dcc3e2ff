import type { DocketEntryId } from '../../../model/common.ts';
import type { CourtMoment } from '../../../model/court-time.ts';
import type { ListedRule, TriggerEvent } from '../../../model/rule-pack.ts';
import type { Period, ServiceKind } from '../../../model/time-counting.ts';
import { rulesFor } from './applicable-rules.ts';
import { repliesBarred } from './docket/later-entries.ts';
import type { PrintedKind } from './printed/kinds.ts';
import { doubtsWithin, onlyTold } from './printed/own-doubt.ts';
import type { PrintedDate } from './printed/read-printed.ts';
import { readUnclearDates } from './printed/read-unclear.ts';
import { countedFromFiling } from './undated/from-date.ts';
import type { UndatedDuty } from './undated/time-words.ts';
import { quotedWords } from './quoted-words.ts';
import { dutyProposal, unreadEnd } from './ordered-times.ts';
import { readDocket, readEntry } from './read-docket.ts';
import { withEvenWords, type EventEntry, type TriggeringEvent } from './triggering-event.ts';

/** A deadline the docket gives, before it is counted. */
export interface PlannedProposal {
  /** Stable as long as the entry says the same. */
  readonly key: string;
  readonly kind: 'rule' | 'printed';
  readonly title: string;
  /** The rule it is counted by; for a printed date the rule it can be checked against, null where there is none. */
  readonly rule: ListedRule | null;
  readonly entryId: DocketEntryId;
  readonly event: TriggerEvent;
  /** Null where the event has no date: a person must give it before anything is counted. */
  readonly at: CourtMoment | null;
  readonly party: string;
  /** Null also where the words of a printed one give no day that can be read: a person must give it. */
  readonly printed: PrintedDate | null;
  /** How an order counts it from itself; null where a rule counts it, or nothing does. */
  readonly period: Period | null;
  /** How the paper is taken to have been served; papers filed through the court's system are served by it, Rule 5(b)(2)(E). */
  readonly service: ServiceKind;
  /** The words it was read from. */
  readonly quote: string;
  /** Whether most who read the entry would want it; the others answer a choice that only a person can make. */
  readonly isUsual: boolean;
  /** Why it may no longer hold, by its own entry or a later one, in a sentence; null where nothing says so. */
  readonly doubt: string | null;
}

export interface ProposalRequest {
  /** In docket order. */
  readonly entries: readonly (EventEntry & { readonly id: DocketEntryId })[];
  /** Rules of all packs, every version. */
  readonly rules: readonly ListedRule[];
  readonly matter: { readonly court: string; readonly timezone: string };
  /** ISO date in the court's zone; which version of a rule holds for an event without a date. */
  readonly today: string;
}

/** What each kind of printed date is checked against: a rule that runs from one of these, by words of its title. */
const checks: Partial<Record<PrintedKind, { triggers: readonly TriggerEvent[]; title: RegExp }>> = {
  answer: {
    triggers: [
      'summons_served',
      'us_attorney_served',
      'waiver_sent',
      'waiver_sent_abroad',
      'court_action_noticed',
    ],
    title: /^(?:answer|responsive pleading)\b/i,
  },
  redaction_request: { triggers: ['transcript_filed'], title: /request to redact|redaction request/i },
  redacted_transcript: { triggers: ['transcript_filed'], title: /^redacted transcript/i },
  transcript_release: { triggers: ['transcript_filed'], title: /public|release/i },
  objection: { triggers: ['magistrate_order_served'], title: /^objections?\b/i },
  response: {
    triggers: [
      'tro_motion_filed',
      'long_motion_filed',
      'short_motion_filed',
      'discovery_motion_served',
      'injunction_motion_served',
      'dispositive_motion_served',
      'summary_judgment_served',
      'motion_filed',
      'motion_served',
    ],
    title: /^(?:response|opposition|opposing)/i,
  },
  reply: {
    triggers: [
      'long_motion_filed',
      'short_motion_filed',
      'motion_filed',
      'opposition_served',
      'opposition_filed',
      'opposition_due',
    ],
    title: /^reply/i,
  },
  expiry: { triggers: ['tro_entered', 'tro_extended'], title: /expires/i },
};

/**
 * What the docket gives to be ticked: each event with every rule in force on its day, and each date the clerk printed with the
 * rule it can be checked against. A rule whose date the clerk printed is given once, as printed; what the court makes due by
 * words that give no day is given for a person to date, unless a rule counts it. Nothing is counted here.
 *
 * @param request `rules` may hold every version of a rule and packs of other courts
 */
export function planProposals({
  entries: printedEntries,
  rules,
  matter,
  today,
}: ProposalRequest): PlannedProposal[] {
  const entries = printedEntries.map(withEvenWords);
  const read = entries.map((entry) => readEntry(entry, matter.timezone));
  const isRemoved = read.some(({ events }) => events.some(({ event }) => event === 'removal_filed'));
  const choose = rulesFor(rules, matter.court, isRemoved);
  const docket = readDocket(entries, read);
  const { laterDoubt, whyFiled } = docket;
  const transcripts = new Set(
    read.flatMap(({ entry, events }) =>
      isNotice(entry) ? [] : events.filter(({ event }) => event === 'transcript_filed').map(({ at }) => at),
    ),
  );
  return read.flatMap(({ entry, text, events: all, printed: dates, end, said }, place) => {
    // The clerk's notice of a transcript that is an entry of its own repeats it.
    const events = all.filter(
      ({ event, at }) => event !== 'transcript_filed' || !isNotice(entry) || !transcripts.has(at),
    );
    const isNoticed = clerkNotices.test(entry.text) || events.some(({ event }) => event === 'motion_filed');
    const doubtOfOwn = doubtsWithin(entry.text, matter.timezone);
    const doubts = new Map(
      dates.map((date) => [
        date,
        laterDoubt(date) ??
          doubtOfOwn(date) ??
          docket.tooLong.get(date) ??
          whyFiled(place, date.kind, date.party),
      ]),
    );
    // What is counted back from a hearing is no firmer than its day.
    const doubtOf = ({ quote, at }: TriggeringEvent): string | null =>
      doubts.get(dates.find((date) => date.quote === quote && date.due === at)!) ?? null;
    const isSoonHeard = events.some(dissolvesRestraint);
    const byRule = choose(events, today).map(({ rule, event }) => ({
      ...ruleProposal(rule, event, entry.id, isNoticed),
      ...(isSoonHeard && ofAnyMotion.has(event.event) && { isUsual: false }),
      doubt:
        doubtOf(event) ??
        (end && rule.kind === 'cap' && event.event === 'tro_entered' ? laterDoubt(end) : null) ??
        docket.ended.get(entry.id) ??
        whyFiled(place, paperOf(rule), event.party) ??
        docket.setElsewhere(place, paperOf(rule)),
    }));
    // What is only told takes the place of nothing that a rule counts.
    const printed = dates.map((date) =>
      printedProposal(
        date,
        onlyTold(entry.text, date) === null ? byRule : [],
        entry.id,
        doubts.get(date) ?? null,
      ),
    );
    const on = entry.filedOn ?? entry.enteredOn;
    const unclear = (on === null ? [] : readUnclearDates(text, on, matter.timezone)).map((date) =>
      printedProposal(date, [], entry.id, unclearPurpose),
    );
    const left = said.filter(({ duty }) => !byRule.some((one) => isCountedBy(duty, one)));
    const undated = left.map(({ duty, proposal: ofEntry, date, fromDate }) => {
      const fromFiling = countedFromFiling(duty, fromDate, docket.responsesTo(place));
      const proposal = fromFiling ? dutyProposal(duty, entry, fromFiling) : ofEntry;
      if (proposal.at === null) return proposal;
      // What is counted from a hearing is no firmer than its day.
      const base = fromFiling ? null : fromDate?.base;
      const ofBase = base && (laterDoubt(base) ?? doubtOfOwn(base));
      const isReset = date && laterDoubt(date);
      return {
        ...proposal,
        doubt: isReset ?? ofBase ?? proposal.doubt ?? whyFiled(place, duty.kind, ''),
      };
    });
    const times = { said: said.map(({ duty }) => duty), duties: left.map(({ duty }) => duty), dates };
    const counted = byRule
      .map((one) =>
        one.doubt === null ? { ...one, doubt: doubtBeside(one, text, times, { unclear, printed }) } : one,
      )
      .filter((one) => !isGivenAs(one, printed));
    const doubt = docket.doubtOfEntry(entry);
    return numbered([...printed, ...unclear, ...undated, ...counted]).map((one) =>
      doubt === null ? one : { ...one, doubt },
    );
  });
}

/** Whether what a rule counts is given as the entry prints it. */
function isGivenAs(one: PlannedProposal, printed: readonly PlannedProposal[]): boolean {
  // Where the order prints its new end, nobody is asked for what it would be counted from.
  const isEndPrinted = printed.some((date) => date.printed?.kind === 'expiry');
  if (one.at === null && isCheckedBy('expiry', one) && isEndPrinted) return true;
  return printed.some(
    ({ rule, event, at, party }) =>
      rule?.id === one.rule?.id &&
      event === one.event &&
      at === one.at &&
      (party === one.party || one.party === ''),
  );
}

/** What an entry says of times without a day, of these what no rule counts, and its dates. */
interface OwnTimes {
  readonly said: readonly UndatedDuty[];
  readonly duties: readonly UndatedDuty[];
  readonly dates: readonly PrintedDate[];
}

/** Why the rule's time may not be that of an entry, by the entry's other words; null where nothing is said. */
function doubtBeside(
  one: PlannedProposal,
  text: string,
  times: OwnTimes,
  { unclear, printed }: Readonly<Record<'unclear' | 'printed', readonly PlannedProposal[]>>,
): string | null {
  const noReply = repliesBarred(text);
  if (noReply !== null && one.rule !== null && paperOf(one.rule) === 'reply')
    return `The same entry says ${quotedWords(noReply)}. Check whether one may be filed.`;
  const other = ownTime(one, times) ?? unreadEnd(one, unclear, printed);
  return other ? saysOtherwise(other) : null;
}

/** An order that sets its own time ("objections within 7 days") is not counted by the rule's. */
function ownTime(
  one: PlannedProposal,
  { said, duties, dates }: OwnTimes,
): { readonly quote: string } | undefined {
  if (one.event === 'more_definite_order_noticed')
    return [...duties, ...dates].find(({ quote }) => restated.test(quote));
  // An extension is asked for anyway; then by the words that tell its end.
  if (one.at === null) return said.find(({ kind, period }) => period === null && isCheckedBy(kind, one));
  return duties.find(({ kind, isOpen }) => !isOpen && isCheckedBy(kind, one));
}

/** The paper that a rule gives time for, as `filedPapers` knows it; affidavits against a motion may follow its opposition. */
function paperOf({ title }: ListedRule): PrintedKind {
  const papers = ['response', 'reply', 'answer'] as const;
  const kind = papers.find((each) => checks[each]!.title.test(title));
  return kind === undefined || /\baffidavits\b/i.test(title) ? 'other_due' : kind;
}

const unclearPurpose = 'What this date is for could not be read. Read the entry and decide.';

function ruleProposal(
  rule: ListedRule,
  event: TriggeringEvent,
  entryId: DocketEntryId,
  isNoticed: boolean,
): PlannedProposal {
  return {
    key: ['rule', entryId, event.event, rule.id, event.party].join(':'),
    kind: 'rule',
    title: event.party === '' ? rule.title : `${rule.title}: ${event.party}`.slice(0, 200),
    rule,
    entryId,
    event: event.event,
    at: event.at,
    party: event.party,
    printed: null,
    period: null,
    service: serviceOf(rule, event.event),
    quote: event.quote,
    isUsual: isUsual(rule, event, isNoticed),
    doubt: null,
  };
}

function printedProposal(
  printed: PrintedDate,
  byRule: readonly PlannedProposal[],
  entryId: DocketEntryId,
  doubt: string | null,
): PlannedProposal {
  const match = byRule.find(
    (one) =>
      one.at !== null &&
      isCheckedBy(printed.kind, one) &&
      // What ends before its order is misread or misprinted, and takes the place of nothing.
      (printed.kind !== 'expiry' || printed.due.slice(0, 10) >= one.at.slice(0, 10)) &&
      (printed.kind !== 'answer' ||
        (printed.trigger === null && one.event === 'court_action_noticed') ||
        (printed.trigger?.event === one.event &&
          printed.trigger.at === one.at &&
          printed.party === one.party)),
  );
  const { label, party } = printed;
  const title = party === '' || label.includes(party) ? label : `${label}: ${party}`;
  return {
    key: ['printed', entryId, printed.kind, printed.due, party].join(':'),
    kind: 'printed',
    title: title.slice(0, 200),
    rule: match?.rule ?? null,
    entryId,
    event: match?.event ?? printed.trigger?.event ?? 'other',
    at: match?.at ?? printed.trigger?.at ?? printed.due,
    party,
    printed,
    period: null,
    service: match?.service ?? 'none',
    quote: printed.quote,
    isUsual: true,
    doubt,
  };
}

/** Whether a rule of the same entry counts what the clerk printed. */
function isCheckedBy(kind: PrintedKind, { rule, event }: PlannedProposal): boolean {
  const check = checks[kind];
  return check !== undefined && check.triggers.includes(event) && check.title.test(rule!.title);
}

/** Whether a rule counts what an order makes due without a day: by the same period, or from an event that is asked for anyway. */
function isCountedBy(duty: UndatedDuty, one: PlannedProposal): boolean {
  if (!isCheckedBy(duty.kind, one)) return false;
  const { count, unit } = one.rule!;
  return one.at === null || (duty.period?.count === count && duty.period.unit === unit);
}

/** The pleading that an order for a more definite statement asks for, by its other names. */
const restated = /\b(?:amended|more definite|replead)\b/i;

const saysOtherwise = ({ quote }: { readonly quote: string }) =>
  `The same entry says ${quotedWords(quote.trim())}. Work out that date; the rule’s own may be too late.`;

/** Service of a summons is Rule 4 service; other papers are served by the court's system as they are filed. */
function serviceOf(rule: ListedRule, event: TriggerEvent): ServiceKind {
  if (event === 'summons_served' || event === 'us_attorney_served' || event === 'us_employee_served')
    return 'rule4_personal';
  return rule.isFromService ? 'ecf' : 'none';
}

/** Events after which somebody may act, but mostly does not. */
const optional: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>([
  'own_pleading_served',
  'responsive_pleading_served',
  'pleading_served',
  'answer_served',
  'order_entered',
  'reply_filed',
  'hearing',
  'defendant_served',
  'defendant_appeared',
]);

/** Events of every motion. */
const ofAnyMotion: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>(['motion_filed', 'motion_served']);

/** Whether an order without notice is to be dissolved, which is heard on two days' notice, Rule 65(b)(4): weeks to oppose it are no safe time. */
const dissolvesRestraint = ({ event, quote }: TriggeringEvent): boolean =>
  event === 'dissolution_noticed' && /\brestraining\b|\bt\.?r\.?o\b/i.test(quote);

/** The clerk's own entry of the day that a motion is noticed for, as in the District of New Jersey. */
const clerkNotices =
  /^\W{0,6}(?:re)?set(?:\/reset)? deadlines(?:\/hearings)? as to\b(?!.{0,300}\b(?:restraining|t\.?r\.?o\b|injunct))/is;

/**
 * A date that somebody must keep, with nothing left to choose: not the United States' longer time, not the court's own duty. From a
 * hearing only where a motion is noticed for it and the court's own rules count back from there.
 */
function isUsual(rule: ListedRule, { event, at }: TriggeringEvent, isNoticed: boolean): boolean {
  const isForUnitedStates = /\bUnited States\b/.test(rule.title);
  const isOfMotionDay = event === 'hearing' && isNoticed && rule.courts.length > 0;
  return (
    at !== null &&
    rule.kind !== 'event' &&
    rule.kind !== 'earliest' &&
    (rule.actor !== 'court' || rule.kind === 'cap') &&
    (isOfMotionDay || !optional.has(event)) &&
    !/\bonly$/i.test(rule.title) &&
    // An entry says when a waiver was sent once it has come back.
    !/^return the waiver\b/i.test(rule.title) &&
    isForUnitedStates === (event === 'us_attorney_served')
  );
}

const isNotice = (entry: EventEntry) => /^\W{0,6}notice\b/i.test(entry.text);

/** Two dates of one kind and day in one entry keep keys of their own. */
function numbered(proposals: readonly PlannedProposal[]): PlannedProposal[] {
  const seen = new Map<string, number>();
  return proposals.map((proposal) => {
    const count = (seen.get(proposal.key) ?? 0) + 1;
    seen.set(proposal.key, count);
    return count === 1 ? proposal : { ...proposal, key: `${proposal.key}:${count}` };
  });
}
