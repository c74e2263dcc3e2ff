import type { ExhibitSet, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { useMatter } from '../../../client/index.ts';
import { Checkbox, Select } from '../../../ui/index.ts';
import { VolumeFields } from '../volumes/VolumeFields.tsx';
import { volumeWords } from '../volumes/words.ts';
import { BatesSection } from './BatesSection.tsx';
import { SchemeSetting } from './SchemeSetting.tsx';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { applied, useSetEdit } from './use-edits.ts';
import { setFieldWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** The choices of a field, in the words of the screen. */
function optionsOf<V extends string>(names: Readonly<Record<V, string>>) {
  return (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));
}

/** What a whole set belongs to and how its exhibits are made up. */
export function SetSection({ set }: { set: ExhibitSet }) {
  const { isReadOnly } = useMatter();
  const edit = useSetEdit(set);
  const isSealed = set.sealedAt !== null;
  const isDisabled = isReadOnly || isSealed;
  const apply = (fields: Partial<ExhibitSetFields>) => applied(edit(fields));
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
        <Select
          label={words.purpose}
          value={set.purpose}
          isDisabled={isDisabled}
          onChange={(purpose) => apply({ purpose })}
          options={optionsOf(words.purposes)}
        />
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
        <Select
          label={words.party}
          value={set.party}
          isDisabled={isDisabled}
          onChange={(party) => apply({ party })}
          options={optionsOf(words.parties)}
        />
      </Section>
      <Section title={words.labels}>
        <SchemeSetting scheme={set.scheme} isDisabled={isDisabled} onCommit={(scheme) => edit({ scheme })} />
        {set.exhibits > 0 && <Note>{words.relabelNote}</Note>}
      </Section>
      <BatesSection set={set} isDisabled={isDisabled} edit={edit} />
      <Section title={words.slipSheets}>
        <Checkbox
          isSelected={set.hasSlipSheets}
          isDisabled={isDisabled}
          onChange={(hasSlipSheets) => apply({ hasSlipSheets })}
          description={words.slipSheetsHelp}
        >
          {words.hasSlipSheets}
        </Checkbox>
        {set.hasSlipSheets && (
          <Select
            label={words.template}
            value={set.slipSheetTemplate}
            isDisabled={isDisabled}
            onChange={(slipSheetTemplate) => apply({ slipSheetTemplate })}
            options={optionsOf(words.templates)}
          />
        )}
      </Section>
      <Section title={words.stickers}>
        <Checkbox
          isSelected={set.hasStickers}
          isDisabled={isDisabled}
          onChange={(hasStickers) => apply({ hasStickers })}
          description={words.stickersHelp}
        >
          {words.hasStickers}
        </Checkbox>
        {set.hasStickers && (
          <div className="grid grid-cols-2 gap-2.5">
            <Select
              label={words.corner}
              value={set.stickerCorner}
              isDisabled={isDisabled}
              onChange={(stickerCorner) => apply({ stickerCorner })}
              options={optionsOf(words.corners)}
            />
            <Select
              label={words.color}
              value={set.stickerColour}
              isDisabled={isDisabled}
              onChange={(stickerColour) => apply({ stickerColour })}
              options={optionsOf(words.colors)}
            />
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
        <Checkbox
          isSelected={set.looksAtEveryPage}
          isDisabled={isDisabled}
          onChange={(looksAtEveryPage) => apply({ looksAtEveryPage })}
          description={words.everyPageHelp}
        >
          {words.everyPage}
        </Checkbox>
        <Checkbox
          isSelected={set.flattensForms || set.isArchival}
          isDisabled={isDisabled || set.isArchival}
          onChange={(flattensForms) => apply({ flattensForms })}
          description={set.isArchival ? words.formsOfArchival : words.formsHelp}
        >
          {words.forms}
        </Checkbox>
        <Checkbox
          isSelected={set.isArchival}
          isDisabled={isDisabled}
          onChange={(isArchival) => apply({ isArchival })}
          description={words.archivalHelp}
        >
          {words.archival}
        </Checkbox>
      </Section>
      <Section title={volumeWords.title}>
        <VolumeFields set={set} />
      </Section>
    </>
  );
}
