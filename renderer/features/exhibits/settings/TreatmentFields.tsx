import type { Exhibit, Treatment } from '../../../../shared/model/exhibits.ts';
import { Select } from '../../../ui/index.ts';
import { sharedValue, type SharedFields } from './shared-fields.ts';
import { TextSetting } from './TextSetting.tsx';
import { applied } from './use-edits.ts';
import { exhibitWords as words, severalWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface SharedFieldsProps {
  /** One exhibit, or several that are given the same. */
  readonly exhibits: readonly Exhibit[];
  readonly isDisabled: boolean;
  readonly edit: (fields: Partial<SharedFields>) => Promise<unknown>;
}

const treatments: readonly Treatment[] = ['pages', 'withheld', 'sealed', 'native'];

/** What the binder holds for exhibits, and why. */
export function TreatmentFields({ exhibits, isDisabled, edit }: SharedFieldsProps) {
  const treatment = sharedValue(exhibits, 'treatment') ?? null;
  const note = sharedValue(exhibits, 'treatmentNote');
  return (
    <>
      <Select
        label={words.treatment}
        value={treatment}
        placeholder={severalWords.differ}
        isDisabled={isDisabled}
        onChange={(next) => applied(edit({ treatment: next }))}
        options={treatments.map((value) => ({ value, ...words.treatments[value] }))}
        description={treatment === null ? undefined : words.treatments[treatment].description}
      />
      {treatment !== null && treatment !== 'pages' && (
        <TextSetting
          label={words.noteOf[treatment]}
          value={note ?? ''}
          {...(note === undefined && { placeholder: severalWords.differ })}
          maxLength={textLimits.exhibits.treatmentNote}
          rows={2}
          isDisabled={isDisabled}
          onCommit={(treatmentNote) => edit({ treatmentNote })}
        />
      )}
    </>
  );
}
