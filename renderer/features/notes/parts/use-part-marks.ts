import { useEffect, useRef } from 'react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { endSeeking, useNoteState } from '../note-state.ts';
import { addMarkStyles } from './mark-styles.ts';
import { rangesIn, type PartRange } from './part-ranges.ts';

/**
 * Marks the words of notes in a text that is shown part by part, without touching the text itself: parts come and go while one
 * reads. The words of a note that is sought are brought into sight as soon as they stand there.
 *
 * @param holder the element in which the parts stand; null while it is not known
 */
export function usePartMarks(holder: Element | null, notes: readonly NoteRow[]): void {
  const { sought } = useNoteState();
  const wanted = useRef(sought);
  const marks = useRef<readonly PartRange[]>([]);
  const seek = () => {
    const note = wanted.current;
    const mark = note && marks.current.find(({ noteId }) => noteId === note.id);
    if (!mark) return;
    bringIntoSight(mark.range, note.takesFocus);
    endSeeking(note.id);
  };
  const seekNow = useRef(seek);
  useEffect(() => {
    wanted.current = sought;
    seekNow.current();
  }, [sought]);
  useEffect(() => {
    if (!holder || notes.length === 0) return undefined;
    addMarkStyles();
    let marked: PartRange[] = [];
    let frame = 0;
    const clear = () => {
      for (const { name, range } of marked) CSS.highlights.get(name)?.delete(range);
      marked = [];
      marks.current = marked;
    };
    const mark = () => {
      clear();
      const byPart = Map.groupBy(notes, ({ anchor }) => anchor.page);
      for (const part of holder.querySelectorAll<HTMLElement>('[data-part]'))
        marked.push(...rangesIn(part, byPart.get(Number(part.dataset['part'])) ?? []));
      for (const { name, range } of marked) {
        const present = CSS.highlights.get(name);
        if (present) present.add(range);
        else CSS.highlights.set(name, new Highlight(range));
      }
      seekNow.current();
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    const observer = new MutationObserver(later);
    observer.observe(holder, { childList: true, subtree: true, characterData: true });
    mark();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clear();
    };
  }, [holder, notes]);
}

/** Scrolls only where it must; on request the keyboard goes to the text they stand in. */
function bringIntoSight(words: Range, takesFocus: boolean): void {
  const text = words.startContainer.parentElement?.closest<HTMLElement>('[role="region"]');
  if (!text) return;
  const view = text.getBoundingClientRect();
  const { top, bottom } = words.getBoundingClientRect();
  if (top < view.top + 24 || bottom > view.bottom - 24) text.scrollTop += top - view.top - view.height / 3;
  if (takesFocus) text.focus({ preventScroll: true });
}
