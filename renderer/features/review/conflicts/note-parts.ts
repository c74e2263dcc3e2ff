import type { Note } from '../../../../shared/model/notes.ts';
import { conflictWords as words } from './words.ts';

/** A part of a note, as two versions of it are compared. */
export interface NotePart {
  readonly key: keyof typeof words.parts;
  readonly ours: string;
  readonly theirs: string;
  readonly isDifferent: boolean;
}

/**
 * Two versions of a note, part by part.
 *
 * @param tagNames names of tags by their ids; what is not known is left out
 * @param timeOf an instant in words
 */
export function noteParts(
  ours: Note | null,
  theirs: Note | null,
  tagNames: ReadonlyMap<string, string>,
  timeOf: (instant: string) => string,
): readonly NotePart[] {
  const of = (say: (note: Note) => string) => ({
    ours: ours === null ? '' : say(ours),
    theirs: theirs === null ? '' : say(theirs),
  });
  const parts = {
    text: of((note) => note.text || words.noText),
    quote: of(({ anchor }) => anchor.quote),
    place: of(({ anchor }) => (anchor.page === null ? words.whole : words.page(anchor.page))),
    color: of(({ color }) => words.colors[color]),
    tags: of(
      ({ tagIds }) =>
        tagIds
          .flatMap((id) => tagNames.get(id) ?? [])
          .toSorted()
          .join(', ') || words.none,
    ),
    work: of(({ isWorkProduct }) => (isWorkProduct ? words.yes : words.no)),
    author: of(({ author }) => author.name),
    changed: of(({ updatedAt }) => timeOf(updatedAt)),
  };
  return (Object.keys(parts) as (keyof typeof parts)[])
    .map((key) => ({
      key,
      ...parts[key],
      isDifferent: ours !== null && theirs !== null && parts[key].ours !== parts[key].theirs,
    }))
    .filter((part) => part.ours !== '' || part.theirs !== '');
}
