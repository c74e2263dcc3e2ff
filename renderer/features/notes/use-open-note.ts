import { useEffect, useRef } from 'react';
import type { NoteRow } from '../../../shared/model/notes.ts';
import { useMatter, useReaderTarget } from '../../client/index.ts';
import { chooseNote, seekNote } from './note-state.ts';

/** The reader beside the list. Where it would take the list's place, a note opens in it only on request. */
const readerBeside = 'main [data-pane][aria-label="Reader"]';
/** How long a note must stay selected before the reader follows, in milliseconds: arrow keys pass more notes than it can open. */
const restMs = 200;

/**
 * Opens notes in the reader, at their place. While the reader is in sight it follows the selection, and the keyboard stays in
 * the list.
 *
 * @param selected the note that is selected; undefined for none or several
 * @returns opens a note, and gives the reader the keyboard
 */
export function useOpenNote(selected: NoteRow | undefined): (note: NoteRow) => void {
  const show = useShowNote();
  const showLatest = useRef(show);
  showLatest.current = show;
  const shownId = useRef(selected?.id);
  useEffect(() => {
    if (!selected || selected.id === shownId.current) return undefined;
    const timer = window.setTimeout(() => {
      // Opened on request meanwhile, it has the keyboard already.
      if (shownId.current === selected.id) return;
      shownId.current = selected.id;
      if (document.querySelector(readerBeside)?.checkVisibility()) showLatest.current(selected, false);
    }, restMs);
    return () => window.clearTimeout(timer);
  }, [selected]);
  return (note) => {
    shownId.current = note.id;
    show(note, true);
  };
}

function useShowNote(): (note: NoteRow, takesFocus: boolean) => void {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  return (note, takesFocus) => {
    const { page, atMs } = note.anchor;
    show({
      source: { matterId, evidenceId: note.evidenceId },
      title: note.title,
      ...(page !== null && { page }),
      ...(atMs !== null && { atMs }),
      ...(takesFocus && { noteId: note.id }),
    });
    if (takesFocus) chooseNote(note.id);
    else seekNote(note.id, false);
  };
}
