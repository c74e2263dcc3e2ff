import { useRef, type RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { Move } from 'lucide-react';
import { Button, useOnLeave } from '../../../ui/index.ts';
import { formatInstant, useCanComment, useMatter } from '../../../client/index.ts';
import type { NoteFields, NoteRow } from '../../../../shared/model/notes.ts';
import type { Mark } from '../marks/use-page-marks.ts';
import { placeOf } from '../note-name.ts';
import { closeEditor, dropProvisional, mayTakeFocus, seekNote, sendDraft } from '../note-state.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { editorWords as words, markWords } from '../words.ts';
import { isWorthKeeping, NoteFormFields } from './NoteFormFields.tsx';
import { useNoteForm } from './use-note-form.ts';

interface NoteEditorProps {
  readonly mark: Mark;
  /** The mark's first line, next to which the editor is placed. */
  readonly place: RefObject<HTMLElement | null>;
  /** The mark's button, which has the focus afterwards. */
  readonly handle: RefObject<HTMLElement | null>;
  /** Starts moving a box; null for what cannot be moved. */
  readonly onPlace: (() => void) | null;
}

/** Edits the note of a mark on a page, beside it. A click elsewhere keeps what was typed; Escape discards it. */
export function NoteEditor({ mark, place, handle, onPlace }: NoteEditorProps) {
  const { kind, color, quote, note, provisional, state } = mark;
  const canComment = useCanComment();
  const actions = useNoteActions();
  const [, rememberColor] = useMarkColor();
  const form = useNoteForm(note ? fieldsOf(note) : { text: '', color, tagIds: [], isWorkProduct: true });
  const isOver = useRef(false);
  // Once saved or discarded, its close handler may be called again.
  const end = (act: () => void, goes = false) => {
    if (isOver.current) return;
    isOver.current = true;
    const pages = handle.current?.closest<HTMLElement>('[role="region"]');
    act();
    // A closing popover returns the focus a frame later. Where the mark disappears too, the focus stays with the pages.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const next = !goes && handle.current?.isConnected ? handle.current : pages;
        if (mayTakeFocus()) next?.focus({ preventScroll: true });
      }),
    );
  };
  const give = () =>
    end(() => {
      if (provisional) dropProvisional(provisional.id);
      else closeEditor();
    });
  const save = (goes = false) =>
    end(() => {
      if (provisional) {
        if (!isWorthKeeping(kind, form)) return dropProvisional(provisional.id);
        const { evidenceId, anchor, id } = provisional;
        sendDraft(id, form.values.color);
        void actions
          .add({ evidenceId, kind, anchor, fields: form.values }, id)
          // A user who has moved to another field by then, to find or to filter, goes on typing there.
          .then((kept) => kept && seekNote(kept, !document.activeElement?.matches('input, textarea')));
      } else {
        closeEditor();
        if (note && form.isChanged && canComment) actions.update([note], form.change);
      }
      if (kind !== 'redaction' && form.values.color !== color) rememberColor(form.values.color);
    }, goes);
  useOnLeave(save);
  // What was typed is stored first, so that Undo brings it back.
  const remove = () => {
    save(true);
    if (note) actions.remove([note]);
  };
  const placeAnew = () => {
    isOver.current = true;
    closeEditor();
    if (note && form.isChanged) actions.update([note], form.change);
    // The closing popover returns the focus first; then the frame takes it.
    requestAnimationFrame(() => requestAnimationFrame(() => onPlace?.()));
  };
  const title = words.title(kind, note ? placeOf(note) : '');
  return (
    <Popover
      triggerRef={place}
      isOpen
      onOpenChange={(isOpen) => !isOpen && save()}
      placement="bottom start"
      className="popover-motion max-h-[80vh] overflow-auto rounded-lg border border-line bg-raised shadow-pop"
    >
      <Dialog className="flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2.5 p-3 outline-none">
        <div className="flex flex-col gap-0.5">
          <Heading slot="title" className="font-semibold">
            {title}
          </Heading>
          {note && <Written note={note} />}
        </div>
        {quote !== '' && (
          <blockquote
            data-selectable
            className="line-clamp-3 border-l-2 border-line pl-2 text-ink-soft wrap-anywhere"
          >
            {quote}
          </blockquote>
        )}
        {kind === 'redaction' && <p className="text-sm text-warning-ink">{words.notApplied}</p>}
        {state !== 'exact' && (
          <p className="text-sm text-warning-ink">
            {state === 'moved' ? markWords.movedLong : markWords.lostLong}
          </p>
        )}
        {onPlace && (
          <Button size="small" icon={<Move aria-hidden />} onPress={placeAnew}>
            {words.place}
          </Button>
        )}
        <NoteFormFields
          kind={kind}
          form={form}
          isNew={provisional !== null}
          hasFocus
          onSave={() => save()}
          onCancel={give}
          onDelete={note ? remove : null}
        />
      </Dialog>
    </Popover>
  );
}

/** Who wrote a note and when, on the court's clock. */
export function Written({ note }: { note: NoteRow }) {
  const { timezone } = useMatter();
  const { author, createdAt, updatedAt } = note;
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {words.by(author.name, formatInstant(createdAt, timezone))}
      {updatedAt !== createdAt && `, ${words.changedAt(formatInstant(updatedAt, timezone))}`}
    </p>
  );
}

/** What a note says, as it can be edited. */
export function fieldsOf({ text, color, tagIds, isWorkProduct }: NoteRow): NoteFields {
  return { text, color, tagIds, isWorkProduct };
}
