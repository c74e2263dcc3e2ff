import { createRequire } from 'node:module';
import type * as fontkit from 'fontkit';

/**
 * fontkit, which knows the rules for shaping. Loaded by the first text that needs them, and synchronously: drawing does not wait.
 * In bundles, scripts/build puts a module in this one's place that does the same with what is bundled.
 */
export const loadFontkit = () => createRequire(import.meta.url)('fontkit') as typeof fontkit;
