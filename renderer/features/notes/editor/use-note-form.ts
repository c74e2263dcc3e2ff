import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import type { NoteFields } from '../../../../shared/model/notes.ts';
import type { NoteChange } from '../use-note-actions.ts';

/** The form of a note, and which of its fields differ from what is stored. */
export interface NoteForm {
  readonly values: NoteFields;
  readonly set: (patch: Partial<NoteFields>) => void;
  /** Resets the form to what is kept. */
  readonly forget: () => void;
  readonly isChanged: boolean;
  /** What to change so that the note says this. */
  readonly change: NoteChange;
}

/** @param kept what the note says now */
export function useNoteForm(kept: NoteFields): NoteForm {
  const [patch, setPatch] = useState<Partial<NoteFields>>({});
  const [before, setBefore] = useState(kept);
  if (!isNothing(changeOf(before, kept))) {
    setBefore(kept);
    setPatch(withoutStored(patch, before, kept));
  }
  const values = { ...kept, ...patch };
  const change = changeOf(kept, values);
  return {
    values,
    set: (next) => setPatch((before) => ({ ...before, ...next })),
    forget: () => setPatch({}),
    isChanged: !isNothing(change),
    change,
  };
}

const isNothing = ({ fields, addTagIds, removeTagIds }: NoteChange) =>
  Object.keys(fields ?? {}).length + (addTagIds?.length ?? 0) + (removeTagIds?.length ?? 0) === 0;

/**
 * The part of the form still to be stored, once the note itself changed. What now equals the note is left out: otherwise, after
 * an Undo, the form would set it again.
 *
 * @param before what the note said until now
 */
export function withoutStored(
  patch: Partial<NoteFields>,
  before: NoteFields,
  kept: NoteFields,
): Partial<NoteFields> {
  const isSame = (key: keyof NoteFields, a: NoteFields, b: Partial<NoteFields>) =>
    isNothing(changeOf(a, { ...a, [key]: b[key] }));
  return Object.fromEntries(
    Object.entries(patch).filter(([name]) => {
      const key = name as keyof NoteFields;
      return isSame(key, before, kept) || !isSame(key, kept, patch);
    }),
  );
}

/** The step from what is kept to what is wanted: only what differs, so that nothing else is overwritten. */
export function changeOf(kept: NoteFields, wanted: NoteFields): NoteChange {
  const text = wanted.text.trim();
  const without = (ids: readonly TagId[], others: readonly TagId[]) =>
    ids.filter((id) => !others.includes(id));
  return {
    fields: {
      ...(text !== kept.text && { text }),
      ...(wanted.color !== kept.color && { color: wanted.color }),
      ...(wanted.isWorkProduct !== kept.isWorkProduct && { isWorkProduct: wanted.isWorkProduct }),
    },
    addTagIds: without(wanted.tagIds, kept.tagIds),
    removeTagIds: without(kept.tagIds, wanted.tagIds),
  };
}
