import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { Checkbox } from '../../../ui/index.ts';
import { sharedValue } from './shared-fields.ts';
import { TextSetting } from './TextSetting.tsx';
import type { SharedFieldsProps } from './TreatmentFields.tsx';
import { applied } from './use-edits.ts';
import { exhibitWords as words, severalWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** The words of confidentiality on every page of exhibits: those of their set, or their own. */
export function DesignationFields(props: SharedFieldsProps & { readonly set: ExhibitSet }) {
  const { set, exhibits, isDisabled, edit } = props;
  const designation = sharedValue(exhibits, 'designation');
  return (
    <>
      <Checkbox
        isSelected={designation === null}
        isDisabled={isDisabled}
        onChange={(isInherited) => applied(edit({ designation: isInherited ? null : set.designation }))}
      >
        {words.asSet(set.designation === '' ? words.noDesignation : set.designation)}
      </Checkbox>
      {designation !== null && (
        <TextSetting
          label={exhibits.length > 1 ? severalWords.designation : words.ownDesignation}
          value={designation ?? ''}
          placeholder={designation === undefined ? severalWords.differ : words.noDesignation}
          description={words.designationHelp}
          maxLength={textLimits.exhibits.designation}
          list="exhibit-designations"
          isDisabled={isDisabled}
          onCommit={(text) => edit({ designation: text })}
        />
      )}
    </>
  );
}
