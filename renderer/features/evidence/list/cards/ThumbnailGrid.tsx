import { useId, useMemo, useRef, type Ref } from 'react';
import type { EngineEvent } from '../../../../../shared/contract/events.ts';
import { useEngineEvents, useMatter } from '../../../../client/index.ts';
import {
  ContextMenu,
  useListPlace,
  useRowPointer,
  useTableKeys,
  useTableSelection,
  type ListPlace,
  type MenuEntry,
  type SelectMode,
} from '../../../../ui/index.ts';
import type { ListRow } from '../rows/list-rows.ts';
import { Card } from './Card.tsx';
import { ThumbnailQueue } from './thumbnails.ts';
import { useCardLayout } from './use-card-layout.ts';
import type { ListedEvidence } from '../use-evidence-list.ts';

interface ThumbnailGridProps {
  readonly label: string;
  /** Headings are left out: cards are in the list's order. */
  readonly rows: readonly ListRow[];
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** Where the list was left. */
  readonly place: ListPlace;
  readonly onOpen: (id: string) => void;
  readonly onDelete: () => void;
  readonly onKey: (key: string) => boolean;
  readonly contextMenu: (rows: readonly ListRow[]) => readonly MenuEntry[];
  readonly findByLetters: ListedEvidence['findByLetters'];
  readonly gridRef?: Ref<HTMLDivElement>;
}

/** The list as cards with the first page of each item. Only what is in view is drawn; the keyboard works as in the rows. */
export function ThumbnailGrid(props: ThumbnailGridProps) {
  const { id: matterId } = useMatter();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const queue = useMemo(() => new ThumbnailQueue(matterId), [matterId]);
  const listener = useMemo(
    () => (event: EngineEvent) => {
      if (event.name === 'evidence.changed') queue.drawMissing();
    },
    [queue],
  );
  useEngineEvents(listener);
  const rows = useMemo(() => props.rows.filter(({ heading }) => !heading), [props.rows]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const cards = useCardLayout(scroller, ids.length);
  const selection = useTableSelection(
    ids,
    props.selectedIds,
    props.onSelectionChange,
    props.place,
    cards.reveal,
  );
  const firstChosen = () =>
    Math.max(
      ids.findIndex((id) => props.selectedIds.has(id)),
      0,
    );
  const onScroll = useListPlace(scroller, {
    place: props.place,
    count: cards.isLaid ? ids.length : 0,
    toChosen: () => cards.reveal(firstChosen()),
    measure: cards.measure,
  });
  const active = selection.active === null ? -1 : (indexOf.get(selection.active) ?? -1);
  const goTo = (index: number, mode: SelectMode) => {
    const at = Math.max(0, Math.min(index, ids.length - 1));
    const id = ids[at];
    if (id === undefined) return;
    selection.goTo(id, mode);
    cards.reveal(at);
  };
  const onKeyDown = useTableKeys({
    rows,
    ids,
    indexOf,
    activeIndex: active,
    selection,
    goTo,
    pageSize: cards.pageSize,
    perRow: cards.perRow,
    onOpen: ({ id }) => props.onOpen(id),
    onDelete: props.onDelete,
    onKey: props.onKey,
    findByLetters: props.findByLetters,
  });
  const domIdOf = (id: string) => `${gridId}-${id}`;
  const pointer = useRowPointer({
    label: props.label,
    rows,
    indexOf,
    selection,
    grid: scroller,
    elementOf: (id) => document.getElementById(domIdOf(id)),
    onOpen: ({ id }) => props.onOpen(id),
    contextMenu: props.contextMenu,
  });

  const shown = Array.from({ length: Math.max(0, cards.end - cards.first) }, (_, at) => cards.first + at);
  if (active >= 0 && (active < cards.first || active >= cards.end)) shown.push(active);
  return (
    <div ref={cards.widthRef} className="h-full min-h-0">
      <div
        ref={(element) => {
          scroller.current = element;
          if (typeof props.gridRef === 'function') props.gridRef(element);
          else if (props.gridRef) props.gridRef.current = element;
        }}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable
        tabIndex={0}
        {...(active >= 0 && { 'aria-activedescendant': domIdOf(selection.active!) })}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        {...pointer.handlers}
        onFocus={(event) => {
          if (event.target === event.currentTarget && active < 0 && !pointer.isPressed.current)
            goTo(firstChosen(), 'move');
        }}
        className="group/grid relative h-full overflow-auto bg-sunken outline-none"
      >
        <div role="presentation" style={{ height: cards.height }}>
          {shown.map((index) => {
            const id = ids[index]!;
            return (
              <Card
                key={id}
                id={id}
                domId={domIdOf(id)}
                queue={queue}
                position={index + 1}
                setSize={ids.length}
                isSelected={props.selectedIds.has(id)}
                isActive={index === active}
                {...cards.placeOf(index)}
              />
            );
          })}
        </div>
      </div>
      {pointer.menu && <ContextMenu {...pointer.menu} />}
    </div>
  );
}
