import { useState } from 'react';
import type { TagId } from '../../../../shared/model/common.ts';
import type { NoteFields } from '../../../../shared/model/notes.ts';
import type { NoteChange } from '../use-note-actions.ts';

/** What is being said of a note, and what of that differs from what is kept. */
export interface NoteForm {
  readonly values: NoteFields;
  readonly set: (patch: Partial<NoteFields>) => void;
  /** Says what is kept again. */
  readonly forget: () => void;
  readonly isChanged: boolean;
  /** What to change so that the note says this. */
  readonly change: NoteChange;
}

/** @param kept what the note says now */
export function useNoteForm(kept: NoteFields): NoteForm {
  const [patch, setPatch] = useState<Partial<NoteFields>>({});
  const values = { ...kept, ...patch };
  const change = changeOf(kept, values);
  return {
    values,
    set: (next) => setPatch((before) => ({ ...before, ...next })),
    forget: () => setPatch({}),
    isChanged:
      Object.keys(change.fields ?? {}).length +
        (change.addTagIds?.length ?? 0) +
        (change.removeTagIds?.length ?? 0) >
      0,
    change,
  };
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
