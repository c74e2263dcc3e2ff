import { eventWords } from '../../../../shared/domain/deadlines/event-words.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { sourceWords } from '../words.ts';
import { isPastDue } from './groups.ts';

/** What narrows the list of deadlines down; `all` and empty text leave everything. */
export interface DeadlineFilter {
  readonly filter: string;
  /** `all`, `none` for those without an owner, or `is:` with a name. */
  readonly owner: string;
  /** `all` or a source. */
  readonly kind: string;
  /** `all`, `open`, `past`, `attention`, `done`, `dismissed`. */
  readonly status: string;
}

const ownerPrefix = 'is:';

/** The filter that shows the deadlines of an owner. */
export function ownerFilter(owner: string): string {
  return owner === '' ? 'none' : ownerPrefix + owner;
}

/** Whether a person should look at it: it moved, or something about it stands out. */
export function needsLook({ status, moved, flags }: Deadline): boolean {
  return status === 'open' && (moved !== null || flags.length > 0);
}

/** Owners of deadlines, each once, in the order of the alphabet. */
export function listOwners(deadlines: readonly Deadline[]): readonly string[] {
  const owners = new Set(deadlines.map(({ owner }) => owner).filter((owner) => owner !== ''));
  return [...owners].toSorted((a, b) => a.localeCompare(b));
}

/** Whether anything is filtered out at all. */
export function isFiltering({ filter, owner, kind, status }: DeadlineFilter): boolean {
  return filter.trim() !== '' || owner !== 'all' || kind !== 'all' || status !== 'all';
}

/**
 * The deadlines that pass, in their order. Every word typed must occur in the title, cite, trigger, owner, note or source.
 *
 * @param now milliseconds since 1970
 */
export function filterDeadlines(
  deadlines: readonly Deadline[],
  { filter, owner, kind, status }: DeadlineFilter,
  now: number,
): readonly Deadline[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return deadlines.filter(
    (deadline) =>
      (owner === 'all' || ownerFilter(deadline.owner) === owner) &&
      (kind === 'all' || deadline.source === kind) &&
      hasStatus(deadline, status, now) &&
      (words.length === 0 || holdsWords(deadline, words)),
  );
}

function hasStatus(deadline: Deadline, status: string, now: number): boolean {
  switch (status) {
    case 'open':
    case 'done':
    case 'dismissed':
      return deadline.status === status;
    case 'past':
      return isPastDue(deadline, now);
    case 'attention':
      return needsLook(deadline);
    default:
      return true;
  }
}

function holdsWords(deadline: Deadline, words: readonly string[]): boolean {
  const { title, rule, trigger, owner, note, source, contract } = deadline;
  const text = [
    title,
    rule?.cite,
    rule?.title,
    contract?.clause,
    eventWords[trigger.event],
    owner,
    note,
    sourceWords[source],
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
