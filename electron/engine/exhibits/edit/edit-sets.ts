import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import type { CommandContext } from '../../handlers.ts';
import { withoutUndefined } from '../../platform/without-undefined.ts';
import type { MatterSession } from '../../store/session.ts';
import { listExhibits } from '../exhibit-repository.ts';
import { recordLabelChanges } from '../label-history.ts';
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

/** Sets are told apart by their names, by people and on the command line, whatever the case of letters. */
function assertNameFree(session: MatterSession, name: string, ownId?: string): void {
  const wanted = name.toLowerCase();
  const other = listSets(session).find((set) => set.id !== ownId && set.name.toLowerCase() === wanted);
  if (other) throw new AppError('EXHIBIT_SET_NAME_TAKEN', { name: other.name });
}

/** @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED */
export function getOpenSet(session: MatterSession, setId: string): SetRow {
  const set = getSet(session, setId);
  if (set.sealedAt !== null) throw new AppError('EXHIBIT_SET_SEALED');
  return set;
}
