import { TriangleAlert } from 'lucide-react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { isValidLabel, maxLabelLength } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { isPageRanges } from '../../../../shared/domain/page-ranges.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatSize, formatCount, useMatter } from '../../../client/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { DesignationFields } from './DesignationFields.tsx';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { TreatmentFields } from './TreatmentFields.tsx';
import { applied, useExhibitEdit } from './use-edits.ts';
import { exhibitWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface ExhibitSectionProps {
  readonly set: ExhibitSet;
  readonly exhibit: Exhibit;
  /** Left out where the title should not take the focus; called once it has it. */
  readonly onTitleFocused: (() => void) | undefined;
}

/** What an exhibit is called and which of its pages go in, and how. */
export function ExhibitSection({ set, exhibit, onTitleFocused }: ExhibitSectionProps) {
  const { isReadOnly } = useMatter();
  const edit = useExhibitEdit(exhibit);
  const isDisabled = isReadOnly || exhibit.isSealed;
  const { title, label, pageRanges, itemPages, problems } = exhibit;
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
        {exhibit.isSealed && (
          <Note>{exhibit.batesState === 'planned' ? words.fixedUnnumbered : words.fixed}</Note>
        )}
        <TextSetting
          label={words.title}
          value={title}
          onFocusTaken={onTitleFocused}
          maxLength={textLimits.exhibits.title}
          isRequired
          isDisabled={isDisabled}
          validate={(text) => (text === '' ? words.titleNeeded : null)}
          onCommit={(text) => edit({ title: text })}
        />
        <TextSetting
          label={words.label}
          value={label}
          maxLength={maxLabelLength}
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
            maxLength={textLimits.exhibits.pageRanges}
            isDisabled={isDisabled || itemPages === null}
            validate={(text) => (isPageRanges(text) ? null : words.pagesInvalid)}
            onCommit={(text) => edit({ pageRanges: text })}
          />
          <TreatmentFields exhibits={[exhibit]} isDisabled={isDisabled} edit={edit} />
          <Checkbox
            isSelected={exhibit.linksCitations}
            isDisabled={isDisabled}
            onChange={(linksCitations) => applied(edit({ linksCitations }))}
            description={words.linksHelp}
          >
            {words.links}
          </Checkbox>
        </Section>
      )}
      <Section title={words.designation}>
        <DesignationFields set={set} exhibits={[exhibit]} isDisabled={isDisabled} edit={edit} />
      </Section>
      <Facts exhibit={exhibit} />
    </>
  );
}

function Facts({ exhibit }: { exhibit: Exhibit }) {
  const { evidenceTitle, itemPages, sizeBytes, sha256 } = exhibit;
  if (evidenceTitle === null) return null;
  const numbers = batesRun(exhibit.batesFirst, exhibit.batesLast);
  const facts: readonly (readonly [string, string])[] = [
    [words.item, evidenceTitle],
    [
      words.original,
      `${itemPages === null ? words.pagesUnknown : formatCount(itemPages, 'page')}, ${formatSize(sizeBytes)}`,
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
            <dd className="min-w-0 wrap-anywhere tabular-nums" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
