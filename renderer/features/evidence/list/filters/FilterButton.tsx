import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import { privilegeWords } from '../../../../../shared/domain/review/decision-words.ts';
import { useEngineQuery, useMatter } from '../../../../client/index.ts';
import { DateField, FilterPopover, FilterSection, YesNoFilter } from '../../../../ui/index.ts';
import { TagDot, useTags } from '../../tags/TagChips.tsx';
import { filterWords as words, hasWords, kindWords } from '../../words.ts';
import { noFilter, type EvidenceView } from '../evidence-view.ts';
import { filterChips, yesNos } from './filter-chips.ts';

type Filter = EvidenceView['filter'];

const privileges = Object.keys(privilegeWords) as Filter['privilege'];
const hasChoices = Object.keys(hasWords) as Filter['has'][number][];
/** Custodians listed before the rest is left to the filter field. */
const custodiansShown = 30;

/** Everything the list can be narrowed by, with how many items have each. */
export function FilterButton(props: {
  readonly filter: Filter;
  readonly onChange: (patch: Partial<Filter>) => void;
}) {
  const { filter, onChange } = props;
  const { id: matterId } = useMatter();
  const facets = useEngineQuery('evidence.facets', { matterId }, { keepsPrevious: true }).data;
  const tags = useTags();
  const ofKind = (kind: 'tag' | 'issue') =>
    tags
      .filter((tag) => tag.kind === kind)
      .map(({ id, name, color, items }) => ({
        value: id,
        label: name,
        icon: <TagDot color={color} />,
        count: items,
      }));
  return (
    <FilterPopover
      inUse={filterChips(filter, tags).length}
      words={words}
      onRemoveAll={() => onChange({ ...noFilter, includesArchived: filter.includesArchived })}
    >
      <div className="grid w-136 max-w-[calc(100vw-3rem)] grid-cols-2 gap-x-6 gap-y-3">
        <FilterSection
          title={words.kind}
          choices={(facets?.kinds ?? []).map(({ kind, items }) => ({
            value: kind,
            label: kindWords[kind],
            count: items,
          }))}
          chosen={filter.kinds}
          onChange={(kinds) => onChange({ kinds })}
        />
        <FilterSection
          title={words.custodian}
          choices={(facets?.custodians ?? []).slice(0, custodiansShown).map(({ custodian, items }) => ({
            value: custodian,
            label: custodian === '' ? words.noCustodian : custodian,
            count: items,
          }))}
          chosen={filter.custodians}
          onChange={(custodians) => onChange({ custodians })}
        />
        {(['tag', 'issue'] as const).map((kind) => (
          <FilterSection
            key={kind}
            title={kind === 'tag' ? words.tags : words.issues}
            choices={ofKind(kind)}
            chosen={filter.tagIds}
            onChange={(tagIds) => onChange({ tagIds })}
          />
        ))}
        <FilterSection
          title={words.has}
          isWide
          choices={hasChoices.map((has) => ({ value: has, label: hasWords[has] }))}
          chosen={filter.has}
          onChange={(has) => onChange({ has })}
        />
        <FilterSection
          title={words.relevance}
          choices={[3, 2, 1, 0].map((rating) => ({ value: rating, label: relevanceWords(rating) }))}
          chosen={filter.relevance}
          onChange={(relevance) => onChange({ relevance })}
        />
        <FilterSection
          title={words.privilege}
          choices={privileges.map((privilege) => ({ value: privilege, label: privilegeWords[privilege] }))}
          chosen={filter.privilege}
          onChange={(privilege) => onChange({ privilege })}
        />
        <div className="col-span-2 grid grid-cols-4 gap-2">
          {yesNos.map(({ field, yes, no }) => (
            <YesNoFilter
              key={field}
              words={{ yes, no, either: words.either }}
              value={filter[field]}
              onChange={(value) => onChange({ [field]: value })}
            />
          ))}
        </div>
        <fieldset className="col-span-2 grid grid-cols-2 gap-x-6">
          <legend className="mb-1 text-sm font-semibold">{words.dates}</legend>
          <DateField label={words.from} value={filter.from} onChange={(from) => onChange({ from })} />
          <DateField label={words.to} value={filter.to} onChange={(to) => onChange({ to })} />
        </fieldset>
      </div>
    </FilterPopover>
  );
}
