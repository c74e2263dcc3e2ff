import { useMemo, useRef, useState, type RefObject } from 'react';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';

/** What a find bar is asked for, and which of the places found was chosen. */
export interface FindBarState {
  readonly isOpen: boolean;
  /** What the field shows: what was typed, or the words of a search. */
  readonly query: string;
  /** Whether words of a search are marked, which typing replaces. */
  readonly isMarking: boolean;
  /** What is looked for; nothing while the bar is closed. */
  readonly wanted: WantedWords;
  readonly chosen: object | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly choose: (hit: object) => void;
  readonly setQuery: (query: string) => void;
  readonly open: () => void;
  readonly close: () => void;
}

const none: readonly string[] = [];

/** @param marks words of a search that led here; a new list each time, which replaces what was typed */
export function useFindBar(marks: readonly string[]): FindBarState {
  const [isOpen, setIsOpen] = useState(marks.length > 0);
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState(marks);
  const [chosen, setChosen] = useState<object | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [lastMarks, setLastMarks] = useState(marks);
  if (marks !== lastMarks) {
    setLastMarks(marks);
    if (marks.length > 0) {
      setGiven(marks);
      setTyped('');
      setChosen(null);
      setIsOpen(true);
    }
  }
  const isMarking = given.length > 0;
  const words = typed.trim();
  const wanted = useMemo<WantedWords>(() => {
    if (isOpen && isMarking) return { any: given, isWhole: true };
    return { any: isOpen && words !== '' ? [words] : none, isWhole: false };
  }, [isOpen, isMarking, given, words]);
  return {
    isOpen,
    query: isMarking ? given.join(', ') : typed,
    isMarking,
    wanted,
    chosen,
    field,
    choose: setChosen,
    setQuery: (next) => {
      setTyped(next);
      setGiven(none);
      setChosen(null);
    },
    open: () => {
      setIsOpen(true);
      // Rendered first where it was closed, then focused; what was typed before is offered for replacing.
      window.requestAnimationFrame(() => field.current?.select());
    },
    close: () => setIsOpen(false),
  };
}
