import { Archive, Ellipsis, FileOutput } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { NoteRow } from '../../../shared/model/notes.ts';
import {
  useCanComment,
  useCommand,
  useEngineQuery,
  useHasSingleKeys,
  useKeptPlace,
  useKeptSelection,
  useMatter,
  useReaderTarget,
  useRunCommand,
  useSingleKey,
  useViewState,
} from '../../client/index.ts';
import {
  Button,
  Checkbox,
  DataTable,
  IconButton,
  MenuButton,
  SearchField,
  Toolbar,
  useWidth,
  type MenuEntry,
} from '../../ui/index.ts';
import { useSettled } from '../evidence/index.ts';
import { noteColumns } from './list/columns.tsx';
import { FilterButton } from './list/FilterButton.tsx';
import { FilterChips } from './list/FilterChips.tsx';
import { chosenNotes, noteLines, type NoteLine } from './list/note-lines.ts';
import { NoteDetails } from './list/NoteDetails.tsx';
import {
  defaultView,
  noNarrowing,
  type NoteGrouping,
  type NoteSort,
  type NotesNarrowing,
} from './list/notes-view.ts';
import { NotesPlaceholder } from './list/NotesPlaceholder.tsx';
import { NoteTagsDialog } from './list/NoteTagsDialog.tsx';
import { colorMenu, SelectionBar, workProductMenu } from './list/SelectionBar.tsx';
import { chooseNote, seekNote } from './note-state.ts';
import { askExport } from './output/export-store.ts';
import { ExportProgress } from './output/ExportProgress.tsx';
import { useNoteActions } from './use-note-actions.ts';
import { groupingWords, words } from './words.ts';

const none: readonly NoteRow[] = [];

/** All notes of the matter: the list, what the chosen one says, and the way to its place in the reader. */
export function NotesPane() {
  const [view, changeView] = useViewState('notes.view', defaultView);
  const { id: matterId, timezone } = useMatter();
  const canComment = useCanComment();
  const actions = useNoteActions();
  const run = useRunCommand();
  const hasSingleKeys = useHasSingleKeys();
  const singleKey = useSingleKey();
  const narrowing = { ...noNarrowing, ...view.filter };
  const entered = useDeferredValue(view.words);
  const filter = useMemo(() => filterOf(view.filter, entered), [view.filter, entered]);
  const query = useEngineQuery('notes.list', { matterId, filter }, { keepsPrevious: true });
  const total = useEngineQuery('matter.get', { matterId }).data?.counts.notes ?? 0;
  const notes = query.data ?? none;
  const { sort, isDescending, grouping } = view;
  const lines = useMemo(
    () => noteLines(notes, { sort, isDescending, grouping, folded: new Set(view.folded) }),
    [notes, sort, isDescending, grouping, view.folded],
  );
  const [selectedIds, setSelectedIds] = useKeptSelection('notes');
  const place = useKeptPlace('notes');
  const selected = useMemo(() => chosenNotes(selectedIds, lines), [selectedIds, lines]);
  const isChosen = useSettled(selected.length > 0);
  const only = selected.length === 1 && selectedIds.has(selected[0]!.id) ? selected[0] : undefined;
  const [isTagging, setIsTagging] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [listRef, listWidth] = useWidth();
  const columns = useMemo(() => noteColumns(timezone, listWidth, grouping), [timezone, listWidth, grouping]);
  const open = useOpenNote();

  // The reader, where it is in sight, goes where the chosen note stands; the keyboard stays in the list.
  const openRef = useRef(open);
  openRef.current = open;
  const shownId = useRef(only?.id);
  useEffect(() => {
    if (!only || only.id === shownId.current) return undefined;
    const timer = window.setTimeout(() => {
      // Opened meanwhile, it has the keyboard already.
      if (shownId.current === only.id) return;
      shownId.current = only.id;
      if (document.querySelector(reader)?.checkVisibility()) openRef.current(only, false);
    }, restMs);
    return () => window.clearTimeout(timer);
  }, [only]);

  const openNow = (note: NoteRow) => {
    shownId.current = note.id;
    open(note, true);
  };

  useCommand('list.filter', () => field.current?.select());
  useCommand('notes.export', () => askExport(filter, selected));
  const menuOf = (chosen: readonly NoteRow[]): readonly MenuEntry[] => [
    {
      id: 'open',
      label: words.open,
      shortcut: ['Enter'],
      isDisabled: chosen.length !== 1,
      onAction: () => chosen[0] && openNow(chosen[0]),
    },
    {
      id: 'export',
      label: words.exportChosen,
      isDisabled: chosen.length === 0,
      onAction: () => askExport(filter, chosen, true),
    },
    ...(canComment
      ? [
          'separator' as const,
          {
            id: 'tags',
            label: words.editTags,
            shortcut: singleKey('T'),
            isDisabled: chosen.length === 0,
            onAction: () => setIsTagging(true),
          },
          ...workProductMenu(chosen, actions),
          'separator' as const,
          ...colorMenu(chosen, actions),
          'separator' as const,
          {
            id: 'delete',
            label: words.delete,
            shortcut: ['Delete'],
            isDisabled: chosen.length === 0,
            onAction: () => actions.remove(chosen),
          },
        ]
      : []),
  ];
  const onKey = (key: string): boolean => {
    if (!hasSingleKeys || selected.length === 0 || !canComment || key.toLowerCase() !== 't') return false;
    setIsTagging(true);
    return true;
  };
  const fold = (id: string, isUnfolded: boolean) =>
    changeView({
      folded: isUnfolded ? view.folded.filter((each) => each !== id) : [...view.folded, id],
    });
  return (
    <div className="@container flex h-full min-h-0 flex-col bg-surface">
      <Toolbar label={words.notes}>
        <SearchField
          label={words.filterField}
          value={view.words}
          onChange={(next) => changeView({ words: next })}
          inputRef={field}
          onMoveOn={() => grid.current?.focus()}
        />
        <FilterButton
          filter={narrowing}
          onChange={(patch) => changeView({ filter: { ...narrowing, ...patch } })}
        />
        <MenuButton
          label={words.more}
          items={[
            ...(Object.keys(groupingWords) as NoteGrouping[]).map((value) => ({
              id: `group ${value}`,
              label: `${words.groupBy}: ${groupingWords[value]}${value === grouping ? ' ✓' : ''}`,
              onAction: () => changeView({ grouping: value }),
            })),
            'separator',
            ...menuOf(selected),
          ]}
        >
          <IconButton label={words.more} icon={<Ellipsis />} />
        </MenuButton>
        <Button
          icon={<FileOutput />}
          aria-label={words.export}
          isDisabled={total === 0}
          onPress={() => void run('notes.export')}
        >
          <span className="hidden @lg:inline">{words.export}</span>
        </Button>
      </Toolbar>
      <ExportProgress />
      <FilterChips
        filter={narrowing}
        onChange={(patch) => changeView({ filter: { ...narrowing, ...patch } })}
      />
      {total > 0 && canComment && (
        <SelectionBar
          notes={selected}
          actions={actions}
          onEditTags={() => setIsTagging(true)}
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
            onOpen={({ note }) => note && openNow(note)}
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
            {...(grouping !== 'none' && {
              tree: {
                placeOf: ({ place }: NoteLine) =>
                  place ?? { level: 1, position: 1, setSize: 1, isUnfolded: null },
                onUnfold: ({ id }: NoteLine, isUnfolded: boolean) => fold(id, isUnfolded),
              },
            })}
            placeholder={
              <NotesPlaceholder
                query={query}
                view={{ ...view, filter: narrowing }}
                onClear={() =>
                  changeView({
                    words: '',
                    filter: { ...noNarrowing, includesArchived: narrowing.includesArchived },
                  })
                }
              />
            }
            gridRef={grid}
          />
        </div>
        {isChosen && (
          <aside
            aria-label={words.details}
            className="h-1/2 shrink-0 overflow-auto border-t border-line bg-surface @4xl:h-auto @4xl:w-88 @4xl:border-t-0 @4xl:border-l"
          >
            {only ? (
              <NoteDetails key={only.id} note={only} actions={actions} onOpen={() => openNow(only)} />
            ) : (
              <p className="p-3 text-ink-soft">{words.several(selected.length)}</p>
            )}
          </aside>
        )}
      </div>
      <footer className="flex h-8 shrink-0 items-center justify-between gap-3 border-t border-line px-3 text-sm text-ink-soft">
        <span role="status">
          {words.count(notes.length, Math.max(total, notes.length))}
          {selected.length > 0 && `, ${words.selected(selected.length)}`}
        </span>
        <Checkbox
          isSelected={narrowing.includesArchived}
          onChange={(includesArchived) => changeView({ filter: { ...narrowing, includesArchived } })}
        >
          <span className="flex items-center gap-1.5">
            <Archive aria-hidden className="size-3.5" />
            {words.showArchived}
          </span>
        </Checkbox>
      </footer>
      {isTagging && selected.length > 0 && (
        <NoteTagsDialog notes={selected} actions={actions} onClose={() => setIsTagging(false)} />
      )}
    </div>
  );
}

/** What the engine is asked for. What an earlier version remembered may lack what is new. */
function filterOf(narrowing: Partial<NotesNarrowing>, entered: string) {
  const { kinds, tagIds, authors, ...rest } = { ...noNarrowing, ...narrowing };
  return { ...rest, kinds: [...kinds], tagIds: [...tagIds], authors: [...authors], words: entered };
}

/** Where the reader stands beside the list; where it would take the list's place, going there is asked for by Enter. */
const reader = 'main [data-pane][aria-label="Reader"]';
/** Whoever runs along the list by arrow key passes more notes than the reader needs to open. Milliseconds. */
const restMs = 200;

/** Shows a note in the reader, at its place; on request the keyboard goes there too. */
function useOpenNote(): (note: NoteRow, takesFocus: boolean) => void {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  return (note, takesFocus) => {
    const { page, atMs } = note.anchor;
    show({
      source: { matterId, evidenceId: note.evidenceId },
      title: note.title,
      ...(page !== null && { page }),
      ...(atMs !== null && { atMs }),
      ...(takesFocus && { noteId: note.id }),
    });
    if (takesFocus) chooseNote(note.id);
    else seekNote(note.id, false);
  };
}
