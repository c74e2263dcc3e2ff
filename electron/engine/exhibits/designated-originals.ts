import { isRestricting } from '../../../shared/domain/evidence/restricting-words.ts';
import type { MatterSession } from '../store/session.ts';
import type { ExhibitRow } from './exhibit-repository.ts';
import type { ToldOfExhibit } from './unapplied-marks.ts';

/**
 * Exhibits filed in public whose originals were produced under a designation that a protective order gives force to: the load file
 * of their production says it, their pages need not.
 *
 * @see Fed. R. Civ. P. 26(c)(1)(G)
 */
export function designatedOriginals(
  session: MatterSession,
  exhibits: readonly ExhibitRow[],
): ToldOfExhibit[] {
  const claim = session
    .prepare(
      `SELECT c.value FROM claim c JOIN evidence_item i ON i.content_id = c.content_id
        WHERE i.id = ? AND c.field = 'confidentiality'`,
    )
    .pluck();
  return exhibits.flatMap(({ status, treatment, original, label }): ToldOfExhibit[] => {
    const isShown = treatment === 'pages' || treatment === 'native';
    if (status !== 'active' || !original || !isShown) return [];
    const designation = (claim.all(original.evidenceId) as string[]).find(isRestricting);
    if (designation === undefined) return [];
    const message = `It was produced as “${designation}”, and everyone can see it here. Look at what the protective order asks for before it is filed: file it under seal, withhold it, or redact it.`;
    return [{ label, severity: 'warning', message }];
  });
}
