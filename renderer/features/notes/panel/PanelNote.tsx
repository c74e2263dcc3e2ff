import { Briefcase, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useCanComment } from '../../../client/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { TagChips, useTags } from '../../evidence/index.ts';
import { fieldsOf } from '../editor/NoteEditor.tsx';
import { NoteFormFields } from '../editor/NoteFormFields.tsx';
import { useNoteForm } from '../editor/use-note-form.ts';
import { useNoteKept } from '../editor/use-note-kept.ts';
import { KindMark } from '../KindMark.tsx';
import { nameOf, placeOf } from '../note-name.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { kindWords, markWords, panelWords as words, words as areaWords } from '../words.ts';

interface PanelNoteProps {
  readonly note: NoteRow;
  readonly position: number;
  readonly total: number;
  readonly isChosen: boolean;
  readonly isEdited: boolean;
  readonly onGo: () => void;
  readonly onEdit: (isEdited: boolean) => void;
}

/** One note of the panel: where it is, what was marked and what is noted on it. Choosing it goes there. */
export function PanelNote({ note, position, total, isChosen, isEdited, onGo, onEdit }: PanelNoteProps) {
  const canComment = useCanComment();
  const { remove } = useNoteActions();
  const tags = useTags();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { kind, color, anchor, text, author, tagIds, isWorkProduct } = note;
  const name = nameOf({
    kind,
    author: author.name,
    quote: anchor.quote,
    text,
    tags: tags.filter(({ id }) => tagIds.includes(id)),
    state: 'exact',
  });
  return (
    <li
      ref={line}
      aria-posinset={position}
      aria-setsize={total}
      data-panel-note={note.id}
      className={`group relative border-b border-line/60 ${isChosen ? 'bg-selected-idle' : 'hover:bg-hover'}`}
    >
      <div className="flex items-start gap-2 py-1.5 pr-1.5 pl-2.5">
        <button
          type="button"
          aria-current={isChosen || undefined}
          className="flex min-w-0 grow items-start gap-2 rounded-sm text-left"
          onClick={onGo}
        >
          <KindMark kind={kind} color={color} />
          <span className="flex min-w-0 grow flex-col gap-0.5">
            <span className="flex items-start gap-1.5 text-sm text-ink-soft tabular-nums [&_svg]:mt-0.5">
              <span className="min-w-0 wrap-anywhere">
                {placeOf(note)} · {kindWords[kind]}
                <span className="sr-only">{author.name !== '' && markWords.by(author.name)}</span>
              </span>
              {isWorkProduct && (
                <span title={areaWords.workProduct}>
                  <Briefcase aria-hidden className="size-3" />
                </span>
              )}
            </span>
            {anchor.quote !== '' && <span className="line-clamp-2 wrap-anywhere">“{anchor.quote}”</span>}
            {text !== '' && (
              <span className="line-clamp-4 font-medium wrap-anywhere whitespace-pre-wrap">{text}</span>
            )}
            {tagIds.length > 0 && <TagChips ids={tagIds} isWrapped />}
          </span>
        </button>
        {canComment && (
          <span className="flex shrink-0">
            <IconButton
              size="small"
              label={words.edit(name)}
              icon={<Pencil />}
              aria-expanded={isEdited}
              onPress={() => onEdit(!isEdited)}
            />
            <IconButton
              size="small"
              label={words.delete(name)}
              icon={<Trash2 />}
              onPress={() => remove([note])}
            />
          </span>
        )}
      </div>
      {isEdited && <EditForm note={note} onEnd={() => onEdit(false)} />}
    </li>
  );
}

function EditForm({ note, onEnd }: { note: NoteRow; onEnd: () => void }) {
  const { update } = useNoteActions();
  const form = useNoteForm(fieldsOf(note));
  const giveUp = useNoteKept(note, form, update);
  return (
    <div className="px-2.5 pb-2.5">
      <NoteFormFields
        kind={note.kind}
        form={form}
        hasFocus
        onSave={onEnd}
        onCancel={() => {
          giveUp();
          onEnd();
        }}
        onDelete={null}
      />
    </div>
  );
}
