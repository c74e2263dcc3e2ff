import { use, useMemo, type KeyboardEvent, type Ref } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { courtNow, useHasSingleKeys, useKeptPlace, useMatter, useNow } from '../../../client/index.ts';
import {
  DataTable,
  DensityContext,
  type ColumnWidths,
  type MenuEntry,
  type TableHandle,
} from '../../../ui/index.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { deadlineWords as words } from '../words.ts';
import { listAgendaRows, type AgendaRow } from './agenda-rows.ts';
import { agendaColumns } from './columns.tsx';
import { groupDeadlines } from './groups.ts';

export interface AgendaViewProps {
  /** What the filters leave. */
  readonly deadlines: readonly Deadline[];
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (deadline: Deadline) => void;
  readonly actions: DeadlineActions;
  readonly menuFor: (deadlines: readonly Deadline[]) => readonly MenuEntry[];
  /** Groups that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly onFoldedChange: (folded: ReadonlySet<string>) => void;
  readonly widths: ColumnWidths;
  readonly onWidthsChange: (widths: ColumnWidths) => void;
  /** Width of the list in pixels. */
  readonly width: number;
  readonly gridRef: Ref<HTMLDivElement>;
  readonly handle: Ref<TableHandle>;
}

/** Deadlines one below the other, by how near they are. */
export function AgendaView(props: AgendaViewProps) {
  const { deadlines, selectedIds, actions, folded, width } = props;
  const { timezone } = useMatter();
  const now = useNow();
  const place = useKeptPlace('deadlines');
  const isCompact = use(DensityContext) === 'compact';
  const rows = useMemo(
    () => listAgendaRows(groupDeadlines(deadlines, now, courtNow(timezone, now).slice(0, 10)), folded),
    [deadlines, now, timezone, folded],
  );
  const columns = useMemo(
    () => agendaColumns({ width, timeZone: timezone, now, isCompact }),
    [width, timezone, now, isCompact],
  );
  const fold = ({ group }: AgendaRow, isUnfolded: boolean) => {
    const next = new Set(folded);
    if (isUnfolded) next.delete(group);
    else next.add(group);
    props.onFoldedChange(next);
  };
  const only = selectedIds.size === 1 ? deadlines.find(({ id }) => selectedIds.has(id)) : undefined;

  const hasSingleKeys = useHasSingleKeys();
  // Space and E do what is done most; with Ctrl, Space chooses as in other lists.
  const onKeyDown = (event: KeyboardEvent) => {
    const isInGrid = (event.target as Element).getAttribute('role') === 'treegrid';
    if (!isInGrid || !only || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === ' ') (only.status === 'open' ? actions.markDone : actions.reopen)(only);
    else if (hasSingleKeys && event.key.toLowerCase() === 'e') actions.edit(only);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="h-full min-h-0" onKeyDownCapture={onKeyDown}>
      <DataTable
        label={words.title}
        rows={rows}
        columns={columns}
        lines={isCompact ? 1 : 2}
        selectedIds={selectedIds}
        onSelectionChange={props.onSelectionChange}
        place={place}
        onOpen={(row) =>
          row.deadline === null ? fold(row, row.isUnfolded === false) : props.onOpen(row.deadline)
        }
        onDelete={(chosen) => actions.remove(deadlinesOf(chosen))}
        contextMenu={(chosen) => props.menuFor(deadlinesOf(chosen))}
        columnWidths={props.widths}
        onColumnWidthsChange={props.onWidthsChange}
        textOf={({ deadline }) => deadline?.title ?? ''}
        isMuted={({ deadline }) => deadline !== null && deadline.status !== 'open'}
        tree={{ placeOf: (row) => row, onUnfold: fold }}
        gridRef={props.gridRef}
        handle={props.handle}
      />
    </div>
  );
}

function deadlinesOf(rows: readonly AgendaRow[]): readonly Deadline[] {
  return rows.flatMap(({ deadline }) => (deadline === null ? [] : [deadline]));
}
