import { useMemo } from 'react';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { useAskedWords, type AskedWords } from '../find/use-asked-words.ts';

/** The find bar of a document without pages of its own; what is chosen is which hit is shown, from 0. */
export interface FindBarState extends AskedWords<number> {
  /** What is looked for; nothing while the bar is closed. */
  readonly wanted: WantedWords;
}

const none: readonly string[] = [];

/** @param marks words of a search that led here; a new list each time, which replaces what was typed */
export function useFindBar(marks: readonly string[]): FindBarState {
  const asked = useAskedWords<number>(marks);
  const { isOpen, isMarking, given, typed } = asked;
  const wanted = useMemo<WantedWords>(() => {
    if (!isOpen) return { any: none, isWhole: false };
    if (isMarking) return { any: given, isWhole: true };
    return { any: typed.trim() === '' ? none : [typed.trim()], isWhole: false };
  }, [isOpen, isMarking, given, typed]);
  return { ...asked, wanted };
}
