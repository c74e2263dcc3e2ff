import { parseLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { exhibitsByLabel } from '../../../../shared/domain/exhibits/exhibits-by-label.ts';
import { withParts } from '../../../../shared/domain/exhibits/parts.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterSession } from '../../store/session.ts';
import { updateExhibit, type ExhibitRow } from '../exhibit-repository.ts';

/**
 * Ranks for exhibits that come between others. Where ranks have come too close to each other to hold more between them, all of
 * the set are given new ones.
 *
 * @param exhibits the others, in order
 * @param at how many of them stand before
 */
export function makeRoom(
  session: MatterSession,
  exhibits: readonly ExhibitRow[],
  at: number,
  count: number,
): number[] {
  const [low, high] = [exhibits[at - 1]?.position, exhibits[at]?.position];
  const from = low ?? (high === undefined ? 0 : high - count - 1);
  const to = high ?? from + count + 1;
  const ranks = Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 1)) / (count + 1));
  const all = [from, ...ranks, to];
  if (all.every((rank, i) => i === 0 || rank > all[i - 1]!)) return ranks;
  exhibits.forEach(({ id, position }, i) => {
    const rank = i < at ? i : i + count;
    if (rank !== position) updateExhibit(session, id, { position: rank });
  });
  return Array.from({ length: count }, (_, i) => at + i);
}

/** The exhibit of a label, however it is written: in any case, `PX 3` for PX-3. @throws AppError NOT_FOUND */
export function findLabel(exhibits: readonly ExhibitRow[], label: string): ExhibitRow {
  const at = exhibitsByLabel(exhibits.map((exhibit) => exhibit.label))(label);
  if (at === null) throw new AppError('NOT_FOUND', { what: `Exhibit ${label}` });
  return exhibits[at]!;
}

/** Exhibits by id, in order. @throws AppError NOT_FOUND */
export function pickExhibits(exhibits: readonly ExhibitRow[], ids: readonly string[]): ExhibitRow[] {
  const wanted = new Set(ids);
  const picked = exhibits.filter(({ id }) => wanted.has(id));
  if (picked.length !== wanted.size) throw new AppError('NOT_FOUND', { what: 'exhibit' });
  return picked;
}

/** How many exhibits stand before one that comes after a label's whole family: its insertions and parts, so that labels stay in order. */
export function placeAfterFamily(scheme: string, exhibits: readonly ExhibitRow[], after: ExhibitRow): number {
  const family = parseLabel(scheme, after.label);
  const parts = new Set(withParts(exhibits, [after]));
  let end = exhibits.indexOf(after) + 1;
  for (; end < exhibits.length; end += 1) {
    const next = exhibits[end]!;
    const parsed = parseLabel(scheme, next.label);
    const isRelated =
      family !== null && parsed?.ordinal === family.ordinal && (parsed.insertion > 0 || parsed.part > 0);
    if (!parts.has(next) && !isRelated) break;
  }
  return end;
}

/** How many exhibits stand before a new part: after the last of those that follow its exhibit without a gap. */
export function placeAfterParts(exhibits: readonly ExhibitRow[], parent: ExhibitRow): number {
  const parts = new Set(withParts(exhibits, [parent]));
  let end = exhibits.indexOf(parent) + 1;
  while (end < exhibits.length && parts.has(exhibits[end]!)) end += 1;
  return end;
}

/** "Exhibit C", "3 exhibits". */
export function nameLabels(labels: readonly string[]): string {
  return labels.length === 1 ? `Exhibit ${labels[0]}` : `${labels.length} exhibits`;
}
