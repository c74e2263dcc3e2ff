import type { EvidenceId, TagId } from '../../../../shared/model/common.ts';
import { useCanComment, useEngineMutation, useMatter } from '../../../client/index.ts';
import { useTags, type RowStore } from '../../evidence/index.ts';
import { doneWords } from '../words.ts';
import { applyDecision, type Decision } from './decision.ts';
import { describeDecision } from './describe-decision.ts';

type Ids = readonly EvidenceId[];
/** As an operation takes them. */
type TakenIds = readonly string[];

/** What can be decided about items, wherever it is asked for: by key, button, menu or dialog. */
export interface Coding {
  /** Whether items can be coded here. */
  readonly isEnabled: boolean;
  /** Whether flags can be set and the reviewed mark removed: not in a review copy. */
  readonly canMark: boolean;
  readonly code: (ids: Ids, decision: Decision) => void;
  readonly setReviewed: (ids: Ids, isReviewed: boolean) => void;
  readonly setFlagged: (ids: Ids, isFlagged: boolean) => void;
}

/**
 * Codes items in the acting person's name; the rows show it before the engine has answered.
 *
 * @param onDone called with each step that was taken, for the way back to its items
 */
export function useCoding(rows: RowStore, onDone: (ids: TakenIds) => void): Coding {
  const { isReadOnly } = useMatter();
  const canComment = useCanComment();
  const tags = useTags();
  const issueName = (id: TagId) => tags.find((tag) => tag.id === id)?.name ?? null;
  const of = (ids: TakenIds) => {
    const [only] = ids;
    const title = ids.length === 1 && only !== undefined ? rows.get(only)?.title : undefined;
    return title === undefined ? doneWords.items(ids.length) : doneWords.title(title);
  };
  const code = useEngineMutation('review.code', {
    undoMessage: (_output, { ids, decision }) =>
      doneWords.coded(describeDecision(decision as Decision, issueName), of(ids)),
    onSuccess: (_output, { ids }) => onDone(ids),
  });
  const update = useEngineMutation('evidence.update', {
    undoMessage: (_output, { ids, fields }) => doneWords.coded(markWords(fields), of(ids)),
    onSuccess: (_output, { ids }) => onDone(ids),
  });
  /** Where the engine refuses, rows shown ahead of its answer are read again. */
  const revert = { onError: () => rows.refresh() };
  return {
    isEnabled: canComment,
    canMark: !isReadOnly,
    code: (ids, decision) => {
      if (!canComment || ids.length === 0) return;
      rows.foresee(ids, (item) => applyDecision(item, decision));
      code.mutate({ ids: [...ids], decision }, revert);
    },
    setReviewed: (ids, isReviewed) => {
      if (ids.length === 0 || !(isReviewed ? canComment : !isReadOnly)) return;
      rows.foresee(ids, (item) => ({ ...item, isReviewed }));
      if (isReviewed) code.mutate({ ids: [...ids], decision: { isReviewed: true } }, revert);
      else update.mutate({ ids: [...ids], fields: { isReviewed } }, revert);
    },
    setFlagged: (ids, isFlagged) => {
      if (isReadOnly || ids.length === 0) return;
      rows.foresee(ids, (item) => ({ ...item, isFlagged }));
      update.mutate({ ids: [...ids], fields: { isFlagged } }, revert);
    },
  };
}

function markWords(fields: {
  readonly isReviewed?: boolean | undefined;
  readonly isFlagged?: boolean | undefined;
}) {
  if (fields.isFlagged !== undefined) return fields.isFlagged ? doneWords.flagged : doneWords.notFlagged;
  return fields.isReviewed ? doneWords.reviewed : doneWords.notReviewed;
}
