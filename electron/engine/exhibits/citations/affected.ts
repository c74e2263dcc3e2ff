import { affectedCitations as correct } from '../../../../shared/domain/citations/index.ts';
import type { AffectedCitation, LabelChange } from '../../../../shared/model/exhibits.ts';
import type { MatterSession } from '../../store/session.ts';
import { listExhibits } from '../exhibit-repository.ts';
import { listChecks } from './brief-repository.ts';

/**
 * Citations in the briefs checked so far that labelling anew would make wrong, with what they have to say then.
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
    })),
  );
}
