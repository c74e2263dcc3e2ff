import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';

/** All columns of exhibit_set from this step on. */
const columns = [
  'id',
  'name',
  'scheme',
  'bates_prefix',
  'bates_digits',
  'bates_start',
  'has_slip_sheets',
  'has_stickers',
  'sealed_at',
  'created_at',
  'purpose',
  'declarant',
  'party',
  'bates_suffix',
  'number_position',
  'slip_sheet_template',
  'sticker_corner',
  'sticker_colour',
  'designation',
  'flattens_forms',
  'is_archival',
  'looks_at_every_page',
  'numbers_pages',
] as const;

/** Exhibit sets say whether their pages show their place in the exhibit where they have no Bates number. */
export const pageNumbers: Migration = {
  version: 150,
  name: 'page-numbers',
  up(db: Database) {
    db.exec(/* sql */ `
      DROP TRIGGER exhibit_set_log_insert;
      DROP TRIGGER exhibit_set_log_update;
      DROP TRIGGER exhibit_set_log_delete;
      ALTER TABLE exhibit_set ADD COLUMN numbers_pages INTEGER NOT NULL DEFAULT 0 CHECK (numbers_pages IN (0, 1));
    `);
    db.exec(changeTriggers('exhibit_set', columns));
  },
};
