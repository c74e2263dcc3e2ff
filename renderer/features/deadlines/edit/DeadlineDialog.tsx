import { useDeferredValue, useMemo, useState } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { Actor, ListedRule } from '../../../../shared/model/rule-pack.ts';
import {
  courtNow,
  formatDate,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import {
  Button,
  Dialog,
  MomentField,
  SegmentedControl,
  Select,
  TextArea,
  TextField,
  buttonWords,
} from '../../../ui/index.ts';
import { EntryPicker, EvidencePicker } from '../../docket/index.ts';
import { RemindersField } from '../details/Reminders.tsx';
import { actorWords } from '../rule-words.ts';
import {
  emptyForm,
  fieldsOf,
  formOf,
  fromOwnTime,
  inVersionOfDay,
  problemsOf,
  withRule,
  type Basis,
  type DeadlineForm,
  type FormProblems,
} from './deadline-form.ts';
import { LinkField } from './LinkField.tsx';
import { ContractFields, PeriodFields, ServiceField } from './PeriodFields.tsx';
import { Preview } from './Preview.tsx';
import { RuleField } from './RuleField.tsx';
import { TriggerFields, withEntry } from './TriggerFields.tsx';
import { useCourtMoments } from './use-court-moments.ts';
import { editWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface DeadlineDialogProps {
  /** The deadline to change; null to add one. */
  readonly deadline: Deadline | null;
  /** The entry a new one runs from, where it was asked for there. */
  readonly entry: DocketEntry | null;
  readonly onClose: () => void;
}

const bases: readonly Exclude<Basis, 'printed'>[] = ['rule', 'period', 'date', 'contract'];
const none: readonly Deadline[] = [];
const noEntries: readonly DocketEntry[] = [];
const actors = Object.keys(actorWords) as Actor[];
const noRules: readonly ListedRule[] = [];

/** One deadline: how its date comes about, what it runs from, and what it would be, counted while it is written. */
export function DeadlineDialog({ deadline, entry: from, onClose }: DeadlineDialogProps) {
  const { id: matterId, timezone } = useMatter();
  const [written, setForm] = useState<DeadlineForm>(() =>
    deadline
      ? formOf(deadline)
      : from
        ? { ...emptyForm, ...withEntry(emptyForm, from, timezone) }
        : emptyForm,
  );
  const [isTried, setIsTried] = useState(false);
  const [picking, setPicking] = useState<'entry' | 'evidence' | null>(null);
  const change = (patch: Partial<DeadlineForm>) => setForm((before) => ({ ...before, ...patch }));

  const deadlines = useEngineQuery('deadlines.list', { matterId }).data ?? none;
  const entries = useEngineQuery('docket.list', { matterId }).data ?? noEntries;
  const evidence = useEngineQuery('evidence.list', {
    matterId,
    sort: 'title',
    includesArchived: true,
  }).data;
  const rules = useEngineQuery('deadlines.rules', {}).data?.rules;
  const moments = useCourtMoments();
  // A rule counts in the version of its trigger's day, whenever that day is typed; a stored one as stored, until it changes.
  const day = dayOf(written, deadlines);
  const isKept = deadline !== null && day === deadline.triggerAt.slice(0, 10);
  const versioned = useMemo(
    () => (isKept ? written : inVersionOfDay(written, rules ?? noRules, day)),
    [isKept, written, rules, day],
  );
  const form = versioned ?? written;
  const entry = entries.find(({ id }) => id === form.entryId) ?? null;
  const rule = form.rule;
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
    onSuccess: onClose,
  });
  const update = useEngineMutation('deadlines.update', {
    errors: 'inline',
    undoMessage: (changed) => words.changed(changed.title),
    onSuccess: onClose,
  });
  const isBusy = add.isPending || update.isPending;
  const found = problemsOf(form);
  const notInForce: FormProblems =
    versioned === null && day !== null ? { rule: words.ruleNotInForce(formatDate(day)) } : {};
  const problems: FormProblems = { ...(isTried && found), ...notInForce };
  const failed = add.error ?? update.error;

  const submit = () => {
    setIsTried(true);
    if (fields === null || Object.keys({ ...found, ...notInForce }).length > 0) return;
    const told = isEntrySilent ? fromOwnTime(fields) : fields;
    if (deadline) update.mutate({ id: deadline.id, fields: told });
    else add.mutate({ deadlines: [told] });
  };

  if (picking === 'entry') {
    return (
      <EntryPicker
        title={words.pickEntry}
        onClose={() => setPicking(null)}
        onPick={(picked) => {
          change(withEntry(form, picked, timezone));
          setPicking(null);
        }}
      />
    );
  }
  if (picking === 'evidence') {
    return (
      <EvidencePicker
        title={words.pickEvidence}
        onClose={() => setPicking(null)}
        onPick={({ id }) => {
          change({ evidenceId: id });
          setPicking(null);
        }}
      />
    );
  }
  return (
    <Dialog
      title={deadline ? words.editTitle(deadline.title) : words.addTitle}
      width="large"
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      footer={
        <>
          {failed && (
            <p role="alert" className="mr-auto min-w-0 self-center text-danger-ink">
              {messageOf(failed)}
            </p>
          )}
          <Button onPress={onClose} isDisabled={isBusy}>
            {buttonWords.cancel}
          </Button>
          <Button variant="primary" type="submit" isDisabled={isBusy}>
            {deadline ? buttonWords.save : words.add}
          </Button>
        </>
      }
    >
      <div className="@container">
        <div className="grid items-start gap-4 @2xl:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="flex min-w-0 flex-col gap-3">
            {form.basis === 'printed' ? (
              <div className="rounded-md bg-sunken px-3 py-2">
                <p>{words.printedBasis}</p>
                <q className="text-ink-soft wrap-anywhere">{form.printed?.quote}</q>
              </div>
            ) : (
              <span className="flex">
                <SegmentedControl
                  label={words.basis}
                  value={form.basis}
                  onChange={(basis) => change({ basis })}
                  options={bases.map((value) => ({ value, label: words[value] }))}
                />
              </span>
            )}
            {form.basis === 'rule' && (
              <RuleField
                chosen={rule?.cited ?? null}
                onChoose={(chosen) => {
                  const next = withRule(form, chosen);
                  setForm(entry ? { ...next, ...withEntry(next, entry, timezone) } : next);
                }}
                on={day ?? courtNow(timezone, Date.now()).slice(0, 10)}
                error={problems.rule ?? null}
              />
            )}
            <TextField
              label={words.title}
              value={form.title}
              onChange={(title) => change({ title, isTitleOwn: title.trim() !== '' })}
              maxLength={textLimits.deadlines.title}
              isRequired
              error={problems.title ?? null}
            />
            {form.basis === 'period' && <PeriodFields form={form} onChange={change} problems={problems} />}
            {form.basis === 'contract' && (
              <ContractFields form={form} onChange={change} problems={problems} />
            )}
            {form.basis === 'rule' && isFromService && <ServiceField form={form} onChange={change} />}
            {form.basis === 'date' ? (
              <MomentField
                label={words.dueDate}
                value={form.at}
                onChange={(at, isAtUnreadable) => change({ at, isAtUnreadable })}
                {...moments}
                isRequired
                error={problems.at ?? null}
              />
            ) : (
              form.basis !== 'printed' && (
                <TriggerFields
                  form={form}
                  onChange={change}
                  problems={problems}
                  entry={entry}
                  onChooseEntry={() => setPicking('entry')}
                  deadlines={deadlines.filter(({ id }) => id !== deadline?.id)}
                  isEntrySilent={isEntrySilent}
                />
              )
            )}
            <OwnFields
              form={form}
              onChange={change}
              evidenceTitle={titleOf(evidence, form.evidenceId)}
              onPick={() => setPicking('evidence')}
            />
          </div>
          <div className="@2xl:sticky @2xl:top-0">
            <Preview
              fields={fields}
              result={preview.data}
              error={preview.error}
              hides={isEntrySilent ? silentCodes : noCodes}
            />
          </div>
        </div>
      </div>
    </Dialog>
  );
}

/** The day it runs from, once that is known. */
function dayOf({ triggerKind, deadlineId, at }: DeadlineForm, deadlines: readonly Deadline[]): string | null {
  if (triggerKind !== 'deadline') return at?.slice(0, 10) ?? null;
  return deadlines.find(({ id }) => id === deadlineId)?.due ?? null;
}

const noCodes: ReadonlySet<string> = new Set();
const silentCodes: ReadonlySet<string> = new Set(['TRIGGER_UNDATED']);

function titleOf(
  items: readonly { readonly id: string; readonly title: string }[] | undefined,
  id: string | null,
): string | null {
  return id === null ? null : (items?.find((item) => item.id === id)?.title ?? '…');
}

/** What a person says of a deadline besides its date. */
function OwnFields(props: {
  form: DeadlineForm;
  onChange: (patch: Partial<DeadlineForm>) => void;
  evidenceTitle: string | null;
  onPick: () => void;
}) {
  const { form, onChange, evidenceTitle, onPick } = props;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5 border-t border-line pt-3">
      <legend className="sr-only">{words.more}</legend>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={words.owner}
          value={form.owner}
          onChange={(owner) => onChange({ owner })}
          maxLength={textLimits.deadlines.owner}
        />
        <Select
          label={words.actor}
          value={form.actor}
          onChange={(actor) => onChange({ actor })}
          options={actors.map((actor) => ({ value: actor, label: actorWords[actor] }))}
        />
      </div>
      <div role="group" aria-label={words.reminders} className="flex flex-col gap-1">
        <span className="text-sm font-medium">{words.reminders}</span>
        <RemindersField
          reminders={form.reminders}
          onChange={(reminders) => onChange({ reminders, areRemindersOwn: true })}
        />
      </div>
      <LinkField
        label={words.document}
        chosen={evidenceTitle}
        none={words.noDocument}
        choose={words.chooseDocument}
        onChoose={onPick}
        onRemove={() => onChange({ evidenceId: null })}
      />
      <TextArea
        label={words.note}
        value={form.note}
        onChange={(note) => onChange({ note })}
        rows={2}
        maxLength={textLimits.deadlines.note}
      />
    </fieldset>
  );
}
