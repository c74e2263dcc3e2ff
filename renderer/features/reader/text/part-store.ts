import { messageOf } from '../../../client/index.ts';

/** Reads some parts, in order, from 1. */
export type ReadParts = (from: number, limit: number) => Promise<readonly { page: number; text: string }[]>;

/** Parts kept once they were read: what was just left comes back at once, and memory stays flat. */
const kept = 60;
const together = 4;

/** A part as it is known: its text, or why it could not be read; undefined while it is not there. */
export type Part = { readonly text: string } | { readonly error: string };

/** The parts of a long text that are near what is in sight. */
export class PartStore {
  readonly #read: ReadParts;
  readonly #parts = new Map<number, Part>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(read: ReadParts) {
    this.#read = read;
  }

  get(part: number): Part | undefined {
    return this.#parts.get(part);
  }

  /** Sees that parts are there, from 1; those in between are read together. */
  want(first: number, last: number): void {
    for (let part = first; part <= last; part += 1) {
      if (this.#parts.has(part) || this.#asked.has(part)) continue;
      const limit = Math.min(together, last - part + 1);
      void this.#load(part, limit);
      part += limit - 1;
    }
    this.#forget(first, last);
  }

  /** Tries again what could not be read. */
  retry(part: number): void {
    this.#parts.delete(part);
    this.want(part, part);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  async #load(from: number, limit: number): Promise<void> {
    const numbers = Array.from({ length: limit }, (_, index) => from + index);
    for (const part of numbers) this.#asked.add(part);
    try {
      const found = await this.#read(from, limit);
      const texts = new Map(found.map(({ page, text }) => [page, text]));
      for (const part of numbers) this.#parts.set(part, { text: texts.get(part) ?? '' });
    } catch (error) {
      for (const part of numbers) this.#parts.set(part, { error: messageOf(error) });
    }
    for (const part of numbers) this.#asked.delete(part);
    this.#tell();
  }

  #forget(first: number, last: number): void {
    if (this.#parts.size <= kept) return;
    const middle = (first + last) / 2;
    const farthest = [...this.#parts.keys()].toSorted(
      (one, other) => Math.abs(other - middle) - Math.abs(one - middle),
    );
    for (const part of farthest.slice(0, this.#parts.size - kept)) this.#parts.delete(part);
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
