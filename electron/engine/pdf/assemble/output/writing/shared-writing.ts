import { roomBytes } from '../byte-output.ts';

/** What is asked of whoever writes a file; each with a number. */
export const orders = {
  /** A file with this descriptor begins. */
  open: 0,
  /** So many bytes of the next room follow. */
  bytes: 1,
  /** What there is so far may be gone back to, by this number. */
  mark: 2,
  /** Back to the mark of this number. */
  rollBack: 3,
  /** The hash of what there is so far goes into the answer. */
  digest: 4,
  /** Nothing more is asked. */
  end: 5,
} as const;

/** Who does what is asked: a thread of its own, or the one that asks where none came. */
export const doers = { none: 0, thread: 1, asker: 2 } as const;

/** Rooms, and places of orders: enough that neither side waits for a short delay of the other. */
const places = 4;
/** At most so many orders are under way, so that there always is a room that nobody reads. */
export const mostUnderWay = places - 1;
const answerBytes = 4096;

/** Places in `states`. */
export const at = {
  doer: 0,
  /** Orders that were given, and those that are done, since the beginning. */
  given: 1,
  done: 2,
  /** 1 once something failed: the answer says what, and orders after it are passed over. */
  isFailed: 3,
  answerLength: 4,
  /** From here on each place's order and its number. */
  orders: 5,
} as const;

/** Memory that one thread fills and another writes to files. */
export interface SharedWriting {
  readonly states: Int32Array;
  readonly rooms: readonly Buffer[];
  readonly answer: Buffer;
}

/** The same as it is sent to a thread. */
export interface SentWriting {
  readonly states: SharedArrayBuffer;
  readonly bytes: SharedArrayBuffer;
}

export function newSharedWriting(): SentWriting {
  return {
    states: new SharedArrayBuffer((at.orders + 2 * places) * Int32Array.BYTES_PER_ELEMENT),
    bytes: new SharedArrayBuffer(places * roomBytes + answerBytes),
  };
}

export function openSharedWriting({ states, bytes }: SentWriting): SharedWriting {
  return {
    states: new Int32Array(states),
    rooms: Array.from({ length: places }, (_, place) => Buffer.from(bytes, place * roomBytes, roomBytes)),
    answer: Buffer.from(bytes, places * roomBytes, answerBytes),
  };
}

/** Where an order stands, or which room bytes are in. @param count how many of them were before */
export function placeOf(count: number): number {
  return count % places;
}
