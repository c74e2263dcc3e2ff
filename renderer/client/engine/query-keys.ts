import { matchQuery, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { OperationName } from '../../../shared/contract/api.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { Job } from '../../../shared/model/job.ts';

/** The first part of the keys of what belongs to no matter. */
export const appScope = 'app';

/**
 * The cache key of an operation's answer: matter, area, operation, input. Beginning with the matter and its area, so
 * that a whole area can be invalidated by one change, and a closed matter's answers dropped together.
 *
 * @example queryKeyOf('docket.list', { matterId, filter: 'motion' })
 */
export function queryKeyOf(operation: OperationName, input: unknown): QueryKey {
  const { matterId = appScope } = (input ?? {}) as { matterId?: string };
  return [matterId, areaOf(operation), operation, input];
}

function areaOf(operation: string): string {
  return operation.slice(0, operation.indexOf('.'));
}

/** Areas whose answers also show another area's records, beyond what the engine names as changed. */
const alsoShownIn: Readonly<Record<string, readonly string[]>> = {
  docket: ['matter', 'deadlines', 'tro', 'search', 'argument', 'authenticity'],
  deadlines: ['tro', 'search'],
  matter: ['deadlines', 'tro'],
  evidence: ['matter', 'search', 'review', 'argument', 'authenticity'],
  notes: ['matter', 'search', 'review'],
  exhibits: ['matter', 'search', 'argument', 'authenticity'],
  argument: ['matter', 'search', 'authenticity'],
};

/** Brings the cache up to date with an event of the engine. */
export function applyEvent(queries: QueryClient, event: EngineEvent): void {
  if (event.name === 'job.progressed') {
    applyJob(queries, event.matterId, event.job);
    return;
  }
  const scope = event.matterId ?? appScope;
  const area = areaOf(event.name);
  for (const each of [area, ...(alsoShownIn[area] ?? [])]) {
    void queries.invalidateQueries({
      queryKey: [scope, each],
      predicate: isReadAnew,
    });
  }
  if (area === 'matter') void queries.invalidateQueries({ queryKey: [appScope, 'matter'] });
}

/**
 * Whether an answer may be out of date once the engine reports a change, or was restarted. A view's remembered
 * state is this window's own doing: reading it back would race with the next change.
 */
export function isReadAnew({ queryKey, state }: Query): boolean {
  return queryKey[2] !== 'settings.view.get' || state.data === undefined;
}

function applyJob(queries: QueryClient, matterId: string, job: Job): void {
  const queryKey = queryKeyOf('jobs.list', { matterId });
  queries.setQueryData<Job[]>(queryKey, (jobs) => {
    if (!jobs) return undefined;
    return jobs.some(({ id }) => id === job.id)
      ? jobs.map((each) => (each.id === job.id ? job : each))
      : [job, ...jobs];
  });
  if (job.state !== 'running') void queries.invalidateQueries({ queryKey });
}

/** Drops everything known of a matter, so that another's answers can never be shown for it. */
export function forgetMatter(queries: QueryClient, matterId: string): void {
  queries.removeQueries({ predicate: (query) => matchQuery({ queryKey: [matterId] }, query) });
}
