import { useRef } from 'react';
import type { NoteAnchor } from '../../../../shared/model/notes.ts';
import type { OpenItem } from '../../../client/index.ts';
import { useOnLeave } from '../../../ui/index.ts';
import { isWorthKeeping, NoteFormFields } from '../editor/NoteFormFields.tsx';
import { useNoteForm } from '../editor/use-note-form.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { editorWords } from '../words.ts';

interface PanelFormProps {
  readonly item: OpenItem;
  readonly anchor: NoteAnchor;
  readonly onEnd: () => void;
}

/** A new note on words of a text, or on the document as a whole. */
export function PanelForm({ item, anchor, onEnd }: PanelFormProps) {
  const [color] = useMarkColor();
  const { add } = useNoteActions();
  const form = useNoteForm({ text: '', color, tagIds: [], isWorkProduct: true });
  const isOver = useRef(false);
  const save = () => {
    if (isOver.current) return;
    isOver.current = true;
    if (isWorthKeeping('note', form))
      void add({ evidenceId: item.evidenceId, kind: 'note', anchor, fields: form.values });
  };
  useOnLeave(save);
  const give = () => {
    isOver.current = true;
    onEnd();
  };
  return (
    <div role="group" aria-label={editorWords.add} className="shrink-0 p-3">
      {anchor.quote !== '' && (
        <blockquote className="mb-2 line-clamp-3 border-l-2 border-edge pl-2 text-ink-soft wrap-anywhere">
          {anchor.quote}
        </blockquote>
      )}
      <NoteFormFields kind="note" form={form} isNew hasFocus onSave={onEnd} onCancel={give} onDelete={null} />
    </div>
  );
}
