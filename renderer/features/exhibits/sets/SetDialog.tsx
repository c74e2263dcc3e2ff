import { useState } from 'react';
import { maxPrefixLength } from '../../../../shared/domain/exhibits/bates.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Checkbox, Dialog, ErrorLine, NumberField, Select, TextField, optionsOf } from '../../../ui/index.ts';
import { batesWords, setFieldWords } from '../settings/words.ts';
import { formWords as words } from '../words.ts';
import { usualSchemes } from './scheme-example.ts';
import {
  batesPreview,
  canPrintNumbers,
  newSetForm,
  setFieldsOf,
  setFormErrors,
  type SetForm,
  type SetFormErrors,
} from './set-form.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface SetDialogProps {
  readonly onClose: () => void;
  readonly onSaved: (set: ExhibitSet) => void;
}

const noErrors: SetFormErrors = {};

/** Asks for what a new set cannot do without; everything else is among its settings and can be changed later. */
export function SetDialog({ onClose, onSaved }: SetDialogProps) {
  const [form, setFormState] = useState<SetForm>(newSetForm);
  const [isChecked, setIsChecked] = useState(false);
  const change = (patch: Partial<SetForm>) => setFormState({ ...form, ...patch });
  const create = useEngineMutation('exhibits.set.create', {
    errors: 'inline',
    onSuccess: (set) => {
      onSaved(set);
      onClose();
    },
    undoMessage: ({ name }) => words.created(name),
  });
  const errors = setFormErrors(form);
  const shownErrors = isChecked ? errors : noErrors;
  const nameTaken = isAppError(create.error, 'EXHIBIT_SET_NAME_TAKEN') ? messageOf(create.error) : undefined;
  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length === 0) create.mutate({ fields: setFieldsOf(form) });
  };

  return (
    <Dialog
      title={words.newTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={create.isPending}
      submitLabel={words.create}
    >
      <TextField
        label={setFieldWords.name}
        value={form.name}
        onChange={(name) => {
          change({ name });
          create.reset();
        }}
        placeholder={words.namePlaceholder}
        error={shownErrors.name ?? nameTaken}
        maxLength={textLimits.exhibits.set}
        isRequired
        autoFocus
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <Select
          label={setFieldWords.purpose}
          value={form.purpose}
          onChange={(purpose) => change({ purpose })}
          options={optionsOf(setFieldWords.purposes)}
        />
        <Select
          label={setFieldWords.party}
          value={form.party}
          onChange={(party) => change({ party })}
          options={optionsOf(setFieldWords.parties)}
        />
      </div>
      {form.purpose === 'declaration' && (
        <TextField
          label={setFieldWords.declarant}
          value={form.declarant}
          onChange={(declarant) => change({ declarant })}
          description={setFieldWords.declarantHelp(form.declarant)}
          error={shownErrors.declarant}
          maxLength={textLimits.exhibits.declarant}
          isRequired
        />
      )}
      <div className="grid grid-cols-2 items-start gap-3">
        <Select
          label={setFieldWords.scheme}
          value={form.scheme}
          onChange={(scheme) => change({ scheme })}
          options={[...usualSchemes, { value: 'prefix', label: setFieldWords.otherPrefix }]}
        />
        {form.scheme === 'prefix' && (
          <TextField
            label={setFieldWords.labelPrefix}
            value={form.schemePrefix}
            onChange={(schemePrefix) => change({ schemePrefix: schemePrefix.toUpperCase() })}
            error={shownErrors.schemePrefix}
          />
        )}
      </div>
      <BatesFields form={form} errors={shownErrors} onChange={change} />
      <p className="text-sm text-ink-soft">{words.later}</p>
      {create.error && nameTaken === undefined && <ErrorLine>{messageOf(create.error)}</ErrorLine>}
    </Dialog>
  );
}

interface BatesFieldsProps {
  readonly form: SetForm;
  readonly errors: SetFormErrors;
  readonly onChange: (patch: Partial<SetForm>) => void;
}

function BatesFields({ form, errors, onChange }: BatesFieldsProps) {
  const [first, second] = batesPreview(form);
  const canPrint = canPrintNumbers(form);
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
              placeholder={batesWords.prefixPlaceholder}
              error={errors.batesPrefix}
              maxLength={maxPrefixLength}
              isRequired
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
          {canPrint && (
            <p className="text-sm text-ink-soft">
              {words.batesPreview}{' '}
              <output className="font-mono font-medium text-ink">
                <span className="whitespace-nowrap">{first},</span>{' '}
                <span className="whitespace-nowrap">{second}</span>
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
