import { TriangleAlert } from 'lucide-react';
import { isValidLabel } from '../../../../shared/domain/exhibit-label.ts';
import type { Exhibit, ExhibitSet, Treatment } from '../../../../shared/model/exhibits.ts';
import { formatBytes, formatCount, useMatter } from '../../../client/index.ts';
import { Checkbox, Select } from '../../../ui/index.ts';
import { isFixed } from '../list/exhibit-marks.ts';
import { batesRange } from '../list/columns.tsx';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { applied, useExhibitEdit } from './use-edits.ts';
import { pageRangesPattern } from './patterns.ts';
import { exhibitWords as words } from './words.ts';

interface ExhibitSectionProps {
  readonly set: ExhibitSet;
  readonly exhibit: Exhibit;
  /** Brings the keyboard to the title each time it rises. */
  readonly focusCount: number;
}

const treatments: readonly Treatment[] = ['pages', 'withheld', 'sealed', 'native'];

/** What an exhibit is called and which of its pages go in, and how. */
export function ExhibitSection({ set, exhibit, focusCount }: ExhibitSectionProps) {
  const { isReadOnly } = useMatter();
  const edit = useExhibitEdit(exhibit);
  const isDisabled = isReadOnly || isFixed(set, exhibit);
  const { title, label, pageRanges, treatment, treatmentNote, designation, itemPages, problems } = exhibit;
  const inherited = set.designation === '' ? words.noDesignation : set.designation;
  return (
    <>
      {problems.length > 0 && (
        <div
          role="note"
          className="flex gap-2 border-b border-line bg-warning-soft px-3 py-2 text-warning-ink"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <ul data-selectable>
            {problems.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <Section title={words.naming}>
        {isFixed(set, exhibit) && <Note>{words.fixed}</Note>}
        <TextSetting
          label={words.title}
          value={title}
          focusCount={focusCount}
          maxLength={300}
          isRequired
          isDisabled={isDisabled}
          validate={(text) => (text === '' ? words.titleNeeded : null)}
          onCommit={(text) => edit({ title: text })}
        />
        <TextSetting
          label={words.label}
          value={label}
          maxLength={20}
          isRequired
          isDisabled={isDisabled}
          validate={(text) => (isValidLabel(text) ? null : words.labelInvalid)}
          onCommit={(text) => edit({ label: text })}
        />
      </Section>
      {exhibit.status !== 'reserved' && (
        <Section title={words.content}>
          <TextSetting
            label={words.pages}
            value={pageRanges}
            placeholder={words.allPages}
            description={itemPages === null ? words.pagesHelp : words.pagesOf(itemPages)}
            maxLength={400}
            isDisabled={isDisabled || itemPages === null}
            validate={(text) => (pageRangesPattern.test(text) ? null : words.pagesInvalid)}
            onCommit={(text) => edit({ pageRanges: text })}
          />
          <Select
            label={words.treatment}
            value={treatment}
            isDisabled={isDisabled}
            onChange={(next) => applied(edit({ treatment: next }))}
            options={treatments.map((value) => ({ value, ...words.treatments[value] }))}
            description={words.treatments[treatment].description}
          />
          {treatment !== 'pages' && (
            <TextSetting
              label={words.noteOf[treatment]}
              value={treatmentNote}
              maxLength={500}
              rows={2}
              isDisabled={isDisabled}
              onCommit={(text) => edit({ treatmentNote: text })}
            />
          )}
        </Section>
      )}
      <Section title={words.designation}>
        <Checkbox
          isSelected={designation === null}
          isDisabled={isDisabled}
          onChange={(isInherited) => applied(edit({ designation: isInherited ? null : set.designation }))}
        >
          {words.asSet(inherited)}
        </Checkbox>
        {designation !== null && (
          <TextSetting
            label={words.ownDesignation}
            value={designation}
            placeholder={words.noDesignation}
            description={words.designationHelp}
            maxLength={80}
            list="exhibit-designations"
            isDisabled={isDisabled}
            onCommit={(text) => edit({ designation: text })}
          />
        )}
        <Checkbox
          isSelected={exhibit.linksCitations}
          isDisabled={isDisabled}
          onChange={(linksCitations) => applied(edit({ linksCitations }))}
          description={words.linksHelp}
        >
          {words.links}
        </Checkbox>
      </Section>
      <Facts exhibit={exhibit} />
    </>
  );
}

function Facts({ exhibit }: { exhibit: Exhibit }) {
  const { evidenceTitle, itemPages, sizeBytes, sha256 } = exhibit;
  if (evidenceTitle === null) return null;
  const numbers = batesRange(exhibit);
  const facts: readonly (readonly [string, string])[] = [
    [words.item, evidenceTitle],
    [
      words.original,
      `${itemPages === null ? words.pagesUnknown : formatCount(itemPages, 'page')}, ${formatBytes(sizeBytes)}`,
    ],
    ...(numbers === '' ? [] : [[words.bates, numbers] as const]),
    ...(sha256 === null ? [] : [[words.sha256, sha256] as const]),
  ];
  return (
    <Section title={words.facts}>
      <dl data-selectable className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
