import { Archive } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { EvidenceList } from '../../../shared/model/evidence.ts';
import {
  formatSize,
  formatCount,
  formatNumber,
  showError,
  useCommand,
  useHasSingleKeys,
  useMatter,
} from '../../client/index.ts';
import { FilterChoice, ListFooter, Unasked, useWidth } from '../../ui/index.ts';
import { useCustodyReport } from '../authenticity/index.ts';
import { SelectedDetails } from './details/SelectedDetails.tsx';
import { EvidenceButtons } from './EvidenceButtons.tsx';
import { EvidenceDialog, type ShownDialog } from './EvidenceDialog.tsx';
import { useItemMenu } from './evidence-menu.ts';
import { EvidenceToolbar } from './EvidenceToolbar.tsx';
import { HashReportDialog, useHashReport } from './hashes/HashReport.tsx';
import { IntakeProgress } from './intake/IntakeProgress.tsx';
import { UnfinishedIntakes } from './intake/UnfinishedIntakes.tsx';
import { EvidenceRows } from './list/EvidenceRows.tsx';
import type { EvidenceView } from './list/evidence-view.ts';
import { FilterChips } from './list/filters/FilterChips.tsx';
import { evidenceColumns } from './list/rows/columns.tsx';
import { RowStoreProvider, useMatterRows } from './list/rows/rows-context.tsx';
import { SelectionBar } from './list/SelectionBar.tsx';
import { useEvidenceList } from './list/use-evidence-list.ts';
import { OverlayDialog, useOverlay } from './overlay/OverlayDialog.tsx';
import { checkRedactions } from './redactions/redaction-check-store.ts';
import { askToRedact } from './redactions/redaction-store.ts';
import { useEvidenceActions } from './use-evidence-actions.ts';
import { words } from './words.ts';

/** The matter's evidence: the list, what is known of the selected items, and everything that can be done with them. */
export function EvidencePane() {
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const rowStore = useMatterRows();
  const evidence = useEvidenceList();
  const { view, changeView, list, selected } = evidence;
  const changeFilter = (change: Partial<EvidenceView['filter']>) =>
    changeView({ filter: { ...view.filter, ...change } });
  const actions = useEvidenceActions((ids) =>
    ids.length === 1 ? (rowStore.get(ids[0] ?? '')?.title ?? null) : null,
  );
  const [dialog, setDialog] = useState<ShownDialog | null>(null);
  const editTags = () => setDialog({ kind: 'tags' });
  const describe = () => setDialog({ kind: 'describe' });
  const hashes = useHashReport();
  const overlay = useOverlay();
  const reportCustody = useCustodyReport();
  const filterInput = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [listRef, listWidth] = useWidth();
  const columns = useMemo(
    () => evidenceColumns(timezone, listWidth, view.columns, view.grouping),
    [timezone, listWidth, view.columns, view.grouping],
  );

  const addToSet = (ids: readonly EvidenceId[]) => {
    rowStore.readAll(ids).then((items) => setDialog({ kind: 'toSet', items }), showError);
  };
  useCommand('list.filter', () => filterInput.current?.select());
  useCommand('evidence.export', () => void actions.exportOriginals(selected), {
    isEnabled: selected.length > 0,
  });
  const check = (ids: readonly EvidenceId[]) => void checkRedactions(matterId, ids);
  const menuOf = useItemMenu({
    actions,
    rowStore,
    onAddToSet: addToSet,
    onEditTags: editTags,
    onDescribe: describe,
    onCheckRedactions: check,
    onRedact: (item) => askToRedact(matterId, item),
    onReportCustody: (ids) => void reportCustody(ids, rowStore.get(ids[0] ?? '')?.title),
    onCertify: (ids) => setDialog({ kind: 'certificate', ids }),
    onSummarize: (ids) => setDialog({ kind: 'summary', ids }),
    onOverlay: overlay.show,
  });
  const hasSingleKeys = useHasSingleKeys();
  const onKey = (key: string): boolean => {
    if (!hasSingleKeys || selected.length === 0 || isReadOnly) return false;
    const letter = key.toLowerCase();
    if (letter === 'r') void actions.toggleReviewed(selected);
    else if (letter === 'f') void actions.toggleFlagged(selected);
    else if (letter === 't') editTags();
    else if (/^[0-3]$/.test(key)) actions.rate(selected, Number(key));
    else return false;
    return true;
  };

  return (
    <RowStoreProvider store={rowStore}>
      <div className="@container flex h-full min-h-0 flex-col bg-surface">
        <EvidenceToolbar
          view={view}
          onChange={changeView}
          filterRef={filterInput}
          onMoveOn={() => grid.current?.focus()}
          shownColumns={columns.map(({ id }) => id).filter((id) => id !== 'title')}
          itemMenu={menuOf(selected)}
          onManageTags={() => setDialog({ kind: 'manageTags' })}
          onCompareHashes={hashes.compare}
        />
        <UnfinishedIntakes />
        <IntakeProgress />
        <FilterChips filter={view.filter} onChange={changeFilter} />
        {list.total > 0 && (
          <SelectionBar
            ids={selected}
            actions={actions}
            onEditTags={editTags}
            onDescribe={describe}
            onClear={() => evidence.select(new Set())}
          />
        )}
        <div className="flex min-h-0 grow flex-col @4xl:flex-row">
          <div ref={listRef} className="relative min-h-0 min-w-0 grow">
            <EvidenceRows
              evidence={evidence}
              columns={columns}
              onOpen={(id) => {
                const item = rowStore.get(id);
                if (item) actions.open(item);
              }}
              onDelete={() => !isReadOnly && actions.archive(selected, true)}
              onKey={onKey}
              menuOf={menuOf}
              gridRef={grid}
            />
          </div>
          {view.showsDetails && list.total > 0 && (
            <SelectedDetails
              ids={selected}
              actions={actions}
              buttons={<EvidenceButtons ids={selected} actions={actions} onAddToSet={addToSet} />}
              onEditTags={editTags}
              onGroup={(grouping) =>
                changeView({
                  grouping,
                  layout: 'rows',
                  // A conversation is read as it went.
                  ...(grouping === 'conversation' && { sort: 'claimedAt', isDescending: false }),
                })
              }
              onCheckRedactions={check}
              onOverlay={overlay.show}
            />
          )}
        </div>
        <ListFooter
          count={
            <>
              {countWords(list)}
              {selected.length > 0 && `, ${formatNumber(selected.length)} selected`}
            </>
          }
        >
          <FilterChoice
            label={words.showArchived}
            icon={<Archive aria-hidden className="size-3.5" />}
            isSelected={view.filter.includesArchived}
            onToggle={() => changeFilter({ includesArchived: !view.filter.includesArchived })}
          />
        </ListFooter>
        {dialog && (
          <EvidenceDialog
            shown={dialog}
            selected={selected}
            actions={actions}
            onClose={() => setDialog(null)}
          />
        )}
        {hashes.report && (
          <Unasked>
            <HashReportDialog report={hashes.report} onClose={hashes.close} />
          </Unasked>
        )}
        {overlay.shown && (
          <Unasked>
            <OverlayDialog {...overlay.shown} onClose={overlay.close} />
          </Unasked>
        )}
      </div>
    </RowStoreProvider>
  );
}

function countWords({ ids, total, totalBytes }: EvidenceList): string {
  const shown = formatNumber(ids.length);
  return ids.length === total
    ? `${formatCount(total, 'item')}${total > 0 ? `, ${formatSize(totalBytes)}` : ''}`
    : `${shown} of ${formatCount(total, 'item')}`;
}
