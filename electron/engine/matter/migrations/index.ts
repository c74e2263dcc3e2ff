import { foundation } from './0010-foundation.ts';
import { docketRecord } from './0020-docket-record.ts';
import { deadlines } from './0030-deadlines.ts';
import { vault } from './0040-vault.ts';
import { exhibits } from './0050-exhibits.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [foundation, docketRecord, deadlines, vault, exhibits];

/** The format this version of the app writes. */
export const schemaVersion = migrations.at(-1)!.version;
