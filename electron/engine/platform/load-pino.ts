import { createRequire } from 'node:module';
import type { pino } from 'pino';

/** pino, loaded by the first line that is written: most commands write none. In bundles, scripts/build puts its own in place of this. */
export const loadPino = () => createRequire(import.meta.url)('pino') as typeof pino;
