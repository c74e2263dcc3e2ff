import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import { privilegeWords } from '../../../../../shared/domain/review/decision-words.ts';
import { useEngineQuery, useMatter } from '../../../../client/index.ts';
import { Button, Checkbox, DateField, Select } from '../../../../ui/index.ts';
import { TagDot, useTags } from '../../tags/TagChips.tsx';
import { filterWords as words, hasWords, kindWords } from '../../words.ts';
import { noFilter, toggled, type EvidenceView } from '../evidence-view.ts';
import { filterChips } from './filter-chips.ts';
import { PopoverButton } from '../PopoverButton.tsx';

type Filter = EvidenceView['filter'];
interface FilterProps {
  readonly filter: Filter;
  readonly onChange: (patch: Partial<Filter>) => void;
}

const privileges = Object.keys(privilegeWords) as Filter['privilege'];
const hasChoices = Object.keys(hasWords) as Filter['has'][number][];
/** Custodians listed before the rest is left to the filter field. */
const custodiansShown = 30;

/** Everything the list can be narrowed by, with how many items have each. */
export function FilterButton({ filter, onChange }: FilterProps) {
  const { id: matterId } = useMatter();
  const facets = useEngineQuery('evidence.facets', { matterId }, { keepsPrevious: true }).data;
  const tags = useTags();
  const inUse = filterChips(filter, tags).length;
  const ofKind = (kind: 'tag' | 'issue') =>
    tags
      .filter((tag) => tag.kind === kind)
      .map(({ id, name, color, items }) => (
        <Choice
          key={id}
          label={name}
          icon={<TagDot color={color} />}
          count={items}
          isSelected={filter.tagIds.includes(id)}
          onToggle={() => onChange({ tagIds: toggled(filter.tagIds, id) })}
        />
      ));
  const tagChoices = ofKind('tag');
  const issueChoices = ofKind('issue');
  return (
    <PopoverButton
      icon={<ListFilter aria-hidden />}
      label={inUse === 0 ? words.filter : words.narrowed(inUse)}
      text={inUse === 0 ? words.filter : `${words.filter} (${inUse})`}
    >
      <div className="grid w-136 max-w-[calc(100vw-3rem)] grid-cols-2 gap-x-6 gap-y-3">
        <Section title={words.kind}>
          {facets?.kinds.map(({ kind, items }) => (
            <Choice
              key={kind}
              label={kindWords[kind]}
              count={items}
              isSelected={filter.kinds.includes(kind)}
              onToggle={() => onChange({ kinds: toggled(filter.kinds, kind) })}
            />
          ))}
        </Section>
        <Section title={words.custodian}>
          {facets?.custodians.slice(0, custodiansShown).map(({ custodian, items }) => (
            <Choice
              key={custodian}
              label={custodian === '' ? words.noCustodian : custodian}
              count={items}
              isSelected={filter.custodians.includes(custodian)}
              onToggle={() => onChange({ custodians: toggled(filter.custodians, custodian) })}
            />
          ))}
        </Section>
        {tagChoices.length > 0 && <Section title={words.tags}>{tagChoices}</Section>}
        {issueChoices.length > 0 && <Section title={words.issues}>{issueChoices}</Section>}
        <Section title={words.has}>
          {hasChoices.map((has) => (
            <Choice
              key={has}
              label={hasWords[has]}
              isSelected={filter.has.includes(has)}
              onToggle={() => onChange({ has: toggled(filter.has, has) })}
            />
          ))}
        </Section>
        <Section title={words.relevance}>
          {[3, 2, 1, 0].map((rating) => (
            <Choice
              key={rating}
              label={relevanceWords(rating)}
              isSelected={filter.relevance.includes(rating)}
              onToggle={() => onChange({ relevance: toggled(filter.relevance, rating) })}
            />
          ))}
        </Section>
        <Section title={words.privilege}>
          {privileges.map((privilege) => (
            <Choice
              key={privilege}
              label={privilegeWords[privilege]}
              isSelected={filter.privilege.includes(privilege)}
              onToggle={() => onChange({ privilege: toggled(filter.privilege, privilege) })}
            />
          ))}
        </Section>
        <div className="col-span-2 grid grid-cols-4 gap-2">
          <YesNo
            label={words.reviewed}
            no={words.notReviewed}
            value={filter.isReviewed}
            onChange={(isReviewed) => onChange({ isReviewed })}
          />
          <YesNo
            label={words.coded}
            no={words.notCoded}
            value={filter.isCoded}
            onChange={(isCoded) => onChange({ isCoded })}
          />
          <YesNo
            label={words.responsive}
            no={words.notResponsive}
            value={filter.isResponsive}
            onChange={(isResponsive) => onChange({ isResponsive })}
          />
          <YesNo
            label={words.flagged}
            no={words.notFlagged}
            value={filter.isFlagged}
            onChange={(isFlagged) => onChange({ isFlagged })}
          />
        </div>
        <fieldset className="col-span-2 grid grid-cols-2 gap-x-6">
          <legend className="mb-1 text-sm font-semibold">{words.dates}</legend>
          <DateField label={words.from} value={filter.from} onChange={(from) => onChange({ from })} />
          <DateField label={words.to} value={filter.to} onChange={(to) => onChange({ to })} />
        </fieldset>
      </div>
      <div className="flex justify-end border-t border-line pt-3">
        <Button
          size="small"
          isDisabled={inUse === 0}
          onPress={() => onChange({ ...noFilter, includesArchived: filter.includesArchived })}
        >
          {words.removeAll}
        </Button>
      </div>
    </PopoverButton>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{title}</legend>
      <div className="flex max-h-50 flex-col overflow-y-auto *:shrink-0">{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly count?: number;
  readonly icon?: ReactNode;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

function Choice({ label, count, icon, isSelected, onToggle }: ChoiceProps) {
  return (
    <Checkbox isSelected={isSelected} onChange={onToggle}>
      <span className="flex items-center gap-1.5">
        {icon}
        <span className="min-w-0 wrap-anywhere">{label}</span>
        {count !== undefined && (
          <span className="text-sm text-ink-soft tabular-nums">{count.toLocaleString('en-US')}</span>
        )}
      </span>
    </Checkbox>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly no: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}

function YesNo({ label, no, value, onChange }: YesNoProps) {
  return (
    <Select
      label={label}
      value={value === null ? 'either' : value ? 'yes' : 'no'}
      onChange={(next) => onChange(next === 'either' ? null : next === 'yes')}
      options={[
        { value: 'either', label: words.either },
        { value: 'yes', label },
        { value: 'no', label: no },
      ]}
    />
  );
}
