import { useRef } from 'react';

/** A pause this long starts a new prefix. */
const pauseMs = 700;

/** Finds rows by their first letters as they are typed. */
export function useTypeAhead<T>(
  rows: readonly T[],
  textOf: ((row: T) => string | readonly string[]) | undefined,
) {
  const typed = useRef({ text: '', at: 0 });
  const isTyping = () => typed.current.text !== '' && performance.now() - typed.current.at < pauseMs;
  /** The prefix to look for after one more key; null if the key is not a letter. */
  const letters = (key: string): string | null => {
    if (key.length !== 1) return null;
    const text = (isTyping() ? typed.current.text : '') + key.toLocaleLowerCase('en');
    typed.current = { text, at: performance.now() };
    // The same letter again moves to the next row that starts with it.
    const isRepeat = text.length > 1 && [...text].every((c) => c === text[0]);
    return isRepeat ? text.slice(0, 1) : text;
  };
  return {
    isTyping,
    letters,
    /** Returns a check whether no other letter or key has come since. */
    watch(): () => boolean {
      const now = typed.current;
      return () => typed.current === now;
    },
    /** Forgets what was typed. */
    stop: () => void (typed.current = { text: '', at: 0 }),
    /** The row that the typed letters lead to, searching from `from`; null when the key is not a letter or nothing begins so. */
    type(key: string, from: number): number | null {
      if (!textOf) return null;
      const wanted = letters(key);
      if (wanted === null) return null;
      const start = wanted.length === 1 ? from + 1 : Math.max(from, 0);
      const find = (fits: (texts: readonly string[]) => boolean) => {
        for (let step = 0; step < rows.length; step += 1) {
          const index = (start + step) % rows.length;
          const row = rows[index];
          if (row !== undefined && fits([textOf(row)].flat().map((text) => text.toLocaleLowerCase('en'))))
            return index;
        }
        return null;
      };
      const { text } = typed.current;
      return (
        (text.length > 1 ? find((texts) => texts[0] === text) : null) ??
        find(([name = '']) => name.startsWith(wanted)) ??
        find((texts) => texts.some((each) => each.startsWith(wanted)))
      );
    },
  };
}
