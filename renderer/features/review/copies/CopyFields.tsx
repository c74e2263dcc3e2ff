import { Banner, Checkbox, NewPassphraseFields, RadioGroup, TextField } from '../../../ui/index.ts';
import type { copyFormErrors, CopyForm } from './copy-form.ts';
import { strengthOf } from './passphrase-strength.ts';
import type { CopyItems, CopySource } from './use-copy-items.ts';
import { copyWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface CopyFieldsProps {
  readonly form: CopyForm;
  readonly onChange: (patch: Partial<CopyForm>) => void;
  readonly items: readonly CopyItems[];
  readonly source: CopySource;
  /** Null until the form was first submitted. */
  readonly errors: ReturnType<typeof copyFormErrors> | null;
  readonly isDisabled: boolean;
}

/** Which items, for whom, under which passphrase, and what goes along. */
export function CopyFields({ form, onChange, items, source, errors, isDisabled }: CopyFieldsProps) {
  const { passphrase } = form;
  return (
    <fieldset disabled={isDisabled} className="grid grid-cols-1 gap-x-6 gap-y-3.5 sm:grid-cols-2">
      <div className="flex flex-col gap-3.5">
        <TextField
          label={words.name}
          value={form.name}
          onChange={(name) => onChange({ name })}
          placeholder={words.namePlaceholder}
          error={errors?.name}
          maxLength={textLimits.review.copyName}
          autoFocus
        />
        <RadioGroup<CopySource>
          label={words.items}
          value={source}
          onChange={(next) => onChange({ source: next })}
          options={items.map(({ value, label }) => ({ value, label }))}
        />
        <RadioGroup<CopyForm['mode']>
          label={words.mode}
          value={form.mode}
          onChange={(mode) => onChange({ mode })}
          options={[
            { value: 'comment', label: words.comment, description: words.commentBody },
            { value: 'read', label: words.read, description: words.readBody },
          ]}
        />
      </div>
      <div className="flex flex-col gap-3.5">
        <NewPassphraseFields
          value={form}
          onChange={onChange}
          errors={errors}
          description={passphrase === '' ? words.passphraseHelp : words.strengths[strengthOf(passphrase)]}
        />
        <div role="group" aria-label={words.goesAlong} className="flex flex-col">
          <span aria-hidden className="text-sm font-medium">
            {words.goesAlong}
          </span>
          <Checkbox isSelected={form.includesNotes} onChange={(includesNotes) => onChange({ includesNotes })}>
            {words.notes}
          </Checkbox>
          <div className="pl-6">
            <Checkbox
              isSelected={form.includesNotes && form.includesWorkProduct}
              isDisabled={!form.includesNotes}
              onChange={(includesWorkProduct) => onChange({ includesWorkProduct })}
            >
              {words.workProduct}
            </Checkbox>
          </div>
          <Checkbox
            isSelected={form.includesCoding}
            onChange={(includesCoding) => onChange({ includesCoding })}
          >
            {words.coding}
          </Checkbox>
          <Checkbox
            isSelected={form.includesDocket}
            onChange={(includesDocket) => onChange({ includesDocket })}
          >
            {words.docket}
          </Checkbox>
        </div>
        {form.includesNotes && form.includesWorkProduct && (
          <Banner tone="warning">{words.workProductWarning}</Banner>
        )}
      </div>
    </fieldset>
  );
}
