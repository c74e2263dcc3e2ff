import {
  at,
  doers,
  mostUnderWay,
  openSharedWriting,
  orders,
  placeOf,
  type SentWriting,
  type SharedWriting,
} from './shared-writing.ts';
import { OrderDoer } from './write-task.ts';

/** How long a thread may take to begin, in milliseconds; it takes some sixty. */
const beginMs = 2_000;
/** How long it may take for an order, in milliseconds: a disk on a network may hang for a while. */
const patienceMs = 300_000;

/** Gives orders to a thread through shared memory, in whose rooms their bytes are. Where no thread comes, this one does them. */
export class OrderLine {
  readonly #shared: SharedWriting;
  #doer: OrderDoer | null = null;
  /** Orders that were given, and rooms that were filled. */
  #given = 0;
  #filled = 0;

  constructor(sent: SentWriting) {
    this.#shared = openSharedWriting(sent);
  }

  /** Memory that nobody reads now. It is another after `bytes` was ordered. */
  get room(): Buffer {
    return this.#shared.rooms[placeOf(this.#filled)]!;
  }

  /**
   * Gives an order, and waits while there are too many under way.
   *
   * @throws what the file system said of an order before
   */
  give(order: number, number: number): void {
    if (order === orders.bytes) this.#filled += 1;
    this.#put(order, number);
    this.#waitForAtMost(mostUnderWay);
    this.#assertWell();
  }

  /**
   * Waits until all is done.
   *
   * @returns the last answer
   * @throws what the file system said of any order
   */
  settle(): Buffer {
    this.drain();
    this.#assertWell();
    return Buffer.from(this.#answer());
  }

  /** Waits until all is done or passed over. */
  drain(): void {
    this.#waitForAtMost(0);
  }

  /** Gives no more orders. */
  end(): void {
    this.#put(orders.end, 0);
    this.letGo();
  }

  /** A thread that has not begun by now does not. */
  letGo(): void {
    Atomics.compareExchange(this.#shared.states, at.doer, doers.none, doers.asker);
  }

  #put(order: number, number: number): void {
    const { states } = this.#shared;
    const place = at.orders + 2 * placeOf(this.#given);
    states[place] = order;
    states[place + 1] = number;
    Atomics.store(states, at.given, ++this.#given);
    Atomics.notify(states, at.given);
  }

  #waitForAtMost(most: number): void {
    const { states } = this.#shared;
    for (;;) {
      const done = Atomics.load(states, at.done);
      if (this.#given - done <= most) return;
      if (!this.#hasThread()) (this.#doer ??= new OrderDoer(this.#shared)).doAll();
      else if (Atomics.wait(states, at.done, done, patienceMs) === 'timed-out')
        throw new Error('the thread that writes files does not answer');
    }
  }

  /** Whether a thread does the orders; waits for it to begin. */
  #hasThread(): boolean {
    const { states } = this.#shared;
    Atomics.wait(states, at.doer, doers.none, beginMs);
    this.letGo();
    return Atomics.load(states, at.doer) === doers.thread;
  }

  #assertWell(): void {
    if (Atomics.load(this.#shared.states, at.isFailed) === 0) return;
    const { message, ...known } = JSON.parse(this.#answer().toString()) as Error;
    throw Object.assign(new Error(message), known);
  }

  #answer(): Buffer {
    const { states, answer } = this.#shared;
    return answer.subarray(0, states[at.answerLength]);
  }
}
