import { citeRule, defaultReminders } from '../../../../shared/domain/deadlines/of-rule.ts';
import { periodOf } from '../../../../shared/domain/deadlines/rules/period-of.ts';
import { ruleInForce } from '../../../../shared/domain/deadlines/rules/rules-in-force.ts';
import type {
  CitedRule,
  Deadline,
  DeadlineFields,
  DeadlineTrigger,
} from '../../../../shared/model/deadlines.ts';
import type { Actor, ListedRule, TriggerEvent } from '../../../../shared/model/rule-pack.ts';
import type { Period, Regime, ServiceKind, TimeUnit } from '../../../../shared/model/time-counting.ts';
import { editWords as words } from './words.ts';

/** How the date comes about, as the dialog offers it. `printed` only for what the clerk printed. */
export type Basis = 'rule' | 'period' | 'date' | 'contract' | 'printed';

/** The dialog's content, complete or not. */
export interface DeadlineForm {
  readonly basis: Basis;
  /** The rule cited, and its period; null until one is chosen. */
  readonly rule: {
    readonly cited: CitedRule;
    readonly period: Period;
    readonly isFromService: boolean;
  } | null;
  readonly title: string;
  /** Whether a person wrote the title, so that another rule does not rename it. */
  readonly isTitleOwn: boolean;
  readonly triggerKind: DeadlineTrigger['kind'];
  readonly entryId: Extract<DeadlineTrigger, { kind: 'entry' }>['entryId'] | null;
  readonly party: string;
  readonly deadlineId: Deadline['id'] | null;
  /** Kept as it is: only the TRO desk makes it. */
  readonly tro: Extract<DeadlineTrigger, { kind: 'tro' }> | null;
  readonly event: TriggerEvent;
  readonly at: string | null;
  readonly isAtUnreadable: boolean;
  /** NaN while the field is empty. */
  readonly count: number;
  readonly unit: TimeUnit;
  readonly direction: Period['direction'];
  readonly isCap: boolean;
  readonly isOrder: boolean;
  readonly service: ServiceKind;
  readonly regime: Exclude<Regime, 'contract'>;
  readonly clause: string;
  readonly isFirstDayCounted: boolean;
  readonly isBusinessDays: boolean;
  readonly isRolled: boolean;
  readonly actor: Actor;
  readonly owner: string;
  readonly note: string;
  readonly reminders: readonly number[];
  readonly areRemindersOwn: boolean;
  readonly evidenceId: DeadlineFields['evidenceId'];
  readonly printed: DeadlineFields['printed'];
  /** The period a printed date is checked by; it is kept. */
  readonly printedPeriod: Period;
  readonly troClock: DeadlineFields['troClock'];
  /** The entry it belongs to, where that is not the one it runs from. */
  readonly linkedEntryId: DeadlineFields['entryId'];
}

const fixed: Period = { count: 0, unit: 'fixed', direction: 'after', isCap: false };

/** An empty form, for a matter of a district court. */
export const emptyForm: DeadlineForm = {
  basis: 'rule',
  rule: null,
  title: '',
  isTitleOwn: false,
  triggerKind: 'entry',
  entryId: null,
  party: '',
  deadlineId: null,
  tro: null,
  event: 'other',
  at: null,
  isAtUnreadable: false,
  count: 14,
  unit: 'days',
  direction: 'after',
  isCap: false,
  isOrder: false,
  service: 'none',
  regime: 'frcp',
  clause: '',
  isFirstDayCounted: false,
  isBusinessDays: false,
  isRolled: false,
  actor: 'any',
  owner: '',
  note: '',
  reminders: [4320, 1440, 120],
  areRemindersOwn: false,
  evidenceId: null,
  printed: null,
  printedPeriod: fixed,
  troClock: null,
  linkedEntryId: null,
};

/** The form of a deadline that is to be changed. */
export function formOf(deadline: Deadline): DeadlineForm {
  const { trigger, period, rule, contract, printed, source, service } = deadline;
  const basis: Basis =
    printed !== null
      ? 'printed'
      : source === 'contract'
        ? 'contract'
        : rule !== null
          ? 'rule'
          : period.unit === 'fixed'
            ? 'date'
            : 'period';
  return {
    ...emptyForm,
    basis,
    rule: rule === null ? null : { cited: rule, period, isFromService: service !== 'none' },
    title: deadline.title,
    isTitleOwn: true,
    triggerKind: trigger.kind,
    entryId: trigger.kind === 'entry' ? trigger.entryId : null,
    party: trigger.kind === 'entry' ? trigger.party : '',
    deadlineId: trigger.kind === 'deadline' ? trigger.deadlineId : null,
    tro: trigger.kind === 'tro' ? trigger : null,
    event: trigger.event,
    at: deadline.triggerAt,
    count: period.count,
    unit: period.unit === 'fixed' ? 'days' : period.unit,
    direction: period.direction,
    isCap: period.isCap,
    isOrder: source === 'order',
    service,
    regime: deadline.regime === 'frap' ? 'frap' : 'frcp',
    ...(contract && {
      clause: contract.clause,
      isFirstDayCounted: contract.isFirstDayCounted,
      isBusinessDays: contract.isBusinessDays,
      isRolled: contract.isRolled,
    }),
    actor: deadline.actor,
    owner: deadline.owner,
    note: deadline.note,
    reminders: deadline.reminders,
    areRemindersOwn: true,
    evidenceId: deadline.evidenceId,
    printed,
    printedPeriod: period,
    troClock: deadline.troClock,
    linkedEntryId: deadline.entryId,
  };
}

/** What choosing a rule sets: its period, how it is served by default, who acts, and the title where none was written. */
export function withRule(form: DeadlineForm, rule: ListedRule): DeadlineForm {
  const period = periodOf(rule);
  return {
    ...form,
    rule: { cited: citeRule(rule), period, isFromService: rule.isFromService },
    title: form.isTitleOwn ? form.title : rule.title,
    event: rule.trigger,
    service: !rule.isFromService ? 'none' : form.service === 'none' ? 'ecf' : form.service,
    regime: rule.regime === 'frap' ? 'frap' : 'frcp',
    actor: rule.actor,
    troClock: rule.troClock,
    reminders: form.areRemindersOwn ? form.reminders : defaultReminders(period),
  };
}

/**
 * The form with its rule as in force on the trigger's day; null where no version of it was in force then. A form without a rule,
 * or whose rule is in no pack here, is left as it is.
 *
 * @param day ISO date; null while the trigger has none
 */
export function inVersionOfDay(
  form: DeadlineForm,
  rules: readonly ListedRule[],
  day: string | null,
): DeadlineForm | null {
  const { basis, rule } = form;
  if (basis !== 'rule' || rule === null || day === null) return form;
  const { id, pack } = rule.cited;
  if (!rules.some((each) => each.id === id && each.pack === pack)) return form;
  const version = ruleInForce(rules, `${pack}.${id}`, day, null);
  if (version === null) return null;
  const { isFromService, trigger, troClock } = version;
  return {
    ...form,
    rule: { cited: citeRule(version), period: periodOf(version), isFromService },
    event: trigger,
    troClock,
  };
}

/** What is still missing, each with the sentence for its field. */
export type FormProblems = Partial<
  Record<'title' | 'rule' | 'entry' | 'deadline' | 'at' | 'count' | 'clause', string>
>;

/** @returns an empty object where the form is complete */
export function problemsOf(form: DeadlineForm): FormProblems {
  const { basis, at, isAtUnreadable } = form;
  const problems: FormProblems = {};
  if (form.title.trim() === '') problems.title = words.titleMissing;
  if (basis === 'rule' && form.rule === null) problems.rule = words.ruleMissing;
  if (basis === 'contract' && form.clause.trim() === '') problems.clause = words.clauseMissing;
  const isCounted = basis === 'period' || basis === 'contract';
  if (isCounted && !(Number.isInteger(form.count) && form.count >= 0 && form.count <= 10_000))
    problems.count = words.countMissing;
  const kind = triggerKindOf(form);
  if (kind === 'entry' && form.entryId === null) problems.entry = words.entryMissing;
  if (kind === 'deadline' && form.deadlineId === null) problems.deadline = words.deadlineMissing;
  if (kind === 'entry' || kind === 'date') {
    if (at === null) problems.at = isAtUnreadable ? words.atUnreadable : words.atMissing;
    else if (at.length === 10 && needsMinute(form)) problems.at = words.minuteMissing;
  }
  return problems;
}

/** Whether the period runs from a minute, and a day is not enough. */
export function needsMinute(form: DeadlineForm): boolean {
  return periodOfForm(form)?.unit === 'hours';
}

function triggerKindOf({ basis, triggerKind }: DeadlineForm): DeadlineTrigger['kind'] {
  return basis === 'date' ? 'date' : triggerKind;
}

function periodOfForm(form: DeadlineForm): Period | null {
  const { basis, count, unit, direction, isCap } = form;
  if (basis === 'date') return fixed;
  if (basis === 'rule') return form.rule?.period ?? null;
  if (basis === 'printed') return form.printedPeriod;
  return { count, unit, direction, isCap: basis === 'period' && isCap };
}

/**
 * The deadline a form describes, or null while something is missing.
 *
 * @param dueOf the moment another deadline is due, which one that runs from it starts at
 */
export function fieldsOf(
  form: DeadlineForm,
  dueOf: (id: Deadline['id']) => string | null,
): DeadlineFields | null {
  const problems = Object.keys(problemsOf(form)).filter((name) => name !== 'title');
  const period = periodOfForm(form);
  const trigger = triggerOf(form, dueOf);
  if (problems.length > 0 || period === null || trigger === null) return null;
  const { basis } = form;
  return {
    // A title that is still missing does not keep the date from being shown.
    title: form.title.trim() || '—',
    source:
      basis === 'contract' || basis === 'printed' || basis === 'rule'
        ? basis
        : form.isOrder
          ? 'order'
          : 'hand',
    rule: basis === 'rule' || basis === 'printed' ? (form.rule?.cited ?? null) : null,
    trigger,
    period,
    service: basis === 'date' || basis === 'contract' ? 'none' : form.service,
    regime: basis === 'contract' ? 'contract' : form.regime,
    contract:
      basis === 'contract'
        ? {
            clause: form.clause.trim(),
            isFirstDayCounted: form.isFirstDayCounted,
            isBusinessDays: form.isBusinessDays,
            isRolled: form.isRolled,
          }
        : null,
    printed: basis === 'printed' ? form.printed : null,
    actor: form.actor,
    owner: form.owner.trim(),
    note: form.note,
    entryId: trigger.kind === 'entry' ? (form.linkedEntryId ?? trigger.entryId) : form.linkedEntryId,
    evidenceId: form.evidenceId,
    reminders: [...form.reminders],
    troClock: basis === 'rule' ? form.troClock : null,
  };
}

function triggerOf(form: DeadlineForm, dueOf: (id: Deadline['id']) => string | null): DeadlineTrigger | null {
  const { event, at, party } = form;
  switch (triggerKindOf(form)) {
    case 'entry':
      if (form.entryId === null || at === null) return null;
      return { kind: 'entry', entryId: form.entryId, event, party, at };
    case 'deadline': {
      const due = form.deadlineId === null ? null : dueOf(form.deadlineId);
      if (form.deadlineId === null || due === null) return null;
      return { kind: 'deadline', deadlineId: form.deadlineId, event, at: due };
    }
    case 'tro':
      return form.tro;
    case 'date':
      return at === null ? null : { kind: 'date', event: form.basis === 'date' ? 'other' : event, at };
  }
}

/**
 * A deadline whose entry does not say when its event happened runs from the time a person gave, and only belongs to the entry:
 * it would otherwise be flagged forever as a trigger without a date.
 */
export function fromOwnTime(fields: DeadlineFields): DeadlineFields {
  const { trigger } = fields;
  if (trigger.kind !== 'entry') return fields;
  const { event, at, entryId } = trigger;
  return { ...fields, entryId: fields.entryId ?? entryId, trigger: { kind: 'date', event, at } };
}
