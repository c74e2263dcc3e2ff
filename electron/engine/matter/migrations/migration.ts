import type { Database } from 'better-sqlite3';

/** One step of the matter file's format. Shipped steps are never edited; a correction is a new step. */
export interface Migration {
  /** Numbered by ten, rising; stored in `user_version`. */
  readonly version: number;
  readonly name: string;
  /** Runs inside one transaction with all other pending steps. */
  up(db: Database): void;
}
