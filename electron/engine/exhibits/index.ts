import type { AreaHandlers } from '../handlers.ts';
import { readLedger } from './bates-ledger.ts';
import { buildSet } from './build/index.ts';
import { citationHandlers } from './citations/index.ts';
import {
  addExhibits,
  createSet,
  editExhibit,
  editSet,
  moveExhibits,
  planLabels,
  relabelExhibits,
  removeExhibits,
  removeSet,
} from './edit-exhibits.ts';
import { getSet, listSets } from './exhibit-repository.ts';
import { describeExhibits, describeSet, listBuilds } from './exhibits-view.ts';
import { seal } from './seal.ts';
import type { Exhibit } from '../../../shared/model/exhibits.ts';

export { sweepStagedBuilds } from './build/index.ts';

export const exhibitsHandlers: AreaHandlers<'exhibits'> = {
  ...citationHandlers,
  'exhibits.set.create': ({ fields }, context) =>
    describeSet(context.session, getSet(context.session, createSet(fields, context))),
  'exhibits.set.list': (_input, { session }) => listSets(session).map((set) => describeSet(session, set)),
  'exhibits.set.update': ({ setId, fields }, context) => {
    editSet(setId, fields, context);
    return describeSet(context.session, getSet(context.session, setId));
  },
  'exhibits.set.delete': ({ setId }, context) => (removeSet(setId, context), null),
  'exhibits.list': ({ setId }, { session }) => describeExhibits(session, setId),
  'exhibits.add': ({ setId, evidenceIds, afterLabel }, context) => {
    const added = new Set<string>(addExhibits(setId, evidenceIds, afterLabel, context));
    return describeExhibits(context.session, setId).filter(({ id }) => added.has(id));
  },
  'exhibits.update': ({ id, fields }, context): Exhibit => {
    const { setId } = editExhibit(id, fields, context);
    return describeExhibits(context.session, setId).find((exhibit) => exhibit.id === id)!;
  },
  'exhibits.move': ({ setId, ids, position }, context) => {
    moveExhibits(setId, ids, position, context);
    return describeExhibits(context.session, setId);
  },
  'exhibits.remove': ({ setId, ids }, context) => (removeExhibits(setId, ids, context), null),
  'exhibits.planRelabel': ({ setId }, { session }) =>
    planLabels(session, setId).map((row) => ({ ...row, id: row.id as Exhibit['id'] })),
  'exhibits.relabel': ({ setId }, context) => {
    relabelExhibits(setId, context);
    return describeExhibits(context.session, setId);
  },
  'exhibits.build': ({ setId, target }, context) => buildSet(setId, context.resolveFile(target), context),
  'exhibits.build.list': ({ setId }, { session, isTrusted }) => listBuilds(session, setId, isTrusted),
  'exhibits.seal': ({ setId }, context) => seal(setId, context),
  'exhibits.ledger': (_input, { session }) => readLedger(session),
};
