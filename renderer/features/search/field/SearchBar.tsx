import { BookMarked, CircleHelp, Search as SearchIcon, SlidersHorizontal, X } from 'lucide-react';
import { useId, type RefObject } from 'react';
import type { SavedSearch } from '../../../../shared/model/search.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Checkbox, IconButton, MenuButton, SegmentedControl, type MenuEntry } from '../../../ui/index.ts';
import type { Search } from '../use-search.ts';
import { savedWords, words } from '../words.ts';

interface SearchBarProps {
  readonly search: Search;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  /** Into the hits, if there are any. */
  readonly onMoveOn: () => void;
  readonly onHelp: () => void;
  readonly onSave: () => void;
  readonly onManage: () => void;
  readonly onChoose: (saved: SavedSearch) => void;
}

/** The field, and how it searches. */
export function SearchBar(props: SearchBarProps) {
  const { search, fieldRef, onMoveOn, onHelp } = props;
  const { query, problem } = search;
  const problemId = useId();
  return (
    <div
      role="search"
      aria-label={words.search}
      className="flex shrink-0 flex-col gap-1.5 border-b border-line p-2.5"
    >
      <div className="flex items-center gap-1.5">
        <div className="relative min-w-0 grow">
          <SearchIcon
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-soft"
          />
          <input
            ref={fieldRef}
            aria-label={words.field}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : problemId}
            placeholder={words.placeholder}
            value={query}
            autoFocus
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => search.type(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') search.settle();
              else if (event.key === 'ArrowDown') onMoveOn();
              else if (event.key === 'Escape' && query !== '') search.type('');
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
            className="h-9 w-full rounded-md border border-edge/80 bg-surface pr-8 pl-8.5 text-base text-ink outline-none focus:border-focus focus:ring-1 focus:ring-focus aria-invalid:border-danger"
          />
          {query !== '' && (
            <span className="absolute top-1/2 right-1.5 -translate-y-1/2">
              <IconButton
                size="small"
                label={words.clear}
                icon={<X />}
                onPress={() => {
                  search.type('');
                  fieldRef.current?.focus();
                }}
              />
            </span>
          )}
        </div>
        <SearchesMenu {...props} />
        <IconButton label={words.help} icon={<CircleHelp />} onPress={onHelp} />
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
      <SearchModes search={search} />
    </div>
  );
}

function SearchModes({ search }: { search: Search }) {
  const { options, isNarrowShown, setOptions } = search;
  return (
    <div
      role="group"
      aria-label={words.options}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm"
    >
      <IconButton
        size="small"
        label={isNarrowShown ? words.hideNarrow : words.narrow}
        icon={<SlidersHorizontal />}
        onPress={() => search.setNarrowShown(!isNarrowShown)}
      />
      <span title={words.wordFormsHelp}>
        <Checkbox isSelected={options.isStemmed} onChange={(isStemmed) => setOptions({ isStemmed })}>
          {words.wordForms}
        </Checkbox>
      </span>
      <Checkbox
        isSelected={options.includesArchived}
        onChange={(includesArchived) => setOptions({ includesArchived })}
      >
        {words.archived}
      </Checkbox>
      <span className="ml-auto">
        <SegmentedControl
          label={words.order}
          value={options.order}
          onChange={(order) => setOptions({ order })}
          options={(['rank', 'date', 'title'] as const).map((value) => ({
            value,
            label: words.orders[value],
          }))}
        />
      </span>
    </div>
  );
}

function SearchesMenu({ search, onSave, onManage, onChoose }: SearchBarProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const saved = useEngineQuery('search.saved.list', { matterId }).data ?? [];
  const items: MenuEntry[] = [
    {
      id: 'save',
      label: words.save,
      isDisabled: search.query.trim() === '' || isReadOnly,
      onAction: onSave,
    },
    {
      id: 'manage',
      label: savedWords.manage,
      isDisabled: saved.length === 0 || isReadOnly,
      onAction: onManage,
    },
    ...(saved.length > 0 ? (['separator'] as const) : []),
    ...saved.map((each) => ({
      id: each.id,
      label: each.name,
      ...(each.name !== each.query && { description: each.query }),
      onAction: () => onChoose(each),
    })),
    ...(search.recent.length > 0 ? (['separator'] as const) : []),
    ...search.recent.map((query, i) => ({
      id: `recent-${i}`,
      label: query,
      description: words.recent,
      onAction: () => search.settle(query),
    })),
    ...(search.recent.length > 0
      ? [{ id: 'forget', label: words.forgetRecent, onAction: search.forgetRecent }]
      : []),
  ];
  return (
    <MenuButton label={words.searches} items={items}>
      <IconButton label={words.searches} icon={<BookMarked />} />
    </MenuButton>
  );
}
