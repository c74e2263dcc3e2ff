import { SourceUnreadable } from '../../objects/index.ts';

/** What cannot be carried of several sources: the others are tried all the same, so that whoever mends them needs to do so once. */
export class UnreadableSources {
  readonly #found: SourceUnreadable[] = [];

  /**
   * What work on one of the sources gives.
   *
   * @returns null where it cannot be carried
   * @throws what else the work throws
   */
  async collect<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      this.#found.push(error);
      return null;
    }
  }

  /** @throws SourceUnreadable the first that was met, which names the others */
  assertNone(): void {
    const [first, ...others] = this.#found;
    if (first) throw Object.assign(first, { others });
  }
}
