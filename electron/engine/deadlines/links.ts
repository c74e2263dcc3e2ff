import type { DeadlineId } from '../../../shared/model/common.ts';
import type { AreaHandlers } from '../handlers.ts';
import { listStored, type StoredDeadline } from './deadline-repository.ts';

/** Which deadlines belong to which entries and evidence items. */
export const linkHandlers: Pick<AreaHandlers<'deadlines'>, 'deadlines.links'> = {
  'deadlines.links': (_input, { session }) => {
    const stored = listStored(session);
    return { entries: idsBy(stored, entriesOf), evidence: idsBy(stored, evidenceOf) };
  },
};

function entriesOf({ fields: { entryId, trigger }, overrides, proof }: StoredDeadline): (string | null)[] {
  const ofTrigger = trigger.kind === 'entry' ? trigger.entryId : null;
  return [entryId, ofTrigger, proof?.entryId ?? null, ...overrides.map((one) => one.entryId)];
}

function evidenceOf({ fields: { evidenceId }, proof }: StoredDeadline): (string | null)[] {
  return [evidenceId, proof?.evidenceId ?? null];
}

function idsBy(
  deadlines: readonly StoredDeadline[],
  linksOf: (one: StoredDeadline) => readonly (string | null)[],
): Record<string, DeadlineId[]> {
  const ids = new Map<string, DeadlineId[]>();
  for (const one of deadlines)
    for (const link of new Set(linksOf(one))) {
      if (link === null) continue;
      const linked = ids.get(link);
      if (linked) linked.push(one.id);
      else ids.set(link, [one.id]);
    }
  return Object.fromEntries(ids);
}
