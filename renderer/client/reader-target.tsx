import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { ReaderSource } from '../../shared/contract/reader.ts';

export interface ReaderTarget {
  readonly source: ReaderSource;
  readonly title: string;
  /** Page to show first, from 1. */
  readonly page?: number;
}

interface ReaderTargetState {
  readonly target: ReaderTarget | null;
  /** Shows a document in the reader pane, bringing the pane back if it was hidden. */
  readonly show: (target: ReaderTarget | null) => void;
}

const ReaderTargetContext = createContext<ReaderTargetState>({ target: null, show: () => undefined });

/** Holds what the reader pane shows. `onShow` hears each document asked for. */
export function ReaderTargetProvider({ onShow, children }: { onShow?: () => void; children: ReactNode }) {
  const [target, setTarget] = useState<ReaderTarget | null>(null);
  const state = useMemo<ReaderTargetState>(
    () => ({
      target,
      show: (next) => {
        setTarget(next);
        if (next) onShow?.();
      },
    }),
    [target, onShow],
  );
  return <ReaderTargetContext value={state}>{children}</ReaderTargetContext>;
}

/** What the reader pane shows, and the way to show something else there. */
export function useReaderTarget(): ReaderTargetState {
  return use(ReaderTargetContext);
}
