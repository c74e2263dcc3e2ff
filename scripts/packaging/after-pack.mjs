import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes from the packed app what only a development runtime carries: the small program behind `electron FOLDER`,
 * and the fallback's own marks. Called by electron-builder before it sets the fuses.
 *
 * @param {{ appOutDir: string }} context
 */
export default function afterPack({ appOutDir }) {
  for (const name of ['.complete', 'version', 'resources/default_app.asar']) {
    rmSync(join(appOutDir, name), { force: true });
  }
}
