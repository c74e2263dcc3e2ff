import { useRef, type KeyboardEvent, type PointerEvent, type Ref } from 'react';
import type { TagColor } from '../../../../shared/model/evidence.ts';
import type { NoteRect } from '../../../../shared/model/notes.ts';
import { useCanComment, useHasSingleKeys } from '../../../client/index.ts';
import { useTags } from '../../evidence/index.ts';
import { NoteEditor } from '../editor/NoteEditor.tsx';
import { nameOf } from '../note-name.ts';
import { chooseNote, editOnPage, takeBoxTool, useNoteState } from '../note-state.ts';
import { boxWords, markWords } from '../words.ts';
import { BoxHandles } from './BoxHandles.tsx';
import { markColors } from './mark-colors.ts';
import { partStyle, type Shape } from './mark-geometry.ts';
import { MarkPin } from './MarkPin.tsx';
import { useBoxDrag } from './use-box-drag.ts';
import type { Mark } from './use-page-marks.ts';
import { useSoughtMark } from './use-sought-mark.ts';

interface PageMarkProps {
  readonly mark: Mark;
  /** When the matter's notes were last read. */
  readonly readAt: number;
  readonly shape: Shape;
  /** CSS pixels a point. */
  readonly zoom: number;
  /** Quarter turns clockwise by which the page is shown turned. */
  readonly turn: number;
  readonly documentId: string;
  /** Of a note: how far its pin is below the top of the page, in CSS pixels. */
  readonly pinTop: number;
}

/**
 * One mark: a button for the keyboard and for screen readers. The pointer reaches its lines, which the reader lets
 * through the words that are over them.
 */
export function PageMark({ mark, readAt, shape, zoom, turn, documentId, pinTop }: PageMarkProps) {
  const button = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  const { edited, chosen } = useNoteState();
  const tags = useTags();
  const { id, kind, color, quote, state, note, provisional } = mark;
  const canComment = useCanComment();
  const hasSingleKeys = useHasSingleKeys();
  const drag = useBoxDrag(note, readAt, shape, zoom);
  const rects = drag.shown ? [drag.shown] : mark.rects;
  const canPlace = canComment && note !== null && isArea(mark) && rects.length === 1;
  const placeByKeys = () => {
    if (canPlace && isArea(mark) && note.anchor.page !== null)
      takeBoxTool({ documentId, kind: mark.kind, page: note.anchor.page - 1, placed: note });
  };
  const isOpen = edited?.id === id && edited.documentId === documentId;
  useSoughtMark(id, line, button);

  const name = nameOf({
    kind,
    author: note?.author.name ?? '',
    quote,
    text: note?.text ?? '',
    tags: tags.filter((tag) => note?.tagIds.includes(tag.id)),
    state,
  });
  const isPin = kind === 'note' || kind === 'bookmark';
  const [first] = rects;
  return (
    <>
      <button
        ref={button}
        type="button"
        data-note={id}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onFocus={() => chooseNote(id)}
        {...(canPlace && {
          onPointerMove: drag.onPointerMove,
          onPointerUp: drag.onPointerUp,
          onPointerCancel: drag.onPointerCancel,
        })}
        {...(canPlace &&
          hasSingleKeys && {
            'aria-keyshortcuts': 'M',
            'aria-description': boxWords.keys,
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
              event.preventDefault();
              placeByKeys();
            },
          })}
        onClick={() => {
          if (drag.isClickOfDrag()) return;
          if (note || provisional?.draftIn === documentId) editOnPage(id, documentId);
        }}
        className="group pointer-events-none absolute inset-0 outline-none"
      >
        {kind !== 'bookmark' && !(kind === 'note' && quote === '') && (
          <MarkLines
            mark={mark}
            rects={rects}
            shape={shape}
            zoom={zoom}
            isChosen={id === chosen}
            firstRef={isPin ? undefined : line}
            onHold={canPlace ? (event) => drag.take({ x: 0, y: 0 }, event) : undefined}
          />
        )}
        {canPlace && id === chosen && first && (
          <BoxHandles rect={first} color={color} shape={shape} zoom={zoom} turn={turn} drag={drag} />
        )}
        {isPin && <MarkPin mark={mark} zoom={zoom} top={pinTop} isChosen={id === chosen} pinRef={line} />}
        {state !== 'exact' && first && (
          <span
            className={`absolute left-1 max-w-14 rounded-xs border border-dashed bg-white px-1 text-left text-[10px] leading-3 text-[#1b2029] ${markColors[color].line}`}
            style={{ zoom: 1 / zoom, top: first.y * zoom }}
          >
            {markWords[state]}
          </span>
        )}
      </button>
      {isOpen && (
        <NoteEditor mark={mark} place={line} handle={button} onPlace={canPlace ? placeByKeys : null} />
      )}
    </>
  );
}

/** A mark that stands on a place of its page, and on no words. */
const isArea = (mark: Mark): mark is Mark & { readonly kind: 'box' | 'redaction' } =>
  (mark.kind === 'box' || mark.kind === 'redaction') && mark.quote === '';

interface MarkLinesProps {
  readonly mark: Mark;
  readonly rects: readonly NoteRect[];
  readonly shape: Shape;
  readonly zoom: number;
  readonly isChosen: boolean;
  readonly firstRef: Ref<HTMLSpanElement> | undefined;
  /** Of a mark that can be moved: its edge was pressed. */
  readonly onHold: ((event: PointerEvent<HTMLElement>) => void) | undefined;
}

/** What a mark lays over its words, line by line, or over its area. */
function MarkLines({ mark, rects, shape, zoom, isChosen, firstRef, onHold }: MarkLinesProps) {
  return (
    <>
      {mark.kind === 'redaction' &&
        rects.map((rect, index) => (
          <span
            key={index}
            className="absolute block opacity-60 mix-blend-multiply forced-color-adjust-none"
            style={{ ...partStyle(rect, shape), backgroundImage: hatching(mark.color, zoom) }}
          />
        ))}
      {rects.map((rect, index) => (
        <span
          key={index}
          ref={index === 0 ? firstRef : undefined}
          data-line={mark.kind}
          className={`pointer-events-auto absolute block mix-blend-multiply group-focus-visible:outline-2 group-focus-visible:outline-offset-1 group-focus-visible:outline-mark-line-blue ${
            isChosen ? 'outline-1 outline-offset-1 outline-mark-line-blue' : ''
          } ${lineClass(mark)} ${onHold ? 'z-10 cursor-move touch-none' : ''}`}
          onPointerDown={onHold}
          style={{ ...partStyle(rect, shape), ...(isArea(mark) && { clipPath: ring }) }}
        />
      ))}
    </>
  );
}

/** Lines across, through which the words can be read: nothing is redacted yet. They keep their width whatever the page's size. */
function hatching(color: TagColor, zoom: number): string {
  const [line, gap] = [1 / zoom, 8 / zoom];
  const ink = `var(--mark-line-${color})`;
  return `repeating-linear-gradient(135deg, ${ink} 0 ${line}px, transparent ${line}px ${gap}px)`;
}

/** Only the edge of a box takes the pointer: what is in it is clicked for other reasons. */
const ring =
  'polygon(evenodd, -3px -3px, calc(100% + 3px) -3px, calc(100% + 3px) calc(100% + 3px), -3px calc(100% + 3px), -3px -3px, 5px 5px, calc(100% - 5px) 5px, calc(100% - 5px) calc(100% - 5px), 5px calc(100% - 5px), 5px 5px)';

/** How a kind looks on its words or its area; dashed where it is not sure that they are the words. */
function lineClass({ kind, color, state }: Mark): string {
  const { fill, line } = markColors[color];
  const isSure = state === 'exact';
  switch (kind) {
    case 'highlight':
      return `rounded-[1px] ${fill} ${isSure ? '' : `border border-dashed ${line}`}`;
    case 'underline':
      return `border-b-[1.5px] ${line} ${isSure ? '' : 'border-dashed'}`;
    case 'box':
      return `rounded-[2px] border-2 ${line} ${isSure ? '' : 'border-dashed'}`;
    case 'redaction':
      return `rounded-[1px] border-[1.5px] forced-color-adjust-none ${line}`;
    case 'note':
      return `border-b-[1.5px] ${isSure ? 'border-dotted' : 'border-dashed'} ${line}`;
    case 'bookmark':
      return '';
  }
}
