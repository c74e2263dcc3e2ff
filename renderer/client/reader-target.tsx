import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ReaderSource } from '../../shared/contract/reader.ts';
import type { NoteId } from '../../shared/model/common.ts';
import { useOpenMatter } from './matter.tsx';
import { isTabWanted } from './kept/tab-wanted.ts';

export interface ReaderTarget {
  readonly source: ReaderSource;
  readonly title: string;
  /** Page to show first, from 1. */
  readonly page?: number;
  /** Where in a recording to begin, in milliseconds. */
  readonly atMs?: number;
  /** A note to bring into view and give the focus. */
  readonly noteId?: NoteId;
  /** Words and phrases to mark, as a search found them. */
  readonly marks?: readonly string[];
  /** In place of the document in front, in a tab of its own, or on the other side; as the keys held say where it is left out. */
  readonly where?: 'here' | 'tab' | 'other';
}

interface ReaderTargetState {
  readonly target: ReaderTarget | null;
  /** Shows a document in the reader pane, bringing the pane back if it was hidden. */
  readonly show: (target: ReaderTarget | null) => void;
}

const ReaderTargetContext = createContext<ReaderTargetState>({ target: null, show: () => undefined });

/** Holds what the reader pane shows. */
export function ReaderTargetProvider({ children }: { children: ReactNode }) {
  const matterId = useOpenMatter()?.id;
  const [asked, setAsked] = useState<ReaderTarget | null>(null);
  const show = useCallback(
    (target: ReaderTarget | null) => setAsked(target && isTabWanted() ? { where: 'tab', ...target } : target),
    [],
  );
  // A document of a matter that was left is not shown in the next.
  const target = asked?.source.matterId === matterId ? asked : null;
  const state = useMemo<ReaderTargetState>(() => ({ target, show }), [target, show]);
  return <ReaderTargetContext value={state}>{children}</ReaderTargetContext>;
}

/** What the reader pane shows, and the way to show something else there. */
export function useReaderTarget(): ReaderTargetState {
  return use(ReaderTargetContext);
}
