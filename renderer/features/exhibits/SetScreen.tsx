import { ArrowLeft, BookPlus, Ellipsis, Plus } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Exhibit, ExhibitSet } from '../../../shared/model/exhibits.ts';
import { messageOf, useCommand, useEngineQuery, useKeptSelection, useMatter } from '../../client/index.ts';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingState,
  MenuButton,
  positionAfterStep,
  Tabs,
  Toolbar,
  useWidth,
  type MenuEntry,
} from '../../ui/index.ts';
import { BuildList } from './builds/BuildList.tsx';
import { BuildProgress } from './builds/BuildProgress.tsx';
import { buildSet } from './builds/build-store.ts';
import { EvidencePicker } from './exhibits/EvidencePicker.tsx';
import { ExhibitDialog } from './exhibits/ExhibitDialog.tsx';
import { MoveDialog } from './exhibits/MoveDialog.tsx';
import { RelabelDialog } from './exhibits/RelabelDialog.tsx';
import { exhibitColumns } from './exhibits/columns.tsx';
import { useExhibitActions } from './exhibits/use-exhibit-actions.ts';
import { SealDialog } from './sets/SealDialog.tsx';
import { SetFacts } from './sets/SetFacts.tsx';
import { useSetActions } from './sets/use-set-actions.ts';
import { setWords, words } from './words.ts';

interface SetScreenProps {
  readonly set: ExhibitSet;
  readonly onBack: () => void;
  readonly onEdit: (set: ExhibitSet) => void;
}

/** What stands on top of the set: one dialog at a time. */
type Open =
  | { readonly what: 'pick'; readonly after: Exhibit | null }
  | { readonly what: 'edit'; readonly exhibit: Exhibit }
  | { readonly what: 'move'; readonly moved: readonly Exhibit[] }
  | { readonly what: 'relabel' }
  | { readonly what: 'seal' };

const none: readonly Exhibit[] = [];

/** One exhibit set: its exhibits in order, its builds, and everything that can be done with them. */
export function SetScreen({ set, onBack, onEdit }: SetScreenProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const query = useEngineQuery('exhibits.list', { matterId, setId: set.id });
  const exhibits = query.data ?? none;
  const actions = useExhibitActions(set);
  const setActions = useSetActions();
  const [tab, setTab] = useState<'exhibits' | 'builds'>('exhibits');
  const [selectedIds, setSelectedIds] = useKeptSelection(`exhibits ${set.id}`);
  const [open, setOpen] = useState<Open | null>(null);
  const [listRef, listWidth] = useWidth();
  const grid = useRef<HTMLDivElement>(null);

  const hasBates = set.bates !== null;
  const columns = useMemo(() => exhibitColumns(hasBates, listWidth), [hasBates, listWidth]);
  const selected = useMemo(() => exhibits.filter(({ id }) => selectedIds.has(id)), [exhibits, selectedIds]);
  const isSealed = set.sealedAt !== null;
  const canEdit = !isReadOnly && !isSealed;
  const canChange = (chosen: readonly Exhibit[]) =>
    !isReadOnly && chosen.length > 0 && !chosen.some((exhibit) => isFixed(set, exhibit));
  const canSeal = !isReadOnly && exhibits.some((exhibit) => !isFixed(set, exhibit));
  const canBuild = !isReadOnly && exhibits.length > 0;
  const close = () => {
    setOpen(null);
    grid.current?.focus({ preventScroll: true });
  };
  const build = () => {
    void buildSet(matterId, set).then((isBuilt) => isBuilt && setTab('builds'));
  };
  useCommand('exhibits.build', build, { isEnabled: canBuild });

  const step = (chosen: readonly Exhibit[], by: -1 | 1) => {
    const ids = chosen.map(({ id }) => id);
    const position = positionAfterStep(
      exhibits.map(({ id }) => id),
      new Set(ids),
      by,
    );
    if (position !== null) actions.move(ids, position);
  };
  const exhibitMenu = (chosen: readonly Exhibit[]): readonly MenuEntry[] => {
    const [first] = chosen;
    const last = chosen.at(-1);
    const isOne = chosen.length === 1;
    return [
      {
        id: 'open',
        label: words.open,
        shortcut: ['Enter'],
        isDisabled: !isOne,
        onAction: () => first && actions.open(first),
      },
      {
        id: 'edit',
        label: words.edit,
        shortcut: ['F2'],
        isDisabled: !isOne || !canChange(chosen),
        onAction: () => first && setOpen({ what: 'edit', exhibit: first }),
      },
      {
        id: 'insert',
        label: words.insertAfter(last?.label ?? '…'),
        isDisabled: !last || isReadOnly,
        onAction: () => last && setOpen({ what: 'pick', after: last }),
      },
      'separator',
      {
        id: 'up',
        label: words.moveUp,
        shortcut: ['Alt', '↑'],
        isDisabled: !canChange(chosen) || exhibits[0]?.id === first?.id,
        onAction: () => step(chosen, -1),
      },
      {
        id: 'down',
        label: words.moveDown,
        shortcut: ['Alt', '↓'],
        isDisabled: !canChange(chosen) || exhibits.at(-1)?.id === last?.id,
        onAction: () => step(chosen, 1),
      },
      {
        id: 'moveTo',
        label: words.moveTo,
        isDisabled: !canChange(chosen) || exhibits.length < 2,
        onAction: () => setOpen({ what: 'move', moved: chosen }),
      },
      'separator',
      {
        id: 'remove',
        label: words.remove,
        shortcut: ['Delete'],
        isDisabled: !canChange(chosen),
        onAction: () => actions.remove(chosen),
      },
    ];
  };

  const placeholder = query.error ? (
    <ErrorState
      message={messageOf(query.error)}
      actions={<Button onPress={() => void query.refetch()}>Try Again</Button>}
    />
  ) : query.isPending ? (
    <LoadingState />
  ) : (
    <EmptyState
      icon={<BookPlus />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <Button variant="primary" onPress={() => setOpen({ what: 'pick', after: null })}>
            {words.add}
          </Button>
        )
      }
    >
      {words.emptyBody}
    </EmptyState>
  );

  const list: ReactNode = (
    <div
      ref={listRef}
      className="h-full"
      onKeyDown={(event) => {
        const [only] = selected;
        if (event.key !== 'F2' || !canChange(selected) || selected.length !== 1 || !only || open) return;
        event.preventDefault();
        setOpen({ what: 'edit', exhibit: only });
      }}
    >
      <DataTable
        label={`${words.exhibits}: ${set.name}`}
        rows={exhibits}
        columns={columns}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        onOpen={actions.open}
        {...(!isReadOnly && {
          onDelete: (chosen: readonly Exhibit[]) => canChange(chosen) && actions.remove(chosen),
          onReorder: actions.move,
        })}
        contextMenu={exhibitMenu}
        textOf={({ title }) => title}
        placeholder={placeholder}
        gridRef={grid}
      />
    </div>
  );

  return (
    <section aria-label={set.name} className="flex h-full min-h-0 flex-col bg-surface">
      <Toolbar label={set.name}>
        <IconButton label={setWords.back} icon={<ArrowLeft />} onPress={onBack} />
        <h2 className="flex min-w-0 grow items-center gap-2 text-lg font-semibold">
          <span className="truncate" title={set.name}>
            {set.name}
          </span>
          {isSealed && <Badge tone="success">{setWords.sealed}</Badge>}
        </h2>
        <MenuButton
          label={words.more}
          items={[
            ...exhibitMenu(selected),
            'separator',
            {
              id: 'relabel',
              label: words.relabel,
              isDisabled: !canEdit || exhibits.length === 0,
              onAction: () => setOpen({ what: 'relabel' }),
            },
            { id: 'editSet', label: setWords.edit, isDisabled: !canEdit, onAction: () => onEdit(set) },
            {
              id: 'seal',
              label: words.seal,
              isDisabled: !canSeal,
              onAction: () => setOpen({ what: 'seal' }),
            },
            {
              id: 'delete',
              label: setWords.delete,
              isDisabled: !canEdit,
              onAction: () => {
                setActions.remove(set);
                onBack();
              },
            },
          ]}
        >
          <IconButton label={words.more} icon={<Ellipsis />} />
        </MenuButton>
        <Button
          icon={<Plus />}
          isDisabled={isReadOnly}
          onPress={() => setOpen({ what: 'pick', after: null })}
        >
          {words.add}
        </Button>
        <Button variant="primary" isDisabled={!canBuild} onPress={build}>
          {words.build}
        </Button>
      </Toolbar>
      <SetFacts set={set} />
      <BuildProgress />
      <div className="min-h-0 grow">
        <Tabs
          label={set.name}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'exhibits', label: words.exhibits, content: list },
            { value: 'builds', label: words.builds, content: <BuildList set={set} /> },
          ]}
        />
      </div>
      {open?.what === 'pick' && (
        <EvidencePicker set={set} exhibits={exhibits} after={open.after} onClose={close} />
      )}
      {open?.what === 'edit' && <ExhibitDialog exhibit={open.exhibit} onClose={close} />}
      {open?.what === 'move' && (
        <MoveDialog exhibits={exhibits} moved={open.moved} onMove={actions.move} onClose={close} />
      )}
      {open?.what === 'relabel' && <RelabelDialog set={set} onClose={close} />}
      {open?.what === 'seal' && (
        <SealDialog set={set} exhibits={exhibits} onSeal={setActions.seal} onClose={close} />
      )}
    </section>
  );
}

/** Whether sealing holds an exhibit for good. What was added late stays free until the set is sealed again. */
function isFixed({ sealedAt, bates }: ExhibitSet, { batesState }: Exhibit): boolean {
  return sealedAt !== null && (bates === null || batesState === 'used');
}
