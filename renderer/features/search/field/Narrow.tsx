import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { FieldName } from '../../../../shared/domain/search/query/fields.ts';
import { groupOf, type KindGroup } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { SearchOptions } from '../../../../shared/model/search.ts';
import { formatNumber, useEngineQuery, useMatter } from '../../../client/index.ts';
import { DateField } from '../../../ui/index.ts';
import { hasFilter, setFilter, toggleFilter, valueOf } from '../query-filters.ts';
import { kindGroupWords, narrowWords as words } from '../words.ts';

interface NarrowProps {
  readonly query: string;
  readonly options: SearchOptions;
  readonly onChange: (query: string) => void;
}

/** A value of a field: as written in a query, its name, and how many documents are left with it. */
interface Value {
  readonly value: string;
  readonly label: string;
  readonly documents?: number | undefined;
}

const maxValues = 12;

/**
 * What a search can be narrowed by: with words, what of each field is among the documents they are found in, and in how many;
 * without, what the matter has. A choice appears in the search field as if typed.
 */
export function Narrow({ query, options, onChange }: NarrowProps) {
  const choices = { query, onChange };
  const values = useValues(query, options);
  return (
    <aside aria-label={words.label} className="flex flex-col gap-3 p-3 text-sm">
      <Choices {...choices} field="in" title={words.in} values={named(words.places)} />
      <Choices {...choices} field="kind" title={words.kind} values={values.kind} />
      <Choices {...choices} field="custodian" title={words.custodian} values={values.custodian} />
      <DayRange {...choices} />
      <Choices {...choices} field="date" title={words.months} values={values.date} />
      <Choices {...choices} field="tag" title={words.tag} values={values.tag} />
      <Choices {...choices} field="issue" title={words.issue} values={values.issue} />
      <Choices {...choices} field="exhibit" title={words.exhibit} values={values.exhibit} />
      <Choices {...choices} field="docket" title={words.docket} values={values.docket} />
      <Choices {...choices} field="has" title={words.has} values={named(words.having)} />
      <Choices {...choices} field="is" title={words.is} values={named(words.marked)} />
    </aside>
  );
}

type CountedField = OutputOf<Api, 'search.facets'>['facets'][number]['field'];

/** What each field can be given, from the search where there is one and from the matter where there is none. */
function useValues(query: string, options: SearchOptions): Readonly<Record<CountedField, readonly Value[]>> {
  const { id: matterId } = useMatter();
  const matter = useEngineQuery('evidence.facets', { matterId }).data;
  const tags = useEngineQuery('evidence.tag.list', { matterId }).data ?? [];
  const found = useEngineQuery(
    'search.facets',
    query.trim() === '' ? null : { matterId, query, options, line: 'window facets' },
    { keepsPrevious: true },
  );
  const facets = query.trim() === '' || found.error ? null : found.data?.facets;
  const ofMatter = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const counted = (field: CountedField, others: readonly Value[] = []): readonly Value[] => {
    if (!facets) return others.slice(0, maxValues);
    const values = facets.find((facet) => facet.field === field)?.values ?? [];
    return values
      .slice(0, maxValues)
      .map(({ label, documents }) => ({ value: label, label: nameOf(field, label), documents }));
  };
  const named = (kind: 'tag' | 'issue') =>
    ofMatter(tags.filter((tag) => tag.kind === kind).map(({ name }) => name));
  const custodians = matter?.custodians.flatMap(({ custodian }) => custodian || []) ?? [];
  return {
    kind: facets ? kindsFound(facets) : kindsOf(matter?.kinds.map(({ kind }) => ({ kind })) ?? []),
    custodian: counted('custodian', ofMatter(custodians)),
    date: counted('date'),
    tag: counted('tag', named('tag')),
    issue: counted('issue', named('issue')),
    exhibit: counted('exhibit'),
    docket: counted('docket'),
  };
}

/** The name people use: months and years in words, an exhibit by its label before its set, which may be long. */
function nameOf(field: CountedField, label: string): string {
  if (field === 'exhibit') {
    const [, set = '', own = label] = /^(.*): ([^:]*)$/.exec(label) ?? [];
    return set === '' ? own : `${own} · ${set}`;
  }
  if (field === 'docket') return `Dkt. ${label}`;
  if (field !== 'date' || !/^\d{4}-\d{2}$/.test(label)) return label;
  const month = new Date(`${label}-01T00:00:00Z`);
  return month.toLocaleDateString('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function kindsFound(facets: OutputOf<Api, 'search.facets'>['facets']): readonly Value[] {
  const values = facets.find(({ field }) => field === 'kind')?.values ?? [];
  // Docket entries are not files; they are under “Where”.
  return kindsOf(
    values
      .filter(({ term }) => term.startsWith('kind:'))
      .map(({ label, documents }) => ({ kind: label as EvidenceKind, documents })),
  );
}

/** Kinds of files in the groups people know them by. */
function kindsOf(kinds: readonly { kind: EvidenceKind; documents?: number }[]): readonly Value[] {
  const groups = new Map<KindGroup, number | undefined>();
  for (const { kind, documents } of kinds) {
    const group = groupOf(kind);
    groups.set(group, documents === undefined ? undefined : (groups.get(group) ?? 0) + documents);
  }
  return [...groups].map(([group, documents]) => ({
    value: group,
    label: kindGroupWords[group],
    documents,
  }));
}

const named = (labels: Readonly<Record<string, string>>): readonly Value[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type Choosing = Pick<NarrowProps, 'query' | 'onChange'>;

function Choices(
  props: Choosing & {
    readonly field: FieldName;
    readonly title: string;
    readonly values: readonly Value[];
  },
) {
  const { query, onChange, field, title, values } = props;
  const chosen = valueOf(query, field);
  const isListed = chosen === null || values.some(({ value }) => hasFilter(query, field, value));
  // A filter can always be removed here, even if no document is left with it. Days have fields of their own.
  const listed = isListed || field === 'date' ? values : [{ value: chosen, label: chosen }, ...values];
  if (listed.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <h2 aria-hidden className="pb-0.5 font-medium text-ink-soft">
        {title}
      </h2>
      <ul className="flex flex-row flex-wrap gap-1 @lg:flex-col @lg:flex-nowrap @lg:gap-0">
        {listed.map(({ value, label, documents }) => (
          <li key={value} className="min-w-0">
            <button
              type="button"
              aria-pressed={hasFilter(query, field, value)}
              onClick={() => onChange(toggleFilter(query, field, value))}
              className="flex h-6 w-full cursor-default items-center gap-2 rounded-md px-1.5 text-left text-ink hover:bg-hover aria-pressed:bg-selected aria-pressed:font-semibold"
            >
              <span className="grow truncate" title={label}>
                {label}
              </span>
              {documents !== undefined && (
                <span className="shrink-0 text-ink-soft tabular-nums">
                  {formatNumber(documents)}
                  <span className="sr-only"> {words.documents(documents)}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Days that files claim or entries were filed on. */
function DayRange({ query, onChange }: Choosing) {
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
