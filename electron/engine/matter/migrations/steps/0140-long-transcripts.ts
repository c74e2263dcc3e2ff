import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { dropRows, folded } from './search-triggers.ts';

/**
 * The lines of a transcript are numbered in one go, so the id of each row of the index is known from the first. Looking each line up in
 * the transcript again took a time that grew with the square of its length: two seconds for eight thousand lines.
 */
const addCues = /* sql */ `
    INSERT INTO search_subject (kind, ref, page)
      SELECT 'cue', new.id, cue.key + 1 FROM json_each(new.cues) AS cue;
    INSERT INTO search_text (rowid, body)
      SELECT (SELECT min(id) FROM search_subject WHERE ref = new.id AND kind = 'cue') + cue.key,
             ${folded("json_extract(cue.value, '$.text')")} FROM json_each(new.cues) AS cue`;

/** Long transcripts are indexed in a time that grows with their length. */
export const longTranscripts: Migration = {
  version: 140,
  name: 'long-transcripts',
  up(db: Database) {
    db.exec(/* sql */ `
      DROP TRIGGER transcript_search_insert;
      DROP TRIGGER transcript_search_update;
      CREATE TRIGGER transcript_search_insert AFTER INSERT ON transcript BEGIN ${addCues}; END;
      CREATE TRIGGER transcript_search_update AFTER UPDATE OF cues ON transcript BEGIN
        ${dropRows('cue')};
        ${addCues};
      END;
    `);
  },
};
