import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  skipToken,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import type { Api, EngineClient, OperationName } from '../../../shared/contract/api.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { engineClient, engineTransport } from './connection.ts';
import { applyEvent, isReadAnew, queryKeyOf } from './query-keys.ts';

const EngineContext = createContext<EngineClient>(engineClient);

/** Answers come from this machine, so they stay fresh until the engine says they changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isRetryable(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Whether the same call may succeed if it is simply made again. */
export function isRetryable(error: unknown): boolean {
  return isAppError(error) && errorCodes[error.code].isRetryable;
}

/** Gives the engine to everything below it, and keeps the cache in step with what the engine reports. */
export function EngineProvider({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  useEffect(() => engineTransport.onEvent((event) => applyEvent(queries, event)), [queries]);
  useEffect(
    () => engineTransport.onRestart(() => void queries.invalidateQueries({ predicate: isReadAnew })),
    [queries],
  );
  return (
    <QueryClientProvider client={queries}>
      <EngineContext value={engineClient}>{children}</EngineContext>
    </QueryClientProvider>
  );
}

/** The engine's typed client. For reads prefer `useEngineQuery`, for writes `useEngineMutation`. */
export function useEngine(): EngineClient {
  return use(EngineContext);
}

/** What `useEngineQuery` gives: the answer, or its state. */
export type EngineQuery<K extends OperationName> = UseQueryResult<OutputOf<Api, K>>;

/** The state of a query: all that a placeholder for its answer needs to know. */
export type QueryState = Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'>;

export interface EngineQueryOptions<Answer, Read> {
  /** Shows the last answer while a changed question (a new filter) is being answered. */
  readonly keepsPrevious?: boolean;
  /** The part of the answer that is read: the component is redrawn only where that part changed. The same function each time. */
  readonly select?: (answer: Answer) => Read;
}

/**
 * Asks the engine, and asks again whenever the engine says that the area changed.
 *
 * @param operation a query of the contract
 * @param input its input, with `matterId` where it belongs to a matter; null while there is nothing to ask, for instance until
 *   an item is chosen
 * @example const { data } = useEngineQuery('docket.list', { matterId: matter.id, filter }, { keepsPrevious: true });
 */
export function useEngineQuery<K extends OperationName, Read = OutputOf<Api, K>>(
  operation: K,
  input: InputOf<Api, K> | null,
  { keepsPrevious = false, select }: EngineQueryOptions<OutputOf<Api, K>, Read> = {},
): UseQueryResult<Read> {
  const engine = useEngine();
  const options: UseQueryOptions<OutputOf<Api, K>, Error, Read> = {
    queryKey: queryKeyOf(operation, input),
    queryFn: input === null ? skipToken : () => engine[operation](input),
    ...(select && { select }),
  };
  // The library's own type of this option shuts out functions, which a generic answer might be as far as it knows.
  if (keepsPrevious) Object.assign(options, { placeholderData: keepPreviousData });
  return useQuery(options);
}

/** Listens to the engine's events while the component is shown. */
export function useEngineEvents(listener: (event: EngineEvent) => void): void {
  useEffect(() => engineTransport.onEvent(listener), [listener]);
}
