import { createHash, type Hash } from 'node:crypto';
import { ftruncateSync } from 'node:fs';
import { writeWhole } from '../output-target.ts';
import {
  at,
  doers,
  openSharedWriting,
  orders,
  placeOf,
  type SentWriting,
  type SharedWriting,
} from './shared-writing.ts';

/** Writes what another thread asks for until it asks for nothing more. */
export function writeTask(sent: SentWriting): void {
  const shared = openSharedWriting(sent);
  const { states } = shared;
  // Whoever waited for it in vain does it by now.
  if (Atomics.compareExchange(states, at.doer, doers.none, doers.thread) !== doers.none) return;
  Atomics.notify(states, at.doer);
  const doer = new OrderDoer(shared);
  while (!doer.hasEnded) {
    Atomics.wait(states, at.given, Atomics.load(states, at.done));
    doer.doAll();
  }
}

/** Hashes and writes files as it is ordered to. */
export class OrderDoer {
  readonly #shared: SharedWriting;
  readonly #marks = new Map<number, { readonly length: number; readonly hash: Hash }>();
  #file = -1;
  /** Rooms that were written. */
  #written = 0;
  #length = 0;
  #hash = createHash('sha256');
  #hasEnded = false;

  constructor(shared: SharedWriting) {
    this.#shared = shared;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Does all that was asked by now. What goes wrong is the answer; orders after it are passed over. */
  doAll(): void {
    const { states } = this.#shared;
    for (;;) {
      const done = states[at.done]!;
      if (done === Atomics.load(states, at.given)) return;
      try {
        this.#do(placeOf(done));
      } catch (error) {
        this.#fail(error);
      }
      Atomics.store(states, at.done, done + 1);
      Atomics.notify(states, at.done);
    }
  }

  #do(place: number): void {
    const { states, rooms } = this.#shared;
    const order = states[at.orders + 2 * place]!;
    const number = states[at.orders + 2 * place + 1]!;
    if (order === orders.end) this.#hasEnded = true;
    if (states[at.isFailed] === 1) return;
    switch (order) {
      case orders.open:
        this.#file = number;
        this.#length = 0;
        this.#hash = createHash('sha256');
        return this.#marks.clear();
      case orders.bytes: {
        const bytes = rooms[placeOf(this.#written)]!.subarray(0, number);
        this.#written += 1;
        this.#hash.update(bytes);
        this.#length = writeWhole(this.#file, bytes, this.#length);
        return;
      }
      case orders.mark:
        this.#marks.set(number, { length: this.#length, hash: this.#hash.copy() });
        return;
      case orders.rollBack: {
        const { length, hash } = this.#marks.get(number)!;
        ftruncateSync(this.#file, length);
        this.#length = length;
        this.#hash = hash.copy();
        return;
      }
      case orders.digest:
        return this.#answer(this.#hash.copy().digest());
    }
  }

  #answer(bytes: Uint8Array): void {
    const { states, answer } = this.#shared;
    const length = Math.min(bytes.length, answer.length);
    answer.set(bytes.subarray(0, length));
    states[at.answerLength] = length;
  }

  #fail(error: unknown): void {
    const { message, code, errno, syscall } = error as NodeJS.ErrnoException;
    this.#answer(Buffer.from(JSON.stringify({ message, code, errno, syscall })));
    this.#shared.states[at.isFailed] = 1;
  }
}
