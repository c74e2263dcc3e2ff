import { Bookmark, MessageSquareText } from 'lucide-react';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useTags } from '../../evidence/index.ts';
import { NoteEditor } from '../editor/NoteEditor.tsx';
import { nameOf } from '../note-name.ts';
import { chooseNote, editOnPage, endSeeking, useNoteState } from '../note-state.ts';
import { markWords } from '../words.ts';
import { markColors } from './mark-colors.ts';
import { boundsOf, partStyle, type Shape } from './mark-geometry.ts';
import type { Mark } from './use-page-marks.ts';

interface MarkHandleProps {
  readonly mark: Mark;
  readonly shape: Shape;
  readonly documentId: string;
  /** Which of the notes on the page as a whole it is, from 0. */
  readonly stacked: number;
}

/** What the keyboard, the pointer and those who hear the page hold a mark by. */
export function MarkHandle({ mark, shape, documentId, stacked }: MarkHandleProps) {
  const handle = useRef<HTMLButtonElement>(null);
  const { edited, sought } = useNoteState();
  const tags = useTags();
  const { id, kind, color, quote, state, note } = mark;
  const isPin = kind === 'note' || kind === 'bookmark';
  const isOpen = edited?.id === id && edited.documentId === documentId;
  const takesFocus = sought?.id === id ? sought.takesFocus : null;
  useEffect(() => {
    if (takesFocus === null) return undefined;
    // The reader goes to the page first, in the same moment.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        handle.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
        if (takesFocus) handle.current?.focus({ preventScroll: true });
        endSeeking(id);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [takesFocus, id]);

  const name = nameOf({
    kind,
    author: note?.author.name ?? '',
    quote,
    text: note?.text ?? '',
    tags: tags.filter((tag) => note?.tagIds.includes(tag.id)),
    state,
  });
  const word = state === 'moved' ? markWords.moved : state === 'lost' ? markWords.lost : null;
  return (
    <>
      <button
        ref={handle}
        type="button"
        data-note={id}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={note?.text || undefined}
        onFocus={() => chooseNote(id)}
        onClick={() => editOnPage(id, documentId)}
        className={`absolute focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-mark-line-blue ${
          isPin ? `pointer-events-auto cursor-pointer text-white shadow-sm ${markColors[color].solid}` : ''
        } ${isPin ? pinClass(mark) : 'min-h-6'}`}
        style={placeOf(mark, shape, stacked)}
      >
        {kind === 'note' && <MessageSquareText aria-hidden className="size-3.5" />}
        {kind === 'bookmark' && <Bookmark aria-hidden className="mb-1.5 size-3.5" />}
        {word && (
          <span
            className={`absolute bottom-full left-0 mb-px rounded-xs border border-dashed bg-white px-1 text-[10px] leading-3.5 whitespace-nowrap text-[#1b2029] ${markColors[color].line}`}
          >
            {word}
          </span>
        )}
      </button>
      {isOpen && <NoteEditor mark={mark} trigger={handle} />}
    </>
  );
}

function pinClass({ kind }: Mark): string {
  return kind === 'bookmark'
    ? 'flex h-9 w-6 items-center justify-center [clip-path:polygon(0_0,100%_0,100%_100%,50%_80%,0_100%)]'
    : 'flex size-6 items-center justify-center rounded-[6px_6px_6px_0]';
}

/** Pins keep their size, whatever size the page is shown at. */
function placeOf(mark: Mark, shape: Shape, stacked: number): CSSProperties {
  const { kind, rects } = mark;
  if (kind === 'bookmark') return { right: '10px', top: '-2px' };
  const bounds = boundsOf(rects);
  if (kind !== 'note')
    return bounds ? partStyle(bounds, shape) : { right: '10px', top: `${44 + stacked * 28}px` };
  const [first] = rects;
  if (!first) return { right: '10px', top: `${44 + stacked * 28}px` };
  const { left, top } = partStyle({ ...first, x: first.x + first.width }, shape);
  return { left: `min(${left}, calc(100% - 26px))`, top: `max(2px, calc(${top} - 18px))` };
}
