import { useMemo } from 'react';
import type { ReaderNotes } from '../../../client/index.ts';
import { useNoteState } from '../note-state.ts';
import { useItemNotes } from '../use-item-notes.ts';
import { useTargetNote } from '../use-target-note.ts';
import { BoxDrawing } from './BoxDrawing.tsx';
import { spreadPins } from './mark-geometry.ts';
import { PageMark } from './PageMark.tsx';
import { usePageMarks } from './use-page-marks.ts';
import { usePageShown } from './use-page-shown.ts';

/** Of pins, in CSS pixels: the top of the first one on the page as a whole, how far one is above its line, and the gap between two. */
const pin = { first: 44, rise: 6, gap: 28 };

/** The notes of one page, over its picture, in the order they are read. */
export const PageLayer: ReaderNotes['PageLayer'] = ({ item, documentId, page, shape, textVersion }) => {
  useTargetNote();
  const { boxTool } = useNoteState();
  const marks = usePageMarks(item, documentId, page, textVersion);
  const readAt = useItemNotes(item).query.dataUpdatedAt;
  const [ref, { zoom, turn }] = usePageShown();
  const pins = useMemo(
    () =>
      spreadPins(
        marks
          .filter(({ kind }) => kind === 'note')
          .map(({ id, rects: [first] }) => ({ id, top: first ? first.y * zoom - pin.rise : pin.first })),
        pin.gap,
      ),
    [marks, zoom],
  );
  return (
    <div
      ref={ref}
      data-notes-of={page}
      data-points={`${shape.width} ${shape.height}`}
      className="pointer-events-none absolute inset-0"
    >
      {marks.map((mark) => (
        <PageMark
          key={mark.id}
          mark={mark}
          readAt={readAt}
          shape={shape}
          zoom={zoom}
          turn={turn}
          documentId={documentId}
          pinTop={pins.get(mark.id) ?? 0}
        />
      ))}
      {boxTool?.documentId === documentId && (boxTool.placed === null || boxTool.page === page) && (
        <BoxDrawing
          key={boxTool.placed?.id ?? boxTool.kind}
          item={item}
          kind={boxTool.kind}
          page={page}
          shape={shape}
          zoom={zoom}
          hasKeyboard={boxTool.page === page}
          placed={boxTool.placed}
        />
      )}
    </div>
  );
};
