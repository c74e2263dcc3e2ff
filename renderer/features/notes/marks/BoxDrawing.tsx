import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { NoteRect, NoteRow } from '../../../../shared/model/notes.ts';
import type { OpenItem } from '../../../client/index.ts';
import { seekNote, takeBoxTool } from '../note-state.ts';
import { redactionColor, useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { boxWords as words } from '../words.ts';
import { markColors } from './mark-colors.ts';
import { pointOn } from './use-box-drag.ts';
import { useEscape } from './use-escape.ts';
import { boxBetween, leastSide, partStyle, roundedBox, steppedBox, type Shape } from './mark-geometry.ts';

interface BoxDrawingProps {
  readonly item: OpenItem;
  readonly kind: 'box' | 'redaction';
  /** From 0. */
  readonly page: number;
  readonly shape: Shape;
  /** CSS pixels a point. */
  readonly zoom: number;
  /** Whether the keyboard draws on this page. */
  readonly hasKeyboard: boolean;
  /** The box that is being moved; null for a new one. */
  readonly placed: NoteRow | null;
}

/** Points of a step of the keyboard, and of a small one. */
const step = 12;
const smallStep = 1;

/** Covers a page while a box is drawn on it or moved: by dragging, or by moving and sizing a frame with the arrow keys. */
export function BoxDrawing({ item, kind, page, shape, zoom, hasKeyboard, placed }: BoxDrawingProps) {
  const surface = useRef<HTMLDivElement>(null);
  const [nextColor] = useMarkColor();
  const color = placed?.color ?? (kind === 'redaction' ? redactionColor : nextColor);
  const { add, place } = useNoteActions();
  const [box, setBox] = useState<NoteRect | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const escape = useEscape();
  const begin = () => {
    const present = placed?.anchor.rects[0];
    setBox(present ?? (hasKeyboard && surface.current ? boxInSight(surface.current, shape) : null));
  };
  useEffect(() => {
    if (!hasKeyboard) return;
    surface.current?.focus({ preventScroll: true });
    begin();
    // Begun once, with the page as it is in sight then.
  }, [hasKeyboard]);

  const keep = async (drawn: NoteRect) => {
    takeBoxTool(null);
    if (placed) {
      await place(placed, roundedBox(drawn));
      return seekNote(placed.id, true);
    }
    const id = await add({
      evidenceId: item.evidenceId,
      kind,
      anchor: { page: page + 1, quote: '', prefix: '', suffix: '', rects: [roundedBox(drawn)], atMs: null },
      fields: { color },
    });
    if (id) seekNote(id, true);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = pointOn(event, shape, zoom);
    setBox(null);
    escape.wait(() => {
      from.current = null;
      begin();
    });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (from.current) setBox(boxBetween(from.current, pointOn(event, shape, zoom), shape));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (!from.current) return;
    const drawn = boxBetween(from.current, pointOn(event, shape, zoom), shape);
    from.current = null;
    escape.end();
    if (drawn.width < leastSide || drawn.height < leastSide) begin();
    else void keep(drawn);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The focus stays with the pages, or with the box.
      if (placed) seekNote(placed.id, true);
      surface.current?.closest<HTMLElement>('[role="region"]')?.focus({ preventScroll: true });
      takeBoxTool(null);
    } else if (event.key === 'Enter' && box) void keep(box);
    else {
      const size = event.altKey ? smallStep : step;
      const next = box && steppedBox(box, event.key, size, event.shiftKey, shape);
      if (!next) return;
      setBox(next);
      requestAnimationFrame(() => frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={surface}
      role="application"
      aria-roledescription={words.role}
      aria-label={placed ? words.placedName(kind, page + 1) : words.name(kind, page + 1)}
      aria-description={words.help}
      tabIndex={0}
      className="pointer-events-auto absolute inset-0 z-20 cursor-crosshair touch-none outline-offset-[-2px]"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
    >
      {box && (
        <div
          ref={frame}
          data-box
          className={`pointer-events-none absolute border-2 border-dashed bg-mark-blue/20 ${markColors[color].line}`}
          style={partStyle(box, shape)}
        />
      )}
      <span role="status" className="sr-only">
        {box && inInches(box)}
      </span>
      {hasKeyboard && (
        <p
          aria-hidden
          style={{ zoom: 1 / zoom }}
          className="pointer-events-none sticky top-2 z-10 mx-auto mt-2 w-max max-w-[calc(100%-1rem)] rounded-md bg-ink px-2 py-1 text-center text-sm text-surface shadow-pop"
        >
          {placed ? words.placedHint : words.hint[kind]}
        </p>
      )}
    </div>
  );
}

/** A box to begin with, in the middle of what can be seen of the page. */
function boxInSight(surface: HTMLElement, shape: Shape): NoteRect {
  const sheet = surface.getBoundingClientRect();
  const view = surface.closest('[role="region"]')?.getBoundingClientRect() ?? sheet;
  const share = (value: number) => Math.max(0, Math.min(value, 1));
  const top = share((view.top - sheet.top) / sheet.height) * shape.height;
  const bottom = share((view.bottom - sheet.top) / sheet.height) * shape.height;
  const size = { width: shape.width * 0.4, height: Math.min(shape.height * 0.12, (bottom - top) / 2) };
  const middle = { x: shape.width / 2, y: (top + bottom) / 2 };
  return boxBetween(
    { x: middle.x - size.width / 2, y: middle.y - size.height / 2 },
    { x: middle.x + size.width / 2, y: middle.y + size.height / 2 },
    shape,
  );
}

function inInches({ x, y, width, height }: NoteRect): string {
  const [left, top, wide, high] = [x, y, width, height].map((points) => (points / 72).toFixed(1));
  return words.at(left!, top!, wide!, high!);
}
