import { BookOpenText } from 'lucide-react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { Button } from '../../../ui/index.ts';
import { Written, fieldsOf } from '../editor/NoteEditor.tsx';
import { NoteFormFields } from '../editor/NoteFormFields.tsx';
import { useNoteForm } from '../editor/use-note-form.ts';
import { useNoteKept } from '../editor/use-note-kept.ts';
import { placeOf } from '../note-name.ts';
import type { NoteActions } from '../use-note-actions.ts';
import { editorWords, words } from '../words.ts';

interface NoteDetailsProps {
  readonly note: NoteRow;
  readonly actions: NoteActions;
  readonly onOpen: () => void;
}

/** All of one note, to be read and changed in the list. */
export function NoteDetails({ note, actions, onOpen }: NoteDetailsProps) {
  const form = useNoteForm(fieldsOf(note));
  const { kind, anchor, title } = note;
  const save = () => {
    if (form.isChanged) actions.update([note], form.change);
  };
  useNoteKept(note, form, actions.update);
  return (
    <div className="flex flex-col gap-2 p-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <h2 className="font-semibold wrap-anywhere">{editorWords.title(kind, placeOf(note))}</h2>
          <p data-selectable className="text-sm wrap-anywhere text-ink-soft">
            {title}
          </p>
          <Written note={note} />
        </div>
        <Button size="small" icon={<BookOpenText aria-hidden />} onPress={onOpen}>
          {words.open}
        </Button>
      </div>
      {anchor.quote !== '' && (
        <blockquote
          data-selectable
          tabIndex={0}
          aria-label={words.quote}
          className="max-h-40 overflow-y-auto border-l-2 border-line pl-2 wrap-anywhere"
        >
          {anchor.quote}
        </blockquote>
      )}
      <NoteFormFields
        kind={kind}
        form={form}
        onSave={save}
        onCancel={null}
        onDelete={() => actions.remove([note])}
      />
    </div>
  );
}
