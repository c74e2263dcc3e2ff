import { useMemo, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { DocketChange } from '../../../../../shared/model/docket.ts';
import { formatNumber } from '../../../../client/index.ts';
import { SegmentedControl } from '../../../../ui/index.ts';
import { formatDocketNumber } from '../../docket-number.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { filtersOf, passes, versionOf, type ChangeFilter } from './changes.ts';
import { changeKindWords, filterWords, importWords as words } from '../words.ts';

/** A change's usual height in pixels; each row is measured once it is drawn. */
const layoutOptions = { estimatedRowHeight: 84 } as const;

interface RedlineProps {
  readonly changes: readonly DocketChange[];
  readonly showsSources?: boolean;
}

/**
 * All changes as a redline, filtered by kind. Draws only what is in view, so that five thousand changes scroll as five do;
 * arrows go along them.
 */
export function Redline({ changes, showsSources = false }: RedlineProps) {
  const [filter, setFilter] = useState<ChangeFilter>('all');
  const filters = useMemo(() => filtersOf(changes), [changes]);
  // A kind that is no longer among the changes, after a new preview, is not used as a filter.
  const shown = filters.some(({ value }) => value === filter) ? filter : 'all';
  // An entry may be among the changed and the kept: only its place names a change for good.
  const numbered = useMemo(() => changes.map((change, id) => ({ id, change })), [changes]);
  const rows = useMemo(
    () => (shown === 'all' ? numbered : numbered.filter(({ change }) => passes(shown, change))),
    [numbered, shown],
  );
  return (
    <section aria-label={words.changes} className="@container flex min-h-72 min-w-0 grow flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{words.changes}</h3>
        {filters.length > 0 && (
          <SegmentedControl
            label={words.filter}
            value={shown}
            onChange={setFilter}
            options={filters.map(({ value, count }) => ({
              value,
              label: `${filterWords[value]} ${formatNumber(count)}`,
            }))}
          />
        )}
      </div>
      <div className="flex min-h-0 grow flex-col overflow-hidden rounded-md border border-line bg-surface">
        <Virtualizer layout={ListLayout} layoutOptions={layoutOptions} shouldObserveItemSize>
          <GridList
            // Another choice begins at its top.
            key={shown}
            aria-label={words.changes}
            items={rows}
            selectionMode="none"
            keyboardNavigationBehavior="tab"
            renderEmptyState={() => <p className="p-4 text-center text-ink-soft">{words.noChanges}</p>}
            className="h-0 grow overflow-auto overscroll-contain outline-none data-focus-visible:outline-2 data-focus-visible:outline-solid data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
          >
            {({ id, change }: (typeof rows)[number]) => (
              <GridListItem
                id={id}
                textValue={nameOf(change)}
                className="cursor-default border-b border-line/60 -outline-offset-2 data-focus-visible:outline-2 data-focus-visible:outline-focus"
              >
                <ChangeRow change={change} showsSources={showsSources} />
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      </div>
    </section>
  );
}

/** Begins with the number: typing it in the list goes there. */
function nameOf(change: DocketChange): string {
  const version = versionOf(change);
  if (!version) return changeKindWords[change.kind];
  const number = formatDocketNumber(version) || words.noNumber;
  return `${number}, ${changeKindWords[change.kind].toLowerCase()}: ${version.text.slice(0, 80)}`;
}
