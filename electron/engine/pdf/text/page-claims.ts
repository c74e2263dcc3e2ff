/** Pages claimed at a time: few enough that all readers end at about the same moment. */
export const batchPages = 16;

/** Places in the shared state: the first page nobody has claimed, how many there are, then the batch each reader has in hand. */
const nextAt = 0;
const totalAt = 1;
const inHandAt = 2;
const none = -1;
/** More pages than any document has (a PDF holds 8,388,607 objects by ISO 32000-1 Annex C). */
const beyondAll = 2 ** 30;

/**
 * Pages of one document, counted from 0 among those asked for, that several threads divide among themselves: whoever is done
 * with a batch claims the next.
 */
export interface PageClaims {
  readonly state: Int32Array<SharedArrayBuffer>;
}

/** @param readers how many threads read */
export function beginClaims(readers: number): PageClaims {
  const state = new Int32Array(new SharedArrayBuffer((inHandAt + readers) * Int32Array.BYTES_PER_ELEMENT));
  state.fill(none);
  state[nextAt] = 0;
  return { state };
}

/**
 * Claims the next batch for a reader; what it had in hand before is done.
 *
 * @returns its first page; null when none is left, as far as that is known
 */
export function claimBatch({ state }: PageClaims, reader: number): number | null {
  const from = Atomics.add(state, nextAt, batchPages);
  const total = Atomics.load(state, totalAt);
  const isLeft = total === none || from < total;
  Atomics.store(state, inHandAt + reader, isLeft ? from : none);
  return isLeft ? from : null;
}

/** Says how many pages there are; from then on none is claimed beyond them. */
export function tellTotal({ state }: PageClaims, total: number): void {
  Atomics.store(state, totalAt, total);
}

/** Leaves no page to be claimed, however many there are. */
export function withdrawClaims({ state }: PageClaims): void {
  Atomics.store(state, nextAt, beyondAll);
}

/** The first page of the batch that a reader claimed and is not known to be done with; null when there is none. */
export function batchInHand({ state }: PageClaims, reader: number): number | null {
  const from = Atomics.load(state, inHandAt + reader);
  return from === none ? null : from;
}
