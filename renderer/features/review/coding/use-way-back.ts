import { useEffect, useRef } from 'react';
import { engineClient, useEngineQuery, useMatter } from '../../../client/index.ts';

interface Step {
  readonly label: string;
  readonly at: string;
}
const keyOf = (step: Step | null | undefined) => (step ? `${step.at} ${step.label}` : null);

/** Steps remembered; older ones are undone without going anywhere. */
const keptAtMost = 200;

/**
 * Goes back to an item when its coding is undone or redone, by toast, key or menu.
 *
 * @param onGo goes to an item
 * @returns a function to call with a step that was just taken
 */
export function useWayBack(onGo: (id: string) => void): (ids: readonly string[]) => void {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('history.get', { matterId });
  const steps = useRef(new Map<string, string>());
  const before = useRef<{ undo: string | null; redo: string | null }>({ undo: null, redo: null });
  const go = useRef(onGo);
  useEffect(() => {
    go.current = onGo;
  });
  useEffect(() => {
    if (!data) return;
    const now = { undo: keyOf(data.undo), redo: keyOf(data.redo) };
    const last = before.current;
    before.current = now;
    const turned =
      last.undo !== null && last.undo === now.redo
        ? last.undo
        : last.redo !== null && last.redo === now.undo
          ? last.redo
          : null;
    const id = turned === null ? undefined : steps.current.get(turned);
    if (id !== undefined) go.current(id);
  }, [data]);
  return ([first]) => {
    if (first === undefined) return;
    engineClient['history.get']({ matterId }).then(
      ({ undo }) => {
        const key = keyOf(undo);
        if (key === null) return;
        steps.current.set(key, first);
        const [oldest] = steps.current.keys();
        if (steps.current.size > keptAtMost && oldest !== undefined) steps.current.delete(oldest);
      },
      // Only the way back is lost with it.
      () => undefined,
    );
  };
}
