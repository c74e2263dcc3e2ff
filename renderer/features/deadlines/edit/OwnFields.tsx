import { textLimits } from '../../../../shared/model/text-limits.ts';
import { Select, TextArea, TextField, optionsOf } from '../../../ui/index.ts';
import { DocumentField } from '../../pick/index.ts';
import { RemindersField } from '../details/Reminders.tsx';
import { actorWords } from '../rule-words.ts';
import type { DeadlineForm } from './deadline-form.ts';
import { editWords as words } from './words.ts';

interface OwnFieldsProps {
  readonly form: DeadlineForm;
  readonly onChange: (patch: Partial<DeadlineForm>) => void;
}

/** What a person says of a deadline besides its date. */
export function OwnFields({ form, onChange }: OwnFieldsProps) {
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
          options={optionsOf(actorWords)}
        />
      </div>
      <div role="group" aria-label={words.reminders} className="flex flex-col gap-1">
        <span className="text-sm font-medium">{words.reminders}</span>
        <RemindersField
          reminders={form.reminders}
          onChange={(reminders) => onChange({ reminders, areRemindersOwn: true })}
        />
      </div>
      <DocumentField evidenceId={form.evidenceId} onChange={(evidenceId) => onChange({ evidenceId })} />
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
