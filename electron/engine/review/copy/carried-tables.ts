/** What of a table goes into a review copy: which columns, and of which rows. */
export interface CarriedTable {
  readonly table: string;
  /** All columns, or for some what stands in their place, as SQL over the source. */
  readonly columns: readonly (string | readonly [column: string, value: string])[];
  /** Rows that go, as SQL over the source. */
  readonly where: string;
}

/** What goes along besides the items themselves. */
export interface CarriedParts {
  readonly includesNotes: boolean;
  readonly includesWorkProduct: boolean;
  readonly includesCoding: boolean;
  readonly includesDocket: boolean;
  /** Whether tags and issues can be put on items and notes there: then all go, else those that stand on something. */
  readonly isForComments: boolean;
}

const ofContent = 'content_id IN (SELECT content_id FROM chosen)';
const ofItem = 'evidence_id IN (SELECT id FROM chosen)';

/**
 * The tables of a review copy, in the order in which they can be filled. `chosen` holds ids and originals of the chosen items,
 * `chosen_note` the notes that go. What is not named here stays behind: a copy tells nothing of items that are not in it, nor
 * of exhibits, deadlines, facts, searches, edits and audit.
 *
 * Contents, custody, and texts of pages are carried separately (write-copy.ts).
 */
export function carriedTables(parts: CarriedParts): CarriedTable[] {
  const ifCoding = (column: string, instead: string) =>
    parts.includesCoding ? column : ([column, instead] as const);
  const always: CarriedTable[] = [
    {
      table: 'evidence_item',
      columns: ['id', 'content_id', 'kind', 'original_name', 'received_at'],
      where: 'id IN (SELECT id FROM chosen)',
    },
    {
      table: 'evidence_description',
      columns: [
        'id',
        'title',
        'custodian',
        'source',
        'is_archived',
        'collected_at',
        'collected_by',
        'collected_where',
        'collected_how',
        // Counsel's own remark is work product, as notes are unless they say otherwise.
        parts.includesNotes && parts.includesWorkProduct ? 'note' : ['note', `''`],
        ifCoding('is_reviewed', '0'),
        ifCoding('is_flagged', '0'),
        ifCoding('relevance', 'NULL'),
        ifCoding('is_responsive', 'NULL'),
        ifCoding('privilege', 'NULL'),
        ifCoding('privilege_note', `''`),
      ],
      where: 'id IN (SELECT id FROM chosen)',
    },
    {
      table: 'evidence_member',
      columns: ['parent_id', 'position', 'child_id', 'name'],
      where: 'parent_id IN (SELECT id FROM chosen) AND child_id IN (SELECT id FROM chosen)',
    },
    {
      table: 'inspection',
      columns: [
        'content_id',
        'inspected_at',
        'app_version',
        'pages',
        'has_text',
        'needs_ocr',
        'problems',
        'report',
      ],
      where: ofContent,
    },
    { table: 'unpacking', columns: ['content_id', 'state'], where: ofContent },
    {
      table: 'claim',
      columns: ['content_id', 'field', 'value', 'is_given'],
      where: `${ofContent} ORDER BY id`,
    },
    { table: 'fingerprint', columns: ['content_id', 'kind', 'value'], where: ofContent },
    { table: 'content_digest', columns: ['content_id', 'md5', 'sha1'], where: ofContent },
    // A reviewer who may read the item must be able to open it.
    { table: 'content_password', columns: ['content_id', 'password'], where: ofContent },
    {
      table: 'produced_document',
      // What was read of the text goes as the pages' text.
      columns: [
        'load_file_id',
        'place',
        'is_pages',
        'evidence_id',
        'bates_first',
        'bates_last',
        ['text_id', 'NULL'],
      ],
      where: `${ofItem} AND load_file_id IN (SELECT id FROM chosen)`,
    },
    { table: 'bates_seen', columns: ['content_id', 'page', 'label'], where: ofContent },
    {
      table: 'text_reading',
      columns: ['content_id', 'read_at', 'app_version', 'pages', 'problems', 'reader'],
      where: ofContent,
    },
    {
      table: 'recognition',
      columns: ['content_id', 'page', 'recognised_at', 'engine', 'turned', 'confidence', 'words'],
      where: ofContent,
    },
    {
      table: 'rendition',
      columns: ['content_id', 'app_version', 'rendition_id', 'made_at', 'pages', 'problems'],
      where: 'rendition_id IN (SELECT rendition_id FROM chosen_rendition)',
    },
    {
      table: 'transcript',
      columns: ['id', 'evidence_id', 'name', 'cues', 'created_at'],
      where: ofItem,
    },
    {
      table: 'tag',
      columns: ['id', 'name', 'kind', 'color', 'created_at'],
      where: parts.isForComments ? 'true' : usedTags(parts),
    },
    {
      table: 'evidence_tag',
      columns: ['id', 'evidence_id', 'tag_id'],
      where: onItems(parts),
    },
  ];
  return [
    ...always,
    ...(parts.includesNotes ? noteTables : []),
    ...(parts.includesCoding ? codingTables : []),
    ...(parts.includesDocket ? docketTables : []),
  ];
}

/** Tags on items, as SQL over their pairs: issue codes are coding, other tags are not. */
function onItems({ includesCoding }: CarriedParts): string {
  return includesCoding ? ofItem : `${ofItem} AND tag_id IN (SELECT id FROM tag WHERE kind = 'tag')`;
}

/** Tags that stand on something that goes. */
function usedTags(parts: CarriedParts): string {
  return [
    `id IN (SELECT tag_id FROM evidence_tag WHERE ${onItems(parts)})`,
    'id IN (SELECT tag_id FROM note_tag WHERE note_id IN (SELECT id FROM chosen_note))',
    ...(parts.includesCoding
      ? [`id IN (SELECT issue.value FROM coding, json_each(coding.issue_ids) AS issue WHERE ${ofItem})`]
      : []),
  ].join(' OR ');
}

const noteTables: readonly CarriedTable[] = [
  {
    table: 'note',
    columns: [
      'id',
      'evidence_id',
      'kind',
      'page',
      'quote',
      'prefix',
      'suffix',
      'rects',
      'at_ms',
      'text',
      'color',
      'is_work_product',
      'author',
      'created_at',
      'updated_at',
    ],
    where: 'id IN (SELECT id FROM chosen_note)',
  },
  {
    table: 'note_tag',
    columns: ['id', 'note_id', 'tag_id'],
    where: 'note_id IN (SELECT id FROM chosen_note)',
  },
];

const codingTables: readonly CarriedTable[] = [
  {
    table: 'coding',
    columns: [
      'id',
      'evidence_id',
      'reviewer',
      'is_responsive',
      'relevance',
      'privilege',
      'privilege_note',
      'issue_ids',
      'coded_at',
      // Which copy it came back in is nobody else's to know.
      ['copy_id', 'NULL'],
    ],
    where: ofItem,
  },
  {
    table: 'coding_settled',
    columns: ['id', 'settled_at', 'settled_by'],
    where: 'id IN (SELECT id FROM chosen)',
  },
];

const docketTables: readonly CarriedTable[] = [
  {
    table: 'docket_entry',
    columns: [
      'id',
      'number',
      'attachment',
      'filed_on',
      'entered_on',
      'text',
      'filer',
      'is_text_only',
      'is_sealed',
      // An entry whose document stays behind is there, without it.
      ['evidence_id', `CASE WHEN evidence_id IN (SELECT id FROM chosen) THEN evidence_id END`],
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
    where: 'true',
  },
  { table: 'docket_thread', columns: ['id', 'parent_id'], where: 'true' },
];

/** Tables of a matter that are carried separately, and why the others stay behind; a test compares this with the format. */
export const carriedOtherwise = [
  'matter',
  'content',
  'content_chunk',
  'page_text',
  'custody_event',
  'audit_event',
  'review_copy',
  'review_copy_note',
  'review_copy_coding',
] as const;
