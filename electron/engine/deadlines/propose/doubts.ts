import { docketNumber } from '../../../../shared/domain/docket/filters.ts';
import type { Deadline, DeadlineOverride } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { MatterSession } from '../../store/session.ts';
import { fieldsOf, keyOf, undatedKey } from './fields.ts';
import { plannedDocket } from './planned-docket.ts';

/**
 * Deadlines of the docket with what its entries say against them now: a later order that vacates or moves the date, a paper that was filed.
 *
 * @returns the deadlines, with that flag on each that nobody has seen to
 */
export function withDoubts(session: MatterSession, deadlines: readonly Deadline[]): Deadline[] {
  if (!deadlines.some(isOfDocket)) return [...deadlines];
  const { planned, entries, today } = plannedDocket(session);
  const doubts = new Map<string, string>();
  for (const plan of planned) {
    if (plan.doubt === null) continue;
    const fields = fieldsOf(plan, entries.get(plan.entryId)!, new Map(), today);
    for (const key of [undatedKey(fields), keyOf(fields)]) doubts.set(key, plan.doubt);
  }
  return deadlines.map((one) => {
    const message = isOfDocket(one) ? (doubts.get(keyOf(one)) ?? doubts.get(undatedKey(one))) : undefined;
    if (message === undefined || isSeenTo(message, one, entries)) return one;
    // First: a row shows one flag, and this one asks to be seen to.
    return { ...one, flags: [{ code: 'DOUBTED', message }, ...one.flags] };
  });
}

const isOfDocket = ({ status, entryId }: Deadline): boolean => status === 'open' && entryId !== null;

/**
 * Whether a person has seen to what speaks against a deadline of the list: it was added or acknowledged with it, it is done, or an order
 * that is no older gave it another time.
 */
export function isSeenTo(
  message: string,
  {
    note,
    overrides,
    status,
  }: Pick<Deadline, 'note' | 'status'> & { readonly overrides: readonly DeadlineOverride[] },
  entries: ReadonlyMap<string, DocketEntry>,
): boolean {
  if (status !== 'open' || note.includes(message)) return true;
  const said = Number(/^Entry (\d+) /.exec(message)?.[1] ?? 0);
  return overrides.some(({ entryId }) => {
    const order = entryId === null ? undefined : entries.get(entryId);
    return order === undefined || Number.parseInt(docketNumber(order) ?? '', 10) >= said;
  });
}
