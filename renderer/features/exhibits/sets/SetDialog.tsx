import { useState } from 'react';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Checkbox, Dialog, NumberField, RadioGroup, TextField } from '../../../ui/index.ts';
import { formWords as words } from '../words.ts';
import {
  batesPreview,
  schemeExamples,
  setFieldsOf,
  setForm,
  setFormErrors,
  type SetForm,
  type SetFormErrors,
} from './set-form.ts';

interface SetDialogProps {
  /** The set to edit; none for a new one. */
  readonly set?: ExhibitSet;
  readonly onClose: () => void;
  readonly onSaved?: (set: ExhibitSet) => void;
}

const noErrors: SetFormErrors = {};

/** Asks for the name, labels, Bates numbers and pages that a new set brings, or that a set has. */
export function SetDialog({ set, onClose, onSaved }: SetDialogProps) {
  const [form, setFormState] = useState<SetForm>(() => setForm(set));
  const [isChecked, setIsChecked] = useState(false);
  const change = (patch: Partial<SetForm>) => setFormState({ ...form, ...patch });
  const saved = (result: ExhibitSet) => {
    onSaved?.(result);
    onClose();
  };
  const create = useEngineMutation('exhibits.set.create', {
    errors: 'inline',
    onSuccess: saved,
    undoMessage: ({ name }) => `Created the exhibit set “${name}”`,
  });
  const update = useEngineMutation('exhibits.set.update', {
    errors: 'inline',
    onSuccess: saved,
    undoMessage: ({ name }) => `Changed the exhibit set “${name}”`,
  });
  const errors = setFormErrors(form);
  const shownErrors = isChecked ? errors : noErrors;
  const error = create.error ?? update.error;
  const isBusy = create.isPending || update.isPending;

  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length > 0) return;
    const fields = setFieldsOf(form);
    if (set) update.mutate({ setId: set.id, fields });
    else create.mutate({ fields });
  };

  return (
    <Dialog
      title={set ? words.editTitle : words.newTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={isBusy}>
            {set ? words.save : words.create}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={form.name}
        onChange={(name) => change({ name })}
        placeholder={words.namePlaceholder}
        error={shownErrors.name}
        maxLength={200}
        isRequired
        autoFocus
      />
      <LabelChoice form={form} error={shownErrors.schemePrefix} onChange={change} />
      {set && set.exhibits > 0 && <p className="-mt-2 text-sm text-ink-soft">{words.relabelNote}</p>}
      <BatesFields form={form} errors={shownErrors} onChange={change} />
      <div className="grid grid-cols-2 gap-3 border-t border-line pt-3">
        <Checkbox
          isSelected={form.hasSlipSheets}
          onChange={(hasSlipSheets) => change({ hasSlipSheets })}
          description={words.slipSheetsHelp}
        >
          {words.slipSheets}
        </Checkbox>
        <Checkbox
          isSelected={form.hasStickers}
          onChange={(hasStickers) => change({ hasStickers })}
          description={words.stickersHelp}
        >
          {words.stickers}
        </Checkbox>
      </div>
      {error && (
        <p role="alert" className="text-danger-ink">
          {messageOf(error)}
        </p>
      )}
    </Dialog>
  );
}

interface PartProps {
  readonly form: SetForm;
  readonly onChange: (patch: Partial<SetForm>) => void;
}

function LabelChoice({ form, error, onChange }: PartProps & { error: string | undefined }) {
  const examples = schemeExamples(form);
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={words.labels}
        value={form.scheme}
        onChange={(scheme) => onChange({ scheme })}
        options={[
          { value: 'letters', label: words.letters, description: examples.letters },
          { value: 'numbers', label: words.numbers, description: examples.numbers },
          { value: 'prefix', label: words.prefix, description: examples.prefix },
        ]}
      />
      {form.scheme === 'prefix' && (
        <div className="ml-6 w-40">
          <TextField
            label={words.labelPrefix}
            value={form.schemePrefix}
            onChange={(schemePrefix) => onChange({ schemePrefix: schemePrefix.toUpperCase() })}
            error={error}
            maxLength={6}
          />
        </div>
      )}
    </div>
  );
}

function BatesFields({ form, errors, onChange }: PartProps & { errors: SetFormErrors }) {
  const [first, second] = batesPreview(form);
  const isShown = !Number.isNaN(form.batesStart) && !Number.isNaN(form.batesDigits);
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <Checkbox isSelected={form.hasBates} onChange={(hasBates) => onChange({ hasBates })}>
        {words.bates}
      </Checkbox>
      {form.hasBates && (
        <div className="ml-6 flex flex-col gap-2">
          <div className="grid grid-cols-[1fr_5rem_8rem] items-start gap-3">
            <TextField
              label={words.batesPrefix}
              value={form.batesPrefix}
              onChange={(batesPrefix) => onChange({ batesPrefix })}
              placeholder="AMZ"
              error={errors.batesPrefix}
              maxLength={20}
            />
            <NumberField
              label={words.batesDigits}
              value={form.batesDigits}
              onChange={(batesDigits) => onChange({ batesDigits })}
              minValue={3}
              maxValue={10}
              error={errors.batesDigits}
            />
            <NumberField
              label={words.batesStart}
              value={form.batesStart}
              onChange={(batesStart) => onChange({ batesStart })}
              minValue={1}
              error={errors.batesStart}
            />
          </div>
          {isShown && form.batesPrefix.trim() !== '' && (
            <p className="text-sm text-ink-soft">
              {words.batesPreview}{' '}
              <output className="font-mono font-medium text-ink">
                {first}, {second}
              </output>
              …
            </p>
          )}
          <p className="text-sm text-ink-soft">{words.batesNote}</p>
        </div>
      )}
    </div>
  );
}
