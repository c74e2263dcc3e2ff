import { docketNumber } from '../../../../shared/domain/docket/filters.ts';
import { misprintFlag, type PlannedProposal } from '../../../../shared/domain/deadlines/reading/index.ts';
import { chooseCombined } from '../../../../shared/domain/deadlines/rules/choose-combined.ts';
import { compareMoments, momentText, parseMoment } from '../../../../shared/domain/deadlines/time/index.ts';
import type {
  Deadline,
  DeadlineFields,
  DeadlineFlag,
  DeadlineProposal,
} from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ListedRule, TroClock } from '../../../../shared/model/rule-pack.ts';
import type { AreaHandlers } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { listStored, type StoredDeadline } from '../deadline-repository.ts';
import { draftOf } from '../edit/write-deadlines.ts';
import { calendarOf } from '../standing/court-calendar.ts';
import { standingOf } from '../standing/standing.ts';
import { isSeenTo } from './doubts.ts';
import { fieldsOf, isFromFiling, keyOf, undatedKey } from './fields.ts';
import { plannedDocket } from './planned-docket.ts';

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
  const calendar = calendarOf(session);
  const { planned, entries, today } = plannedDocket(session);
  const stored = listStored(session);
  const existing = new Map(
    stored.flatMap((one) => [
      [keyOf(one.fields), one],
      [undatedKey(one.fields), one],
    ]),
  );
  const clocks = new Map(stored.map(({ fields }) => [fields.troClock, fields.rule?.id]));
  const drafts = planned
    .filter(({ entryId }) => entryIds?.has(entryId) ?? true)
    .map((plan): Draft => {
      const entry = entries.get(plan.entryId)!;
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
        flag && !(isAdded && listed && isSeenTo(flag.message, { ...listed.fields, ...listed }, entries))
          ? [flag]
          : [],
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

/** That a later entry may have taken it back or set it again. */
function doubtOf({ doubt }: PlannedProposal): DeadlineFlag | null {
  return doubt === null ? null : { code: 'DOUBTED', message: doubt };
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

/** Whether the TRO desk keeps this clock by this rule. */
function isOnDesk(
  rule: ListedRule | null,
  clocks: ReadonlyMap<TroClock | null, string | undefined>,
): boolean {
  return !!rule?.troClock && clocks.get(rule.troClock) === rule.id;
}
