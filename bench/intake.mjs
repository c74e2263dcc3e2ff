import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeScans } from './inputs.mjs';
import { pair, time } from './measure.mjs';

const forthwith = [process.execPath, join(root, 'scripts/forthwith.mjs')];

/**
 * Evidence intake, start of the program to its exit, beside copying the same files and hashing the copies.
 *
 * @param {string} folder to work in
 * @param {readonly number[]} sizes in megabytes
 */
export function benchIntake(folder, sizes, rounds) {
  return sizes.map((megabytes) => {
    const inputs = join(folder, `scans-${megabytes}`);
    mkdirSync(inputs, { recursive: true });
    const files = makeScans(inputs, { megabytes });
    const matter = join(folder, 'intake.matter');
    const copies = join(folder, 'copies');
    const result = pair(
      rounds,
      () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(matter + suffix, { force: true });
        time([...forthwith, 'matter', 'create', matter, '--title', 'Bench']);
        return time([...forthwith, 'evidence', 'add', matter, inputs, '--recursive', '--json']);
      },
      () => {
        rmSync(copies, { recursive: true, force: true });
        return time([
          'sh',
          '-c',
          'cp -r "$1" "$2" && sha256sum "$2"/* && sync -f "$2"',
          'sh',
          inputs,
          copies,
        ]);
      },
    );
    rmSync(inputs, { recursive: true });
    return { megabytes, files: files.length, ...result };
  });
}
