import { capitalized } from '../../../../shared/domain/capitalized.ts';
import { useMemo } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { eventWords } from '../../../../shared/domain/deadlines/event-words.ts';
import { readEvents, type TriggeringEvent } from '../../../../shared/domain/deadlines/reading/index.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { TriggerEvent } from '../../../../shared/model/rule-pack.ts';
import { formatMoment, useMatter } from '../../../client/index.ts';
import { SegmentedControl, Select } from '../../../ui/index.ts';
import { EntryField } from '../../docket/index.ts';
import { CourtMomentField } from './CourtMomentField.tsx';
import { needsMinute, type DeadlineForm, type FormProblems } from './deadline-form.ts';
import { editWords as words } from './words.ts';

export interface TriggerFieldsProps {
  readonly form: DeadlineForm;
  readonly onChange: (patch: Partial<DeadlineForm>) => void;
  readonly problems: FormProblems;
  /** The entry chosen. */
  readonly entry: DocketEntry | null;
  /** Deadlines it may run from. */
  readonly deadlines: readonly Deadline[];
  /** Whether the engine found that the entry does not say when the event happened. */
  readonly isEntrySilent: boolean;
}

const allEvents = Object.keys(eventWords) as TriggerEvent[];

/** What a deadline runs from: a docket entry, another deadline, or a date, and what happened then. */
export function TriggerFields(props: TriggerFieldsProps) {
  const { form, onChange, problems, entry, deadlines, isEntrySilent } = props;
  const { timezone } = useMatter();
  const found = useMemo(() => (entry === null ? [] : readEvents(entry, timezone)), [entry, timezone]);
  const kinds = [
    { value: 'entry' as const, label: words.fromEntry },
    { value: 'date' as const, label: words.fromDate },
    ...(deadlines.length > 0 ? [{ value: 'deadline' as const, label: words.fromDeadline }] : []),
    ...(form.tro === null ? [] : [{ value: 'tro' as const, label: words.fromTro }]),
  ];
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5 border-t border-line pt-3">
      <legend className="sr-only">{words.trigger}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span aria-hidden className="text-sm font-medium">
          {words.trigger}
        </span>
        <SegmentedControl
          label={words.trigger}
          value={form.triggerKind}
          onChange={(triggerKind) => onChange({ triggerKind })}
          options={kinds}
        />
      </div>
      {form.triggerKind === 'entry' && (
        <EntryField
          label={words.fromEntry}
          entryId={form.entryId}
          onChoose={(chosen) => onChange(withEntry(form, chosen, timezone))}
          onRemove={null}
          error={problems.entry ?? null}
        />
      )}
      {form.triggerKind === 'deadline' && (
        <Select
          label={words.deadlineLabel}
          value={form.deadlineId}
          onChange={(deadlineId) => onChange({ deadlineId })}
          options={deadlines.map((each) => ({
            value: each.id,
            label: each.title,
            description: formatMoment(effectiveDue(each), timezone),
          }))}
          error={problems.deadline ?? null}
        />
      )}
      {(form.triggerKind === 'entry' || form.triggerKind === 'date') && (
        <div className="grid grid-cols-2 items-start gap-3">
          <EventField form={form} found={found} onChange={onChange} />
          <CourtMomentField
            label={words.at}
            value={form.at}
            onChange={(typed) => onChange({ at: typed.moment, isAtUnreadable: typed.isUnreadable })}
            needsMinute={needsMinute(form)}
            isRequired
            error={problems.at ?? null}
          />
        </div>
      )}
      {form.triggerKind === 'entry' && entry !== null && form.at !== null && (
        <p className="text-sm text-ink-soft">{isEntrySilent ? words.entrySilent : words.entryGives}</p>
      )}
    </fieldset>
  );
}

/** What happened: given by the rule, or chosen among what the entry says and everything that may happen. */
function EventField({
  form,
  found,
  onChange,
}: Pick<TriggerFieldsProps, 'form' | 'onChange'> & { found: readonly TriggeringEvent[] }) {
  const named = [...new Set(found.map(({ event }) => event))];
  const others = allEvents.filter((event) => !named.includes(event));
  const offered = form.basis === 'rule' && form.rule !== null ? [form.event] : [...named, ...others];
  return (
    <Select
      label={words.event}
      value={form.event}
      onChange={(event) => onChange(atOfEvent(event, found, form))}
      options={offered.map((event) => ({
        value: event,
        label: event === 'other' ? words.otherEvent : capitalized(eventWords[event]),
      }))}
      isDisabled={offered.length === 1}
    />
  );
}

/** An event with the moment the entry gives it. */
function atOfEvent(
  event: TriggerEvent,
  found: readonly TriggeringEvent[],
  form: DeadlineForm,
): Partial<DeadlineForm> {
  const read = found.find((each) => each.event === event && each.at !== null);
  return read ? { event, at: read.at, party: read.party } : { event, at: form.at };
}

/** What choosing an entry sets: what happened by its text, and when. A minute that was typed for the same day stays. */
export function withEntry(form: DeadlineForm, entry: DocketEntry, timezone: string): Partial<DeadlineForm> {
  const found = readEvents(entry, timezone);
  const isFixed = form.basis === 'rule' && form.rule !== null;
  const read = isFixed ? found.find(({ event }) => event === form.event) : found[0];
  const event = isFixed ? form.event : (read?.event ?? 'other');
  const day = read?.at ?? entry.enteredAt ?? entry.filedOn ?? entry.enteredOn;
  const isSameDay = day !== null && form.at !== null && form.at.startsWith(day);
  return {
    triggerKind: 'entry',
    entryId: entry.id,
    party: read?.party ?? '',
    event,
    at: isSameDay ? form.at : day,
    isAtUnreadable: false,
  };
}
