import {
  affectedCitations as correct,
  lostCitations as lost,
} from '../../../../shared/domain/citations/index.ts';
import type { AffectedCitation, LabelChange } from '../../../../shared/model/exhibits.ts';
import type { MatterSession } from '../../store/session.ts';
import { pickExhibits } from '../edit/order.ts';
import { listExhibits } from '../exhibit-repository.ts';
import { getSet } from '../set-repository.ts';
import { listChecks } from './brief-repository.ts';

/**
 * Citations in the briefs checked so far that relabeling would make wrong, with what they have to say then.
 *
 * @param changes the was/now table; rows of exhibits that are not in the set yet change no citation
 */
export function affectedCitations(
  session: MatterSession,
  setId: string,
  changes: readonly LabelChange[],
): AffectedCitation[] {
  const nowLabels = new Map(changes.flatMap(({ id, now }) => (id === null ? [] : [[id, now] as const])));
  if (nowLabels.size === 0) return [];
  const labels = listExhibits(session, setId).map(({ label }) => label);
  return listChecks(session, setId).flatMap(({ brief, citations }) =>
    correct(citations, nowLabels, labels).map(({ citation, shouldSay }) => ({
      ...citation,
      briefTitle: brief,
      shouldSay,
      gone: [],
    })),
  );
}

/**
 * Citations in the briefs checked so far that would lead nowhere if exhibits were withdrawn or removed. Those of an exhibit that
 * is withdrawn already lead nowhere as it is.
 *
 * @throws AppError NOT_FOUND
 */
export function lostCitations(
  session: MatterSession,
  setId: string,
  ids: readonly string[],
): AffectedCitation[] {
  getSet(session, setId);
  const standing = pickExhibits(listExhibits(session, setId), ids).filter(
    ({ status }) => status !== 'withdrawn',
  );
  const labels = new Map(standing.map(({ id, label }) => [id, label]));
  return listChecks(session, setId).flatMap(({ brief, citations }) =>
    lost(citations, labels).map(({ citation, gone }) => ({
      ...citation,
      briefTitle: brief,
      shouldSay: '',
      gone: [...gone],
    })),
  );
}
