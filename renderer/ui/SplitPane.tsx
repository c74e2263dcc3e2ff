import { Activity, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

export interface SplitPaneProps {
  /** Names the divider: "Width of the reader". */
  readonly label: string;
  readonly start: ReactNode;
  readonly end: ReactNode;
  /** `x`: side by side; `y`: one below the other. */
  readonly axis?: 'x' | 'y';
  /** The side that `size` applies to; the other takes the rest. */
  readonly sized: 'start' | 'end';
  /** Pixels. */
  readonly size: number;
  readonly onSizeChange: (size: number) => void;
  readonly minSize: number;
  readonly maxSize: number;
  /** The size that a double click restores. */
  readonly defaultSize: number;
  /** The side that is hidden now; the other takes all the room, and both keep their state. */
  readonly hidden?: 'start' | 'end' | null;
  /** Minimum size of the other side, in pixels. */
  readonly minRest?: number;
}

const stepPx = 16;

/** Two panes beside or below each other with a divider that is dragged, or moved with the arrow keys, Home and End. */
export function SplitPane(props: SplitPaneProps) {
  const {
    label,
    start,
    end,
    sized,
    size,
    onSizeChange,
    minSize,
    maxSize,
    defaultSize,
    minRest = 240,
    axis = 'x',
    hidden = null,
  } = props;
  const isRow = axis === 'x';
  const container = useRef<HTMLDivElement>(null);
  const drag = useRef<{ from: number; fromSize: number } | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const direction = sized === 'start' ? 1 : -1;

  const change = (next: number) => {
    const room =
      ((isRow ? container.current?.clientWidth : container.current?.clientHeight) ?? Infinity) - minRest;
    onSizeChange(Math.round(Math.max(minSize, Math.min(next, maxSize, room))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      [isRow ? 'ArrowLeft' : 'ArrowUp']: size - direction * stepPx,
      [isRow ? 'ArrowRight' : 'ArrowDown']: size + direction * stepPx,
      Home: sized === 'start' ? minSize : maxSize,
      End: sized === 'start' ? maxSize : minSize,
      Enter: defaultSize,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: isRow ? event.clientX : event.clientY, fromSize: size };
    setIsDragging(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const to = isRow ? event.clientX : event.clientY;
    change(drag.current.fromSize + direction * (to - drag.current.from));
  };
  const onPointerEnd = () => {
    drag.current = null;
    setIsDragging(false);
  };

  const most = `calc(100% - ${minRest}px)`;
  const sizedStyle = isRow
    ? { width: size, minWidth: minSize, maxWidth: most }
    : { height: size, minHeight: minSize, maxHeight: most };
  const [fixed, flexible] = isRow
    ? ['h-full shrink-0', 'h-full min-w-0 grow']
    : ['w-full shrink-0', 'w-full min-h-0 grow'];
  const isFixed = (side: 'start' | 'end') => sized === side && hidden === null;
  return (
    <div ref={container} className={`flex h-full min-h-0 w-full min-w-0 ${isRow ? '' : 'flex-col'}`}>
      <KeptPart isHidden={hidden === 'start'}>
        <div
          className={isFixed('start') ? fixed : flexible}
          style={isFixed('start') ? sizedStyle : undefined}
        >
          {start}
        </div>
      </KeptPart>
      {hidden === null && (
        <div
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation={isRow ? 'vertical' : 'horizontal'}
          aria-valuenow={size}
          aria-valuemin={minSize}
          aria-valuemax={maxSize}
          onKeyDown={onKeyDown}
          onDoubleClick={() => change(defaultSize)}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
          className={`relative z-10 shrink-0 touch-none bg-line outline-none forced-colors:bg-[CanvasText] before:absolute before:transition-colors hover:before:bg-accent/30 focus-visible:before:bg-focus ${
            isRow
              ? 'w-px cursor-col-resize before:inset-y-0 before:-inset-x-1'
              : 'h-px cursor-row-resize before:inset-x-0 before:-inset-y-1'
          } ${isDragging ? 'before:bg-accent/40' : ''}`}
        />
      )}
      <KeptPart isHidden={hidden === 'end'}>
        <div className={isFixed('end') ? fixed : flexible} style={isFixed('end') ? sizedStyle : undefined}>
          {end}
        </div>
      </KeptPart>
    </div>
  );
}

/**
 * A part of a screen, mounted when it is first shown. While hidden it keeps what was typed and opened in it and its scroll
 * position; its commands, keys and engine queries are paused.
 */
export function KeptPart({
  isHidden,
  children,
}: {
  readonly isHidden: boolean;
  readonly children: ReactNode;
}) {
  const [wasSeen, setWasSeen] = useState(!isHidden);
  if (!isHidden && !wasSeen) setWasSeen(true);
  return wasSeen && <Activity mode={isHidden ? 'hidden' : 'visible'}>{children}</Activity>;
}
