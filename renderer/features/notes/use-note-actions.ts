import type { EvidenceId, NoteId, TagId } from '../../../shared/model/common.ts';
import type { TagColor } from '../../../shared/model/evidence.ts';
import type { NoteAnchor, NoteFields, NoteKind, NoteRect, NoteRow } from '../../../shared/model/notes.ts';
import { useEngineMutation } from '../../client/index.ts';
import { storeHalfTyped } from './editor/use-note-kept.ts';
import { dropProvisional, settleProvisional, showProvisional } from './note-state.ts';
import { markWords } from './words.ts';

/** What is changed of one or several notes in one step. */
export interface NoteChange {
  readonly fields?: Partial<Omit<NoteFields, 'tagIds'>>;
  readonly addTagIds?: readonly TagId[];
  readonly removeTagIds?: readonly TagId[];
}

/** A note that is to be kept. */
export interface NewNote {
  readonly evidenceId: EvidenceId;
  readonly kind: NoteKind;
  readonly anchor: NoteAnchor;
  readonly fields: Partial<NoteFields> & { readonly color: TagColor };
}

/** What can be done with notes, wherever it is asked for. Each is one step that can be undone. */
export interface NoteActions {
  /**
   * Keeps a note. Its mark is shown at once.
   *
   * @param shownAs the mark that is shown for it already
   * @returns the note; null where it could not be kept, which was then shown
   */
  readonly add: (note: NewNote, shownAs?: string) => Promise<NoteId | null>;
  readonly update: (notes: readonly Pick<NoteRow, 'id' | 'kind'>[], change: NoteChange) => void;
  /** Puts a box or a mark for redaction elsewhere on its page. @returns whether it is there now; where it is not, the error was shown */
  readonly place: (note: Pick<NoteRow, 'id' | 'kind'>, area: NoteRect) => Promise<boolean>;
  /** Deletes notes. What is half typed in them is stored first, so that Undo brings it back. */
  readonly remove: (notes: readonly Pick<NoteRow, 'id' | 'kind'>[]) => void;
}

/** Everything that can be done with notes from lists, pages and panels; each change can be undone. */
export function useNoteActions(): NoteActions {
  const add = useEngineMutation('notes.add', { undoMessage: ({ kind }) => markWords.added(kind) });
  const update = useEngineMutation('notes.update', {
    undoMessage: (_output, { ids }) => markWords.changed(ids.length),
  });
  const placeBox = useEngineMutation('notes.update', { undoMessage: () => markWords.placed('box') });
  const placeMark = useEngineMutation('notes.update', { undoMessage: () => markWords.placed('redaction') });
  const remove = useEngineMutation('notes.delete', {
    undoMessage: (_output, { ids }) => markWords.deleted(ids.length),
  });
  const idsOf = (notes: readonly { readonly id: NoteId }[]) => notes.map(({ id }) => id);
  return {
    add: async ({ evidenceId, kind, anchor, fields }, shownAs) => {
      const mark =
        shownAs ?? showProvisional({ evidenceId, kind, anchor, color: fields.color, draftIn: null });
      try {
        const { id } = await add.mutateAsync({ evidenceId, kind, anchor, fields });
        settleProvisional(mark, id);
        return id;
      } catch {
        // The mutation has reported it; the provisional mark is removed.
        dropProvisional(mark);
        return null;
      }
    },
    update: (notes, { fields = {}, addTagIds = [], removeTagIds = [] }) => {
      if (notes.length === 0) return;
      update.mutate({
        ids: idsOf(notes),
        fields,
        addTagIds: [...addTagIds],
        removeTagIds: [...removeTagIds],
      });
    },
    place: async ({ id, kind }, area) => {
      const place = kind === 'redaction' ? placeMark : placeBox;
      try {
        await place.mutateAsync({ ids: [id], fields: { area }, addTagIds: [], removeTagIds: [] });
        return true;
      } catch {
        // The mutation has reported it.
        return false;
      }
    },
    remove: (notes) => {
      if (notes.length === 0) return;
      storeHalfTyped(idsOf(notes));
      remove.mutate({ ids: idsOf(notes) });
    },
  };
}
