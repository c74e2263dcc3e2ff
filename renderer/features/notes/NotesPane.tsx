import { Archive } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  useCanComment,
  useCommand,
  useEngineQuery,
  useHasSingleKeys,
  useKeptPlace,
  useMatter,
} from '../../client/index.ts';
import { DataTable, DetailsPane, FilterChoice, treeProps, useWidth, ListFooter } from '../../ui/index.ts';
import { useSettled } from '../evidence/index.ts';
import { noteColumns } from './list/columns.tsx';
import { FilterChips } from './list/FilterChips.tsx';
import { chosenNotes, type NoteLine } from './list/note-lines.ts';
import { NoteDetails } from './list/NoteDetails.tsx';
import { noNarrowing, type NoteSort, type NotesNarrowing } from './list/notes-view.ts';
import { NotesPlaceholder } from './list/NotesPlaceholder.tsx';
import { NotesToolbar } from './list/NotesToolbar.tsx';
import { NoteTagsDialog } from './list/NoteTagsDialog.tsx';
import { SelectionBar } from './list/SelectionBar.tsx';
import { useNoteMenu } from './list/use-note-menu.ts';
import { useNotesList } from './list/use-notes-list.ts';
import { askExport } from './output/export-store.ts';
import { ExportProgress } from './output/ExportProgress.tsx';
import { useNoteActions } from './use-note-actions.ts';
import { useOpenNote } from './use-open-note.ts';
import { words } from './words.ts';

/** All notes of the matter: the list, what the selected one says, and the way to its place in the reader. */
export function NotesPane() {
  const { id: matterId, timezone } = useMatter();
  const canComment = useCanComment();
  const actions = useNoteActions();
  const { view, changeView, query, filter, notes, lines, ...selection } = useNotesList();
  const { selectedIds, setSelectedIds, selected, only } = selection;
  const { sort, isDescending, grouping } = view;
  const changeFilter = (change: Partial<NotesNarrowing>) =>
    changeView({ filter: { ...view.filter, ...change } });
  const total = useEngineQuery('matter.get', { matterId }).data?.counts.notes ?? 0;
  const hasDetails = useSettled(selected.length > 0);
  const [isTagging, setIsTagging] = useState(false);
  const editTags = () => setIsTagging(true);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const place = useKeptPlace('notes');
  const [listRef, listWidth] = useWidth();
  const columns = useMemo(() => noteColumns(timezone, listWidth, grouping), [timezone, listWidth, grouping]);
  const open = useOpenNote(only);

  useCommand('list.filter', () => field.current?.select());
  useCommand('notes.export', () => askExport(filter, selected));
  const menuOf = useNoteMenu({
    actions,
    onOpen: open,
    onExport: (chosen) => askExport(filter, chosen, true),
    onEditTags: editTags,
  });
  const hasSingleKeys = useHasSingleKeys();
  const onKey = (key: string): boolean => {
    if (!hasSingleKeys || selected.length === 0 || !canComment || key.toLowerCase() !== 't') return false;
    editTags();
    return true;
  };
  return (
    <div className="@container flex h-full min-h-0 flex-col bg-surface">
      <NotesToolbar
        view={view}
        onChange={changeView}
        fieldRef={field}
        onMoveOn={() => grid.current?.focus()}
        noteMenu={menuOf(selected)}
        canExport={total > 0}
      />
      <ExportProgress />
      <FilterChips filter={view.filter} onChange={changeFilter} />
      {total > 0 && canComment && (
        <SelectionBar
          notes={selected}
          actions={actions}
          onEditTags={editTags}
          onClear={() => setSelectedIds(new Set())}
        />
      )}
      <div className="flex min-h-0 grow flex-col @4xl:flex-row">
        <div ref={listRef} className="relative min-h-0 min-w-0 grow">
          <DataTable<NoteLine>
            label={words.notes}
            rows={lines}
            columns={columns}
            lines={2}
            selectedIds={selectedIds}
            onSelectionChange={setSelectedIds}
            place={place}
            onOpen={({ note }) => note && open(note)}
            onDelete={() => canComment && actions.remove(selected)}
            contextMenu={(chosen) => menuOf(chosenNotes(new Set(chosen.map(({ id }) => id)), lines))}
            sort={{ column: sort, isDescending }}
            onSortChange={(next) =>
              changeView({ sort: next.column as NoteSort, isDescending: next.isDescending })
            }
            columnWidths={view.widths}
            onColumnWidthsChange={(widths) => changeView({ widths })}
            textOf={({ note, heading }) => note?.text || note?.anchor.quote || heading?.label || ''}
            isMuted={({ note }) => note?.isArchived ?? false}
            onKey={onKey}
            {...treeProps(lines, view.folded, (folded) => changeView({ folded }))}
            placeholder={
              <NotesPlaceholder
                query={query}
                view={view}
                onClear={() =>
                  changeView({
                    words: '',
                    filter: { ...noNarrowing, includesArchived: view.filter.includesArchived },
                  })
                }
              />
            }
            gridRef={grid}
          />
        </div>
        {hasDetails && (
          <DetailsPane label={words.details}>
            {only ? (
              <NoteDetails key={only.id} note={only} actions={actions} onOpen={() => open(only)} />
            ) : (
              <p className="p-3 text-ink-soft">{words.several(selected.length)}</p>
            )}
          </DetailsPane>
        )}
      </div>
      <ListFooter
        count={
          <>
            {words.count(notes.length, Math.max(total, notes.length))}
            {selected.length > 0 && `, ${words.selected(selected.length)}`}
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
      {isTagging && selected.length > 0 && (
        <NoteTagsDialog notes={selected} actions={actions} onClose={() => setIsTagging(false)} />
      )}
    </div>
  );
}
