import type { AreaHandlers } from '../handlers.ts';
import { exportNotes } from './export/export-notes.ts';
import { addNote, removeNotes, updateNotes } from './edit-notes.ts';
import { markForRedaction } from './mark-for-redaction.ts';
import { listNotes } from './list-notes.ts';

export { canStand, getAnchoredItem, isOnArea, type AnchoredItem } from './anchored-item.ts';
export { deleteNotes, noteOf, readNotes, writeNote } from './note-rows.ts';

/** What the contract’s operations on notes do. */
export const notesHandlers: AreaHandlers<'notes'> = {
  'notes.list': ({ filter }, { session }) => listNotes(session, filter),
  'notes.add': ({ evidenceId, kind, anchor, fields }, context) =>
    addNote({ evidenceId, kind, anchor, fields }, context),
  'notes.markForRedaction': ({ evidenceId, places }, context) =>
    markForRedaction(evidenceId, places, context),
  'notes.update': ({ ids, fields, addTagIds, removeTagIds }, context) =>
    updateNotes(ids, fields, { add: addTagIds, remove: removeTagIds }, context),
  'notes.delete': ({ ids }, context) => removeNotes(ids, context),
  'notes.export': (options, context) => exportNotes(options, context),
};
