import { useEffect, useMemo } from 'react';
import type { TagColor } from '../../../../shared/model/evidence.ts';
import type { NoteKind, NoteRect, NoteRow } from '../../../../shared/model/notes.ts';
import type { OpenItem } from '../../../client/index.ts';
import { dropProvisional, useNoteState, type Provisional } from '../note-state.ts';
import { useItemNotes } from '../use-item-notes.ts';
import { inReadingOrder } from './mark-geometry.ts';
import { useLocated } from './use-located.ts';

/** A note as placed on its page. */
export interface Mark {
  readonly id: string;
  readonly kind: NoteKind;
  readonly color: TagColor;
  readonly quote: string;
  /** Where its words are now, or its area; empty for a note on the whole page. */
  readonly rects: readonly NoteRect[];
  readonly state: 'exact' | 'moved' | 'lost';
  /** Null for a mark that the matter does not have yet. */
  readonly note: NoteRow | null;
  /** Null once the matter has it. */
  readonly provisional: Provisional | null;
}

/** All marks of a page in the order they are read, including those still being stored. */
export function usePageMarks(
  item: OpenItem,
  documentId: string,
  page: number,
  textVersion: number,
): readonly Mark[] {
  const { notes, query } = useItemNotes(item);
  const { provisional } = useNoteState();
  const own = useMemo(() => notes.filter(({ anchor }) => anchor.page === page + 1), [notes, page]);
  const located = useLocated(documentId, page, own, textVersion);
  const early = useMemo(
    () =>
      provisional.filter(
        ({ evidenceId, anchor, draftIn }) =>
          evidenceId === item.evidenceId &&
          anchor.page === page + 1 &&
          (draftIn === null || draftIn === documentId),
      ),
    [provisional, item.evidenceId, page, documentId],
  );
  const listedAt = query.dataUpdatedAt;
  // Once the list was read again, the note itself is there, or was undone meanwhile.
  const isOver = ({ kept }: Provisional) =>
    kept !== undefined && (listedAt > kept.at || own.some(({ id }) => id === kept.as));
  useEffect(() => {
    for (const mark of early) if (isOver(mark)) dropProvisional(mark.id);
  });
  return useMemo(
    () =>
      inReadingOrder<Mark>([
        ...own.map((note) => {
          const place = located.get(note.id);
          const { id, kind, color, anchor } = note;
          return {
            id,
            kind,
            color,
            quote: anchor.quote,
            rects: place?.rects ?? anchor.rects,
            state: place?.state ?? 'exact',
            note,
            provisional: null,
          };
        }),
        ...early
          .filter((mark) => !isOver(mark))
          .map((mark) => ({
            id: mark.id,
            kind: mark.kind,
            color: mark.color,
            quote: mark.anchor.quote,
            rects: mark.anchor.rects,
            state: 'exact' as const,
            note: null,
            provisional: mark,
          })),
      ]),
    [own, located, early, listedAt],
  );
}
