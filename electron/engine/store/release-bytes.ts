/**
 * Gives the memory of a large buffer back at once; the buffer is empty afterwards. Left to the collector, the buffers of a
 * file that is read piece by piece pile up to some 80 MiB a thread, and it runs every 32 MiB.
 *
 * @param bytes no longer used by anyone; a view of a shared buffer is left alone
 */
export function releaseBytes(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}
