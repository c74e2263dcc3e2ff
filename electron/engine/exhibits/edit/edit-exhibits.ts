import { isValidLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { withParts } from '../../../../shared/domain/exhibits/parts.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitFields } from '../../../../shared/model/exhibits.ts';
import type { CommandContext } from '../../handlers.ts';
import { withoutUndefined } from '../../platform/without-undefined.ts';
import { assertPageRanges } from '../carried-pages.ts';
import {
  deleteExhibit,
  getEvidenceForExhibit,
  getExhibit,
  isPlaceholder,
  listExhibits,
  updateExhibit,
  type ExhibitRow,
} from '../exhibit-repository.ts';
import { recordLabelChanges } from '../label-history.ts';
import { getSet, type SetRow } from '../set-repository.ts';
import { reservedTitle } from './insert.ts';
import { makeRoom, nameLabels, pickExhibits } from './order.ts';
import { changeLabels } from './relabel.ts';

type GivenFields = { readonly [K in keyof ExhibitFields]?: ExhibitFields[K] | undefined };

/** What a sealed exhibit may still be given: what is said of it, and printed on no page. */
const saidOfSealed: ReadonlySet<string> = new Set([
  'sponsor',
  'authentication',
  'authenticationNote',
  'objection',
  'ruling',
  'rulingNote',
] satisfies (keyof ExhibitFields)[]);

/**
 * Edits an exhibit. Parts that are labeled after it follow its label (A-1 after A), but for reserved and withdrawn ones. Of a
 * sealed one only what is said of it may change.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_LABEL_INVALID, EXHIBIT_LABEL_TAKEN, EXHIBIT_PAGES_INVALID, EXHIBIT_SET_SEALED
 */
export function editExhibit(id: string, given: GivenFields, context: CommandContext): ExhibitRow {
  const { session, describe } = context;
  const exhibit = getExhibit(session, id);
  const { label, ...fields } = withoutUndefined(given);
  const changed = changedFields(exhibit, fields);
  if (fields.pageRanges !== undefined) assertPageRanges({ ...exhibit, pageRanges: fields.pageRanges });
  const isRelabeled = label !== undefined && label !== exhibit.label;
  if (isRelabeled) relabelOne(exhibit, label, context);
  describe(
    isRelabeled
      ? `relabel Exhibit ${exhibit.label} as ${label}`
      : editDescription(changed, `Exhibit ${exhibit.label}`),
  );
  updateExhibit(session, id, fields);
  return exhibit;
}

/**
 * Gives several exhibits the same fields, as one step to undo. Where one of them is sealed and would change, none does.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED
 */
export function editExhibits(
  setId: string,
  ids: readonly string[],
  given: Omit<GivenFields, 'title' | 'label' | 'pageRanges'>,
  { session, describe }: CommandContext,
): void {
  getSet(session, setId);
  const fields = withoutUndefined(given);
  const exhibits = pickExhibits(listExhibits(session, setId), ids);
  const changing = exhibits.flatMap((exhibit) => {
    const changed = changedFields(exhibit, fields);
    return changed.length > 0 ? [{ id: exhibit.id, changed }] : [];
  });
  const changed = [...new Set(changing.flatMap((each) => each.changed))];
  describe(editDescription(changed, nameLabels(exhibits.map(({ label }) => label))));
  for (const { id } of changing) updateExhibit(session, id, fields);
}

/** What is undone by its name: which of several edits it was. */
const fieldWords: Readonly<Record<Exclude<keyof ExhibitFields, 'title' | 'label'>, string>> = {
  pageRanges: 'pages',
  treatment: 'place in the binder',
  treatmentNote: 'note in the binder',
  designation: 'confidentiality',
  linksCitations: 'links',
  sponsor: 'sponsoring witness',
  authentication: 'authentication',
  authenticationNote: 'note on authentication',
  objection: 'objection',
  ruling: 'ruling',
  rulingNote: 'note on the ruling',
};

/** @example editDescription(['ruling'], 'Exhibit A') // 'change the ruling of Exhibit A' */
function editDescription(changed: readonly (keyof ExhibitFields)[], exhibits: string): string {
  const [only] = changed;
  if (only === undefined || only === 'label' || changed.length > 1) return `edit ${exhibits}`;
  return only === 'title' ? `rename ${exhibits}` : `change the ${fieldWords[only]} of ${exhibits}`;
}

/** Names of the fields that would differ. @throws AppError EXHIBIT_SET_SEALED where a seal holds one of them */
function changedFields(exhibit: ExhibitRow, fields: GivenFields): (keyof ExhibitFields)[] {
  const changed = (Object.keys(fields) as (keyof ExhibitFields)[]).filter(
    (name) => fields[name] !== exhibit[name],
  );
  if (exhibit.sealedAt !== null && changed.some((name) => !saidOfSealed.has(name)))
    throw new AppError('EXHIBIT_SET_SEALED');
  return changed;
}

function relabelOne(exhibit: ExhibitRow, label: string, context: CommandContext): void {
  const { session } = context;
  if (!isValidLabel(label)) throw new AppError('EXHIBIT_LABEL_INVALID', { label });
  const all = listExhibits(session, exhibit.setId);
  const beginning = `${exhibit.label}-`;
  const following = withParts(all, [exhibit]).filter(
    (part) => part.id !== exhibit.id && part.status === 'active' && part.label.startsWith(beginning),
  );
  const changes = [
    { id: exhibit.id, title: exhibit.title, was: exhibit.label, now: label },
    ...following.map(({ id, title, label: was }) => ({
      id,
      title,
      was,
      now: `${label}-${was.slice(beginning.length)}`,
    })),
  ];
  const moving = new Set(changes.map(({ id }) => id));
  if (all.some(({ id, sealedVolume }) => moving.has(id) && sealedVolume !== null))
    throw new AppError('EXHIBIT_SET_SEALED');
  // "a" beside "A" would confuse a court, and their files would be one on a disk that knows no case.
  const taken = new Set(all.filter(({ id }) => !moving.has(id)).map((other) => other.label.toLowerCase()));
  for (const { now } of changes) {
    if (!isValidLabel(now)) throw new AppError('EXHIBIT_LABEL_INVALID', { label: now });
    if (taken.has(now.toLowerCase())) throw new AppError('EXHIBIT_LABEL_TAKEN', { label: now });
  }
  changeLabels(session, changes);
  recordLabelChanges(exhibit.setId, changes, context);
}

/**
 * Puts evidence behind a reserved label, or other evidence behind one that is not sealed. A title that was the label's or the
 * evidence's own becomes that of the new evidence; one that was written stays. The reserved label of a sealed set stays in place,
 * and what is put behind it is late.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED, EXHIBIT_WITHDRAWN
 */
export function assignEvidence(
  id: string,
  evidenceId: string,
  { session, describe }: CommandContext,
): ExhibitRow {
  const exhibit = getExhibit(session, id);
  const { label, status, original, title } = exhibit;
  if (status === 'withdrawn') throw new AppError('EXHIBIT_WITHDRAWN', { label });
  if (status === 'active' && exhibit.sealedAt !== null) throw new AppError('EXHIBIT_SET_SEALED');
  const item = getEvidenceForExhibit(session, evidenceId);
  describe(`put evidence behind Exhibit ${label}`);
  const isOwnTitle = title === (original?.evidenceTitle ?? reservedTitle) || title === exhibit.statusNote;
  const paper = exhibit.treatment === 'native' ? 'pages' : exhibit.treatment;
  updateExhibit(session, id, {
    evidenceId,
    status: 'active',
    statusNote: '',
    sealedAt: null,
    treatment: isPlaceholder(item.kind) ? 'native' : paper,
    ...(isOwnTitle && { title: item.title }),
  });
  return exhibit;
}

/**
 * Moves exhibits with their parts, in their present order, so that the first stands at `position` among the others. Labels stay.
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
  const picked = pickExhibits(exhibits, ids);
  const moved = new Set(withParts(exhibits, picked));
  assertOpen(set, [...moved]);
  const others = exhibits.filter((exhibit) => !moved.has(exhibit));
  const at = Math.min(position, others.length);
  describe(`move ${nameLabels(picked.map(({ label }) => label))}`);
  const positions = makeRoom(session, others, at, moved.size);
  [...moved].forEach((exhibit, i) => updateExhibit(session, exhibit.id, { position: positions[i]! }));
}

/**
 * Removes exhibits from their set; the evidence stays, and so do parts, which stand by themselves from then on.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED
 */
export function removeExhibits(setId: string, ids: readonly string[], context: CommandContext): void {
  const { session, describe } = context;
  const set = getSet(session, setId);
  const removed = pickExhibits(listExhibits(session, setId), ids);
  assertOpen(set, removed);
  describe(`remove ${nameLabels(removed.map(({ label }) => label))}`);
  recordLabelChanges(
    setId,
    removed.map(({ id, title, label }) => ({ id, title, was: label, now: '' })),
    context,
  );
  for (const { id } of removed) deleteExhibit(session, id);
}

/** What was in the set when it was sealed stays in its place; what came late may still be moved. */
function assertOpen({ sealedAt }: SetRow, exhibits: readonly ExhibitRow[]): void {
  if (sealedAt !== null && exhibits.some(({ sealedVolume }) => sealedVolume !== null))
    throw new AppError('EXHIBIT_SET_SEALED');
}
