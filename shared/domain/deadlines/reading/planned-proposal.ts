import type { DocketEntryId } from '../../../model/common.ts';
import type { CourtMoment } from '../../../model/court-time.ts';
import type { ListedRule, TriggerEvent } from '../../../model/rule-pack.ts';
import type { Period, ServiceKind } from '../../../model/time-counting.ts';
import type { PrintedKind } from './printed/kinds.ts';
import type { PrintedDate } from './printed/read-printed.ts';
import type { EventEntry, TriggeringEvent } from './triggering-event.ts';

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

/** What a rule counts from an event of an entry. @param isNoticed whether the entry notices a motion for a day */
export function ruleProposal(
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

/**
 * What an entry prints.
 *
 * @param byRule what rules count from the same entry, of which one may count the same
 * @param doubt why it may not hold, in a sentence
 */
export function printedProposal(
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
export function isCheckedBy(kind: PrintedKind, { rule, event }: PlannedProposal): boolean {
  const check = checks[kind];
  return check !== undefined && check.triggers.includes(event) && check.title.test(rule!.title);
}

/** The paper that a rule gives time for, as `filedPapers` knows it; affidavits against a motion may follow its opposition. */
export function paperOf({ title }: ListedRule): PrintedKind {
  const papers = ['response', 'reply', 'answer'] as const;
  const kind = papers.find((each) => checks[each]!.title.test(title));
  return kind === undefined || /\baffidavits\b/i.test(title) ? 'other_due' : kind;
}

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
