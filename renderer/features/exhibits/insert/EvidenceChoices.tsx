import { Check, TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { formatNumber, useEngineQuery, useMatter, QueryFallback } from '../../../client/index.ts';
import { Badge, SearchField, useEntry } from '../../../ui/index.ts';
import { labelsByItem, withNewAhead } from './labels-by-item.ts';
import { pickWords as words } from './words.ts';

interface EvidenceChoicesProps {
  readonly exhibits: readonly Exhibit[];
  /** In the order they were chosen. */
  readonly chosen: readonly EvidenceItem[];
  readonly onChoose: (items: readonly EvidenceItem[]) => void;
  /** The label an item will take. */
  readonly plannedOf: ReadonlyMap<string, string>;
  /** How high the list is, as a class. */
  readonly height: string;
}

const none: readonly EvidenceItem[] = [];
/** Items offered at once; typing leads to the rest. */
const offeredAtMost = 300;

/** Evidence to choose from, by typing. What a set holds already comes last and says so; it may still be added twice. */
export function EvidenceChoices({ exhibits, chosen, onChoose, plannedOf, height }: EvidenceChoicesProps) {
  const { id: matterId } = useMatter();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const query = useEngineQuery(
    'evidence.list',
    { matterId, ...(filter.trim() !== '' && { filter }), sort: 'title' },
    { keepsPrevious: true },
  );
  const { data: found = none } = query;
  const labelsOf = useMemo(() => labelsByItem(exhibits), [exhibits]);
  const offered = useMemo(() => withNewAhead(found, labelsOf).slice(0, offeredAtMost), [found, labelsOf]);
  // An empty column leaves its room to the titles.
  const hasCustodians = offered.some(({ custodian }) => custodian !== '');
  // After the box and the title: custodian, number of pages, its word, labels.
  const columns = 3 + Number(hasCustodians);
  const offeredIds = new Set(offered.map(({ id }) => id));

  const enter = useEntry(chosen, onChoose, isSameChoice);
  const choose = (keys: 'all' | Iterable<unknown>) => {
    // Chosen items that the filter hides stay chosen.
    const kept = new Set(keys === 'all' ? offeredIds : (keys as Iterable<EvidenceItem['id']>));
    const before = chosen.filter(({ id }) => kept.has(id) || !offeredIds.has(id));
    const known = new Set(before.map(({ id }) => id));
    enter([...before, ...offered.filter(({ id }) => kept.has(id) && !known.has(id))]);
  };

  return (
    <>
      <SearchField
        label={words.filter}
        autoFocus
        value={filter}
        onChange={setFilter}
        onMoveOn={() => list.current?.querySelector<HTMLElement>('[role=option]')?.focus()}
      />
      <div className={`${height} @container shrink-0 overflow-auto rounded-md border border-line bg-surface`}>
        {query.error || query.isPending ? (
          <QueryFallback query={query} />
        ) : (
          <ListBox
            ref={list}
            aria-label={words.list}
            selectionMode="multiple"
            selectionBehavior="toggle"
            escapeKeyBehavior="none"
            selectedKeys={chosen.map(({ id }) => id)}
            onSelectionChange={choose}
            items={offered}
            dependencies={[chosen, labelsOf, plannedOf, hasCustodians]}
            renderEmptyState={() => (
              <p className="col-span-full p-6 text-center text-ink-soft">
                {filter.trim() === '' ? words.noEvidence : words.nothingFound}
              </p>
            )}
            className="grid outline-none"
            style={{ gridTemplateColumns: `auto minmax(0, 1fr) repeat(${columns}, auto)` }}
          >
            {(item) => (
              <PickerOption
                item={item}
                existing={labelsOf.get(item.id)?.join(', ')}
                planned={plannedOf.get(item.id)}
                isChosen={chosen.some(({ id }) => id === item.id)}
                hasCustodians={hasCustodians}
              />
            )}
          </ListBox>
        )}
      </div>
      {found.length > offeredAtMost && (
        <p className="text-sm text-ink-soft">{words.more(found.length - offeredAtMost)}</p>
      )}
    </>
  );
}

function isSameChoice(a: readonly EvidenceItem[], b: readonly EvidenceItem[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]!.id);
}

interface PickerOptionProps {
  readonly item: EvidenceItem;
  /** The labels it has in this set already. */
  readonly existing: string | undefined;
  /** The label it will take. */
  readonly planned: string | undefined;
  readonly isChosen: boolean;
  readonly hasCustodians: boolean;
}

function PickerOption(props: PickerOptionProps) {
  const { item, existing, planned, isChosen, hasCustodians } = props;
  const { id, title, pages, custodian, problems } = item;
  return (
    <ListBoxItem
      id={id}
      textValue={title}
      className="col-span-full grid min-h-8 cursor-default grid-cols-subgrid items-center gap-2.5 border-b border-line/60 px-3 py-1 outline-none data-focus-visible:outline-2 data-focus-visible:outline-solid data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-hovered:bg-hover data-selected:bg-selected"
    >
      <span
        aria-hidden
        className={`flex size-4 shrink-0 items-center justify-center border rounded-sm ${
          isChosen ? 'border-accent bg-accent text-accent-ink' : 'border-edge bg-surface'
        }`}
      >
        {isChosen && <Check className="size-3" />}
      </span>
      <span className="flex min-w-0 items-center gap-2.5">
        <span dir="auto" className="min-w-0 grow truncate text-left" title={title}>
          {title}
        </span>
        {problems.length > 0 && (
          <TriangleAlert
            aria-label={problems.map(({ message }) => message).join(' ')}
            className="size-3.5 shrink-0 text-warning-ink"
          />
        )}
      </span>
      {hasCustodians && (
        <span className="w-32 truncate text-sm text-ink-soft @max-xl:hidden" title={custodian}>
          {custodian}
        </span>
      )}
      <span className="text-right text-sm text-ink-soft tabular-nums">
        {pages !== null && formatNumber(pages)}
      </span>
      <span className="-ml-1.5 text-sm text-ink-soft">{pages !== null && words.pages(pages)}</span>
      <span className="flex max-w-44 min-w-20 justify-end gap-1">
        {existing && <Badge title={words.already(existing)}>{words.already(existing)}</Badge>}
        {planned && <Badge tone="info">{planned}</Badge>}
      </span>
    </ListBoxItem>
  );
}
