import type { Person } from '../../model/common.ts';
import type { CustodyEvent } from '../../model/evidence.ts';
import { formatStamp } from '../court-words.ts';
import { custodyTitle } from '../evidence/custody-words.ts';

/** Who acted, as a paper says it. */
function personWords({ name, role }: Pick<Person, 'name' | 'role'>): string {
  if (name === '') return 'a person who gave no name';
  return role === '' ? name : `${name}, ${role}`;
}

type Actor = Pick<CustodyEvent, 'person' | 'account' | 'machine'>;

/**
 * The person with the account and the machine, as the system gave them.
 *
 * @example actorWords(event) // 'A. Reyes, Paralegal (account areyes on machine WS-12)'
 */
export function actorWords({ person, account, machine }: Actor): string {
  const at = [account && `account ${account}`, machine && `machine ${machine}`].filter((part) => part !== '');
  return at.length === 0 ? personWords(person) : `${personWords(person)} (${at.join(' on ')})`;
}

/**
 * Who had an item in their hands from its receipt on, by person, account and machine: from when to when, and for what. Those who
 * were first come first.
 *
 * @param custody of one item, oldest first
 * @example holderLines(custody, zone) // ['A. Reyes (account areyes on machine WS-12), Mon, Jan 11, 2021, … : received, original exported (2 times)']
 */
export function holderLines(custody: readonly CustodyEvent[], timezone: string): readonly string[] {
  const holders = Map.groupBy(custody, actorWords);
  return [...holders].map(([who, events]) => {
    const [first, last] = [events[0]!.at, events.at(-1)!.at].map((at) => formatStamp(at, timezone));
    const acts = [...Map.groupBy(events, (event) => custodyTitle(event))].map(
      ([title, { length }]) =>
        `${title[0]!.toLowerCase()}${title.slice(1)}${length === 1 ? '' : ` (${length} times)`}`,
    );
    return `${who}, ${first === last ? first : `${first}, to ${last}`}: ${acts.join(', ')}`;
  });
}
