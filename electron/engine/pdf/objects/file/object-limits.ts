/** Bounds of the work and memory for one source; what goes past them makes it unreadable. */
export interface ObjectLimits {
  /** Sources up to this size are read whole; larger ones in blocks. Default 2 MiB. */
  readonly wholeBytes: number;
  /** Highest object number; default 8,388,607 (ISO 32000-1 annex C). */
  readonly maxId: number;
  /** Size of one object without its stream; default 64 MiB. */
  readonly maxObjectBytes: number;
  /** Decoded size of one object stream or cross-reference stream; default 256 MiB. */
  readonly maxDecodedBytes: number;
}

export const defaultLimits: ObjectLimits = {
  wholeBytes: 2 * 1024 * 1024,
  maxId: 8_388_607,
  maxObjectBytes: 64 * 1024 * 1024,
  maxDecodedBytes: 256 * 1024 * 1024,
};
