import { ChevronRight, Hand } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { useKeptPlace } from '../../../client/index.ts';
import { DataTable, type Column, type ColumnWidths } from '../../../ui/index.ts';
import { formatDocketNumber, typedTextOf } from '../docket-number.ts';
import type { EntryRowsProps } from '../docket-view.ts';
import { EntryDate, EntryDocument, EntryMarks, EntryNumber, EntryText } from '../list/EntryMarks.tsx';
import { EntryExhibits } from '../list/EntryExhibits.tsx';
import { columnWords as headers, roleWords, threadWords as words, viewWords } from '../words.ts';
import { listThreadRows, type ThreadRow } from './thread-rows.ts';

export interface ThreadsViewProps extends EntryRowsProps {
  /** The whole docket, in its order. */
  readonly entries: readonly DocketEntry[];
  /** What is shown with all that is above it; null for everything. */
  readonly sought: ReadonlySet<string> | null;
  readonly widths: ColumnWidths;
  readonly onWidthsChange: (widths: ColumnWidths) => void;
  readonly placeholder: ReactNode;
  /** Ids of entries whose children are not shown. */
  readonly folded: ReadonlySet<string>;
  readonly onFoldedChange: (folded: ReadonlySet<string>) => void;
}

/** Deeper threads are not moved in further: there would be no room for their text. */
const deepest = 8;
const indentPx = 18;

/** Widths from which a column is shown. */
const shownFrom: Readonly<Record<string, number>> = { filer: 760, role: 620, filedOn: 420, document: 520 };

const allColumns: readonly Column<ThreadRow>[] = [
  {
    id: 'entry',
    header: words.entry,
    width: 240,
    isFlexible: true,
    render: (row) => <EntryCell row={row} />,
  },
  {
    id: 'role',
    header: words.kind,
    width: 100,
    render: ({ entry }) => <span className="text-ink-soft">{roleWords[entry.role]}</span>,
  },
  { id: 'filedOn', header: headers.filedOn, width: 114, render: ({ entry }) => <EntryDate entry={entry} /> },
  { id: 'filer', header: headers.filer, width: 120, render: ({ entry }) => entry.filer },
  {
    id: 'document',
    header: headers.document,
    width: 108,
    render: ({ entry }) => <EntryDocument entry={entry} />,
  },
];

function EntryCell({ row }: { row: ThreadRow }) {
  const { entry, level, isUnfolded, count } = row;
  return (
    <span
      className="flex min-w-0 items-center gap-1"
      style={{ paddingLeft: Math.min(level - 1, deepest) * indentPx }}
    >
      <span
        aria-hidden
        {...(isUnfolded !== null && { 'data-fold': true })}
        className={`flex size-5 shrink-0 items-center justify-center rounded-sm ${
          isUnfolded === null ? 'invisible' : 'text-ink-soft hover:bg-pressed hover:text-ink'
        }`}
      >
        <ChevronRight className={`size-3.5 ${isUnfolded ? 'rotate-90' : ''}`} />
      </span>
      {/* Its room is kept where there is no number, so that texts of one level begin below one another. */}
      <span className="min-w-12 shrink-0">
        {(formatDocketNumber(entry) !== '' || entry.isUnread) && <EntryNumber entry={entry} />}
      </span>
      <EntryMarks entry={entry} className="shrink-0" />
      {entry.isParentChosen && (
        <span title={words.chosenByHand} className="shrink-0 text-ink-soft">
          <Hand aria-hidden className="size-3.5" />
          <span className="sr-only">{words.chosenByHand}</span>
        </span>
      )}
      <EntryExhibits entry={entry} />
      <span dir="auto" className="min-w-0 truncate text-left">
        <EntryText entry={entry} hasTitle />
      </span>
      {isUnfolded === false && (
        <span className="shrink-0 rounded-full bg-sunken px-1.5 text-xs text-ink-soft">
          {words.underIt(count)}
        </span>
      )}
    </span>
  );
}

/** The docket as threads: motion, opposition, reply and order, with what supports each under it. */
export function ThreadsView(props: ThreadsViewProps) {
  const { entries, sought, width, folded } = props;
  const place = useKeptPlace('docket.threads');
  const rows = useMemo(() => listThreadRows(entries, sought, folded), [entries, sought, folded]);
  const columns = useMemo(
    () => allColumns.filter(({ id }) => width === 0 || width >= (shownFrom[id] ?? 0)),
    [width],
  );

  const fold = (row: ThreadRow, isUnfolded: boolean) => {
    const next = new Set(folded);
    if (isUnfolded) next.delete(row.id);
    else next.add(row.id);
    props.onFoldedChange(next);
  };
  const entriesOf = (chosen: readonly ThreadRow[]) => chosen.map(({ entry }) => entry);
  return (
    <DataTable
      label={viewWords.threads}
      rows={rows}
      columns={columns}
      selectedIds={props.selectedIds}
      onSelectionChange={props.onSelectionChange}
      place={place}
      onOpen={({ entry }) => props.onOpen(entry)}
      onDelete={(chosen) => props.onDelete(entriesOf(chosen))}
      contextMenu={(chosen) => props.menuFor(entriesOf(chosen))}
      columnWidths={props.widths}
      onColumnWidthsChange={props.onWidthsChange}
      textOf={({ entry }) => typedTextOf(entry)}
      isMuted={({ isSought }) => !isSought}
      tree={{ placeOf: (row) => row, onUnfold: fold }}
      placeholder={props.placeholder}
      gridRef={props.gridRef}
      handle={props.handle}
    />
  );
}

/** Ids of the entries that have others under them: folding them all leaves the beginnings of threads. */
export function listFoldable(entries: readonly DocketEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])));
}
