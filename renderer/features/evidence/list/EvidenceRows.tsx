import type { Ref } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceSort } from '../../../../shared/model/evidence.ts';
import { useKeptPlace } from '../../../client/index.ts';
import { DataTable, treeProps, type Column, type MenuEntry } from '../../../ui/index.ts';
import { words } from '../words.ts';
import { noFilter } from './evidence-view.ts';
import { ListPlaceholder } from './ListPlaceholder.tsx';
import type { ListRow } from './rows/list-rows.ts';
import { ThumbnailGrid } from './cards/ThumbnailGrid.tsx';
import type { ListedEvidence } from './use-evidence-list.ts';

interface EvidenceRowsProps {
  readonly evidence: ListedEvidence;
  readonly columns: readonly Column<ListRow>[];
  readonly onOpen: (id: string) => void;
  /** Delete, on what is selected. */
  readonly onDelete: () => void;
  readonly onKey: (key: string) => boolean;
  readonly menuOf: (ids: readonly EvidenceId[]) => readonly MenuEntry[];
  readonly gridRef: Ref<HTMLDivElement>;
}

/** The items of the evidence list, as rows of a table or as cards, or why there are none. */
export function EvidenceRows({ evidence, columns, menuOf, ...shared }: EvidenceRowsProps) {
  const { view, changeView, rows, selectedIds, select } = evidence;
  const place = useKeptPlace('evidence');
  const cardsPlace = useKeptPlace('evidence.cards');
  const contextMenu = (chosen: readonly ListRow[]) => menuOf(evidence.itemsOf(chosen));
  if (view.layout === 'thumbnails' && rows.length > 0)
    return (
      <ThumbnailGrid
        {...shared}
        label={words.evidence}
        rows={rows}
        selectedIds={selectedIds}
        onSelectionChange={select}
        place={cardsPlace}
        contextMenu={contextMenu}
        findByLetters={evidence.findByLetters}
      />
    );
  return (
    <DataTable<ListRow>
      {...shared}
      label={words.evidence}
      rows={rows}
      columns={columns}
      selectedIds={selectedIds}
      onSelectionChange={select}
      place={place}
      onOpen={({ id }) => shared.onOpen(id)}
      contextMenu={contextMenu}
      sort={{ column: view.sort, isDescending: view.isDescending }}
      onSortChange={({ column, isDescending }) => changeView({ sort: column as EvidenceSort, isDescending })}
      columnWidths={view.widths}
      onColumnWidthsChange={(widths) => changeView({ widths })}
      findByLetters={evidence.findByLetters}
      {...treeProps(rows, view.folded, (folded) => changeView({ folded }))}
      placeholder={
        <ListPlaceholder
          query={evidence.query}
          view={view}
          total={evidence.list.total}
          onShowArchived={() => changeView({ filter: { ...view.filter, includesArchived: true } })}
          onClear={() =>
            changeView({
              words: '',
              filter: { ...noFilter, includesArchived: view.filter.includesArchived },
            })
          }
        />
      }
    />
  );
}
