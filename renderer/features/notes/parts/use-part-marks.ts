import { useEffect, useRef } from 'react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { endSeeking, useNoteState } from '../note-state.ts';
import { addMarkStyles } from './mark-styles.ts';
import { rangesIn, type PartRange } from './part-ranges.ts';

/**
 * Marks the words of notes in a text that is shown part by part, without touching the text itself: parts come and go while one
 * reads. The words of a requested note are brought into sight as soon as they are there.
 *
 * @param holder the element that holds the parts; null while it is not known
 */
export function usePartMarks(holder: Element | null, notes: readonly NoteRow[]): void {
  const { sought } = useNoteState();
  const wanted = useRef(sought);
  const marks = useRef<readonly PartRange[]>([]);
  const isSeeking = useRef(false);
  /** What got the focus last, so that it gets it only once. */
  const focused = useRef<typeof sought>(null);
  const seek = (frames = 0, calm = 0) => {
    const note = wanted.current;
    const mark = note && marks.current.find(({ noteId }) => noteId === note.id);
    const isLookedAfter = frames === 0 && isSeeking.current;
    if (!mark || isLookedAfter) {
      if (frames > 0) isSeeking.current = false;
      return;
    }
    const isThere = bringIntoSight(mark.range, note.takesFocus && focused.current !== note);
    focused.current = note;
    isSeeking.current = calm < calmFrames && frames < mostFrames;
    // Parts that are only now measured move what was scrolled: so it is checked until it stays in place.
    if (isSeeking.current) requestAnimationFrame(() => seek(frames + 1, isThere ? calm + 1 : 0));
    else endSeeking(note.id);
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

/** Frames in which words must stay in sight, and for which they are followed at most. */
const calmFrames = 6;
const mostFrames = 60;

/**
 * Scrolls only where it must; on request the focus goes to the text they are in.
 * @returns whether they were in sight already, or cannot be brought there
 */
function bringIntoSight(words: Range, takesFocus: boolean): boolean {
  const text = words.startContainer.parentElement?.closest<HTMLElement>('[role="region"]');
  if (!text) return true;
  if (takesFocus) text.focus({ preventScroll: true });
  const view = text.getBoundingClientRect();
  const { top, bottom } = words.getBoundingClientRect();
  if (top >= view.top + 24 && bottom <= view.bottom - 24) return true;
  const before = text.scrollTop;
  text.scrollTop += top - view.top - view.height / 3;
  return Math.abs(text.scrollTop - before) < 1;
}
