import type { NoteRect } from '../../../../shared/model/notes.ts';
import type { TagColor } from '../../../../shared/model/evidence.ts';
import { markColors } from './mark-colors.ts';
import { resizeCursor, type Grip, type ResizeCursor, type Shape } from './mark-geometry.ts';
import type { BoxDrag } from './use-box-drag.ts';

const grips: readonly Grip[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

const cursors: Readonly<Record<ResizeCursor, string>> = {
  ns: 'cursor-ns-resize',
  ew: 'cursor-ew-resize',
  nwse: 'cursor-nwse-resize',
  nesw: 'cursor-nesw-resize',
};

interface BoxHandlesProps {
  readonly rect: NoteRect;
  readonly color: TagColor;
  readonly shape: Shape;
  /** CSS pixels a point. */
  readonly zoom: number;
  /** Quarter turns clockwise by which the page is shown turned. */
  readonly turn: number;
  readonly drag: BoxDrag;
}

/** The handles that resize a box: its corners and the middles of its sides. They keep their size whatever the page's. */
export function BoxHandles({ rect, color, shape, zoom, turn, drag }: BoxHandlesProps) {
  return grips.map((grip) => (
    <span
      key={`${grip.x} ${grip.y}`}
      data-grip={`${grip.x} ${grip.y}`}
      className="absolute size-0"
      style={{
        left: `${((rect.x + (rect.width * (grip.x + 1)) / 2) / shape.width) * 100}%`,
        top: `${((rect.y + (rect.height * (grip.y + 1)) / 2) / shape.height) * 100}%`,
      }}
    >
      <span
        style={{ zoom: 1 / zoom }}
        className={`pointer-events-auto absolute -top-1.25 -left-1.25 z-10 size-2.5 touch-none rounded-[1px] border-2 bg-white ${markColors[color].line} ${cursors[resizeCursor(grip, turn)]}`}
        onPointerDown={(event) => drag.take(grip, event)}
      />
    </span>
  ));
}
