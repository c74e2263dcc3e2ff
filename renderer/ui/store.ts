import { useSyncExternalStore } from 'react';

/** A window-wide value that several components show, and that any code may set. */
export interface Store<T> {
  readonly get: () => T;
  /** Sets it and notifies the components that show it. */
  readonly set: (next: T) => void;
  /** The value, updated whenever it is set. A hook. */
  readonly use: () => T;
  /** Whether it is shown anywhere now. */
  readonly isShown: () => boolean;
}

/**
 * Creates a value that lives as long as the window, whatever is shown.
 *
 * @example const dialog = createStore<Edit | null>(null); export const openDialog = dialog.set; export const useDialog = dialog.use;
 */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = () => value;
  return {
    get,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
    isShown: () => listeners.size > 0,
  };
}
