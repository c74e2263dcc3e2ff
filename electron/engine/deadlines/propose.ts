import { capitalized } from '../../../shared/domain/capitalized.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { citeRule, defaultReminders } from '../../../shared/domain/deadlines/of-rule.ts';
import {
  evenWords,
  misprintFlag,
  planProposals,
  type PlannedProposal,
} from '../../../shared/domain/deadlines/reading/index.ts';
import { periodOf } from '../../../shared/domain/deadlines/rules/period-of.ts';
import { chooseCombined } from '../../../shared/domain/deadlines/rules/choose-combined.ts';
import {
  compareMoments,
  momentAt,
  momentText,
  parseMoment,
} from '../../../shared/domain/deadlines/time/index.ts';
import type {
  Deadline,
  DeadlineFields,
  DeadlineFlag,
  DeadlineProposal,
} from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import type { ListedRule, TroClock } from '../../../shared/model/rule-pack.ts';
import type { Period } from '../../../shared/model/time-counting.ts';
import { listEntries } from '../docket/index.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { listStored, type StoredDeadline } from './deadline-repository.ts';
import { draftOf } from './edit/write-deadlines.ts';
import { listRules } from './rule-packs.ts';
import { calendarOf } from './standing/court-calendar.ts';
import { standingOf } from './standing/standing.ts';

/** What the docket gives to be ticked: periods its events start, and dates the clerk printed. */
export const proposeHandlers: Pick<AreaHandlers<'deadlines'>, 'deadlines.propose'> = {
  'deadlines.propose': ({ entryIds }, { session }) => propose(session, entryIds && new Set(entryIds)),
};

/** A proposal on the way: what is planned, its entry, and the deadline it would be. */
interface Draft {
  readonly plan: PlannedProposal;
  readonly entry: DocketEntry;
  readonly fields: DeadlineFields;
}

/**
 * Proposals of the docket, soonest first.
 *
 * @param entryIds only those of these entries; the whole docket is read all the same, since a removal changes what an answer is due by
 */
function propose(session: MatterSession, entryIds: ReadonlySet<string> | undefined): DeadlineProposal[] {
  const { platform } = session;
  const calendar = calendarOf(session);
  const { court, timezone } = calendar;
  const today = momentAt(platform.now(), timezone).slice(0, 10);
  const entries = listEntries(session);
  const rules = listRules(platform).filter(({ kind }) => kind !== 'event');
  const planned = planProposals({ entries, rules, matter: { court, timezone }, today });
  const stored = listStored(session);
  const existing = new Map(
    stored.flatMap((one) => [
      [keyOf(one.fields), one],
      [undatedKey(one.fields), one],
    ]),
  );
  const clocks = new Map(stored.map(({ fields }) => [fields.troClock, fields.rule?.id]));
  const entryOf = new Map<string, DocketEntry>(entries.map((entry) => [entry.id, entry]));
  const drafts = planned
    .filter(({ entryId }) => entryIds?.has(entryId) ?? true)
    .map((plan): Draft => {
      const entry = entryOf.get(plan.entryId)!;
      return { plan, entry, fields: fieldsOf(plan, entry, clocks, today) };
    });
  const standing = standingOf(drafts.map(dated), { entries: new Map(), troEvents: new Map() }, calendar);
  const counted = drafts.map((draft, index) => ({
    ...draft,
    standing: withoutUndated(draft.plan, standing[index]!),
  }));
  const yielding = yieldingOf(counted);
  return counted
    .map((one): DeadlineProposal => {
      const { plan, entry, fields } = one;
      const misprint = plan.printed && misprintFlag(plan.printed, entry);
      const { computed, due, dueAt } = one.standing;
      const yields = yielding.get(one);
      const undated = existing.get(undatedKey(fields));
      const listed = existing.get(keyOf(fields)) ?? undated;
      // What is due “tomorrow” may have been dated by hand.
      const isDatedByHand = plan.printed?.isRelative === true && undated !== undefined;
      // A reply may have been added by the day its opposition was due, before that one was filed.
      const isTooLate =
        isFromFiling(plan) && undated !== undefined && compareMoments(dueAt ?? due, undated.seenDue) < 0;
      const isAdded =
        (existing.has(keyOf(fields)) && !isTooLate) || isDatedByHand || isOnDesk(plan.rule, clocks);
      // What is shown only here is copied into the deadline's note, so that it is not lost in the list.
      const doubts = [yields, misprint, beyondCap(one), doubtOf(plan)].flatMap((flag) =>
        flag && !(isAdded && isSeenTo(flag, listed)) ? [flag] : [],
      );
      const flags = [...one.standing.flags, ...doubts];
      return {
        key: plan.key,
        kind: plan.kind,
        deadline: { ...fields, note: doubts.map(({ message }) => message).join(' ') },
        computed,
        due,
        dueAt,
        entryNumber: docketNumber(entry) ?? '',
        quote: plan.quote,
        flags,
        isAdded,
        isSuggested:
          !isAdded &&
          plan.isUsual &&
          due >= today &&
          yields === undefined &&
          plan.doubt === null &&
          !flags.some(isUnclear),
      };
    })
    .toSorted((a, b) => compareMoments(a.dueAt ?? a.due, b.dueAt ?? b.due));
}

/** Whether a person has seen to what speaks against a deadline of the list: it was added with it, an order gave it another time, or it is done. */
function isSeenTo({ message }: DeadlineFlag, listed: StoredDeadline | undefined): boolean {
  if (!listed) return false;
  return listed.fields.note.includes(message) || listed.overrides.length > 0 || listed.status !== 'open';
}

/** That a later entry may have taken it back or set it again. */
function doubtOf({ doubt }: PlannedProposal): DeadlineFlag | null {
  return doubt === null ? null : { code: 'CONFLICT', message: doubt };
}

/** A printed end past the maximum that a rule sets: the earlier one is the safe one. */
function beyondCap({ plan, standing: { computed } }: CountedDraft): DeadlineFlag | null {
  const { printed, rule } = plan;
  if (!printed || rule?.kind !== 'cap' || !computed) return null;
  const limit = computed.dueAt ?? computed.due;
  if (compareMoments(printed.due, limit) <= 0) return null;
  const message = `${rule.cite} allows at most until ${momentText(parseMoment(limit))}. Treat that as the end unless the printed one rests on consent or on notice.`;
  return { code: 'PRINTED_UNCLEAR', message };
}

/** A person must look before a printed date that contradicts itself is added. */
const isUnclear = ({ code }: DeadlineFlag) => code === 'PRINTED_UNCLEAR';

type CountedDraft = Draft & { readonly standing: Deadline };

/**
 * Those whose rule takes the earlier or the later of several periods, and takes another one: Rule 81(c)(2) gives a removed
 * answer the longest of three. They are still shown, since an event the docket does not mention may change which one counts.
 */
function yieldingOf(counted: readonly CountedDraft[]): Map<CountedDraft, DeadlineFlag> {
  const competing = counted.flatMap((draft) => {
    const { rule, party } = draft.plan;
    const { computed } = draft.standing;
    return rule?.combine && computed ? [{ rule, party, draft, result: computed }] : [];
  });
  // The earliest is the first that anyone sets going; the latest is each party's own, where there are several.
  const hasSeveralParties = new Set(competing.map(({ party }) => party).filter(Boolean)).size > 1;
  const groups = Map.groupBy(competing, ({ rule: { combine }, party }) =>
    combine!.take === 'latest' && hasSeveralParties ? `${combine!.key} ${party}` : combine!.key,
  );
  return new Map(
    [...groups.values()].flatMap((group) => {
      const { counting, yielding } = chooseCombined(group);
      const { due, dueAt } = counting[0]!.result;
      return yielding.map(({ rule, draft }): [CountedDraft, DeadlineFlag] => {
        const message = `${rule.cite} takes the ${rule.combine!.take} of several periods; another one counts, due ${momentText(parseMoment(dueAt ?? due))}.`;
        return [draft, { code: 'CONFLICT', message }];
      });
    }),
  );
}

/** The deadline a proposal would be added as. */
function fieldsOf(
  plan: PlannedProposal,
  entry: DocketEntry,
  clocks: ReadonlyMap<TroClock | null, string | undefined>,
  today: string,
): DeadlineFields {
  const { rule, printed } = plan;
  const period = rule ? periodOf(rule) : (plan.period ?? onItsDay);
  const at = plan.at ?? entry.filedOn ?? entry.enteredOn ?? today;
  const clock = rule?.troClock ?? null;
  return {
    title: printed ? titleOf(printed, rule) : plan.title,
    // What an order counts by itself is the order's, and no rule's.
    source: plan.period ? 'order' : plan.kind,
    rule: rule && citeRule(rule),
    trigger: isFromDate(plan)
      ? { kind: 'date', event: plan.event, at }
      : rule || !printed
        ? { kind: 'entry', entryId: plan.entryId, event: plan.event, party: plan.party.slice(0, 300), at }
        : { kind: 'date', event: settingOf(printed.kind), at: printed.due },
    period,
    service: plan.service,
    regime: rule?.regime ?? 'frcp',
    contract: null,
    printed: printed && { due: printed.due, quote: printed.quote.slice(0, 2_000) },
    actor: rule?.actor ?? 'any',
    owner: '',
    note: '',
    entryId: plan.entryId,
    evidenceId: entry.evidenceId,
    reminders: defaultReminders(period),
    troClock: clocks.has(clock) ? null : clock,
  };
}

/** Whether an order counts it from a date that its entry prints, and not from the entry itself. */
const isFromDate = ({ period, event }: PlannedProposal): boolean =>
  period !== null && event !== 'order_entered' && event !== 'other';

/** Whether an order counts it from a paper that was filed since. */
const isFromFiling = ({ period, event }: PlannedProposal): boolean =>
  period !== null && event === 'opposition_filed';

/**
 * What the clerk calls it, without the words that lead to the date: "Motion Hearing" for "Motion Hearing set for". Where those words name
 * nothing ("is extended to") it is called by its kind.
 */
function titleOf(
  { kind, label, party }: NonNullable<PlannedProposal['printed']>,
  rule: ListedRule | null,
): string {
  const words = label.trim().split(/\s+/);
  while (words.length > 1 && leadingWords.has(wordOf(words.at(-1)!))) words.pop();
  const isBare = words.every((word) => leadingWords.has(wordOf(word)) || bareWords.has(wordOf(word)));
  const name = isBare ? (kind === 'expiry' && rule?.title) || kindNames[kind] : words.join(' ');
  const title = capitalized(name);
  return (party === '' || name.includes(party) ? title : `${title}: ${party}`).slice(0, 200);
}

const wordOf = (printed: string) => printed.toLowerCase().replaceAll(/^\W+|\W+$/g, '');

/** What is due or set, where the clerk's words do not name it. */
const kindNames: Record<NonNullable<PlannedProposal['printed']>['kind'], string> = {
  answer: 'Answer',
  response: 'Response',
  reply: 'Reply',
  objection: 'Objections',
  redaction_request: 'Redaction request',
  redacted_transcript: 'Redacted transcript',
  transcript_release: 'Release of transcript restriction',
  hearing: 'Hearing',
  conference: 'Conference',
  trial: 'Trial',
  noting_date: 'Noting date',
  expiry: 'Restraint expires',
  discovery: 'Discovery',
  motion: 'Motion',
  other_due: 'Due by the court’s entry',
};

const leadingWords: ReadonlySet<string> = new Set(
  'and are at be before by continued due for held hereby including is no not later moved must now on or re-scheduled re-set rescheduled reset scheduled set shall stricken than the through to until up vacated will'.split(
    ' ',
  ),
);

/** Words that move or end what they do not name. */
const bareWords: ReadonlySet<string> = new Set(
  'a accelerated adjourned advanced also an been changed currently effect enlarged expire expires expiring extended filed from full further has have in instead it lapses last lasts order postponed previously remain remains shortened stipulation terminates that thereafter this which'.split(
    ' ',
  ),
);

/** A date the clerk set and no rule counts. */
const onItsDay: Period = { count: 0, unit: 'fixed', direction: 'after', isCap: false };

/** What a printed date is itself the date of. */
function settingOf(
  kind: NonNullable<PlannedProposal['printed']>['kind'],
): DeadlineFields['trigger']['event'] {
  return kind === 'hearing' || kind === 'trial' || kind === 'noting_date' ? kind : 'other';
}

/** Its moment was read with the entry already, so it is counted from there and nothing is looked up again. */
function dated({ fields }: Draft, index: number): StoredDeadline {
  const { event, at } = fields.trigger;
  return draftOf(`${index}`, { ...fields, trigger: { kind: 'date', event, at } }, '');
}

/** From an event without a date nothing is counted: a person must give it first. */
function withoutUndated({ at, kind, printed, rule }: PlannedProposal, standing: Deadline): Deadline {
  if (at !== null || printed) return standing;
  const message =
    kind === 'printed'
      ? 'The entry gives no day that can be read. Work out the date from its words and add it by hand.'
      : `The docket does not give the day it runs from: ${rule?.triggerText}. Give the date before this is counted.`;
  // What is not counted has no hour to be asked for either.
  const flags = standing.flags.filter(({ code }) => code !== 'HOUR_UNKNOWN' && code !== 'CANNOT_COUNT');
  return { ...standing, computed: null, flags: [...flags, { code: 'TRIGGER_UNDATED', message }] };
}

/** What a deadline answers, alike for a proposal and for what was added from it. */
function keyOf(fields: DeadlineFields): string {
  const { rule, trigger, printed, entryId } = fields;
  if (!printed && rule === null) return undatedKey(fields);
  if (printed) return JSON.stringify(['printed', entryId, printed.due, evenWords(printed.quote)]);
  if (trigger.kind !== 'entry') return '';
  return JSON.stringify(['rule', trigger.entryId, trigger.event, rule?.id, trigger.party.toLowerCase()]);
}

/** What the entry gives no day for is there once a person has added it by its name, whatever it was counted from. */
function undatedKey({ entryId, title }: DeadlineFields): string {
  return JSON.stringify(['undated', entryId, title.toLowerCase()]);
}

/** Whether the TRO desk keeps this clock by this rule. */
function isOnDesk(
  rule: ListedRule | null,
  clocks: ReadonlyMap<TroClock | null, string | undefined>,
): boolean {
  return !!rule?.troClock && clocks.get(rule.troClock) === rule.id;
}
