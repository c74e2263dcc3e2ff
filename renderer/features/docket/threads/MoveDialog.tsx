import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { filterByWords } from '../../../../shared/domain/docket/filters.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import {
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import {
  Button,
  DataTable,
  Dialog,
  EmptyState,
  ErrorLine,
  SearchField,
  buttonWords,
} from '../../../ui/index.ts';
import { nameOfEntry, typedTextOf } from '../docket-number.ts';
import { entryColumns } from '../list/entry-columns.tsx';
import { docketWords, threadWords as words } from '../words.ts';
import { listAncestors } from './thread-rows.ts';

const none: readonly DocketEntry[] = [];

/** Puts an entry under another by hand, where the text put it elsewhere. */
export function MoveDialog({ entry, onClose }: { entry: DocketEntry; onClose: () => void }) {
  const { id: matterId } = useMatter();
  const query = useEngineQuery('docket.list', { matterId });
  const { data } = query;
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(
    new Set(entry.parentId === null ? [] : [entry.parentId]),
  );
  const grid = useRef<HTMLDivElement>(null);
  const all = data ?? none;
  const name = nameOfEntry(entry);
  const offered = useMemo(() => {
    const byId = new Map<string, DocketEntry>(all.map((each) => [each.id, each]));
    return all.filter((each) => each.id !== entry.id && !listAncestors(byId, each).includes(entry.id));
  }, [all, entry.id]);
  const rows = useMemo(() => filterByWords(offered, filter), [offered, filter]);
  const chosen = rows.find(({ id }) => selectedIds.has(id));

  const thread = useEngineMutation('docket.thread', {
    errors: 'inline',
    undoMessage: (moved, { parentId }) => {
      if (parentId === 'auto') return words.movedBack(name);
      const under = all.find(({ id }) => id === moved.parentId);
      return under ? words.moved(name, nameOfEntry(under)) : words.movedToTop(name);
    },
    onSuccess: onClose,
  });
  const moveTo = (parentId: DocketEntry['id'] | null | 'auto') => thread.mutate({ id: entry.id, parentId });

  return (
    <Dialog
      title={words.moveTitle(name)}
      width="large"
      onClose={onClose}
      isBusy={thread.isPending}
      onSubmit={() => chosen && moveTo(chosen.id)}
      footer={
        <>
          <div className="mr-auto flex gap-2">
            <Button isDisabled={entry.parentId === null} onPress={() => moveTo(null)}>
              {words.toTop}
            </Button>
            {entry.isParentChosen && <Button onPress={() => moveTo('auto')}>{words.automatic}</Button>}
          </div>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" type="submit" isDisabled={!chosen || chosen.id === entry.parentId}>
            {words.moveHere}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.moveHelp}</p>
      <SearchField
        autoFocus
        label={words.find}
        value={typed}
        onChange={setTyped}
        onMoveOn={() => grid.current?.focus()}
      />
      <div className="h-80 overflow-hidden rounded-md border border-line">
        <DataTable
          label={docketWords.title}
          rows={rows}
          columns={entryColumns}
          selectedIds={selectedIds}
          onSelectionChange={(ids) => setSelectedIds(new Set([...ids].slice(-1)))}
          onOpen={({ id }) => moveTo(id)}
          textOf={typedTextOf}
          gridRef={grid}
          placeholder={
            data ? <EmptyState title={docketWords.nothingFound} /> : <QueryFallback query={query} />
          }
        />
      </div>
      {thread.error && <ErrorLine>{messageOf(thread.error)}</ErrorLine>}
    </Dialog>
  );
}
