import { ErrorState, LoadingState } from '../../ui/index.ts';
import type { QueryState } from './engine-provider.tsx';
import { messageOf } from './mutations.ts';

interface QueryFallbackProps {
  readonly query: QueryState;
  /** What is being read, such as "Reading the docket…". */
  readonly label?: string;
}

/**
 * Shown in place of an answer the engine has not given: it is still being read, or could not be read and can be asked for again.
 *
 * @example if (query.error || query.isPending) return <QueryFallback query={query} />;
 */
export function QueryFallback({ query, label }: QueryFallbackProps) {
  return query.error ? (
    <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
  ) : (
    <LoadingState {...(label !== undefined && { label })} />
  );
}
