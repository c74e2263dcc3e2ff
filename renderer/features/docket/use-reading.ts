import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { useEngineMutation, useMatter } from '../../client/index.ts';

/** How long an entry's details are shown before it counts as read: an arrow held down rushes past many. */
const readAfterMs = 500;

interface Mark {
  readonly isUnread: boolean;
  readonly isSent: boolean;
}
const noMarks: ReadonlyMap<string, Mark> = new Map();

export interface Reading {
  /** The entries, with the marks that the engine has not confirmed yet. */
  readonly entries: readonly DocketEntry[];
  readonly mark: (entries: readonly DocketEntry[], isUnread: boolean) => void;
}

/**
 * Marks of reading. They show at once, and are kept by the engine; an entry whose details are looked at becomes read.
 *
 * @param listed entries as the engine gave them
 * @param lookedId the entry whose details are in sight, or null
 */
export function useReading(listed: readonly DocketEntry[], lookedId: string | null): Reading {
  const { isReadOnly } = useMatter();
  const [marks, setMarks] = useState(noMarks);
  const { mutateAsync } = useEngineMutation('docket.mark');
  /** An entry that was marked unread by hand stays so while it is looked at, also when it is chosen still after a restart. */
  const keptUnread = useRef<string | null>(lookedId);

  const mark = useCallback(
    (chosen: readonly DocketEntry[], isUnread: boolean) => {
      // An entry kept by hand is never unread: nobody else wrote it.
      const ids = chosen
        .filter((entry) => entry.isUnread !== isUnread && (entry.isFromCourt || !isUnread))
        .map(({ id }) => id);
      if (isReadOnly || ids.length === 0) return;
      const withMark = (isSent: boolean) => (before: ReadonlyMap<string, Mark>) =>
        new Map([...before, ...ids.map((id) => [id, { isUnread, isSent }] as const)]);
      setMarks(withMark(false));
      // The mutation itself reports what went wrong.
      mutateAsync({ ids, isUnread }).then(
        () => setMarks(withMark(true)),
        () => setMarks((before) => without(before, ids)),
      );
    },
    [isReadOnly, mutateAsync],
  );

  // What was sent to the engine is in its next answer.
  const [answered, setAnswered] = useState(listed);
  if (answered !== listed) {
    setAnswered(listed);
    const left = [...marks].filter(([, { isSent }]) => !isSent);
    if (left.length !== marks.size) setMarks(new Map(left));
  }

  const entries = useMemo(
    () =>
      marks.size === 0
        ? listed
        : listed.map((entry) => {
            const isUnread = marks.get(entry.id)?.isUnread ?? entry.isUnread;
            return isUnread === entry.isUnread ? entry : { ...entry, isUnread };
          }),
    [listed, marks],
  );

  const looked = lookedId === null ? undefined : entries.find(({ id }) => id === lookedId);
  const isToRead = looked?.isUnread === true;
  useEffect(() => {
    if (!isToRead || !looked || keptUnread.current === looked.id) return undefined;
    const timer = window.setTimeout(() => mark([looked], false), readAfterMs);
    return () => window.clearTimeout(timer);
  }, [looked, isToRead, mark]);
  useEffect(() => {
    if (keptUnread.current !== lookedId) keptUnread.current = null;
  }, [lookedId]);

  return {
    entries,
    mark: useCallback(
      (chosen, isUnread) => {
        if (isUnread && chosen.some(({ id }) => id === lookedId)) keptUnread.current = lookedId;
        mark(chosen, isUnread);
      },
      [mark, lookedId],
    ),
  };
}

function without(marks: ReadonlyMap<string, Mark>, ids: readonly string[]): ReadonlyMap<string, Mark> {
  const left = new Map(marks);
  for (const id of ids) left.delete(id);
  return left;
}
