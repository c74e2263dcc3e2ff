import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type Ref,
} from 'react';
import type { EngineEvent } from '../../../../shared/contract/events.ts';
import { groupOf } from '../../../../shared/domain/evidence/kind-groups.ts';
import { useEngineEvents, useMatter } from '../../../client/index.ts';
import {
  useListPlace,
  useTableSelection,
  useWidth,
  type ListPlace,
  type SelectMode,
} from '../../../ui/index.ts';
import { kindWords, words } from '../words.ts';
import { Marks } from './rows/columns.tsx';
import { EvidenceBadges } from './EvidenceBadges.tsx';
import { KindIcon } from './KindIcon.tsx';
import type { ListRow } from './rows/list-rows.ts';
import { useRow } from './rows/rows-context.tsx';
import { ThumbnailQueue } from './thumbnails.ts';

const cardWidth = 176;
const cardHeight = 232;
const gap = 10;
/** Rows of cards kept ready beyond what is seen. */
const overscan = 2;

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
  readonly gridRef?: Ref<HTMLDivElement>;
}

/** The list as cards with the first page of each item. Only what is in view is drawn; the keyboard works as in the rows. */
export function ThumbnailGrid(props: ThumbnailGridProps) {
  const { id: matterId } = useMatter();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [widthRef, width] = useWidth();
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const queue = useMemo(() => new ThumbnailQueue(matterId), [matterId]);
  const listener = useMemo(
    () => (event: EngineEvent) => {
      if (event.name === 'evidence.changed') queue.drawMissing();
    },
    [queue],
  );
  useEngineEvents(listener);
  const ids = useMemo(() => props.rows.filter(({ heading }) => !heading).map(({ id }) => id), [props.rows]);
  const selection = useTableSelection(ids, props.selectedIds, props.onSelectionChange, props.place, (at) =>
    reveal(at),
  );
  const perRow = Math.max(1, Math.floor((width - gap) / (cardWidth + gap)));
  const rowCount = Math.ceil(ids.length / perRow);
  const rowHeight = cardHeight + gap;
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - overscan);
  const last = Math.min(rowCount, Math.ceil((sight.top + sight.height) / rowHeight) + overscan);

  const measure = () => {
    const element = scroller.current;
    if (element) setSight({ top: element.scrollTop, height: element.clientHeight });
  };
  useEffect(measure, [width, ids.length]);
  const firstChosen = () => ids.findIndex((id) => props.selectedIds.has(id));
  const onScroll = useListPlace(scroller, {
    place: props.place,
    // How the cards lie is known once the width is.
    count: width > 0 ? ids.length : 0,
    toChosen: () => reveal(Math.max(firstChosen(), 0)),
    measure,
  });

  const active = selection.active === null ? -1 : ids.indexOf(selection.active);
  const goTo = (index: number, mode: SelectMode) => {
    const at = Math.max(0, Math.min(index, ids.length - 1));
    const id = ids[at];
    if (id === undefined) return;
    selection.goTo(id, mode);
    reveal(at);
  };
  const reveal = (at: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = Math.floor(at / perRow) * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight + gap > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight + gap - element.clientHeight;
  };
  const handleKey = (event: KeyboardEvent): boolean => {
    const isCommand = event.ctrlKey || event.metaKey;
    const mode: SelectMode = event.shiftKey ? 'range' : isCommand ? 'move' : 'replace';
    const perPage = Math.max(1, Math.floor(sight.height / rowHeight)) * perRow;
    const step = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: perRow,
      ArrowUp: -perRow,
      PageDown: perPage,
      PageUp: -perPage,
    }[event.key];
    if (event.altKey) return false;
    if (step !== undefined) return (goTo(active < 0 ? 0 : active + step, mode), true);
    if (event.key === 'Home') return (goTo(0, mode), true);
    if (event.key === 'End') return (goTo(ids.length - 1, mode), true);
    if (event.key === ' ') return (goTo(active, 'toggle'), true);
    if (event.key === 'Escape' && selection.selected.size > 0) return (selection.set([]), true);
    if (event.key === 'Delete' || event.key === 'Backspace') return (props.onDelete(), true);
    if (event.key === 'Enter') {
      const id = ids[active];
      if (id !== undefined) props.onOpen(id);
      return id !== undefined;
    }
    if (isCommand && event.key.toLowerCase() === 'a') return (selection.set(ids), true);
    return !isCommand && props.onKey(event.key);
  };

  const shown = ids
    .slice(first * perRow, last * perRow)
    .map((id, at) => ({ id, index: first * perRow + at }));
  if (active >= 0 && (active < first * perRow || active >= last * perRow))
    shown.push({ id: ids[active]!, index: active });
  return (
    <div ref={widthRef} className="h-full min-h-0">
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
        {...(active >= 0 && { 'aria-activedescendant': `${gridId}-${selection.active}` })}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget && handleKey(event)) event.preventDefault();
        }}
        onFocus={(event) => {
          if (event.target === event.currentTarget && active < 0) goTo(Math.max(firstChosen(), 0), 'move');
        }}
        onScroll={onScroll}
        className="group/grid relative h-full overflow-auto bg-sunken outline-none"
      >
        <div role="presentation" style={{ height: rowCount * rowHeight + gap }}>
          {shown.map(({ id, index }) => (
            <Card
              key={id}
              id={id}
              domId={`${gridId}-${id}`}
              queue={queue}
              position={index + 1}
              setSize={ids.length}
              isSelected={props.selectedIds.has(id)}
              isActive={index === active}
              left={gap + (index % perRow) * (cardWidth + gap)}
              top={gap + Math.floor(index / perRow) * rowHeight}
              onClick={(event) => {
                selection.goTo(
                  id,
                  event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'replace',
                );
                scroller.current?.focus({ preventScroll: true });
              }}
              onDoubleClick={() => props.onOpen(id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface CardProps {
  readonly id: string;
  readonly domId: string;
  readonly queue: ThumbnailQueue;
  readonly position: number;
  readonly setSize: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly left: number;
  readonly top: number;
  readonly onClick: (event: React.MouseEvent) => void;
  readonly onDoubleClick: () => void;
}

function Card(props: CardProps) {
  const { id, isSelected, isActive, left, top } = props;
  const item = useRow(id);
  return (
    // The listbox has the keyboard for all its cards.
    <div
      id={props.domId}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.setSize}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
      className={`absolute flex cursor-default flex-col gap-1 rounded-md border p-1.5 ${
        isSelected
          ? 'border-accent bg-selected-idle group-focus-within/grid:bg-selected'
          : 'border-line bg-surface hover:bg-hover'
      } ${isActive ? 'group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-focus' : ''}`}
      style={{ left, top, width: cardWidth, height: cardHeight }}
    >
      <Picture
        id={id}
        queue={props.queue}
        hasPages={item !== undefined && (item.kind === 'pdf' || groupOf(item.kind) === 'image')}
      >
        {item && (
          <span className="flex flex-col items-center gap-1 text-ink-soft">
            <KindIcon kind={item.kind} className="size-9 stroke-[1.25]" />
            <span className="text-sm">{kindWords[item.kind]}</span>
          </span>
        )}
      </Picture>
      <span className="flex h-5 shrink-0 items-center gap-1">
        <span
          dir="auto"
          className="min-w-0 grow truncate text-left text-sm font-medium"
          title={item?.title ?? ''}
        >
          {item?.title ?? <span className="sr-only">{words.notReadYet}</span>}
        </span>
        {item && <Marks item={item} />}
      </span>
      <span className="flex h-5 shrink-0 overflow-hidden">{item && <EvidenceBadges item={item} />}</span>
    </div>
  );
}

function Picture(props: { id: string; queue: ThumbnailQueue; hasPages: boolean; children: React.ReactNode }) {
  const { id, queue, hasPages, children } = props;
  const { subscribe, get } = useMemo(
    () => ({
      subscribe: (onDrawn: () => void) => (hasPages ? queue.watch(id, onDrawn) : () => undefined),
      get: () => (hasPages ? queue.get(id) : null),
    }),
    [queue, id, hasPages],
  );
  const drawn = useSyncExternalStore(subscribe, get);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (drawn && canvas.current) {
      canvas.current.width = drawn.width;
      canvas.current.height = drawn.height;
      canvas.current.getContext('2d')?.drawImage(drawn, 0, 0);
    }
  }, [drawn]);
  return (
    <span
      data-drawn={Boolean(drawn)}
      className="flex min-h-0 grow items-center justify-center overflow-hidden rounded-sm bg-paper-ground"
    >
      {drawn ? <canvas ref={canvas} aria-hidden className="max-h-full max-w-full bg-white" /> : children}
    </span>
  );
}
