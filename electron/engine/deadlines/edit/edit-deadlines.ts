import type { DeadlineId } from '../../../../shared/model/common.ts';
import type { Deadline, DeadlineProof } from '../../../../shared/model/deadlines.ts';
import type { AreaHandlers, CommandContext } from '../../handlers.ts';
import { withoutUndefined } from '../../platform/without-undefined.ts';
import { updateDeadline } from '../deadline-repository.ts';
import { getDeadline } from '../list-deadlines.ts';
import {
  acknowledgeDeadlines,
  addDeadlines,
  assertReferences,
  changeDeadline,
  getStored,
  overrideDeadline,
  removeDeadlines,
  removeOverride,
} from './write-deadlines.ts';

type Edits =
  | 'deadlines.add'
  | 'deadlines.update'
  | 'deadlines.delete'
  | 'deadlines.setStatus'
  | 'deadlines.override'
  | 'deadlines.removeOverride'
  | 'deadlines.acknowledge';

/** What a person does to deadlines. */
export const editHandlers: Pick<AreaHandlers<'deadlines'>, Edits> = {
  'deadlines.add': ({ deadlines }, { session, describe }) => {
    describe(`add ${nameOf(deadlines)}`);
    return addDeadlines(session, deadlines);
  },

  'deadlines.update': ({ id, fields }, { session, describe }) => {
    describe(`edit ${nameOf([getStored(session, id).fields])}`);
    return changeDeadline(session, id, withoutUndefined(fields));
  },

  'deadlines.delete': ({ ids }, { session, describe }) => {
    const chosen = [...new Set(ids)];
    describe(`delete ${nameOf(chosen.map((id) => getStored(session, id).fields))}`);
    removeDeadlines(session, chosen);
    return { deleted: chosen.length };
  },

  'deadlines.setStatus': (input, context) => setStatus(input, context),

  'deadlines.override': ({ id, due, entryId, note }, { session, describe }) => {
    describe(`set ${nameOf([getStored(session, id).fields])} by a court’s order`);
    return overrideDeadline(session, id, { due, entryId, note, troEventId: null });
  },

  'deadlines.removeOverride': ({ id, overrideId }, { session, describe }) => {
    describe(`take back an order’s time for ${nameOf([getStored(session, id).fields])}`);
    return removeOverride(session, id, overrideId);
  },

  'deadlines.acknowledge': ({ ids }, { session, describe }) => {
    describe(`take note of ${nameOf(ids.map((id) => getStored(session, id).fields))}`);
    return acknowledgeDeadlines(session, ids);
  },
};

const statusWords = {
  done: (name: string) => `mark ${name} as done`,
  open: (name: string) => `open ${name} again`,
  dismissed: (name: string) => `dismiss ${name}`,
};

function setStatus(
  {
    id,
    status,
    proof = null,
  }: { id: DeadlineId; status: Deadline['status']; proof?: DeadlineProof | null | undefined },
  { session, describe }: CommandContext,
): Deadline {
  describe(statusWords[status](nameOf([getStored(session, id).fields])));
  if (proof) assertReferences(session, [proof], []);
  updateDeadline(session, id, { status, proof });
  return getDeadline(session, id);
}

/** "deadline “Answer to complaint”", "3 deadlines". */
function nameOf(deadlines: readonly { readonly title: string }[]): string {
  return deadlines.length === 1 ? `deadline “${deadlines[0]!.title}”` : `${deadlines.length} deadlines`;
}
