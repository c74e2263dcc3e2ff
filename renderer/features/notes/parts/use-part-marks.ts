import { useEffect } from 'react';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { addMarkStyles } from './mark-styles.ts';
import { rangesIn, type PartRange } from './part-ranges.ts';

/**
 * Marks the words of notes in a text that is shown part by part, without touching the text itself: parts come and go while one
 * reads.
 *
 * @param holder the element in which the parts stand; null while it is not known
 */
export function usePartMarks(holder: Element | null, notes: readonly NoteRow[]): void {
  useEffect(() => {
    if (!holder || notes.length === 0) return undefined;
    addMarkStyles();
    let marked: PartRange[] = [];
    let frame = 0;
    const clear = () => {
      for (const { name, range } of marked) CSS.highlights.get(name)?.delete(range);
      marked = [];
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
