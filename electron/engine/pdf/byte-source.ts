/** Bytes that can be read anywhere, synchronously: a file, or an original in its chunks. */
export interface ByteSource {
  readonly sizeBytes: number;
  /**
   * Fills `target` with the bytes at `position`.
   * @returns how many bytes were read: fewer than asked only at the end
   */
  readAt(position: number, target: Uint8Array): number;
}
