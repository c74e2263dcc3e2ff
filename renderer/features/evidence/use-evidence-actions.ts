import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import {
  formatCount,
  runJob,
  showError,
  useEngineMutation,
  useMatter,
  useReaderTarget,
} from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { words } from './words.ts';

/** What can be done with items of the list, wherever it is asked for: by key, menu or button. */
export interface EvidenceActions {
  readonly open: (item: EvidenceItem) => void;
  readonly archive: (items: readonly EvidenceItem[], isArchived: boolean) => void;
  readonly describe: (
    ids: readonly EvidenceItem['id'][],
    fields: { readonly title?: string; readonly custodian?: string; readonly source?: string },
  ) => void;
  readonly exportOriginals: (items: readonly EvidenceItem[]) => Promise<void>;
}

export function useEvidenceActions(): EvidenceActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const archive = useEngineMutation('evidence.archive', {
    undoMessage: (items, { isArchived }) =>
      isArchived
        ? `${formatCount(items.length, 'item')} archived`
        : `${formatCount(items.length, 'item')} taken out of the archive`,
  });
  const describe = useEngineMutation('evidence.update', {
    undoMessage: (items, { fields }) => {
      const [field] = Object.keys(fields);
      const of = items.length === 1 ? `“${items[0]?.title}”` : formatCount(items.length, 'item');
      return `Changed the ${field} of ${of}`;
    },
  });

  return {
    open: (item) => {
      show({ source: { matterId, evidenceId: item.id }, title: item.title });
    },
    archive: (items, isArchived) => {
      const ids = items.filter((item) => item.isArchived !== isArchived).map(({ id }) => id);
      if (ids.length > 0) archive.mutate({ ids, isArchived });
    },
    describe: (ids, fields) => describe.mutate({ ids: [...ids], fields }),
    exportOriginals: async (items) => {
      if (items.length === 0) return;
      try {
        const target = await window.forthwith.chooseFolder('export');
        if (!target) return;
        const { files } = await runJob('evidence.export', {
          matterId,
          ids: items.map(({ id }) => id),
          target: { token: target.token },
        });
        showToast({ message: words.exported(files.length, target.name) });
      } catch (error) {
        showError(error);
      }
    },
  };
}
