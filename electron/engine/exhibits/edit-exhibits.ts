import {
  insertionLabel,
  isValidLabel,
  nextLabel,
  parseLabel,
  planRelabel,
} from '../../../shared/domain/exhibit-label.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import type { CommandContext } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import type { MatterSession } from '../store/session.ts';
import {
  deleteExhibit,
  deleteSet,
  evidenceTitle,
  getExhibit,
  getSet,
  insertExhibit,
  insertSet,
  listExhibits,
  updateExhibit,
  updateSet,
  type ExhibitRow,
  type SetRow,
} from './exhibit-repository.ts';

const newSet: Omit<ExhibitSetFields, 'name'> = {
  scheme: 'A',
  bates: null,
  hasSlipSheets: true,
  hasStickers: true,
};

type GivenFields = { [K in keyof ExhibitSetFields]?: ExhibitSetFields[K] | undefined };

/** @returns the new set's id */
export function createSet(fields: GivenFields & { name: string }, context: CommandContext): string {
  const { session, platform, describe } = context;
  const id = platform.newId();
  describe(`make exhibit set “${fields.name}”`);
  insertSet(session, id, { ...newSet, ...withoutUndefined(fields) } as ExhibitSetFields);
  return id;
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function editSet(setId: string, fields: GivenFields, { session, describe }: CommandContext): void {
  const set = getOpenSet(session, setId);
  describe(`edit exhibit set “${set.name}”`);
  const { name, scheme, bates, hasSlipSheets, hasStickers } = set;
  updateSet(session, setId, {
    name,
    scheme,
    bates,
    hasSlipSheets,
    hasStickers,
    ...withoutUndefined(fields),
  } as ExhibitSetFields);
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function removeSet(setId: string, { session, describe }: CommandContext): void {
  const set = getOpenSet(session, setId);
  describe(`delete exhibit set “${set.name}”`);
  deleteSet(session, setId);
}

/**
 * Adds evidence. At the end it takes the next labels; after a label it takes insertion labels, and stands after that label and
 * its earlier insertions. A sealed set takes late exhibits too.
 *
 * @returns ids of the new exhibits, in order
 * @throws AppError NOT_FOUND
 */
export function addExhibits(
  setId: string,
  evidenceIds: readonly string[],
  afterLabel: string | undefined,
  { session, platform, describe }: CommandContext,
): string[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const taken = exhibits.map(({ label }) => label);
  const at = afterLabel === undefined ? exhibits.length : placeAfter(set, exhibits, afterLabel);
  const positions = between(exhibits[at - 1]?.position, exhibits[at]?.position, evidenceIds.length);
  const added: { id: string; label: string }[] = [];
  evidenceIds.forEach((evidenceId, i) => {
    const label =
      afterLabel === undefined ? nextLabel(set.scheme, taken) : insertionLabel(set.scheme, afterLabel, taken);
    const id = platform.newId();
    const title = evidenceTitle(session, evidenceId);
    insertExhibit(session, { id, setId, evidenceId, position: positions[i]!, label, title });
    taken.push(label);
    added.push({ id, label });
  });
  describe(`add ${nameLabels(added.map(({ label }) => label))}`);
  return added.map(({ id }) => id);
}

/** Gives a new title or label. @throws AppError NOT_FOUND, EXHIBIT_LABEL_INVALID, EXHIBIT_LABEL_TAKEN, EXHIBIT_SET_SEALED */
export function editExhibit(
  id: string,
  fields: { title?: string | undefined; label?: string | undefined },
  { session, describe }: CommandContext,
): ExhibitRow {
  const exhibit = getExhibit(session, id);
  assertOpen(getSet(session, exhibit.setId), [exhibit]);
  const { label } = fields;
  if (label !== undefined && label !== exhibit.label) {
    if (!isValidLabel(label)) throw new AppError('EXHIBIT_LABEL_INVALID', { label });
    // "a" beside "A" would confuse a court, and their files would be one on a disk that knows no case.
    const isTaken = ({ id: other, label: taken }: ExhibitRow) =>
      other !== id && taken.toLowerCase() === label.toLowerCase();
    if (listExhibits(session, exhibit.setId).some(isTaken))
      throw new AppError('EXHIBIT_LABEL_TAKEN', { label });
  }
  describe(
    label !== undefined && label !== exhibit.label
      ? `relabel Exhibit ${exhibit.label} as ${label}`
      : `rename Exhibit ${exhibit.label}`,
  );
  updateExhibit(session, id, withoutUndefined(fields) as { title?: string; label?: string });
  return exhibit;
}

/**
 * Moves exhibits, in their present order, so that the first stands at `position` among the others. Labels stay.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED
 */
export function moveExhibits(
  setId: string,
  ids: readonly string[],
  position: number,
  { session, describe }: CommandContext,
): void {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const moved = pick(exhibits, ids);
  assertOpen(set, moved);
  const others = exhibits.filter((exhibit) => !moved.includes(exhibit));
  const at = Math.min(position, others.length);
  describe(`move ${nameLabels(moved.map(({ label }) => label))}`);
  const positions = between(others[at - 1]?.position, others[at]?.position, moved.length);
  moved.forEach((exhibit, i) => updateExhibit(session, exhibit.id, { position: positions[i]! }));
}

/** Takes exhibits out of their set; the evidence stays. @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function removeExhibits(
  setId: string,
  ids: readonly string[],
  { session, describe }: CommandContext,
): void {
  const removed = pick(listExhibits(session, setId), ids);
  assertOpen(getSet(session, setId), removed);
  describe(`take out ${nameLabels(removed.map(({ label }) => label))}`);
  for (const { id } of removed) deleteExhibit(session, id);
}

/** The was/now table; nothing is changed. */
export function planLabels(session: MatterSession, setId: string) {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  return planRelabel(set.scheme, exhibits).map((row, at) => ({ ...row, title: exhibits[at]!.title }));
}

/** Gives labels anew in the present order. @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function relabelExhibits(setId: string, { session, describe }: CommandContext): void {
  const set = getOpenSet(session, setId);
  describe(`relabel “${set.name}” in order`);
  const exhibits = listExhibits(session, setId);
  const changed = planRelabel(set.scheme, exhibits).filter(({ was, now }) => was !== now);
  // First out of each other's way: labels are unique within a set at every moment.
  for (const { id } of changed) updateExhibit(session, id, { label: `\u0000${id}` });
  for (const { id, now } of changed) updateExhibit(session, id, { label: now });
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
function getOpenSet(session: MatterSession, setId: string): SetRow {
  const set = getSet(session, setId);
  if (set.sealedAt !== null) throw new AppError('EXHIBIT_SET_SEALED');
  return set;
}

/** What was in the set when it was sealed stays; what came late may still be edited. */
function assertOpen({ sealedAt }: SetRow, exhibits: readonly ExhibitRow[]): void {
  if (sealedAt !== null && exhibits.some(({ createdAt }) => createdAt <= sealedAt))
    throw new AppError('EXHIBIT_SET_SEALED');
}

/** Where an insertion goes: behind the label's whole family, so that labels stay in order. */
function placeAfter(set: SetRow, exhibits: readonly ExhibitRow[], afterLabel: string): number {
  const at = exhibits.findIndex(({ label }) => label === afterLabel);
  if (at < 0) throw new AppError('NOT_FOUND', { what: `Exhibit ${afterLabel}` });
  const family = parseLabel(set.scheme, afterLabel);
  let end = at + 1;
  for (; family && end < exhibits.length; end += 1) {
    const next = parseLabel(set.scheme, exhibits[end]!.label);
    if (next?.ordinal !== family.ordinal || next.insertion === 0) break;
  }
  return end;
}

/** Ranks strictly between two others, or after or before one. */
function between(low: number | undefined, high: number | undefined, count: number): number[] {
  const from = low ?? (high === undefined ? 0 : high - count - 1);
  const to = high ?? from + count + 1;
  return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 1)) / (count + 1));
}

function pick(exhibits: readonly ExhibitRow[], ids: readonly string[]): ExhibitRow[] {
  const wanted = new Set(ids);
  const picked = exhibits.filter(({ id }) => wanted.has(id));
  if (picked.length !== wanted.size) throw new AppError('NOT_FOUND', { what: 'exhibit' });
  return picked;
}

function nameLabels(labels: readonly string[]): string {
  return labels.length === 1 ? `Exhibit ${labels[0]}` : `${labels.length} exhibits`;
}
