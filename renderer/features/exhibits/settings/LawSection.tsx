import type { AuthenticationBasis, Exhibit, ExhibitFields } from '../../../../shared/model/exhibits.ts';
import { useMatter } from '../../../client/index.ts';
import { Select } from '../../../ui/index.ts';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { applied, useExhibitEdit } from './use-edits.ts';
import { lawWords as words } from './words.ts';

const bases = Object.keys(words.bases) as readonly AuthenticationBasis[];
const rulings = Object.keys(words.rulings) as readonly ExhibitFields['ruling'][];

/** Through whom an exhibit comes in and how it is authenticated, what is said against it, and what the court ruled. */
export function LawSection({ exhibit }: { exhibit: Exhibit }) {
  const { isReadOnly } = useMatter();
  const edit = useExhibitEdit(exhibit);
  const { sponsor, authentication, authenticationNote, objection, ruling, rulingNote } = exhibit;
  return (
    <>
      <Section title={words.foundation}>
        <TextSetting
          label={words.sponsor}
          value={sponsor}
          description={words.sponsorHelp}
          maxLength={120}
          isDisabled={isReadOnly}
          onCommit={(text) => edit({ sponsor: text })}
        />
        <Select
          label={words.authentication}
          value={authentication}
          isDisabled={isReadOnly}
          onChange={(next) => applied(edit({ authentication: next }))}
          options={bases.map((value) => ({ value, ...words.bases[value] }))}
        />
        {(authentication !== 'none' || authenticationNote !== '') && (
          <TextSetting
            label={words.authenticationNote}
            value={authenticationNote}
            maxLength={500}
            rows={2}
            isDisabled={isReadOnly}
            onCommit={(text) => edit({ authenticationNote: text })}
          />
        )}
      </Section>
      <Section title={words.admission}>
        <TextSetting
          label={words.objection}
          value={objection}
          placeholder={words.none}
          maxLength={500}
          rows={2}
          isDisabled={isReadOnly}
          onCommit={(text) => edit({ objection: text })}
        />
        <Select
          label={words.ruling}
          value={ruling}
          isDisabled={isReadOnly}
          onChange={(next) => applied(edit({ ruling: next }))}
          options={rulings.map((value) => ({ value, label: words.rulings[value] }))}
        />
        {(ruling !== 'none' || rulingNote !== '') && (
          <TextSetting
            label={words.rulingNote}
            value={rulingNote}
            maxLength={500}
            rows={2}
            isDisabled={isReadOnly}
            onCommit={(text) => edit({ rulingNote: text })}
          />
        )}
        <Note>{words.counsel}</Note>
      </Section>
    </>
  );
}
