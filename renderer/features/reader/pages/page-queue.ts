import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';

/** What is requested of a page, in order of priority for pages equally near. */
export type PageNeed = 'render' | 'text' | 'links' | 'thumbnail' | 'find';

interface Task {
  readonly page: number;
  readonly need: PageNeed;
  readonly run: (documentId: string) => Promise<unknown>;
  readonly settle: PromiseWithResolvers<unknown>;
  readonly signal: AbortSignal | undefined;
}

const order: Readonly<Record<PageNeed, number>> = { render: 0, text: 1, links: 2, thumbnail: 3, find: 4 };
/** A page that had been processed for this long when the reader stopped is what stopped it. Milliseconds. */
const hangMs = 10_000;
/** A page under which the reader stopped more often than this, and which was not drawn meanwhile, is what stops it. */
const deathsAllowed = 2;

/**
 * Asks the page reader for one thing at a time: what is in sight first, then what is near. What scrolled out of sight before
 * its turn is never asked for. One thing at a time also names the page that the reader died over: the one under way. It is
 * tried twice more, because the process may have been stopped from outside, and then given up, so that the others can be read.
 */
export class PageQueue {
  readonly #now: () => number;
  readonly #tasks = new Set<Task>();
  readonly #deaths = new Map<number, number>();
  #documentId: string | null = null;
  #isBusy = false;
  #first = 0;
  #last = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The pages in sight, from 0: they come first. */
  look(first: number, last: number): void {
    this.#first = first;
    this.#last = last;
  }

  /** A document is open in the reader; work goes on. */
  resume(documentId: string): void {
    this.#documentId = documentId;
    void this.#next();
  }

  /** Tries a page again that stopped the reader before. */
  forgive(page: number): void {
    this.#deaths.delete(page);
  }

  /** The reader stopped; what waits goes on waiting. */
  pause(): void {
    this.#documentId = null;
  }

  /**
   * Asks for something of a page.
   *
   * @param page from 0
   * @param run makes the call; called again with another document id if the reader stopped meanwhile
   * @param signal drops the request while it waits
   * @throws AppError PDF_PAGE_UNREADABLE for a page that stopped the reader; CANCELLED when dropped; else what `run` threw
   */
  ask<T>(
    page: number,
    need: PageNeed,
    run: (documentId: string) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const task: Task = { page, need, run, settle: Promise.withResolvers<unknown>(), signal };
    this.#tasks.add(task);
    signal?.addEventListener('abort', () => {
      if (this.#tasks.delete(task)) task.settle.reject(new AppError('CANCELLED'));
    });
    void this.#next();
    return task.settle.promise as Promise<T>;
  }

  async #next(): Promise<void> {
    if (this.#isBusy || this.#documentId === null) return;
    const task = this.#choose();
    if (!task) return;
    this.#tasks.delete(task);
    this.#isBusy = true;
    const begun = this.#now();
    try {
      if ((this.#deaths.get(task.page) ?? 0) > deathsAllowed) throw unreadable(task.page);
      task.settle.resolve(await task.run(this.#documentId));
      // What stopped the reader then was something else: a page is given up for dying again and again, not for each death near it.
      this.#deaths.delete(task.page);
    } catch (error) {
      if (isAppError(error, 'READER_RESTARTED')) this.#blame(task, this.#now() - begun);
      else task.settle.reject(error);
    } finally {
      this.#isBusy = false;
    }
    void this.#next();
  }

  #blame(task: Task, tookMs: number): void {
    this.#documentId = null;
    const deaths = (this.#deaths.get(task.page) ?? 0) + (tookMs >= hangMs ? deathsAllowed + 1 : 1);
    this.#deaths.set(task.page, deaths);
    if (task.signal?.aborted) task.settle.reject(new AppError('CANCELLED'));
    else if (deaths > deathsAllowed) task.settle.reject(unreadable(task.page));
    else this.#tasks.add(task);
  }

  #choose(): Task | undefined {
    let best: Task | undefined;
    let bestRank = Infinity;
    for (const task of this.#tasks) {
      const rank = this.#rankOf(task);
      if (rank < bestRank) {
        best = task;
        bestRank = rank;
      }
    }
    return best;
  }

  #rankOf({ page, need }: Task): number {
    // Small pictures in sight, then a search, come after the pages in sight and before what is only near, wherever they are.
    if (need === 'find' || need === 'thumbnail') return order[need];
    const away = Math.max(this.#first - page, page - this.#last, 0);
    return away * 10 + order[need];
  }
}

function unreadable(page: number): AppError {
  return new AppError('PDF_PAGE_UNREADABLE', { page: page + 1 });
}
