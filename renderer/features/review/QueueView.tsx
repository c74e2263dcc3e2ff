import { privilegeWords } from '../../../shared/domain/review/decision-words.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TagId } from '../../../shared/model/common.ts';
import type { Privilege } from '../../../shared/model/evidence.ts';
import type { ReviewQueue } from '../../../shared/model/review.ts';
import { useCommand, useEngineQuery, useKeptSelection, useMatter } from '../../client/index.ts';
import { ContextMenu, EmptyState, showToast, type TableHandle } from '../../ui/index.ts';
import { useTags, type RowStore } from '../evidence/index.ts';
import { BulkDialog } from './bulk/BulkDialog.tsx';
import { codeItem } from './coding/code-item.ts';
import { CodingPanel } from './coding/CodingPanel.tsx';
import type { CodingAct } from './coding/coding-keys.ts';
import type { Decision } from './coding/decision.ts';
import { SeveralPanel } from './coding/SeveralPanel.tsx';
import { useCodingKeys } from './coding/use-coding-keys.ts';
import { useCoding } from './coding/use-coding.ts';
import { useWayBack } from './coding/use-way-back.ts';
import { ItemList } from './items/ItemList.tsx';
import { ListPlaceholder } from './items/ListPlaceholder.tsx';
import { itemAfterStep } from './items/merge-working-list.ts';
import { useShownItem } from './items/use-shown-item.ts';
import { useWorkingList } from './items/working-list.ts';
import type { ReviewPlace } from './review-target.ts';
import { codingWords, words } from './words.ts';

interface QueueViewProps {
  readonly rows: RowStore;
  readonly queue: ReviewQueue;
  /** Where somebody was led from elsewhere; each leading is an object of its own. */
  readonly led: ReviewPlace | null;
  readonly advances: boolean;
  readonly onAdvances: (advances: boolean) => void;
  /** Room there is, in pixels. */
  readonly width: number;
}

/** From this width on the codes stand beside the items, in pixels; else under them. */
const besideFrom = 620;
const privileges: readonly Privilege[] = [
  'attorney_client',
  'work_product',
  'common_interest',
  'other',
  'none',
];

/** One queue: its items, and the codes of the one chosen. */
export function QueueView({ rows, queue, led, advances, onAdvances, width }: QueueViewProps) {
  const { id: matterId } = useMatter();
  const working = useWorkingList(queue);
  const begun = useRef('');
  const list = {
    ...working,
    dropLeft: () => {
      begun.current = '';
      working.dropLeft();
    },
  };
  const isBare = useEngineQuery('matter.get', { matterId }).data?.counts.evidence === 0;
  const [selectedIds, setSelectedIds] = useKeptSelection('review');
  const selected = useMemo(() => list.ids.filter((id) => selectedIds.has(id)), [list.ids, selectedIds]);
  const only = selected.length === 1 ? (selected[0] ?? null) : null;
  const table = useRef<TableHandle>(null);
  const privilegeRef = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const [bulk, setBulk] = useState<Decision | null>(null);
  const issues = useTags().filter(({ kind }) => kind === 'issue');
  const goTo = (id: string) => setSelectedIds(new Set([id]));
  const coding = useCoding(rows, useWayBack(goTo));
  useShownItem(rows, only);

  // Whoever comes to a queue, or takes off it what is done, begins with its first item.
  const first = list.ids[0];
  const isLost = selected.length === 0 && first !== undefined;
  useEffect(() => {
    if (!isLost || begun.current === queue.key) return;
    begun.current = queue.key;
    if (first !== undefined) setSelectedIds(new Set([first]));
  }, [isLost, first, queue.key, setSelectedIds]);
  // Whoever comes from another area has the keyboard in the list, not nowhere.
  const isListed = list.ids.length > 0;
  useEffect(() => {
    if (isListed && document.activeElement === document.body) table.current?.focus();
  }, [isListed]);
  useEffect(() => {
    if (led?.evidenceId && led.queue === queue.key) setSelectedIds(new Set([led.evidenceId]));
  }, [led, queue.key, setSelectedIds]);

  const step = (by: 1 | -1) => {
    const from = only ?? selected.at(by === 1 ? -1 : 0) ?? null;
    const next = itemAfterStep(list.ids, from, by);
    if (next !== null) goTo(next);
    else if (list.ids.length > 0)
      showToast({
        tone: 'notice',
        group: 'review-end',
        message: by === 1 ? codingWords.atEnd : codingWords.atStart,
      });
  };
  const act = only === null ? null : codeItem(only, rows, coding, () => advances && step(1));
  const choosePrivilege = () => {
    const button = privilegeRef.current?.querySelector('[aria-pressed]');
    if (!coding.isEnabled || !button) return;
    button.scrollIntoView({ block: 'nearest' });
    const { left, bottom } = button.getBoundingClientRect();
    setMenuAt({ x: left, y: bottom });
  };
  const openBulk = (decision: Decision = {}) => {
    if (selected.length > 0 && coding.isEnabled) setBulk(decision);
  };
  const onAct = (asked: CodingAct) => {
    if (asked.kind === 'next' || asked.kind === 'previous') return step(asked.kind === 'next' ? 1 : -1);
    if (asked.kind === 'several') return openBulk();
    if (act) return onItem(asked, act);
    if (selected.length < 2) return undefined;
    return openBulk(decisionOf(asked, issues[asked.kind === 'issue' ? asked.at : -1]?.id));
  };
  const onItem = (asked: CodingAct, item: NonNullable<typeof act>) => {
    const row = rows.get(only ?? '');
    if (!row) return;
    if (asked.kind === 'responsive') item.setResponsive(asked.value);
    else if (asked.kind === 'relevance') item.setRelevance(asked.value);
    else if (asked.kind === 'privilege') choosePrivilege();
    else if (asked.kind === 'flagged') item.setFlagged(!row.isFlagged);
    else if (asked.kind === 'reviewed') item.setReviewed(true);
    else if (asked.kind === 'issue') {
      const issue = issues[asked.at];
      if (issue) item.toggleIssue(issue.id);
    }
  };
  useCodingKeys(onAct);
  const canCode = { isEnabled: coding.isEnabled && selected.length > 0 };
  useCommand('review.next', () => step(1), { isEnabled: isListed });
  useCommand('review.previous', () => step(-1), { isEnabled: isListed });
  useCommand('review.responsive', () => onAct({ kind: 'responsive', value: true }), canCode);
  useCommand('review.notResponsive', () => onAct({ kind: 'responsive', value: false }), canCode);
  useCommand('review.hot', () => onAct({ kind: 'relevance', value: 3 }), canCode);
  useCommand('review.privilege', () => onAct({ kind: 'privilege' }), canCode);
  useCommand('review.reviewed', () => onAct({ kind: 'reviewed' }), canCode);
  useCommand('review.several', () => openBulk(), canCode);
  useCommand('review.advance', () => onAdvances(!advances));

  const isBeside = width >= besideFrom;
  const at = only === null ? -1 : list.ids.indexOf(only);
  return (
    <div className={`flex h-full min-h-0 ${isBeside ? 'flex-row' : 'flex-col overflow-y-auto'}`}>
      <div
        className={
          isBeside
            ? 'min-w-0 grow'
            : isListed
              ? 'min-h-28 basis-2/5 [@media(max-height:700px)]:basis-1/3'
              : 'min-h-0 grow'
        }
      >
        <ItemList
          key={queue.key}
          list={list}
          selectedIds={selectedIds}
          onSelect={setSelectedIds}
          handle={table}
          placeholder={<ListPlaceholder queue={queue} query={list.query} isBare={isBare} />}
        />
      </div>
      {isListed && (
        <aside
          aria-label={words.coding}
          className={`${isBeside ? 'min-h-0 w-80 shrink-0 border-l' : 'min-h-56 grow basis-3/5 border-t'} border-line`}
        >
          {act && only !== null ? (
            <CodingPanel
              id={only}
              position={words.position(at + 1, list.ids.length)}
              act={act}
              advances={advances}
              onAdvances={onAdvances}
              onStep={step}
              onChoosePrivilege={choosePrivilege}
              privilegeRef={privilegeRef}
            />
          ) : selected.length > 1 ? (
            <SeveralPanel
              count={selected.length}
              isEnabled={coding.isEnabled}
              onCode={() => openBulk()}
              onClear={() => setSelectedIds(new Set())}
            />
          ) : (
            <EmptyState title={codingWords.nothingChosen}>{codingWords.hint}</EmptyState>
          )}
        </aside>
      )}
      {menuAt && act && (
        <ContextMenu
          label={codingWords.choosePrivilege}
          at={menuAt}
          items={privileges.map((privilege) => ({
            id: privilege,
            label: privilegeWords[privilege],
            onAction: () => act.setPrivilege(privilege),
          }))}
          onClose={() => {
            setMenuAt(null);
            table.current?.focus();
          }}
        />
      )}
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

/** What a key pressed with several items chosen would decide about all of them. */
function decisionOf(asked: CodingAct, issueId: TagId | undefined): Decision {
  if (asked.kind === 'responsive') return { isResponsive: asked.value };
  if (asked.kind === 'relevance') return { relevance: asked.value };
  return asked.kind === 'issue' && issueId !== undefined ? { addIssueIds: [issueId] } : {};
}
