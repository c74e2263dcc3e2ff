/**
 * Tables whose rows the change log may put back, with all their columns: the only names that ever reach the SQL of an undo.
 * Equals what the migrations' triggers log (undoable-tables.test.ts compares the two).
 */
export const undoableTables = {
  matter: ['id', 'title', 'court', 'number', 'judge', 'timezone', 'is_sample', 'created_at'],
  docket_entry: [
    'id',
    'number',
    'attachment',
    'filed_on',
    'entered_on',
    'text',
    'filer',
    'is_text_only',
    'is_sealed',
    'evidence_id',
    'created_at',
    'repeat',
    'short_text',
    'attorney',
    'entered_at',
    'is_restricted',
    'fee_note',
    'document_url',
    'document_id',
    'sequence',
    'page_count',
    'size_bytes',
    'links',
    'position',
    'is_gone',
    'court',
  ],
  docket_thread: ['id', 'parent_id'],
  docket_applied: ['id', 'applied_at'],
  docket_answer: ['id', 'answer'],
  evidence_description: ['id', 'title', 'custodian', 'source', 'is_archived'],
  exhibit_set: [
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
  ],
  exhibit: ['id', 'set_id', 'evidence_id', 'position', 'label', 'title', 'created_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type UndoableTable = keyof typeof undoableTables;

export function isUndoableTable(name: string): name is UndoableTable {
  return Object.hasOwn(undoableTables, name);
}
