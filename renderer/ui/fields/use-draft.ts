import { useEffect, useRef, useState } from 'react';
import { showToast } from '../Toasts.tsx';
import { useOnLeave, useUnkept } from '../use-on-leave.ts';
import { fieldWords } from '../words.ts';

interface DraftOptions {
  readonly label: string;
  readonly value: string;
  /** What is wrong with a text, in a sentence; null when nothing is. */
  readonly problemOf: (text: string) => string | null;
  /** Stores a text that differs; answers why it was refused, if it was. */
  readonly store: (text: string) => Promise<string | null> | void;
}

/**
 * What is typed in a field that stores when it is left, or its place is. What cannot be stored stays as typed, with the reason; when
 * the field is gone, a toast says so.
 */
export function useDraft({ label, value, problemOf, store }: DraftOptions) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);
  /** What is being stored: leaving the field, and then its place, stores it once. */
  const sent = useRef<string | null>(null);
  const problem = draft === null ? null : (problemOf(draft.trim()) ?? refused);
  const change = (text: string | null) => {
    setDraft(text);
    setRefused(null);
  };
  /** @param isGoing whether the field is being unmounted with its place: an error is then shown elsewhere */
  const commit = async (isGoing = false) => {
    const next = (draft ?? value).trim();
    if (draft === null || next === sent.current) return;
    const tellNotKept = (why: string) =>
      showToast({ tone: 'error', message: fieldWords.notKept(label, why) });
    const wrong = problemOf(next);
    if (wrong !== null) {
      if (isGoing) tellNotKept(wrong);
      return;
    }
    if (next === value) {
      change(null);
      return;
    }
    sent.current = next;
    const why = (await store(next)) ?? null;
    sent.current = null;
    setRefused(why);
    // What was typed since stays.
    if (why === null) setDraft((present) => (present === null || present.trim() === next ? null : present));
    else if (isGoing || isGone.current) tellNotKept(why);
  };
  useUnkept(problem !== null);
  useOnLeave(() => void commit(true));
  return {
    /** What the field shows. */
    text: draft ?? value,
    /** What keeps it from being stored; null for nothing. */
    problem,
    /** Whether something is typed. */
    isOpen: draft !== null,
    change,
    commit: () => void commit(),
    revert: () => change(null),
  };
}
