import { useRef, type RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { formatInstant, useCanComment, useMatter } from '../../../client/index.ts';
import type { NoteFields, NoteRow } from '../../../../shared/model/notes.ts';
import type { Mark } from '../marks/use-page-marks.ts';
import { placeOf } from '../note-name.ts';
import { closeEditor, dropProvisional, sendDraft } from '../note-state.ts';
import { useMarkColor } from '../use-mark-color.ts';
import { useNoteActions } from '../use-note-actions.ts';
import { editorWords as words, markWords } from '../words.ts';
import { isWorthKeeping, NoteFormFields } from './NoteFormFields.tsx';
import { useNoteForm } from './use-note-form.ts';

interface NoteEditorProps {
  readonly mark: Mark;
  /** The mark's own handle, beside which it stands and which has the focus back. */
  readonly trigger: RefObject<HTMLElement | null>;
}

/** What is said of a mark on a page, beside it. Whoever clicks elsewhere keeps what they typed; Escape gives it up. */
export function NoteEditor({ mark, trigger }: NoteEditorProps) {
  const { kind, color, quote, note, provisional, state } = mark;
  const canComment = useCanComment();
  const actions = useNoteActions();
  const [, rememberColor] = useMarkColor();
  const form = useNoteForm(note ? fieldsOf(note) : { text: '', color, tagIds: [], isWorkProduct: true });
  const isOver = useRef(false);
  // Saved or given up, it may be told once more that it closes.
  const end = (act: () => void) => {
    if (isOver.current) return;
    isOver.current = true;
    act();
  };
  const give = () =>
    end(() => {
      if (provisional) dropProvisional(provisional.id);
      else closeEditor();
    });
  const save = () =>
    end(() => {
      if (provisional) {
        if (!isWorthKeeping(kind, form)) return dropProvisional(provisional.id);
        const { evidenceId, anchor, id } = provisional;
        sendDraft(id, form.values.color);
        void actions.add({ evidenceId, kind, anchor, fields: form.values }, id);
      } else {
        closeEditor();
        if (note && form.isChanged && canComment) actions.update([note], form.change);
      }
      if (form.values.color !== color) rememberColor(form.values.color);
    });
  const remove = () =>
    end(() => {
      const pages = trigger.current?.closest<HTMLElement>('[role="region"]');
      closeEditor();
      if (note) actions.remove([note]);
      // The handle goes with its note; the keyboard stays with the pages.
      requestAnimationFrame(() => requestAnimationFrame(() => pages?.focus({ preventScroll: true })));
    });
  const title = words.title(kind, note ? placeOf(note) : '');
  return (
    <Popover
      triggerRef={trigger}
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
        {state !== 'exact' && (
          <p className="text-sm text-warning-ink">
            {state === 'moved' ? markWords.movedLong : markWords.lostLong}
          </p>
        )}
        <NoteFormFields
          kind={kind}
          form={form}
          isNew={provisional !== null}
          hasFocus
          onSave={save}
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
