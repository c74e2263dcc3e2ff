import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memoryDisk = '/dev/shm';
const gibibyte = 1024 ** 3;

/**
 * The folder in which tests make their own: in memory where there is room, for matters are written through to the disk
 * (`PRAGMA synchronous = FULL`), and a slow or busy one would be most of what the tests wait for.
 *
 * @param {{ isFull: boolean }} run a full run makes files of gibibytes, which are for a disk
 */
export function temporaryPlace({ isFull }) {
  return !isFull && hasRoomInMemory() ? memoryDisk : tmpdir();
}

function hasRoomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(memoryDisk);
    return bavail * bsize > 4 * gibibyte && process.availableMemory() > 8 * gibibyte;
  } catch {
    return false;
  }
}
