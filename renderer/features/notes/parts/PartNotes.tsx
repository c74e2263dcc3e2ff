import { useCallback, useRef, useState } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import type { NoteAnchor } from '../../../../shared/model/notes.ts';
import { useCanComment, type OpenItem, type ReaderNotes } from '../../../client/index.ts';
import { offerFact } from '../../argument/index.ts';
import { PanelForm } from '../panel/PanelForm.tsx';
import { MarkBar, type WordsKind } from '../tools/MarkBar.tsx';
import { useItemNotes } from '../use-item-notes.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { useTargetNote } from '../use-target-note.ts';
import { editorWords } from '../words.ts';
import { selectedPartAnchor } from './selected-part-words.ts';
import { usePartMarks } from './use-part-marks.ts';
import { useSelectedPartWords } from './use-selected-part-words.ts';

/** Marks the notes of an item in its text, and offers to mark words that are selected there. */
export const PartNotes: ReaderNotes['PartNotes'] = ({ item }) => {
  const [holder, setHolder] = useState<Element | null>(null);
  const ref = useCallback((element: HTMLElement | null) => setHolder(element?.parentElement ?? null), []);
  const canComment = useCanComment();
  const { notes } = useItemNotes(item);
  useTargetNote();
  usePartMarks(holder, notes);
  return (
    <>
      <span ref={ref} hidden />
      {canComment && <Marking item={item} holder={holder} />}
    </>
  );
};

function Marking({ item, holder }: { item: OpenItem; holder: Element | null }) {
  const [at, clear] = useSelectedPartWords(holder);
  const [color] = useMarkColor();
  const { add } = useNoteActions();
  const [draft, setDraft] = useState<{ anchor: NoteAnchor; x: number; y: number } | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const mark = (kind: WordsKind) => {
    const anchor = selectedPartAnchor();
    if (!anchor || !at) return;
    window.getSelection()?.removeAllRanges();
    clear();
    if (kind === 'note') setDraft({ anchor, ...at });
    else void add({ evidenceId: item.evidenceId, kind, anchor, fields: { color } });
  };
  const makeFact = () => {
    const selected = selectedPartAnchor();
    if (!selected) return;
    const { rects: _rects, ...anchor } = selected;
    clear();
    offerFact([{ evidenceId: item.evidenceId, anchor, paragraph: '' }]);
  };
  return (
    <>
      {at && <MarkBar at={at} isOnPages={false} onMark={mark} onFact={makeFact} />}
      {draft && (
        <>
          <span
            ref={place}
            className="pointer-events-none fixed size-0"
            style={{ left: draft.x, top: draft.y }}
          />
          <Popover
            triggerRef={place}
            isOpen
            onOpenChange={(isOpen) => !isOpen && setDraft(null)}
            placement="bottom"
            // A stray click must not lose what was typed.
            shouldCloseOnInteractOutside={() => false}
            className="popover-motion max-h-[80vh] overflow-auto rounded-lg border border-line bg-raised shadow-pop"
          >
            <Dialog className="flex w-88 max-w-[calc(100vw-2rem)] flex-col outline-none">
              <Heading slot="title" className="px-3 pt-3 font-semibold">
                {editorWords.add}
              </Heading>
              <PanelForm item={item} anchor={draft.anchor} onEnd={() => setDraft(null)} />
            </Dialog>
          </Popover>
        </>
      )}
    </>
  );
}
