import { AppError } from '../errors/app-error.ts';
import type { Client, Contract, Reply } from './define.ts';

/** Carries one call to an engine and brings its reply back: in process, or over a port. */
export type Transport = (operation: string, input: unknown) => Promise<Reply>;

/**
 * Builds the typed client of a contract over any transport.
 *
 * @param contract the operations that can be called
 * @param transport carries a call; must answer with an envelope and never throw for a declared error
 * @throws AppError from each call whose reply is an error
 * @example
 *   const client = createClient(api, engine.connect({ isTrusted: true }).call);
 *   await client['docket.list']({ matterId });
 */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const calls = Object.keys(contract).map((operation) => [
    operation,
    async (input: unknown) => {
      const reply = await transport(operation, input);
      if (reply.ok) return reply.value;
      throw AppError.fromBody(reply.error);
    },
  ]);
  return Object.freeze(Object.fromEntries(calls)) as Client<C>;
}
