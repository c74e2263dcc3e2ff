import { useEffect, useRef } from 'react';
import type { NoteId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useOnLeave } from '../../../ui/index.ts';
import type { NoteActions } from '../use-note-actions.ts';
import type { NoteForm } from './use-note-form.ts';

/** What stores a half-typed note when its editor goes, with the note it belongs to. */
const places = new Map<() => void, NoteId>();

/**
 * Stores what is being typed in a note when its editor goes, and before the note is deleted.
 *
 * @returns a function that discards it: nothing of it is kept
 */
export function useNoteKept(note: NoteRow, form: NoteForm, update: NoteActions['update']): () => void {
  const isGivenUp = useRef(false);
  const store = () => {
    if (form.isChanged && !isGivenUp.current) update([note], form.change);
    form.forget();
  };
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  useOnLeave(store);
  const { id } = note;
  useEffect(() => {
    const own = () => latest.current();
    places.set(own, id);
    return () => void places.delete(own);
  }, [id]);
  return () => {
    isGivenUp.current = true;
  };
}

/** Stores what is half typed in these notes, wherever they are open. */
export function storeHalfTyped(ids: readonly NoteId[]): void {
  for (const [store, id] of places) if (ids.includes(id)) store();
}
