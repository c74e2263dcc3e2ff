import { useDeferredValue, useMemo, useState } from 'react';
import { regimeOfCourt } from '../../../../shared/domain/court-zone.ts';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ListedRule } from '../../../../shared/model/rule-pack.ts';
import { formatDate, useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import {
  emptyForm,
  fieldsOf,
  formOf,
  fromOwnTime,
  inVersionOfDay,
  problemsOf,
  type DeadlineForm,
  type FormProblems,
} from './deadline-form.ts';
import { withEntry } from './TriggerFields.tsx';
import { editWords as words } from './words.ts';

export interface DraftOptions {
  /** The deadline to change; null to add one. */
  readonly deadline: Deadline | null;
  /** The entry a new one runs from, where it was added from an entry. */
  readonly from: DocketEntry | null;
  readonly onStored: () => void;
}

const none: readonly Deadline[] = [];
const noEntries: readonly DocketEntry[] = [];
const noRules: readonly ListedRule[] = [];

/** A deadline while it is written: the form, the result as the engine counts it, what is missing, and how it is stored. */
export function useDeadlineDraft({ deadline, from, onStored }: DraftOptions) {
  const { id: matterId, timezone, court } = useMatter();
  const [written, setForm] = useState<DeadlineForm>(() => {
    if (deadline) return formOf(deadline);
    const empty = { ...emptyForm, regime: regimeOfCourt(court) };
    return from ? { ...empty, ...withEntry(empty, from, timezone) } : empty;
  });
  const [isTried, setIsTried] = useState(false);

  const deadlines = useEngineQuery('deadlines.list', { matterId }).data ?? none;
  const entries = useEngineQuery('docket.list', { matterId }).data ?? noEntries;
  const rules = useEngineQuery('deadlines.rules', {}).data?.rules;
  // A rule counts in the version of its trigger's day, whenever that day is typed; a stored one as stored, until it changes.
  const day = dayOf(written, deadlines);
  const isKept = deadline !== null && day === deadline.triggerAt.slice(0, 10);
  const versioned = useMemo(
    () => (isKept ? written : inVersionOfDay(written, rules ?? noRules, day)),
    [isKept, written, rules, day],
  );
  const form = versioned ?? written;

  const entry = entries.find(({ id }) => id === form.entryId) ?? null;
  const { rule } = form;
  const isFromService =
    rule !== null &&
    (rules?.find(({ id, pack }) => id === rule.cited.id && pack === rule.cited.pack)?.isFromService ??
      rule.isFromService);

  const fields = useMemo(() => {
    const dueOf = (id: Deadline['id']) => {
      const found = deadlines.find((each) => each.id === id);
      return found ? effectiveDue(found) : null;
    };
    return versioned && fieldsOf(versioned, dueOf);
  }, [versioned, deadlines]);
  const asked = useDeferredValue(fields);
  const preview = useEngineQuery(
    'deadlines.preview',
    asked && { matterId, deadline: asked, ...(deadline && { id: deadline.id }) },
    { keepsPrevious: true },
  );
  const isEntrySilent =
    fields?.trigger.kind === 'entry' &&
    preview.data?.flags.some(({ code }) => code === 'TRIGGER_UNDATED') === true;

  const add = useEngineMutation('deadlines.add', {
    errors: 'inline',
    undoMessage: ([added]) => words.added(added?.title ?? ''),
    onSuccess: onStored,
  });
  const update = useEngineMutation('deadlines.update', {
    errors: 'inline',
    undoMessage: (changed) => words.changed(changed.title),
    onSuccess: onStored,
  });
  const found = problemsOf(form);
  const notInForce: FormProblems =
    versioned === null && day !== null ? { rule: words.ruleNotInForce(formatDate(day)) } : {};
  const problems: FormProblems = { ...(isTried && found), ...notInForce };

  const submit = () => {
    setIsTried(true);
    if (fields === null || Object.keys({ ...found, ...notInForce }).length > 0) return;
    const told = isEntrySilent ? fromOwnTime(fields) : fields;
    if (deadline) update.mutate({ id: deadline.id, fields: told });
    else add.mutate({ deadlines: [told] });
  };
  return {
    form,
    setForm,
    change: (patch: Partial<DeadlineForm>) => setForm((before) => ({ ...before, ...patch })),
    /** The day it runs from, once that is known. */
    day,
    /** The entry chosen. */
    entry,
    /** Deadlines it may run from. */
    others: deadlines.filter(({ id }) => id !== deadline?.id),
    isFromService,
    /** What the form describes; null while something is missing. */
    fields,
    preview,
    /** Whether the engine found that the entry does not say when the event happened. */
    isEntrySilent,
    problems,
    submit,
    isBusy: add.isPending || update.isPending,
    failed: add.error ?? update.error,
  };
}

/** The day it runs from, once that is known. */
function dayOf({ triggerKind, deadlineId, at }: DeadlineForm, deadlines: readonly Deadline[]): string | null {
  if (triggerKind !== 'deadline') return at?.slice(0, 10) ?? null;
  return deadlines.find(({ id }) => id === deadlineId)?.due ?? null;
}
