import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import type { CommandContext } from '../../handlers.ts';
import { withoutUndefined } from '../../platform/without-undefined.ts';
import type { MatterSession } from '../../store/session.ts';
import { listExhibits } from '../exhibit-repository.ts';
import { recordLabelChanges, type TurnedRow } from '../label-history.ts';
import { deleteSet, getSet, insertSet, listSets, updateSet, type SetRow } from '../set-repository.ts';

const newSet: Omit<ExhibitSetFields, 'name'> = {
  purpose: 'motion',
  declarant: '',
  party: 'none',
  scheme: 'A',
  bates: null,
  numberPosition: 'bottomRight',
  hasSlipSheets: true,
  slipSheetTemplate: 'plain',
  hasStickers: true,
  stickerCorner: 'bottomRight',
  stickerColour: 'party',
  designation: '',
  looksAtEveryPage: true,
  numbersPages: false,
  flattensForms: true,
  isArchival: false,
};

type GivenFields = { readonly [K in keyof ExhibitSetFields]?: ExhibitSetFields[K] | undefined };

/**
 * Makes an empty set. One that names a declarant and no purpose is that declaration's.
 *
 * @returns the new set's id
 * @throws AppError EXHIBIT_SET_NAME_TAKEN
 */
export function createSet(fields: GivenFields & { readonly name: string }, context: CommandContext): string {
  const { session, platform, describe } = context;
  const id = platform.newId();
  assertNameFree(session, fields.name);
  describe(`make exhibit set “${fields.name}”`);
  const purpose = (fields.declarant ?? '') === '' ? newSet.purpose : 'declaration';
  insertSet(session, id, { ...newSet, purpose, ...withoutUndefined(fields), name: fields.name });
  return id;
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED, EXHIBIT_SET_NAME_TAKEN */
export function editSet(setId: string, fields: GivenFields, { session, describe }: CommandContext): void {
  const { id: _id, sealedAt: _sealedAt, createdAt: _createdAt, ...present } = getOpenSet(session, setId);
  // A matter of an earlier version may have two of one name: they keep it until one of them is given another.
  if (fields.name !== undefined && fields.name !== present.name) assertNameFree(session, fields.name, setId);
  describe(`edit exhibit set “${present.name}”`);
  updateSet(session, setId, { ...present, ...withoutUndefined(fields) });
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function removeSet(setId: string, context: CommandContext): void {
  const { session, describe } = context;
  const set = getOpenSet(session, setId);
  describe(`delete exhibit set “${set.name}”`);
  const gone = listExhibits(session, setId).map(({ id, title, label }) => ({
    id,
    title,
    was: label,
    now: '',
  }));
  recordLabelChanges(setId, gone, context);
  deleteSet(session, setId);
}

/**
 * Gives sets that an undo or redo brought back under a name that another set bears by now a name of their own: `Reply (2)`. That
 * other set was sealed meanwhile, which took the step that gave it the name out of what can be undone. Must run in the
 * transaction that turned the step round, after it: the new name is no part of the step.
 *
 * @param turned rows that were turned
 * @returns what became of each such name
 */
export function renameTurnedSets(
  session: MatterSession,
  turned: readonly TurnedRow[],
): { readonly was: string; readonly now: string }[] {
  const back = new Set(
    turned.filter(({ table, after }) => table === 'exhibit_set' && after).map(({ id }) => id),
  );
  return [...back].flatMap((id) => {
    const { id: _id, sealedAt: _sealedAt, createdAt: _createdAt, ...fields } = getSet(session, id);
    const was = fields.name;
    const before = turned.find((row) => row.id === id)?.before;
    if (before?.['name'] === was || !setOfName(session, was, id)) return [];
    let now = was;
    for (let number = 2; setOfName(session, now, id); number++) {
      const ending = ` (${number})`;
      now = was.slice(0, textLimits.exhibits.set - ending.length) + ending;
    }
    updateSet(session, id, { ...fields, name: now });
    return [{ was, now }];
  });
}

function assertNameFree(session: MatterSession, name: string, ownId?: string): void {
  const other = setOfName(session, name, ownId);
  if (other) throw new AppError('EXHIBIT_SET_NAME_TAKEN', { name: other.name });
}

/** Sets are told apart by their names, by people and on the command line, whatever the case of letters. */
function setOfName(session: MatterSession, name: string, otherThan?: string): SetRow | undefined {
  const wanted = name.toLowerCase();
  return listSets(session).find((set) => set.id !== otherThan && set.name.toLowerCase() === wanted);
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function getOpenSet(session: MatterSession, setId: string): SetRow {
  const set = getSet(session, setId);
  if (set.sealedAt !== null) throw new AppError('EXHIBIT_SET_SEALED');
  return set;
}
