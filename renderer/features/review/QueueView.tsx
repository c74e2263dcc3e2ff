import { useRef, useState } from 'react';
import type { ReviewQueue } from '../../../shared/model/review.ts';
import { useCommand, useEngineQuery, useMatter } from '../../client/index.ts';
import { EmptyState, type TableHandle } from '../../ui/index.ts';
import type { RowStore } from '../evidence/index.ts';
import { BulkDialog } from './bulk/BulkDialog.tsx';
import { codeItem } from './coding/code-item.ts';
import { CodingPanel } from './coding/CodingPanel.tsx';
import type { Decision } from './coding/decision.ts';
import { SeveralPanel } from './coding/SeveralPanel.tsx';
import { useCoding } from './coding/use-coding.ts';
import { useCodingCommands } from './coding/use-coding-commands.ts';
import { usePrivilegeMenu } from './coding/use-privilege-menu.tsx';
import { useWayBack } from './coding/use-way-back.ts';
import { ItemList } from './items/ItemList.tsx';
import { ListPlaceholder } from './items/ListPlaceholder.tsx';
import { useQueueItems } from './items/use-queue-items.ts';
import { useShownItem } from './items/use-shown-item.ts';
import type { ReviewPlace } from './review-target.ts';
import { codingWords, words } from './words.ts';

interface QueueViewProps {
  readonly rows: RowStore;
  readonly queue: ReviewQueue;
  /** Where a link from elsewhere leads; each time a new object. */
  readonly led: ReviewPlace | null;
  readonly advances: boolean;
  readonly onAdvances: (advances: boolean) => void;
  /** Room there is, in pixels. */
  readonly width: number;
}

/** From this width on the codes are beside the items, in pixels; else under them. */
const besideFrom = 620;

/** One queue: its items, and the codes of the one selected. */
export function QueueView({ rows, queue, led, advances, onAdvances, width }: QueueViewProps) {
  const { id: matterId } = useMatter();
  const isBare = useEngineQuery('matter.get', { matterId }).data?.counts.evidence === 0;
  const table = useRef<TableHandle>(null);
  const items = useQueueItems(queue, led, table);
  const { list, selectedIds, select, selected, only, step } = items;
  const coding = useCoding(
    rows,
    useWayBack((id) => select(new Set([id]))),
  );
  const coder = only === null ? null : codeItem(only, rows, coding, () => advances && step(1));
  const privilege = usePrivilegeMenu(
    (value) => coder?.setPrivilege(value),
    () => table.current?.focus(),
  );
  const choosePrivilege = () => coding.isEnabled && privilege.open();
  const [bulk, setBulk] = useState<Decision | null>(null);
  const codeSeveral = (decision: Decision) => {
    if (selected.length > 0 && coding.isEnabled) setBulk(decision);
  };
  useShownItem(rows, only);
  useCodingCommands({
    items,
    rows,
    coder,
    isEnabled: coding.isEnabled,
    onChoosePrivilege: choosePrivilege,
    onCodeSeveral: codeSeveral,
  });
  useCommand('review.advance', () => onAdvances(!advances));

  const isListed = list.ids.length > 0;
  const isBeside = width >= besideFrom;
  const at = only === null ? -1 : list.ids.indexOf(only);
  return (
    <div className={`flex h-full min-h-0 ${isBeside ? 'flex-row' : 'flex-col'}`}>
      <div
        className={
          isBeside
            ? 'min-w-0 grow'
            : isListed
              ? 'min-h-28 basis-2/5 [@media(max-height:700px)]:basis-1/3 low:h-24 low:min-h-0 low:shrink-0 low:basis-auto'
              : 'min-h-0 grow'
        }
      >
        <ItemList
          key={queue.key}
          list={list}
          selectedIds={selectedIds}
          onSelect={select}
          handle={table}
          placeholder={<ListPlaceholder queue={queue} query={list.query} isBare={isBare} />}
        />
      </div>
      {isListed && (
        <aside
          aria-label={words.coding}
          className={`${isBeside ? 'min-h-0 w-80 shrink-0 overflow-y-auto border-l' : 'relative min-h-56 grow basis-3/5 border-t low:min-h-0 low:basis-0 low:overflow-y-auto'} border-line`}
        >
          {coder && only !== null ? (
            <CodingPanel
              id={only}
              position={words.position(at + 1, list.ids.length)}
              act={coder}
              advances={advances}
              onAdvances={onAdvances}
              onStep={step}
              onChoosePrivilege={choosePrivilege}
              privilegeRef={privilege.buttonsRef}
            />
          ) : selected.length > 1 ? (
            <SeveralPanel
              count={selected.length}
              isEnabled={coding.isEnabled}
              onCode={() => codeSeveral({})}
              onClear={() => select(new Set())}
            />
          ) : (
            <EmptyState title={codingWords.nothingChosen}>{codingWords.hint}</EmptyState>
          )}
        </aside>
      )}
      {coder && privilege.menu}
      {bulk && (
        <BulkDialog
          ids={selected}
          initial={bulk}
          onApply={(decision) => coding.code(selected, decision)}
          onClose={() => setBulk(null)}
        />
      )}
    </div>
  );
}
