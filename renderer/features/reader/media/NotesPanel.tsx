import { Pencil, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useCanComment, useEngineMutation } from '../../../client/index.ts';
import { Button, EmptyState, IconButton, TextArea, buttonWords, tooLong } from '../../../ui/index.ts';
import { mediaWords as words } from '../words.ts';
import { formatTimeCode } from './time-code.ts';

/** A note at a time of a recording. */
export type MomentNote = Pick<NoteRow, 'id' | 'text'> & { readonly atMs: number };

interface NotesPanelProps {
  readonly id: EvidenceId;
  readonly notes: readonly MomentNote[];
  /** Where a note is being written, in milliseconds; null for nowhere. */
  readonly draftAt: number | null;
  readonly onDraftEnd: () => void;
  readonly onJump: (ms: number) => void;
}

/** Notes at times of a recording, in its order. */
export function NotesPanel({ id, notes, draftAt, onDraftEnd, onJump }: NotesPanelProps) {
  const canComment = useCanComment();
  const [edited, setEdited] = useState<string | null>(null);
  const add = useEngineMutation('notes.add', {
    undoMessage: ({ anchor }) => words.noteAdded(formatTimeCode(anchor.atMs ?? 0)),
    onSuccess: onDraftEnd,
  });
  const update = useEngineMutation('notes.update', { onSuccess: () => setEdited(null) });
  const remove = useEngineMutation('notes.delete', { undoMessage: () => words.noteDeleted });
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      {draftAt !== null && (
        <NoteForm
          key={draftAt}
          label={words.noteAt(formatTimeCode(draftAt))}
          initial=""
          isBusy={add.isPending}
          onSave={(text) =>
            add.mutate({ evidenceId: id, kind: 'note', anchor: { atMs: draftAt }, fields: { text } })
          }
          onCancel={onDraftEnd}
        />
      )}
      {notes.length === 0 && draftAt === null ? (
        <EmptyState title={words.notes}>{words.noNotes}</EmptyState>
      ) : (
        <ul aria-label={words.notes} className="py-1">
          {notes.map((note) =>
            edited === note.id ? (
              <li key={note.id}>
                <NoteForm
                  label={words.noteAt(formatTimeCode(note.atMs))}
                  initial={note.text}
                  isBusy={update.isPending}
                  onSave={(text) => update.mutate({ ids: [note.id], fields: { text } })}
                  onCancel={() => setEdited(null)}
                />
              </li>
            ) : (
              <li key={note.id} className="flex items-start gap-2 px-3 py-1">
                <button
                  type="button"
                  className="min-h-6 w-14 shrink-0 rounded-sm text-right text-sm text-accent-text tabular-nums underline-offset-2 hover:underline"
                  aria-label={words.jump(formatTimeCode(note.atMs))}
                  onClick={() => onJump(note.atMs)}
                >
                  {formatTimeCode(note.atMs)}
                </button>
                <p data-selectable className="min-w-0 grow py-0.5 wrap-anywhere whitespace-pre-wrap">
                  {note.text}
                </p>
                {canComment && (
                  <span className="flex shrink-0">
                    <IconButton
                      size="small"
                      label={words.edit}
                      icon={<Pencil />}
                      onPress={() => setEdited(note.id)}
                    />
                    <IconButton
                      size="small"
                      label={words.delete}
                      icon={<Trash2 />}
                      onPress={() => remove.mutate({ ids: [note.id] })}
                    />
                  </span>
                )}
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}

interface NoteFormProps {
  readonly label: string;
  readonly initial: string;
  readonly isBusy: boolean;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

const mostCharacters = 10_000;

/** Enter saves, Shift+Enter begins a line, Escape gives up. */
function NoteForm({ label, initial, isBusy, onSave, onCancel }: NoteFormProps) {
  const [text, setText] = useState(initial);
  const save = () => {
    if (text.trim() !== '' && tooLong(text, mostCharacters) === null && !isBusy) onSave(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = (event.target as Element).tagName === 'TEXTAREA';
    if (event.key === 'Escape') onCancel();
    else if (isTyping && event.key === 'Enter' && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="flex flex-col gap-2 border-b border-line p-3"
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea label={label} value={text} onChange={setText} autoFocus maxLength={mostCharacters} rows={2} />
      <div className="flex gap-1.5">
        <Button size="small" variant="primary" type="submit" isDisabled={text.trim() === '' || isBusy}>
          {buttonWords.save}
        </Button>
        <Button size="small" onPress={onCancel}>
          {buttonWords.cancel}
        </Button>
      </div>
    </form>
  );
}
