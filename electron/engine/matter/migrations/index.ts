import { foundation } from './0010-foundation.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [foundation];

/** The format this version of the app writes. */
export const schemaVersion = migrations.at(-1)!.version;
