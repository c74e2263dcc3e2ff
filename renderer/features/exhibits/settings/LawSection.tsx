import type { AuthenticationBasis, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, useMatter } from '../../../client/index.ts';
import { Select, optionsOf } from '../../../ui/index.ts';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { sharedValue } from './shared-fields.ts';
import { applied, useSharedEdit } from './use-edits.ts';
import { lawWords as words, severalWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

const bases = Object.keys(words.bases) as readonly AuthenticationBasis[];

interface LawSectionProps {
  /** One exhibit, or several that are given the same. */
  readonly exhibits: readonly Exhibit[];
  readonly set: ExhibitSet;
}

/** The sponsor of exhibits, how they are authenticated, objections to them, and the court's rulings. */
export function LawSection({ set, exhibits }: LawSectionProps) {
  const { isReadOnly } = useMatter();
  const edit = useSharedEdit(set, exhibits);
  const text = (name: 'sponsor' | 'authenticationNote' | 'objection' | 'rulingNote') => {
    const value = sharedValue(exhibits, name);
    return { value: value ?? '', ...(value === undefined && { placeholder: severalWords.differ }) };
  };
  const authentication = sharedValue(exhibits, 'authentication') ?? null;
  const ruling = sharedValue(exhibits, 'ruling') ?? null;
  return (
    <>
      {exhibits.length > 1 && (
        <Section title={severalWords.title(formatCount(exhibits.length, 'exhibit'))}>
          <p className="tabular-nums">{severalWords.labels(exhibits.map(({ label }) => label))}</p>
        </Section>
      )}
      <Section title={words.foundation}>
        <TextSetting
          label={words.sponsor}
          {...text('sponsor')}
          description={words.sponsorHelp}
          maxLength={textLimits.exhibits.sponsor}
          isDisabled={isReadOnly}
          onCommit={(sponsor) => edit({ sponsor })}
        />
        <Select
          label={words.authentication}
          value={authentication}
          placeholder={severalWords.differ}
          isDisabled={isReadOnly}
          onChange={(next) => applied(edit({ authentication: next }))}
          options={bases.map((value) => ({ value, ...words.bases[value] }))}
        />
        {(authentication !== 'none' || sharedValue(exhibits, 'authenticationNote') !== '') && (
          <TextSetting
            label={words.authenticationNote}
            {...text('authenticationNote')}
            maxLength={textLimits.exhibits.authenticationNote}
            rows={2}
            isDisabled={isReadOnly}
            onCommit={(authenticationNote) => edit({ authenticationNote })}
          />
        )}
      </Section>
      <Section title={words.admission}>
        <TextSetting
          label={words.objection}
          placeholder={words.none}
          {...text('objection')}
          maxLength={textLimits.exhibits.objection}
          rows={2}
          isDisabled={isReadOnly}
          onCommit={(objection) => edit({ objection })}
        />
        <Select
          label={words.ruling}
          value={ruling}
          placeholder={severalWords.differ}
          isDisabled={isReadOnly}
          onChange={(next) => applied(edit({ ruling: next }))}
          options={optionsOf(words.rulings)}
        />
        {(ruling !== 'none' || sharedValue(exhibits, 'rulingNote') !== '') && (
          <TextSetting
            label={words.rulingNote}
            {...text('rulingNote')}
            maxLength={textLimits.exhibits.rulingNote}
            rows={2}
            isDisabled={isReadOnly}
            onCommit={(rulingNote) => edit({ rulingNote })}
          />
        )}
        <Note>{words.counsel}</Note>
      </Section>
    </>
  );
}
