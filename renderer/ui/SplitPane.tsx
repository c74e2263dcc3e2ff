import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

export interface SplitPaneProps {
  /** Names the divider: "Width of the reader". */
  readonly label: string;
  readonly start: ReactNode;
  readonly end: ReactNode;
  /** Which side has the size; the other takes the rest. */
  readonly sized: 'start' | 'end';
  /** Pixels. */
  readonly size: number;
  readonly onSizeChange: (size: number) => void;
  readonly minSize: number;
  readonly maxSize: number;
  /** Back to this on a double click. */
  readonly defaultSize: number;
  /** Pixels that the other side keeps at least. */
  readonly minRest?: number;
}

const stepPx = 16;

/** Two panes side by side with a divider that is dragged, or moved with the arrow keys, Home and End. */
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
  } = props;
  const container = useRef<HTMLDivElement>(null);
  const drag = useRef<{ fromX: number; fromSize: number } | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const direction = sized === 'start' ? 1 : -1;

  const change = (next: number) => {
    const room = (container.current?.clientWidth ?? Infinity) - minRest;
    onSizeChange(Math.round(Math.max(minSize, Math.min(next, maxSize, room))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: size - direction * stepPx,
      ArrowRight: size + direction * stepPx,
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
    drag.current = { fromX: event.clientX, fromSize: size };
    setIsDragging(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) change(drag.current.fromSize + direction * (event.clientX - drag.current.fromX));
  };
  const onPointerEnd = () => {
    drag.current = null;
    setIsDragging(false);
  };

  const sizedStyle = { width: size, minWidth: minSize, maxWidth: `calc(100% - ${minRest}px)` };
  return (
    <div ref={container} className="flex h-full min-h-0 w-full min-w-0">
      <div
        className={sized === 'start' ? 'h-full shrink-0' : 'h-full min-w-0 grow'}
        style={sized === 'start' ? sizedStyle : undefined}
      >
        {start}
      </div>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={size}
        aria-valuemin={minSize}
        aria-valuemax={maxSize}
        onKeyDown={onKeyDown}
        onDoubleClick={() => change(defaultSize)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        className={`relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line outline-none before:absolute before:inset-y-0 before:-inset-x-1 before:transition-colors hover:before:bg-accent/30 focus-visible:before:bg-focus ${
          isDragging ? 'before:bg-accent/40' : ''
        }`}
      />
      <div
        className={sized === 'end' ? 'h-full shrink-0' : 'h-full min-w-0 grow'}
        style={sized === 'end' ? sizedStyle : undefined}
      >
        {end}
      </div>
    </div>
  );
}
