import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder } from './launch.ts';

/**
 * The app's folder of someone who has used it before, so that it begins with the welcome screen and not with the sample.
 *
 * @param settings further settings that were made then
 */
export function createReturningHome(settings: Readonly<Record<string, unknown>> = {}): string {
  const home = createFolder();
  const folder = join(home, 'app');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify({ hasSeenSample: true, ...settings }));
  chmodSync(file, 0o666);
  return home;
}
