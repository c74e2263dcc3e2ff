import { SourceUnreadable } from '../../objects/index.ts';

/** Collects the sources that cannot be carried: the others are still tried, so that the user can fix all of them at once. */
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
