import { capitalized } from '../../../../shared/domain/capitalized.ts';
import { citeRule, defaultReminders } from '../../../../shared/domain/deadlines/of-rule.ts';
import { evenWords, type PlannedProposal } from '../../../../shared/domain/deadlines/reading/index.ts';
import { periodOf } from '../../../../shared/domain/deadlines/rules/period-of.ts';
import type { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ListedRule, TroClock } from '../../../../shared/model/rule-pack.ts';
import type { Period } from '../../../../shared/model/time-counting.ts';

/** The deadline a proposal would be added as. */
export function fieldsOf(
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
export const isFromFiling = ({ period, event }: PlannedProposal): boolean =>
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

/** What a deadline answers, alike for a proposal and for what was added from it. */
export function keyOf(fields: DeadlineFields): string {
  const { rule, trigger, printed, entryId } = fields;
  if (!printed && rule === null) return undatedKey(fields);
  if (printed) return JSON.stringify(['printed', entryId, printed.due, evenWords(printed.quote)]);
  if (trigger.kind !== 'entry') return '';
  return JSON.stringify(['rule', trigger.entryId, trigger.event, rule?.id, trigger.party.toLowerCase()]);
}

/** What the entry gives no day for is there once a person has added it by its name, whatever it was counted from. */
export function undatedKey({ entryId, title }: DeadlineFields): string {
  return JSON.stringify(['undated', entryId, title.toLowerCase()]);
}
