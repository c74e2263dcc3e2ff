import { useMemo, type ReactNode } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { useKeptPlace } from '../../../client/index.ts';
import { DataTable } from '../../../ui/index.ts';
import { typedTextOf } from '../docket-number.ts';
import type { DocketViewState, EntryRowsProps } from '../docket-view.ts';
import { docketWords as words } from '../words.ts';
import { entryColumns } from './columns.tsx';

export interface EntryListProps extends EntryRowsProps {
  /** What is shown of the docket, sorted as `view` says. */
  readonly entries: readonly DocketEntry[];
  readonly view: DocketViewState;
  readonly onViewChange: (change: Partial<DocketViewState>) => void;
  readonly placeholder: ReactNode;
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
      textOf={typedTextOf}
      placeholder={props.placeholder}
      gridRef={props.gridRef}
      handle={props.handle}
    />
  );
}
