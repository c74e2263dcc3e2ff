import { useMemo, type ReactNode, type Ref } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { useKeptPlace } from '../../../client/index.ts';
import { DataTable, type MenuEntry, type TableHandle } from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import type { DocketViewState } from '../docket-view.ts';
import { docketWords as words } from '../words.ts';
import { entryColumns } from './columns.tsx';

export interface EntryListProps {
  /** What is shown of the docket, sorted as `view` says. */
  readonly entries: readonly DocketEntry[];
  readonly view: DocketViewState;
  readonly onViewChange: (change: Partial<DocketViewState>) => void;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (entry: DocketEntry) => void;
  readonly onDelete: (entries: readonly DocketEntry[]) => void;
  readonly menuFor: (entries: readonly DocketEntry[]) => readonly MenuEntry[];
  readonly placeholder: ReactNode;
  readonly gridRef: Ref<HTMLDivElement>;
  readonly handle: Ref<TableHandle>;
  /** Width of the list in pixels. */
  readonly width: number;
}

/** The docket as a docket sheet has it, one row an entry. */
export function EntryList(props: EntryListProps) {
  const { entries, view, onViewChange, width } = props;
  const place = useKeptPlace('docket');
  const columns = useMemo(() => entryColumns(width), [width]);
  return (
    <DataTable
      label={words.title}
      rows={entries}
      columns={columns}
      lines={2}
      selectedIds={props.selectedIds}
      onSelectionChange={props.onSelectionChange}
      place={place}
      onOpen={props.onOpen}
      onDelete={props.onDelete}
      contextMenu={props.menuFor}
      sort={{ column: view.sort, isDescending: view.isDescending }}
      onSortChange={({ column, isDescending }) => onViewChange({ sort: column, isDescending })}
      columnWidths={view.widths}
      onColumnWidthsChange={(widths) => onViewChange({ widths })}
      textOf={(entry) => formatDocketNumber(entry) || entry.text || entry.shortText}
      placeholder={props.placeholder}
      gridRef={props.gridRef}
      handle={props.handle}
    />
  );
}
