import { useMemo } from 'react';
import type { ReaderNotes } from '../../../client/index.ts';
import { useNoteState } from '../note-state.ts';
import { useTargetNote } from '../use-target-note.ts';
import { BoxDrawing } from './BoxDrawing.tsx';
import { PageMark } from './PageMark.tsx';
import { usePageMarks } from './use-page-marks.ts';
import { usePageZoom } from './use-page-zoom.ts';

/** The notes of one page, over its picture, in the order they are read. */
export const PageLayer: ReaderNotes['PageLayer'] = ({ item, documentId, page, shape, textVersion }) => {
  useTargetNote();
  const { boxTool } = useNoteState();
  const marks = usePageMarks(item, documentId, page, textVersion);
  const [ref, zoom] = usePageZoom();
  const stacks = useMemo(() => {
    const onPage = marks.filter(({ kind, rects }) => kind !== 'bookmark' && rects.length === 0);
    return new Map(onPage.map(({ id }, index) => [id, index]));
  }, [marks]);
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
          shape={shape}
          zoom={zoom}
          documentId={documentId}
          stacked={stacks.get(mark.id) ?? 0}
        />
      ))}
      {boxTool?.documentId === documentId && (
        <BoxDrawing item={item} page={page} shape={shape} zoom={zoom} hasKeyboard={boxTool.page === page} />
      )}
    </div>
  );
};
