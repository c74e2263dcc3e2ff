import type { Client, Contract, Reply } from '../../../shared/contract/define.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { PortMessage, PortRequest } from '../../../shared/contract/port.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';

interface Pending {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Calls over a message port that may die and be replaced. Calls made while there is no port wait for the next one;
 * calls that were under way when a port died reject with a retryable error, because nobody knows how far they came.
 */
export class PortTransport {
  readonly #restarted: ErrorCode;
  readonly #want: () => unknown;
  readonly #pending = new Map<number, Pending>();
  readonly #eventListeners = new Set<(event: EngineEvent) => void>();
  readonly #restartListeners = new Set<() => void>();
  #waiting: PortRequest[] = [];
  #port: MessagePort | null = null;
  #lastId = 0;
  #generation = 0;

  /**
   * @param restarted the code that calls under way reject with when their port dies
   * @param want called for each call that has to wait for a port
   */
  constructor(restarted: ErrorCode, want: () => unknown = () => {}) {
    this.#restarted = restarted;
    this.#want = want;
  }

  /** Uses a new port; the previous one, if any, is considered dead. */
  attach(port: MessagePort): void {
    const isFirst = this.#generation === 0;
    this.#generation += 1;
    this.#detach();
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<PortMessage>) => this.#receive(data);
    // Chromium reports the other end's death; where it does not, the next port does.
    port.addEventListener('close', () => {
      if (this.#port === port) this.#detach();
    });
    port.start();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const request of waiting) port.postMessage(request);
    if (!isFirst) for (const listener of this.#restartListeners) listener();
  }

  /** @throws AppError retryable, when the port died before the reply came */
  readonly call = (operation: string, input: unknown): Promise<Reply> => {
    const request: PortRequest = { id: (this.#lastId += 1), operation, input };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      if (this.#port) {
        this.#port.postMessage(request);
      } else {
        this.#waiting.push(request);
        this.#want();
      }
    });
  };

  /** Listens to the other end's events. Returns a function that stops it. */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Called when a port was replaced: whatever the other end kept in memory is gone. */
  onRestart(listener: () => void): () => void {
    this.#restartListeners.add(listener);
    return () => this.#restartListeners.delete(listener);
  }

  #receive(message: PortMessage): void {
    if ('event' in message) {
      for (const listener of this.#eventListeners) listener(message.event);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    pending?.resolve(message.reply);
  }

  #detach(): void {
    this.#port?.close();
    this.#port = null;
    const stillWaiting = new Set(this.#waiting.map(({ id }) => id));
    for (const [id, { reject }] of this.#pending) {
      if (stillWaiting.has(id)) continue;
      this.#pending.delete(id);
      reject(new AppError(this.#restarted));
    }
  }
}

/**
 * The typed client of a contract over a transport, without loading the contract's schemas into the window:
 * the engine parses every input anyway.
 *
 * @throws AppError from each call whose reply is an error
 */
export function createPortClient<C extends Contract>(transport: Pick<PortTransport, 'call'>): Client<C> {
  const calls = new Map<string, (input: unknown) => Promise<unknown>>();
  const callOf = (operation: string) => {
    const known = calls.get(operation);
    if (known) return known;
    const call = async (input: unknown) => {
      const reply = await transport.call(operation, input);
      if (reply.ok) return reply.value;
      throw AppError.fromBody(reply.error);
    };
    calls.set(operation, call);
    return call;
  };
  return new Proxy({} as Client<C>, {
    get: (_target, operation) => (typeof operation === 'string' ? callOf(operation) : undefined),
  });
}
