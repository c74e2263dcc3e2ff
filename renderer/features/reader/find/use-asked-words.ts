import { useRef, useState, type RefObject } from 'react';

/** What a find bar is asked for, and which of the places found was chosen. */
export interface AskedWords<Hit> {
  readonly isOpen: boolean;
  /** What the field shows: what was typed, or the words of a search. */
  readonly query: string;
  /** Whether words of a search are marked, which typing replaces. */
  readonly isMarking: boolean;
  readonly typed: string;
  /** The words of a search that led here; none once something was typed. */
  readonly given: readonly string[];
  readonly chosen: Hit | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly choose: (hit: Hit) => void;
  readonly setQuery: (query: string) => void;
  readonly open: () => void;
  readonly close: () => void;
}

const none: readonly string[] = [];

/** @param marks words of a search that led here; a new list each time, which replaces what was typed */
export function useAskedWords<Hit>(marks: readonly string[]): AskedWords<Hit> {
  const [isOpen, setIsOpen] = useState(marks.length > 0);
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState(marks);
  const [chosen, setChosen] = useState<Hit | null>(null);
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
  return {
    isOpen,
    query: isMarking ? given.join(', ') : typed,
    isMarking,
    typed,
    given,
    chosen,
    field,
    choose: (hit) => setChosen(hit),
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
