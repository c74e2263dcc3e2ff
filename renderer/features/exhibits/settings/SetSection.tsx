import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useMatter } from '../../../client/index.ts';
import { Checkbox, optionsOf, Select } from '../../../ui/index.ts';
import { VolumeFields } from '../volumes/VolumeFields.tsx';
import { volumeWords } from '../volumes/words.ts';
import { BatesSection } from './BatesSection.tsx';
import { SchemeSetting } from './SchemeSetting.tsx';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { applied, useSetEdit } from './use-edits.ts';
import { setFieldWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

type ChoiceField = 'purpose' | 'party' | 'slipSheetTemplate' | 'stickerCorner' | 'stickerColour';
type TickField = 'hasSlipSheets' | 'hasStickers' | 'looksAtEveryPage' | 'isArchival';

/** What a whole set belongs to and how its exhibits are made up. */
export function SetSection({ set }: { set: ExhibitSet }) {
  const { isReadOnly } = useMatter();
  const edit = useSetEdit(set);
  const isSealed = set.sealedAt !== null;
  const isDisabled = isReadOnly || isSealed;
  const choice = <F extends ChoiceField>(
    field: F,
    label: string,
    names: Readonly<Record<ExhibitSet[F], string>>,
  ) => (
    <Select<ExhibitSet[F]>
      label={label}
      value={set[field]}
      isDisabled={isDisabled}
      onChange={(value) => applied(edit({ [field]: value }))}
      options={optionsOf<ExhibitSet[F]>(names)}
    />
  );
  const tick = (field: TickField, name: string, description: string) => (
    <Checkbox
      isSelected={set[field]}
      isDisabled={isDisabled}
      onChange={(isOn) => applied(edit({ [field]: isOn }))}
      description={description}
    >
      {name}
    </Checkbox>
  );
  return (
    <>
      <Section title={words.belongs}>
        {isSealed && <Note>{words.sealed}</Note>}
        <TextSetting
          label={words.name}
          value={set.name}
          maxLength={textLimits.exhibits.set}
          isRequired
          isDisabled={isDisabled}
          validate={(text) => (text === '' ? words.nameNeeded : null)}
          onCommit={(name) => edit({ name })}
        />
        {choice('purpose', words.purpose, words.purposes)}
        {(set.purpose === 'declaration' || set.declarant !== '') && (
          <TextSetting
            label={words.declarant}
            value={set.declarant}
            description={words.declarantHelp(set.declarant)}
            maxLength={textLimits.exhibits.declarant}
            isRequired={set.purpose === 'declaration'}
            isDisabled={isDisabled}
            validate={(text) => (text === '' && set.purpose === 'declaration' ? words.declarantNeeded : null)}
            onCommit={(declarant) => edit({ declarant })}
          />
        )}
        {choice('party', words.party, words.parties)}
      </Section>
      <Section title={words.labels}>
        <SchemeSetting scheme={set.scheme} isDisabled={isDisabled} onCommit={(scheme) => edit({ scheme })} />
        {set.exhibits > 0 && <Note>{words.relabelNote}</Note>}
      </Section>
      <BatesSection set={set} isDisabled={isDisabled} edit={edit} />
      <Section title={words.slipSheets}>
        {tick('hasSlipSheets', words.hasSlipSheets, words.slipSheetsHelp)}
        {set.hasSlipSheets && choice('slipSheetTemplate', words.template, words.templates)}
      </Section>
      <Section title={words.stickers}>
        {tick('hasStickers', words.hasStickers, words.stickersHelp)}
        {set.hasStickers && (
          <div className="grid grid-cols-2 gap-2.5">
            {choice('stickerCorner', words.corner, words.corners)}
            {choice('stickerColour', words.color, words.colors)}
          </div>
        )}
      </Section>
      <Section title={words.pages}>
        <TextSetting
          label={words.designation}
          value={set.designation}
          placeholder={words.noDesignation}
          description={words.designationHelp}
          maxLength={textLimits.exhibits.designation}
          list="exhibit-designations"
          isDisabled={isDisabled}
          onCommit={(designation) => edit({ designation })}
        />
        {tick('looksAtEveryPage', words.everyPage, words.everyPageHelp)}
        <Checkbox
          isSelected={set.flattensForms || set.isArchival}
          isDisabled={isDisabled || set.isArchival}
          onChange={(flattensForms) => applied(edit({ flattensForms }))}
          description={set.isArchival ? words.formsOfArchival : words.formsHelp}
        >
          {words.forms}
        </Checkbox>
        {tick('isArchival', words.archival, words.archivalHelp)}
      </Section>
      <Section title={volumeWords.title}>
        <VolumeFields set={set} />
      </Section>
    </>
  );
}
