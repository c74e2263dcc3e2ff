import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { callOutWords as words } from '../words.ts';

interface AreaPickerProps {
  /** Receives the area in CSS pixels of the window. */
  readonly onPick: (box: DOMRectReadOnly) => void;
  readonly onLeave: () => void;
}

const stepPx = 16;
const leastPx = 24;

/** Covers the pages while an area of them is chosen: dragged by the pointer, or a frame moved and sized by keys. */
export function AreaPicker({ onPick, onLeave }: AreaPickerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Rect | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const element = layer.current;
    if (!element) return;
    const { clientWidth: width, clientHeight: height } = element;
    setFrame({ x: width * 0.2, y: height * 0.3, width: width * 0.6, height: height * 0.25 });
    element.focus();
  }, []);

  const pick = (area: Rect | null) => {
    const origin = layer.current?.getBoundingClientRect();
    if (area && origin)
      onPick(new DOMRect(origin.left + area.x, origin.top + area.y, area.width, area.height));
  };
  const pointOf = (event: PointerEvent) => {
    const origin = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - origin.left, y: event.clientY - origin.top };
  };
  const dragged = (to: { x: number; y: number }): Rect | null =>
    from.current && {
      x: Math.min(from.current.x, to.x),
      y: Math.min(from.current.y, to.y),
      width: Math.abs(to.x - from.current.x),
      height: Math.abs(to.y - from.current.y),
    };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrows: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-stepPx, 0],
      ArrowRight: [stepPx, 0],
      ArrowUp: [0, -stepPx],
      ArrowDown: [0, stepPx],
    };
    const arrow = arrows[event.key];
    if (arrow && layer.current && frame) {
      const { clientWidth, clientHeight } = layer.current;
      const [dx, dy] = arrow;
      const grown = event.shiftKey ? [frame.width + dx, frame.height + dy] : [frame.width, frame.height];
      const width = Math.min(Math.max(grown[0]!, leastPx), clientWidth);
      const height = Math.min(Math.max(grown[1]!, leastPx), clientHeight);
      const [x, y] = event.shiftKey ? [frame.x, frame.y] : [frame.x + dx, frame.y + dy];
      setFrame({
        width,
        height,
        x: Math.min(Math.max(x, 0), clientWidth - width),
        y: Math.min(Math.max(y, 0), clientHeight - height),
      });
    } else if (event.key === 'Enter') pick(frame);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={layer}
      role="application"
      aria-label={words.choose}
      tabIndex={0}
      className="absolute inset-0 z-20 cursor-crosshair touch-none overflow-hidden outline-offset-[-2px]"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = pointOf(event);
      }}
      onPointerMove={(event) => {
        const area = dragged(pointOf(event));
        if (area) setFrame(area);
      }}
      onPointerUp={(event) => {
        const area = dragged(pointOf(event));
        from.current = null;
        pick(area);
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    >
      {frame && (
        <div
          className="pointer-events-none absolute border-2 border-[#23559f] shadow-[0_0_0_9999px_rgb(8_10_14/45%)]"
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      <p className="pointer-events-none absolute inset-x-0 bottom-3 text-center">
        <span className="rounded-md bg-ink px-2 py-1 text-sm text-surface">{words.hint}</span>
      </p>
    </div>
  );
}
