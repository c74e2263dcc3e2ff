import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { EngineEvent } from '../../../../../shared/contract/events.ts';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';
import { engineClient, showUnlessClosed, useEngineEvents, useMatter } from '../../../../client/index.ts';
import { RowStore } from './row-store.ts';

const RowStoreContext = createContext<RowStore | null>(null);

/** Makes the store of a matter's rows, and keeps it in step with the engine's events. */
export function useMatterRows(): RowStore {
  const { id: matterId } = useMatter();
  const store = useMemo(
    () => new RowStore((ids) => engineClient['evidence.rows']({ matterId, ids }), showUnlessClosed),
    [matterId],
  );
  const listener = useMemo(
    () => (event: EngineEvent) => {
      const shows = ['evidence.changed', 'docket.changed', 'exhibits.changed', 'notes.changed'].includes(
        event.name,
      );
      if (shows && 'matterId' in event && event.matterId === matterId) store.refresh();
    },
    [store, matterId],
  );
  useEngineEvents(listener);
  return store;
}

/** Gives the rows to everything below. */
export function RowStoreProvider({ store, children }: { store: RowStore; children: ReactNode }) {
  return <RowStoreContext value={store}>{children}</RowStoreContext>;
}

/** The row of an item, read when it comes into view; undefined until then. @param id empty for none */
export function useRow(id: string): EvidenceItem | undefined {
  const store = use(RowStoreContext);
  const { subscribe, get } = useMemo(
    () => ({
      subscribe: (onChange: () => void) => (store && id !== '' ? store.watch(id, onChange) : () => undefined),
      get: () => store?.get(id),
    }),
    [store, id],
  );
  return useSyncExternalStore(subscribe, get);
}
