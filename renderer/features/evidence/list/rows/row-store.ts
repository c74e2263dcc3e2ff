import type { EvidenceId } from '../../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';

/** Rows asked for in one question at most. */
const batchSize = 500;
/** Rows kept beyond those in sight before the rest is let go. */
const keptAtMost = 20_000;

/**
 * The rows of a long list, read as they come into view. A component that shows a row watches it; those watched are read together, one
 * question at a time, so that a fast scroll asks for where it stops and not for everything it passed.
 */
export class RowStore {
  readonly #read: (ids: EvidenceId[]) => Promise<EvidenceItem[]>;
  readonly #onError: (error: unknown) => void;
  readonly #rows = new Map<string, EvidenceItem>();
  /** Rows as they were before something changed: shown until they are read again. */
  readonly #stale = new Set<string>();
  readonly #watchers = new Map<string, Set<() => void>>();
  #isReading = false;
  #isWaiting = false;

  /**
   * @param read returns the rows of ids, leaving out missing ones
   * @param onError called when rows could not be read
   */
  constructor(
    read: (ids: EvidenceId[]) => Promise<EvidenceItem[]>,
    onError: (error: unknown) => void = () => undefined,
  ) {
    this.#read = read;
    this.#onError = onError;
  }

  /** The row as far as it is known. */
  get(id: string): EvidenceItem | undefined {
    return this.#rows.get(id);
  }

  /** Reads a row and reports its changes, until the returned function is called. */
  watch(id: string, onChange: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    watchers.add(onChange);
    this.#watchers.set(id, watchers);
    this.#readSoon();
    return () => {
      watchers.delete(onChange);
      if (watchers.size === 0) this.#watchers.delete(id);
    };
  }

  /** Shows rows as a change under way will leave them. They are read again once the engine reports the change, or at `refresh`. */
  foresee(ids: readonly string[], change: (item: EvidenceItem) => EvidenceItem): void {
    for (const id of ids) {
      const item = this.#rows.get(id);
      if (!item) continue;
      this.#rows.set(id, change(item));
      for (const tell of this.#watchers.get(id) ?? []) tell();
    }
  }

  /** Something changed: every row is read again when it is next seen, those in sight now. */
  refresh(): void {
    for (const id of this.#rows.keys()) this.#stale.add(id);
    this.#readSoon();
  }

  /** Rows for work with them, whether they are in sight or not; those that are not there are left out. */
  async readAll(ids: readonly EvidenceId[]): Promise<EvidenceItem[]> {
    const items: EvidenceItem[] = [];
    for (let at = 0; at < ids.length; at += batchSize)
      items.push(...(await this.#read(ids.slice(at, at + batchSize))));
    return items;
  }

  /** Waits until all rows of a screen have said that they are watched. */
  #readSoon(): void {
    if (this.#isWaiting || this.#isReading) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      void this.#readWatched();
    });
  }

  async #readWatched(): Promise<void> {
    const ids = [...this.#watchers.keys()].filter((id) => !this.#rows.has(id) || this.#stale.has(id));
    const batch = ids.slice(0, batchSize) as EvidenceId[];
    if (batch.length === 0) return;
    this.#isReading = true;
    for (const id of batch) this.#stale.delete(id);
    try {
      const items = await this.#read(batch);
      this.#letGo();
      for (const item of items) this.#rows.set(item.id, item);
      for (const id of batch) for (const tell of this.#watchers.get(id) ?? []) tell();
    } catch (error) {
      // Asked for again when they next come into view; until then they count as not read.
      this.#isReading = false;
      this.#onError(error);
      return;
    }
    this.#isReading = false;
    const found = new Set<string>(batch);
    if (
      [...this.#watchers.keys()].some((id) => this.#stale.has(id) || (!this.#rows.has(id) && !found.has(id)))
    )
      this.#readSoon();
  }

  #letGo(): void {
    if (this.#rows.size <= keptAtMost) return;
    for (const id of this.#rows.keys())
      if (!this.#watchers.has(id)) {
        this.#rows.delete(id);
        this.#stale.delete(id);
      }
  }
}
