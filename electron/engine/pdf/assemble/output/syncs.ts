import { fsync } from 'node:fs';

/** Files being brought to the disk while others are written: waiting for each takes longer than writing a short one. */
export class Syncs {
  readonly #pending = new Set<Promise<void>>();
  #failure: Error | null = null;

  /** Begins with a file that is written. @param close is called when that is done */
  add(file: number, close: () => void): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pending.add(promise);
    fsync(file, (error) => {
      this.#failure ??= error;
      this.#pending.delete(promise);
      close();
      resolve();
    });
  }

  /** Notes that an earlier sync of one of the files failed. */
  fail(error: Error): void {
    this.#failure ??= error;
  }

  /**
   * Waits until at most so many files are left.
   *
   * @throws the file system's own error, of whichever file it was
   */
  async settle(most = 0): Promise<void> {
    while (this.#pending.size > most) await Promise.race(this.#pending);
    if (this.#failure) throw this.#failure;
  }
}
