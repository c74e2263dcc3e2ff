import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { NoteRect, NoteRow } from '../../../../shared/model/notes.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { useEscape } from './use-escape.ts';
import { draggedBox, roundedBox, type Grip, type Shape } from './mark-geometry.ts';

/** A pointer that moved less since it was pressed is a click. Pixels. */
const leastDrag = 2;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly grip: Grip;
  readonly box: NoteRect;
  readonly from: Point;
  /** Where in the window the pointer was pressed: not `from`, which for a handle is its middle wherever it was grabbed. */
  readonly pressed: Point;
  hasMoved: boolean;
}

/** Where the pointer is on a page, in points: measured on the element that covers it and has the pointer, which may be turned. */
export const pointOn = (
  { nativeEvent, currentTarget }: PointerEvent<HTMLElement>,
  shape: Shape,
  zoom: number,
): Point => ({
  x: (nativeEvent.offsetX / zoom / currentTarget.offsetWidth) * shape.width,
  y: (nativeEvent.offsetY / zoom / currentTarget.offsetHeight) * shape.height,
});

/** A box as it is dragged by the pointer. */
export interface BoxDrag {
  /** Where it is shown meanwhile; null where it is as the matter has it. */
  readonly shown: NoteRect | null;
  /** For the parts of the box that can be held, which are in the element below. */
  readonly take: (grip: Grip, event: PointerEvent<HTMLElement>) => void;
  /** For the element that covers the page. */
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  /** Whether the click that comes now only ends a drag; asked once for each. */
  readonly isClickOfDrag: () => boolean;
}

/**
 * Lets a box be moved by its edge and sized by its handles. Where the pointer lets go, it is put, in one step that can be undone;
 * Escape before that leaves it where it was.
 *
 * @param note null while the matter does not have it
 * @param readAt when the matter's notes were last read
 * @param zoom CSS pixels a point
 */
export function useBoxDrag(note: NoteRow | null, readAt: number, shape: Shape, zoom: number): BoxDrag {
  const { place } = useNoteActions();
  const [shown, setShown] = useState<NoteRect | null>(null);
  const [putAt, setPutAt] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const wasDragged = useRef(false);
  const escape = useEscape();
  const kept = note?.anchor.rects[0];
  // The matter's own value applies again as soon as it changes, or was read again since: it may have been undone by then.
  const isReadSince = putAt !== null && readAt >= putAt;
  useEffect(() => {
    setShown(null);
    setPutAt(null);
  }, [kept?.x, kept?.y, kept?.width, kept?.height, isReadSince]);

  const boxOf = ({ grip, box, from }: Drag, to: Point) =>
    draggedBox(box, grip, { x: to.x - from.x, y: to.y - from.y }, shape);
  return {
    shown,
    take: (grip, event) => {
      const page = event.currentTarget.closest('button');
      // What was dragged a moment ago stays where it was dropped, even before the matter says so.
      const box = shown ?? kept;
      if (event.button !== 0 || !box || !page) return;
      // Its place within the part that is held, and that part's place in the box.
      const { offsetX, offsetY } = event.nativeEvent;
      const isEdge = grip.x === 0 && grip.y === 0;
      const from = isEdge
        ? { x: box.x + offsetX / zoom, y: box.y + offsetY / zoom }
        : {
            x: box.x + (box.width * (grip.x + 1)) / 2,
            y: box.y + (box.height * (grip.y + 1)) / 2,
          };
      page.setPointerCapture(event.pointerId);
      const pressed = { x: event.clientX, y: event.clientY };
      drag.current = { grip, box, from, pressed, hasMoved: false };
      wasDragged.current = false;
      escape.wait(() => {
        // Letting go of the button is then no click either.
        wasDragged.current = true;
        drag.current = null;
        setShown(shown);
      });
    },
    onPointerMove: (event) => {
      const present = drag.current;
      if (!present) return;
      const { pressed } = present;
      present.hasMoved ||= Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= leastDrag;
      if (present.hasMoved) setShown(boxOf(present, pointOn(event, shape, zoom)));
    },
    onPointerUp: (event) => {
      const present = drag.current;
      drag.current = null;
      escape.end();
      if (!present?.hasMoved || !note) return;
      wasDragged.current = true;
      const area = roundedBox(boxOf(present, pointOn(event, shape, zoom)));
      setShown(area);
      setPutAt(null);
      if (isSame(area, present.box)) return;
      void place(note, area).then((isPlaced) => (isPlaced ? setPutAt(Date.now()) : setShown(null)));
    },
    onPointerCancel: () => {
      drag.current = null;
      escape.end();
      setShown(null);
    },
    isClickOfDrag: () => {
      const was = wasDragged.current;
      wasDragged.current = false;
      return was;
    },
  };
}

function isSame(one: NoteRect, other: NoteRect): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => one[side] === other[side]);
}
