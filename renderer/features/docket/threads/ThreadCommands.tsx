import { useState } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import {
  useCommand,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useReaderTarget,
  useRunCommand,
} from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import { nameOfEntry } from '../docket-number.ts';
import { showEntry } from '../docket-target.ts';
import { useDocketActions } from '../use-docket-actions.ts';
import { readingWords as words } from '../words.ts';
import { threadDocuments } from './thread-documents.ts';

const none: readonly DocketEntry[] = [];

/** From the document in front to its docket entry, and along the documents of its thread, from whichever area. */
export function ThreadCommands() {
  const { id: matterId, isReadOnly } = useMatter();
  const { target } = useReaderTarget();
  const run = useRunCommand();
  const source = target?.source;
  const inFront = source && 'evidenceId' in source ? source.evidenceId : null;
  const entries = useEngineQuery('docket.list', { matterId }).data ?? none;
  const { mutate: mark } = useEngineMutation('docket.mark');
  const { open } = useDocketActions(({ id, isUnread }) => {
    if (isUnread && !isReadOnly) mark({ ids: [id], isUnread: false });
  });
  /** The last entry reached in a thread: the same document may be filed more than once. */
  const [last, setLast] = useState<DocketEntry['id'] | null>(null);
  const filed = inFront === null ? none : entries.filter(({ evidenceId }) => evidenceId === inFront);
  const entry = filed.find(({ id }) => id === last) ?? filed[0];
  const isEnabled = entry !== undefined;

  const step = (by: 1 | -1) => {
    if (!entry) return;
    const documents = threadDocuments(entries, entry.id);
    const at = documents.findIndex(({ id }) => id === entry.id) + by;
    const next = documents[at];
    if (!next) {
      showToast({ tone: 'notice', group: 'thread', message: by === 1 ? words.atEnd : words.atStart });
      return;
    }
    setLast(next.id);
    open(next);
    showToast({ group: 'thread', message: words.at(at + 1, documents.length, nameOfEntry(next)) });
  };
  useCommand('docket.nextInThread', () => step(1), { isEnabled });
  useCommand('docket.previousInThread', () => step(-1), { isEnabled });
  useCommand(
    'docket.showEntry',
    () => {
      if (!entry) return;
      showEntry(entry.id);
      run('go.docket');
    },
    { isEnabled },
  );
  return null;
}
