import type { FieldName } from '../../../../shared/domain/search/query/fields.ts';
import { groupOf, type KindGroup } from '../../../../shared/domain/evidence/kind-groups.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { DateField } from '../../../ui/index.ts';
import { hasFilter, setFilter, toggleFilter, valueOf } from '../query-filters.ts';
import { kindGroupWords, narrowWords as words } from '../words.ts';

interface NarrowProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

const maxValues = 12;

/** What a search can be narrowed by. What is chosen stands in the search field as it could have been typed. */
export function Narrow({ query, onChange }: NarrowProps) {
  const { id: matterId } = useMatter();
  const facets = useEngineQuery('evidence.facets', { matterId }).data;
  const tags = useEngineQuery('evidence.tag.list', { matterId }).data ?? [];
  const kinds = [...new Set((facets?.kinds ?? []).map(({ kind }) => groupOf(kind)))];
  const custodians = (facets?.custodians ?? []).filter(({ custodian }) => custodian !== '');
  const choices = { query, onChange };
  return (
    <aside aria-label={words.label} className="flex flex-col gap-3 p-3 text-sm">
      <Choices {...choices} field="in" title={words.in} values={Object.entries(words.places)} />
      <Choices
        {...choices}
        field="kind"
        title={words.kind}
        values={kinds.map((group: KindGroup) => [group, kindGroupWords[group]])}
      />
      <Choices
        {...choices}
        field="custodian"
        title={words.custodian}
        values={custodians.slice(0, maxValues).map(({ custodian }) => [custodian, custodian])}
      />
      <DayRange {...choices} />
      <Choices
        {...choices}
        field="tag"
        title={words.tag}
        values={tags
          .filter(({ kind }) => kind === 'tag')
          .slice(0, maxValues)
          .map(({ name }) => [name, name])}
      />
      <Choices
        {...choices}
        field="issue"
        title={words.issue}
        values={tags
          .filter(({ kind }) => kind === 'issue')
          .slice(0, maxValues)
          .map(({ name }) => [name, name])}
      />
      <Choices {...choices} field="has" title={words.has} values={Object.entries(words.having)} />
      <Choices {...choices} field="is" title={words.is} values={Object.entries(words.marked)} />
    </aside>
  );
}

function Choices(
  props: NarrowProps & {
    readonly field: FieldName;
    readonly title: string;
    readonly values: readonly (readonly [value: string, label: string])[];
  },
) {
  const { query, onChange, field, title, values } = props;
  if (values.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <h2 aria-hidden className="pb-0.5 font-medium text-ink-soft">
        {title}
      </h2>
      <ul className="flex flex-row flex-wrap gap-1 @xl:flex-col @xl:flex-nowrap @xl:gap-0">
        {values.map(([value, label]) => (
          <li key={value} className="min-w-0">
            <button
              type="button"
              aria-pressed={hasFilter(query, field, value)}
              onClick={() => onChange(toggleFilter(query, field, value))}
              className="flex h-6 w-full cursor-default items-center rounded-md px-1.5 text-left text-ink hover:bg-hover aria-pressed:bg-selected aria-pressed:font-semibold"
            >
              <span className="truncate" title={label}>
                {label}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Days that files claim or entries were filed on. */
function DayRange({ query, onChange }: NarrowProps) {
  const [, from = null, to = null] =
    /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/.exec(valueOf(query, 'date') ?? '') ?? [];
  const change = (first: string | null, last: string | null) =>
    onChange(
      setFilter(query, 'date', first === null && last === null ? null : `${first ?? ''}..${last ?? ''}`),
    );
  return (
    <div role="group" aria-label={words.date} className="flex flex-col gap-1">
      <DateField label={words.from} value={from} onChange={(day) => change(day, to)} />
      <DateField label={words.to} value={to} onChange={(day) => change(from, day)} />
    </div>
  );
}
