import { pathToFileURL } from 'node:url';

const bundle = process.env['FORTHWITH_TEST_WORKER'];

/** What worker threads of tests start from: the bundle made before them (scripts/testing/worker-bundle.mjs), or the source. */
export const workerUrl = bundle ? pathToFileURL(bundle) : new URL('../worker.ts', import.meta.url);
