import { useRef } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  runJob,
  showError,
  useEngineMutation,
  useMatter,
  useReaderTarget,
} from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { editEntry } from './docket-dialogs.tsx';
import { formatDocketNumber, nameOfEntry } from './docket-number.ts';
import { docketWords as words, outputWords, threadWords } from './words.ts';

/** What can be done with entries, wherever it is asked for: by key, menu or button. */
export interface DocketActions {
  /** Shows the entry's document in the reader; without one, edits the entry. */
  readonly open: (entry: DocketEntry) => void;
  readonly unlink: (entry: DocketEntry) => void;
  readonly remove: (entries: readonly DocketEntry[]) => void;
  readonly backToAutomatic: (entry: DocketEntry) => void;
  readonly exportDocuments: (entries: readonly DocketEntry[]) => Promise<void>;
}

/** @param onRead called when an entry was opened, and so read */
export function useDocketActions(onRead: (entry: DocketEntry) => void): DocketActions {
  const { id: matterId, isReadOnly } = useMatter();
  const reader = useReaderTarget();
  /** Name of the entry being deleted: afterwards it can no longer be looked up. */
  const goingName = useRef('');
  const remove = useEngineMutation('docket.delete', {
    undoMessage: ({ deleted }, { ids }) =>
      ids.length === 1 && deleted === 1
        ? words.deleted(goingName.current)
        : words.deleted(formatCount(deleted, 'docket entry', 'docket entries')),
  });
  const link = useEngineMutation('docket.link', {
    undoMessage: (entry) => (entry.evidenceId ? words.linked : words.unlinked)(nameOfEntry(entry)),
  });
  const thread = useEngineMutation('docket.thread', {
    undoMessage: (entry) => threadWords.movedBack(nameOfEntry(entry)),
  });

  return {
    open: (entry) => {
      onRead(entry);
      if (entry.evidenceId !== null) {
        const number = formatDocketNumber(entry);
        const title = entry.evidenceTitle ?? entry.text;
        reader.show({
          source: { matterId, evidenceId: entry.evidenceId },
          title: number === '' ? title : `${number} · ${title}`,
        });
      } else if (!isReadOnly) editEntry({ kind: 'edit', entry });
      else showToast({ message: words.notLinked(nameOfEntry(entry)) });
    },
    unlink: ({ id }) => link.mutate({ id, evidenceId: null }),
    remove: (entries) => {
      const [first] = entries;
      if (isReadOnly || !first) return;
      goingName.current = nameOfEntry(first);
      remove.mutate({ ids: entries.map(({ id }) => id) });
    },
    backToAutomatic: ({ id }) => thread.mutate({ id, parentId: 'auto' }),
    exportDocuments: async (entries) => {
      if (!entries.some(({ evidenceId }) => evidenceId !== null)) {
        showToast({ message: outputWords.noDocuments });
        return;
      }
      try {
        const target = await window.forthwith.chooseFolder('export');
        if (!target) return;
        const { files, withoutDocument } = await runJob('docket.exportDocuments', {
          matterId,
          ids: entries.map(({ id }) => id),
          target: { token: target.token },
        });
        showToast({
          message: outputWords.documentsExported(
            formatCount(files.length, 'document'),
            target.name,
            withoutDocument,
          ),
        });
      } catch (error) {
        showError(error);
      }
    },
  };
}
