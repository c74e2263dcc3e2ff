import { Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useCanComment, useEngineMutation } from '../../../client/index.ts';
import { Button, EmptyState, IconButton, TextArea, buttonWords, tooLong } from '../../../ui/index.ts';
import type { MomentDrafts } from '../sources.ts';
import { mediaWords as words } from '../words.ts';
import { mediaClock } from '../../../../shared/domain/evidence/media-clock.ts';
import { withEdited, withoutAdded, withoutEdited, type ChangeDrafts } from './use-moment-drafts.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** A note at a time of a recording. */
export type MomentNote = Pick<NoteRow, 'id' | 'text'> & { readonly atMs: number };

interface NotesPanelProps {
  readonly id: EvidenceId;
  readonly notes: readonly MomentNote[];
  readonly drafts: MomentDrafts;
  readonly onDraft: ChangeDrafts;
  readonly onJump: (ms: number) => void;
}

/** Notes at times of a recording, in its order. */
export function NotesPanel({ id, notes, drafts, onDraft, onJump }: NotesPanelProps) {
  const canComment = useCanComment();
  const { added, edited } = drafts;
  const add = useEngineMutation('notes.add', {
    undoMessage: ({ anchor }) => words.noteAdded(mediaClock(anchor.atMs ?? 0)),
    onSuccess: (_output, { fields }) => onDraft((drafts) => withoutAdded(drafts, fields.text)),
  });
  const update = useEngineMutation('notes.update', {
    onSuccess: (_output, { ids, fields }) =>
      onDraft((drafts) => ids.reduce((rest, each) => withoutEdited(rest, each, fields.text), drafts)),
  });
  const remove = useEngineMutation('notes.delete', { undoMessage: () => words.noteDeleted });
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      {added && (
        <NoteForm
          key={added.atMs}
          label={words.noteAt(mediaClock(added.atMs))}
          text={added.text}
          onText={(text) => onDraft((present) => ({ ...present, added: { ...added, text } }))}
          isBusy={add.isPending}
          onSave={(text) =>
            add.mutate({ evidenceId: id, kind: 'note', anchor: { atMs: added.atMs }, fields: { text } })
          }
          onCancel={() => onDraft((present) => withoutAdded(present))}
        />
      )}
      {notes.length === 0 && !added ? (
        <EmptyState title={words.notes}>{words.noNotes}</EmptyState>
      ) : (
        <ul aria-label={words.notes} className="py-1">
          {notes.map((note) => {
            const text = edited[note.id];
            return text !== undefined ? (
              <li key={note.id}>
                <NoteForm
                  label={words.noteAt(mediaClock(note.atMs))}
                  text={text}
                  onText={(next) => onDraft((present) => withEdited(present, note.id, next))}
                  isBusy={update.isPending}
                  onSave={(next) => update.mutate({ ids: [note.id], fields: { text: next } })}
                  onCancel={() => onDraft((present) => withoutEdited(present, note.id))}
                />
              </li>
            ) : (
              <li key={note.id} className="flex items-start gap-2 px-3 py-1">
                <button
                  type="button"
                  className="min-h-6 w-14 shrink-0 rounded-sm text-right text-sm text-accent-text tabular-nums underline-offset-2 hover:underline"
                  aria-label={words.jump(mediaClock(note.atMs))}
                  onClick={() => onJump(note.atMs)}
                >
                  {mediaClock(note.atMs)}
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
                      onPress={() => onDraft((present) => withEdited(present, note.id, note.text))}
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
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface NoteFormProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isBusy: boolean;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** Enter saves, Shift+Enter begins a line, Escape cancels. */
function NoteForm({ label, text, onText, isBusy, onSave, onCancel }: NoteFormProps) {
  const save = () => {
    if (text.trim() !== '' && tooLong(text, textLimits.notes.text) === null && !isBusy) onSave(text.trim());
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
      <TextArea
        label={label}
        value={text}
        onChange={onText}
        autoFocus
        maxLength={textLimits.notes.text}
        rows={2}
      />
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
