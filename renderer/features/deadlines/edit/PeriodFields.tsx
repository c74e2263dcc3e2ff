import { Checkbox, NumberField, Select, TextField } from '../../../ui/index.ts';
import { serviceHelp, serviceWords } from '../rule-words.ts';
import type { DeadlineForm, FormProblems } from './deadline-form.ts';
import { editWords as words, unitWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface PeriodFieldsProps {
  readonly form: DeadlineForm;
  readonly onChange: (patch: Partial<DeadlineForm>) => void;
  readonly problems: FormProblems;
}

const units = ['hours', 'days', 'weeks', 'months', 'years'] as const;
const services = [
  'none',
  'ecf',
  'hand',
  'mail',
  'clerk',
  'other_consented',
  'rule4_personal',
  'rule4_mail',
] as const;

/** A period of one's own: its length, which way it runs, and by whose method it is counted. */
export function PeriodFields({ form, onChange, problems }: PeriodFieldsProps) {
  return (
    <>
      <LengthFields form={form} onChange={onChange} problems={problems} />
      <div className="grid grid-cols-2 items-start gap-3">
        <Select
          label={words.regime}
          value={form.regime}
          onChange={(regime) => onChange({ regime })}
          options={[
            { value: 'frcp', label: words.frcp },
            { value: 'frap', label: words.frap },
          ]}
        />
        <ServiceField form={form} onChange={onChange} />
      </div>
      <Checkbox isSelected={form.isCap} onChange={(isCap) => onChange({ isCap })}>
        {words.isCap}
      </Checkbox>
      <Checkbox isSelected={form.isOrder} onChange={(isOrder) => onChange({ isOrder })}>
        {words.isOrder}
      </Checkbox>
    </>
  );
}

/** A period of an agreement, and how the agreement says its days are counted. */
export function ContractFields({ form, onChange, problems }: PeriodFieldsProps) {
  return (
    <>
      <TextField
        label={words.clause}
        value={form.clause}
        onChange={(clause) => onChange({ clause })}
        placeholder={words.clausePlaceholder}
        maxLength={textLimits.deadlines.clause}
        isRequired
        error={problems.clause ?? null}
      />
      <LengthFields form={form} onChange={onChange} problems={problems} />
      <div className="flex flex-col">
        <Checkbox
          isSelected={form.isFirstDayCounted}
          onChange={(isFirstDayCounted) => onChange({ isFirstDayCounted })}
        >
          {words.firstDay}
        </Checkbox>
        <Checkbox
          isSelected={form.isBusinessDays}
          isDisabled={form.unit !== 'days'}
          onChange={(isBusinessDays) => onChange({ isBusinessDays })}
        >
          {words.businessDays}
        </Checkbox>
        <Checkbox isSelected={form.isRolled} onChange={(isRolled) => onChange({ isRolled })}>
          {words.rolled}
        </Checkbox>
      </div>
    </>
  );
}

/** The usual units, and the one the deadline has. */
function offeredUnits(unit: DeadlineForm['unit']): readonly Exclude<DeadlineForm['unit'], 'fixed'>[] {
  return unit === 'fridays' || unit === 'monday_before' ? [...units, unit] : units;
}

function LengthFields({ form, onChange, problems }: PeriodFieldsProps) {
  return (
    <div className="grid grid-cols-3 items-start gap-3">
      <NumberField
        label={words.count}
        value={form.count}
        onChange={(count) => onChange({ count })}
        minValue={0}
        maxValue={10_000}
        error={problems.count ?? null}
      />
      <Select
        label={words.unit}
        value={form.unit === 'fixed' ? 'days' : form.unit}
        onChange={(unit) => onChange({ unit, ...(unit !== 'days' && { isBusinessDays: false }) })}
        options={offeredUnits(form.unit).map((unit) => ({ value: unit, label: unitWords[unit] }))}
      />
      <Select
        label={words.direction}
        value={form.direction}
        onChange={(direction) => onChange({ direction })}
        options={[
          { value: 'after', label: words.after },
          { value: 'before', label: words.before },
        ]}
      />
    </div>
  );
}

/** How the paper was served, with what that adds. */
export function ServiceField({ form, onChange }: Omit<PeriodFieldsProps, 'problems'>) {
  return (
    <Select
      label={words.service}
      value={form.service}
      onChange={(service) => onChange({ service })}
      options={services.map((service) => ({ value: service, label: serviceWords[service] }))}
      description={serviceHelp[form.service]}
    />
  );
}
