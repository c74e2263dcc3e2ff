import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { ReaderSource } from '../../shared/contract/reader.ts';
import type { NoteId } from '../../shared/model/common.ts';
import { useOpenMatter } from './matter.tsx';

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
  const [asked, show] = useState<ReaderTarget | null>(null);
  // A document of a matter that was left is not shown in the next.
  const target = asked?.source.matterId === matterId ? asked : null;
  const state = useMemo<ReaderTargetState>(() => ({ target, show }), [target]);
  return <ReaderTargetContext value={state}>{children}</ReaderTargetContext>;
}

/** What the reader pane shows, and the way to show something else there. */
export function useReaderTarget(): ReaderTargetState {
  return use(ReaderTargetContext);
}
