import { ListFilter } from 'lucide-react';
import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import { privilegeWords } from '../../../../../shared/domain/review/decision-words.ts';
import { useEngineQuery, useMatter } from '../../../../client/index.ts';
import { Button, DateField, FilterChoice, FilterSection, Select } from '../../../../ui/index.ts';
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
        <FilterChoice
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
        <FilterSection title={words.kind}>
          {facets?.kinds.map(({ kind, items }) => (
            <FilterChoice
              key={kind}
              label={kindWords[kind]}
              count={items}
              isSelected={filter.kinds.includes(kind)}
              onToggle={() => onChange({ kinds: toggled(filter.kinds, kind) })}
            />
          ))}
        </FilterSection>
        <FilterSection title={words.custodian}>
          {facets?.custodians.slice(0, custodiansShown).map(({ custodian, items }) => (
            <FilterChoice
              key={custodian}
              label={custodian === '' ? words.noCustodian : custodian}
              count={items}
              isSelected={filter.custodians.includes(custodian)}
              onToggle={() => onChange({ custodians: toggled(filter.custodians, custodian) })}
            />
          ))}
        </FilterSection>
        {tagChoices.length > 0 && <FilterSection title={words.tags}>{tagChoices}</FilterSection>}
        {issueChoices.length > 0 && <FilterSection title={words.issues}>{issueChoices}</FilterSection>}
        <FilterSection title={words.has} isWide>
          {hasChoices.map((has) => (
            <FilterChoice
              key={has}
              label={hasWords[has]}
              isSelected={filter.has.includes(has)}
              onToggle={() => onChange({ has: toggled(filter.has, has) })}
            />
          ))}
        </FilterSection>
        <FilterSection title={words.relevance}>
          {[3, 2, 1, 0].map((rating) => (
            <FilterChoice
              key={rating}
              label={relevanceWords(rating)}
              isSelected={filter.relevance.includes(rating)}
              onToggle={() => onChange({ relevance: toggled(filter.relevance, rating) })}
            />
          ))}
        </FilterSection>
        <FilterSection title={words.privilege}>
          {privileges.map((privilege) => (
            <FilterChoice
              key={privilege}
              label={privilegeWords[privilege]}
              isSelected={filter.privilege.includes(privilege)}
              onToggle={() => onChange({ privilege: toggled(filter.privilege, privilege) })}
            />
          ))}
        </FilterSection>
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
