import type { NoteAnchor } from '../../../../shared/model/notes.ts';
import { readerClient, showError, useCanComment, type ReaderNotes } from '../../../client/index.ts';
import { offerFact } from '../../argument/index.ts';
import { dropProvisional, placeProvisional, showProvisional } from '../note-state.ts';
import { redactionColor, useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { MarkBar, type WordsKind } from './MarkBar.tsx';
import { selectedRects } from './selected-rects.ts';

/** What can be done with selected words of pages. A mark is shown at once, and stored as soon as its exact place is known. */
export const SelectionTools: ReaderNotes['SelectionTools'] = ({
  item,
  documentId,
  selection,
  readNow,
  onDone,
}) => {
  const canComment = useCanComment();
  const [nextColor] = useMarkColor();
  const { add } = useNoteActions();

  const mark = async (kind: WordsKind) => {
    const rects = selectedRects();
    const { evidenceId } = item;
    // The bar stands beside what was selected a moment ago; keys may have widened that.
    const { parts: selectedParts, text } = readNow() ?? selection;
    const isRemark = kind === 'note';
    const color = kind === 'redaction' ? redactionColor : nextColor;
    // A remark is written once, on the page where its words begin.
    const parts = isRemark ? selectedParts.slice(0, 1) : selectedParts;
    const marks = parts.map((part) => {
      const anchor: NoteAnchor = {
        page: part.page + 1,
        quote: text,
        prefix: '',
        suffix: '',
        rects: [...(rects.get(part.page) ?? [])],
        atMs: null,
      };
      const draftIn = isRemark ? documentId : null;
      return { part, id: showProvisional({ evidenceId, kind, anchor, color, draftIn }) };
    });
    window.getSelection()?.removeAllRanges();
    onDone();
    for (const { part, id } of marks) {
      try {
        const { page, from, to } = part;
        const anchor = await readerClient['reader.anchor']({ documentId, page, from, to });
        placeProvisional(id, anchor);
        // A remark is stored by its editor.
        if (!isRemark) await add({ evidenceId, kind, anchor, fields: { color } }, id);
      } catch (error) {
        dropProvisional(id);
        showError(error);
      }
    }
  };
  const makeFact = async () => {
    try {
      const places = await Promise.all(
        (readNow() ?? selection).parts.map(async ({ page, from, to }) => {
          const { rects: _rects, ...anchor } = await readerClient['reader.anchor']({
            documentId,
            page,
            from,
            to,
          });
          return { evidenceId: item.evidenceId, anchor, paragraph: '' };
        }),
      );
      onDone();
      offerFact(places);
    } catch (error) {
      showError(error);
    }
  };
  if (!canComment) return null;
  return (
    <MarkBar at={selection.at} isOnPages onMark={(kind) => void mark(kind)} onFact={() => void makeFact()} />
  );
};
