import type { TriggerEvent } from '../../../model/rule-pack.ts';
import { rulesFor } from './applicable-rules.ts';
import { repliesBarred } from './docket/later-entries.ts';
import { dutyProposal, unreadEnd } from './ordered-times.ts';
import {
  isCheckedBy,
  paperOf,
  printedProposal,
  ruleProposal,
  type PlannedProposal,
  type ProposalRequest,
} from './planned-proposal.ts';
import { doubtsWithin, onlyTold } from './printed/own-doubt.ts';
import type { PrintedDate } from './printed/read-printed.ts';
import { quotedWords } from './quoted-words.ts';
import { readDocket, readEntry, type ReadEntry } from './read-docket.ts';
import { withEvenWords, type EventEntry, type TriggeringEvent } from './triggering-event.ts';
import { countedFromFiling } from './undated/from-date.ts';
import type { UndatedDuty } from './undated/time-words.ts';

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
  const transcripts = new Set(
    read.flatMap(({ entry, events }) =>
      isNotice(entry) ? [] : events.filter(({ event }) => event === 'transcript_filed').map(({ at }) => at),
    ),
  );
  const basis: Basis = {
    docket: readDocket(entries, read),
    choose: rulesFor(rules, matter.court, isRemoved),
    timezone: matter.timezone,
    today,
  };
  return read.flatMap((one, place) => {
    // The clerk's notice of a transcript that is an entry of its own repeats it.
    const events = one.events.filter(
      ({ event, at }) => event !== 'transcript_filed' || !isNotice(one.entry) || !transcripts.has(at),
    );
    return proposalsOf({ ...one, events }, place, basis);
  });
}

/** What the proposals of an entry rest on besides it. */
interface Basis {
  readonly docket: ReturnType<typeof readDocket>;
  readonly choose: ReturnType<typeof rulesFor>;
  readonly timezone: string;
  readonly today: string;
}

/** All that one entry gives, at its place in the docket. */
function proposalsOf(one: ReadEntry, place: number, basis: Basis): PlannedProposal[] {
  const { entry, text, printed: dates, said } = one;
  const { docket } = basis;
  const doubts = doubtsOfDates(one, place, basis);
  const byRule = ruleProposals(one, place, basis, doubts);
  // What is only told takes the place of nothing that a rule counts.
  const printed = dates.map((date) =>
    printedProposal(
      date,
      onlyTold(entry.text, date) === null ? byRule : [],
      entry.id,
      doubts.get(date) ?? null,
    ),
  );
  const unclear = one.unclear.map((date) => printedProposal(date, [], entry.id, unclearPurpose));
  // A day that its words give is given, whatever a rule only asks for.
  const left = said.filter(
    ({ duty, date }) =>
      !byRule.some((each) => isCountedBy(duty, each) && (each.at !== null || date === null)),
  );
  const times = { said: said.map(({ duty }) => duty), duties: left.map(({ duty }) => duty), dates };
  const counted = byRule
    .map((each) =>
      each.doubt === null ? { ...each, doubt: doubtBeside(each, text, times, { unclear, printed }) } : each,
    )
    .filter((each) => !isGivenAs(each, printed));
  const undated = left.map((each) => undatedProposal(each, entry, place, basis));
  const doubt = docket.doubtOfEntry(entry);
  return numbered([...printed, ...unclear, ...undated, ...counted]).map((each) =>
    doubt === null ? each : { ...each, doubt },
  );
}

/** Why each date of an entry may not hold, by its own words, by later entries, or since it was kept. */
function doubtsOfDates(
  { entry, printed }: ReadEntry,
  place: number,
  { docket, timezone }: Basis,
): ReadonlyMap<PrintedDate, string | null> {
  const doubtOfOwn = doubtsWithin(entry.text, timezone);
  return new Map(
    printed.map((date) => [
      date,
      docket.laterDoubt(date) ??
        doubtOfOwn(date) ??
        docket.tooLong.get(date) ??
        docket.whyFiled(place, date.kind, date.party),
    ]),
  );
}

/** What rules count from the events of an entry. */
function ruleProposals(
  { entry, events, printed, end }: ReadEntry,
  place: number,
  { docket, choose, today }: Basis,
  doubts: ReadonlyMap<PrintedDate, string | null>,
): PlannedProposal[] {
  const isNoticed = clerkNotices.test(entry.text) || events.some(({ event }) => event === 'motion_filed');
  const isSoonHeard = events.some(dissolvesRestraint);
  // What is counted back from a hearing is no firmer than its day.
  const doubtOf = ({ quote, at }: TriggeringEvent): string | null =>
    doubts.get(printed.find((date) => date.quote === quote && date.due === at)!) ?? null;
  return choose(events, today).map(({ rule, event }) => ({
    ...ruleProposal(rule, event, entry.id, isNoticed),
    ...(isSoonHeard && ofAnyMotion.has(event.event) && { isUsual: false }),
    doubt:
      doubtOf(event) ??
      (rule.kind === 'cap' && event.event === 'tro_entered'
        ? ((end && docket.laterDoubt(end)) ?? docket.secondRestraints.get(entry))
        : null) ??
      docket.ended.get(entry.id) ??
      docket.whyFiled(place, paperOf(rule), event.party) ??
      docket.setElsewhere(place, paperOf(rule)),
  }));
}

/** What an order makes due without a whole date: as its entry counts it, or from the paper it runs from once that is filed. */
function undatedProposal(
  { duty, proposal: ofEntry, date, fromDate }: ReadEntry['said'][number],
  entry: ReadEntry['entry'],
  place: number,
  { docket, timezone }: Basis,
): PlannedProposal {
  const fromFiling = countedFromFiling(duty, fromDate, docket.responsesTo(place));
  const proposal = fromFiling ? dutyProposal(duty, entry, fromFiling) : ofEntry;
  if (proposal.at === null) return proposal;
  // What is counted from a hearing is no firmer than its day.
  const base = fromFiling ? null : fromDate?.base;
  const ofBase = base && (docket.laterDoubt(base) ?? doubtsWithin(entry.text, timezone)(base));
  const ofDate = date && docket.laterDoubt(date);
  const doubt = ofDate ?? ofBase ?? proposal.doubt ?? docket.whyFiled(place, duty.kind, '');
  return { ...proposal, doubt };
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

const unclearPurpose = 'What this date is for could not be read. Read the entry and decide.';

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

/** Events of every motion. */
const ofAnyMotion: ReadonlySet<TriggerEvent> = new Set<TriggerEvent>(['motion_filed', 'motion_served']);

/** Whether an order without notice is to be dissolved, which is heard on two days' notice, Rule 65(b)(4): weeks to oppose it are no safe time. */
const dissolvesRestraint = ({ event, quote }: TriggeringEvent): boolean =>
  event === 'dissolution_noticed' && /\brestraining\b|\bt\.?r\.?o\b/i.test(quote);

/** The clerk's own entry of the day that a motion is noticed for, as in the District of New Jersey. */
const clerkNotices =
  /^\W{0,6}(?:re)?set(?:\/reset)? deadlines(?:\/hearings)? as to\b(?!.{0,300}\b(?:restraining|t\.?r\.?o\b|injunct))/is;

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
