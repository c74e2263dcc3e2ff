import { useEffect, useState } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { courtNow, messageOf, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, SegmentedControl, TextField, buttonWords } from '../../../ui/index.ts';
import { CourtMomentField } from './CourtMomentField.tsx';
import { withRule, type Basis } from './deadline-form.ts';
import { OwnFields } from './OwnFields.tsx';
import { ContractFields, PeriodFields, ServiceField } from './PeriodFields.tsx';
import { Preview } from './Preview.tsx';
import { RuleField } from './rule/RuleField.tsx';
import { TriggerFields, withEntry } from './TriggerFields.tsx';
import { useDeadlineDraft } from './use-deadline-draft.ts';
import { editWords as words } from './words.ts';

export interface DeadlineDialogProps {
  /** The deadline to change; null to add one. */
  readonly deadline: Deadline | null;
  /** The entry a new one runs from, where it was added from an entry. */
  readonly entry: DocketEntry | null;
  readonly onClose: () => void;
}

const bases: readonly Exclude<Basis, 'printed'>[] = ['rule', 'period', 'date', 'contract'];
const noCodes: ReadonlySet<string> = new Set();
const silentCodes: ReadonlySet<string> = new Set(['TRIGGER_UNDATED']);

/** One deadline: how its date comes about, what it runs from, and what it would be, counted while it is written. */
export function DeadlineDialog({ deadline, entry: from, onClose }: DeadlineDialogProps) {
  const { timezone } = useMatter();
  /** A rule field that is drawn again, as when its tab is chosen, does not take the focus from the tab. */
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => setHasBegun(true), []);
  const draft = useDeadlineDraft({ deadline, from, onStored: onClose });
  const { form, setForm, change, day, entry, isFromService, fields, preview, isEntrySilent, problems } =
    draft;

  return (
    <Dialog
      title={deadline ? words.editTitle(deadline.title) : words.addTitle}
      width="large"
      onClose={onClose}
      onSubmit={draft.submit}
      isBusy={draft.isBusy}
      submitLabel={deadline ? buttonWords.save : words.add}
      aside={
        draft.failed && (
          <div className="mr-auto min-w-0 self-center">
            <ErrorLine>{messageOf(draft.failed)}</ErrorLine>
          </div>
        )
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
                chosen={form.rule?.cited ?? null}
                onChoose={(chosen) => {
                  const next = withRule(form, chosen);
                  setForm(entry ? { ...next, ...withEntry(next, entry, timezone) } : next);
                }}
                on={day ?? courtNow(timezone, Date.now()).slice(0, 10)}
                error={problems.rule ?? null}
                autoFocus={deadline === null && !hasBegun}
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
              <CourtMomentField
                label={words.dueDate}
                value={form.at}
                onChange={(typed) => change({ at: typed.moment, isAtUnreadable: typed.isUnreadable })}
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
                  deadlines={draft.others}
                  isEntrySilent={isEntrySilent}
                />
              )
            )}
            <OwnFields form={form} onChange={change} />
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
