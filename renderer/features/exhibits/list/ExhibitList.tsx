import { BookPlus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { showError, useMatter, QueryFallback, type EngineQuery } from '../../../client/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  useFocusKept,
  type MenuEntry,
  type TableHandle,
} from '../../../ui/index.ts';
import { canChange } from '../set/exhibit-menu.ts';
import type { ExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import { meterWords, words } from '../words.ts';
import { exhibitColumns } from './columns.tsx';
import { SizeMeter, useVolumePlan } from './SizeMeter.tsx';
import { volumeStarts } from './volume-dividers.ts';

interface ExhibitListProps {
  readonly set: ExhibitSet;
  readonly query: EngineQuery<'exhibits.list'>;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly actions: ExhibitActions;
  readonly menu: (chosen: readonly Exhibit[]) => readonly MenuEntry[];
  readonly onAdd: () => void;
  readonly onEdit: (exhibit: Exhibit) => void;
  readonly handle: RefObject<TableHandle | null>;
  readonly onGoToLabel: (label: string) => void;
}

const none: readonly Exhibit[] = [];

/** Says why a key does nothing here, in the engine's words where it is the engine that refuses. */
function tellSealed(): void {
  showError(new AppError('EXHIBIT_SET_SEALED'));
}

/** A set's exhibits in order, with the volumes they would fall into, and how large those would be. */
export function ExhibitList(props: ExhibitListProps) {
  const { set, query, selectedIds, actions } = props;
  const { data: exhibits = none } = query;
  const { isReadOnly } = useMatter();
  const { data: plan } = useVolumePlan(set);
  const starts = useMemo(() => volumeStarts(plan, exhibits), [plan, exhibits]);
  const dividers = useMemo(
    () => new Map([...starts].map(([id, name]) => [id, meterWords.volume(name)])),
    [starts],
  );
  // A list the user returns to, or that is laid out again, starts where they left it.
  const [shown] = selectedIds.size === 1 ? selectedIds : [];
  const isPlaced = useRef(false);
  useEffect(() => {
    if (isPlaced.current || shown === undefined || exhibits.length === 0) return;
    isPlaced.current = true;
    props.handle.current?.goTo(shown);
  });
  const columns = useMemo(() => exhibitColumns(set, starts), [set, starts]);
  const placeholder =
    query.error || query.isPending ? (
      <QueryFallback query={query} />
    ) : (
      <EmptySet onAdd={isReadOnly ? null : props.onAdd} />
    );
  return (
    <>
      <div
        // A row and the header at least, however low the window; what is below gives way.
        className="min-h-20 grow basis-0"
        onKeyDown={(event) => {
          const only = exhibits.find(({ id }) => selectedIds.has(id));
          if (event.key !== 'F2' || selectedIds.size !== 1 || !only) return;
          event.preventDefault();
          if (only.isSealed) tellSealed();
          else props.onEdit(only);
        }}
      >
        <DataTable
          label={`${words.exhibits}: ${set.name}`}
          rows={exhibits}
          columns={columns}
          lines={2}
          dividers={dividers}
          selectedIds={selectedIds}
          onSelectionChange={props.onSelect}
          onOpen={actions.open}
          {...(!isReadOnly && {
            onDelete: (chosen: readonly Exhibit[]) =>
              canChange({ isReadOnly }, chosen) ? actions.remove(chosen) : tellSealed(),
            onReorder: actions.move,
          })}
          isMuted={({ status }) => status !== 'active'}
          contextMenu={props.menu}
          textOf={({ label, title }) => [label, title]}
          placeholder={placeholder}
          handle={props.handle}
        />
      </div>
      <SizeMeter set={set} onGoTo={props.onGoToLabel} />
    </>
  );
}

function EmptySet({ onAdd }: { onAdd: (() => void) | null }) {
  // Its button disappears with it, once there is an exhibit.
  useFocusKept();
  return (
    <EmptyState
      icon={<BookPlus />}
      title={words.emptyTitle}
      actions={
        onAdd && (
          <Button variant="primary" icon={<Plus />} onPress={onAdd}>
            {words.add}
          </Button>
        )
      }
    >
      {words.emptyBody}
    </EmptyState>
  );
}
