import { useEffect } from 'react';
import { useReaderTarget, type ReaderTarget } from '../../client/index.ts';
import { seekNote } from './note-state.ts';

const led = new WeakSet<ReaderTarget>();

/** A note that the reader was asked for is brought into sight, once. */
export function useTargetNote(): void {
  const { target } = useReaderTarget();
  useEffect(() => {
    if (!target?.noteId || led.has(target)) return;
    led.add(target);
    seekNote(target.noteId, true);
  }, [target]);
}
