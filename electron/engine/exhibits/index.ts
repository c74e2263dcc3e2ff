import type { Exhibit, LabelChange } from '../../../shared/model/exhibits.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { buildHandlers } from './build/index.ts';
import { affectedCitations, citationHandlers, lostCitations } from './citations/index.ts';
import {
  assignEvidence,
  editExhibit,
  editExhibits,
  moveExhibits,
  removeExhibits,
} from './edit/edit-exhibits.ts';
import { createSet, editSet, removeSet } from './edit/edit-sets.ts';
import { addExhibits, planAdd, planReserve, reserveLabels } from './edit/insert.ts';
import { planLabels, relabelExhibits } from './edit/relabel.ts';
import { planVoid, reinstateExhibits, withdrawExhibits } from './edit/withdraw.ts';
import { describeExhibits, describeSet } from './exhibits-view.ts';
import { listLabelChanges } from './label-history.ts';
import { importRanges, setParty, takeBackRange, voidRange } from './ledger/ledger-acts.ts';
import { readLedger } from './ledger/ledger-view.ts';
import { pageCites } from './page-cites.ts';
import { seal } from './seal.ts';
import { getSet, listSets } from './set-repository.ts';

export { recordPublishedBuilds, sweepStagedBuilds } from './build/index.ts';
export { numbersOfItem, voidNumbersOfItem } from './bates-ledger.ts';
export { renameTurnedSets } from './edit/edit-sets.ts';
export { voidTurnedNumbers } from './edit/withdraw.ts';
export { recordTurnedLabels } from './label-history.ts';
export { citePages, type PageCite } from './page-cites.ts';

/** What the contract’s operations on exhibits do. */
export const exhibitsHandlers: AreaHandlers<'exhibits'> = {
  ...buildHandlers,
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
  'exhibits.add': ({ setId, evidenceIds, ...insertion }, context) =>
    describeSome(context.session, setId, addExhibits(setId, evidenceIds, insertion, context)),
  'exhibits.planAdd': ({ setId, evidenceIds, ...insertion }, { session }) =>
    withAffected(session, setId, planAdd(session, setId, evidenceIds, insertion)),
  'exhibits.reserve': ({ setId, ...reserved }, context) =>
    describeSome(context.session, setId, reserveLabels(setId, reserved, context)),
  'exhibits.planReserve': ({ setId, ...reserved }, { session }) =>
    withAffected(session, setId, planReserve(session, setId, reserved)),
  'exhibits.assign': ({ id, evidenceId }, context) =>
    describeOne(context.session, assignEvidence(id, evidenceId, context)),
  'exhibits.planTakeOut': ({ setId, ids }, { session }) => ({
    affectedCitations: lostCitations(session, setId, ids),
    voidNumbers: planVoid(session, setId, ids),
  }),
  'exhibits.withdraw': ({ setId, ids, reason }, context) => {
    withdrawExhibits(setId, ids, reason, context);
    return describeSome(context.session, setId, ids);
  },
  'exhibits.reinstate': ({ setId, ids }, context) => {
    reinstateExhibits(setId, ids, context);
    return describeSome(context.session, setId, ids);
  },
  'exhibits.update': ({ id, fields }, context) =>
    describeOne(context.session, editExhibit(id, fields, context)),
  'exhibits.updateMany': ({ setId, ids, fields }, context) => {
    editExhibits(setId, ids, fields, context);
    return describeSome(context.session, setId, ids);
  },
  'exhibits.move': ({ setId, ids, position }, context) => {
    moveExhibits(setId, ids, position, context);
    return describeExhibits(context.session, setId);
  },
  'exhibits.remove': ({ setId, ids }, context) => (removeExhibits(setId, ids, context), null),
  'exhibits.planRelabel': ({ setId }, { session }) =>
    withAffected(session, setId, planLabels(session, setId)),
  'exhibits.relabel': ({ setId }, context) => {
    relabelExhibits(setId, context);
    return describeExhibits(context.session, setId);
  },
  'exhibits.labelHistory': ({ setId }, { session }) => {
    getSet(session, setId);
    return listLabelChanges(session, setId);
  },
  'exhibits.seal': ({ setId }, context) => seal(setId, context),
  'exhibits.pageCites': ({ evidenceId, page }, { session }) => [...pageCites(session, evidenceId, page)],
  'exhibits.ledger': (_input, { session }) => readLedger(session),
  'exhibits.ledger.import': ({ ranges }, context) => importRanges(ranges, context),
  'exhibits.ledger.void': ({ range, reason }, context) => voidRange(range, reason, context),
  'exhibits.ledger.takeBack': ({ range, reason }, context) => takeBackRange(range, reason, context),
  'exhibits.ledger.setParty': ({ prefix, party }, context) => setParty(prefix, party, context),
};

/** A was/now table, and the citations that it would make wrong. */
function withAffected(session: MatterSession, setId: string, changes: LabelChange[]) {
  const changed = changes.filter(({ was, now }) => was !== now);
  return { changes, affectedCitations: affectedCitations(session, setId, changed) };
}

/** Some of a set's exhibits, in order. */
function describeSome(session: MatterSession, setId: string, ids: readonly string[]): Exhibit[] {
  const wanted = new Set(ids);
  return describeExhibits(session, setId).filter(({ id }) => wanted.has(id));
}

function describeOne(session: MatterSession, { id, setId }: { id: string; setId: string }): Exhibit {
  return describeSome(session, setId, [id])[0]!;
}
