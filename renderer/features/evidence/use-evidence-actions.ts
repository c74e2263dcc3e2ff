import { relevanceWords } from '../../../shared/domain/evidence/relevance-words.ts';
import type { EvidenceId, TagId } from '../../../shared/model/common.ts';
import type { Collected, EvidenceItem } from '../../../shared/model/evidence.ts';
import {
  engineClient,
  formatCount,
  runJob,
  showError,
  useEngineMutation,
  useMatter,
  useReaderTarget,
} from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { fieldWords, tagWords, words } from './words.ts';

type Ids = readonly EvidenceId[];

/** The fields that can be changed of many items in one step. */
export interface DescriptionEdit {
  readonly title?: string;
  readonly custodian?: string;
  readonly source?: string;
  readonly collected?: Collected;
  readonly note?: string;
}

/** What can be done with items of the list, wherever it is asked for: by key, menu or button. */
export interface EvidenceActions {
  readonly open: (item: Pick<EvidenceItem, 'id' | 'title'>) => void;
  readonly archive: (ids: Ids, isArchived: boolean) => void;
  readonly describe: (ids: Ids, fields: DescriptionEdit) => void;
  /** Marks items as reviewed, or removes the mark where all have it. */
  readonly toggleReviewed: (ids: Ids) => Promise<void>;
  readonly toggleFlagged: (ids: Ids) => Promise<void>;
  readonly rate: (ids: Ids, relevance: number | null) => void;
  readonly assignTags: (ids: Ids, change: { readonly add: TagId[]; readonly remove: TagId[] }) => void;
  readonly exportOriginals: (ids: Ids) => Promise<void>;
  readonly recognize: (ids: Ids) => Promise<void>;
  readonly verify: (ids: Ids) => Promise<void>;
}

/**
 * @param titleOf the title of one item, for saying what was done to it; null where it is not known
 */
export function useEvidenceActions(titleOf: (ids: readonly string[]) => string | null): EvidenceActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const nameOf = (ids: readonly string[]) => {
    const title = titleOf(ids);
    return title === null ? formatCount(ids.length, 'item') : `“${title}”`;
  };
  const archive = useEngineMutation('evidence.archive', {
    undoMessage: (_output, { ids, isArchived }) =>
      isArchived ? words.archivedNow(ids.length) : words.unarchivedNow(ids.length),
  });
  const update = useEngineMutation('evidence.update', {
    undoMessage: (_output, { ids, fields }) => {
      const of = nameOf(ids);
      if (fields.isReviewed !== undefined) return words.reviewedNow(of, fields.isReviewed);
      if (fields.isFlagged !== undefined) return words.flaggedNow(of, fields.isFlagged);
      if (fields.relevance !== undefined) return words.ratedNow(of, relevanceWords(fields.relevance));
      const changed = Object.keys(fields).map((field) => fieldWords[field] ?? field);
      return words.changed(changed.join(', '), of);
    },
  });
  const assign = useEngineMutation('evidence.tag.assign', {
    undoMessage: (_output, { ids }) => tagWords.changed(ids.length),
  });
  const reported =
    (work: (ids: Ids) => Promise<void>) =>
    async (ids: Ids): Promise<void> => {
      if (ids.length > 0) await work(ids).catch(showError);
    };
  const toggle = (field: 'isReviewed' | 'isFlagged', count: 'reviewed' | 'flagged') =>
    reported(async (ids) => {
      const summary = await engineClient['evidence.summary']({ matterId, ids: [...ids] });
      update.mutate({ ids: [...ids], fields: { [field]: summary[count] < summary.items } });
    });

  return {
    open: (item) => show({ source: { matterId, evidenceId: item.id }, title: item.title }),
    archive: (ids, isArchived) => {
      if (ids.length > 0) archive.mutate({ ids: [...ids], isArchived });
    },
    describe: (ids, fields) => update.mutate({ ids: [...ids], fields }),
    toggleReviewed: toggle('isReviewed', 'reviewed'),
    toggleFlagged: toggle('isFlagged', 'flagged'),
    rate: (ids, relevance) => {
      if (ids.length > 0) update.mutate({ ids: [...ids], fields: { relevance } });
    },
    assignTags: (ids, { add, remove }) => assign.mutate({ ids: [...ids], add, remove }),
    exportOriginals: reported(async (ids) => {
      const target = await window.forthwith.chooseFolder('export');
      if (!target) return;
      const { files } = await runJob('evidence.export', {
        matterId,
        ids: [...ids],
        target: { token: target.token },
      });
      showToast({ message: words.exported(files.length, target.name) });
    }),
    recognize: reported(async (ids) => {
      const { items } = await runJob('evidence.ocr', { matterId, ids: [...ids] });
      showToast({ message: words.recognised(items.reduce((sum, { recognised }) => sum + recognised, 0)) });
    }),
    verify: reported(async (ids) => {
      const { verified, altered } = await runJob('evidence.verify', { matterId, ids: [...ids] });
      if (altered.length > 0)
        showToast({ tone: 'error', message: words.altered(altered.map(({ title }) => title).join(', ')) });
      else showToast({ message: words.verified(verified) });
    }),
  };
}
