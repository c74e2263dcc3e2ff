/** What goes along besides the items themselves. */
export interface CarriedParts {
  readonly includesNotes: boolean;
  readonly includesWorkProduct: boolean;
  readonly includesCoding: boolean;
  readonly includesDocket: boolean;
  /** Whether tags and issues can be put on items and notes there: then all go, else those that stand on something. */
  readonly isForComments: boolean;
}

const ofChosen = 'id IN (SELECT id FROM chosen)';
const ofContent = 'content_id IN (SELECT content_id FROM chosen)';
const ofItem = 'evidence_id IN (SELECT id FROM chosen)';
const ofNote = 'note_id IN (SELECT id FROM chosen_note)';

/**
 * What of each table goes into a review copy, as SQL over the source: all of its columns, or for some what stands in their place. In the order
 * in which the tables can be filled. `chosen` holds ids and originals of the chosen items, `chosen_note` the notes that go. What is
 * not named here stays behind: a copy tells nothing of items that are not in it, nor of exhibits, deadlines, facts, searches, edits and audit.
 *
 * Contents, custody, and texts of pages are carried separately (write-copy.ts).
 */
export function carriedTables(parts: CarriedParts): readonly (readonly [table: string, rows: string])[] {
  const { includesNotes, includesWorkProduct, includesCoding, includesDocket, isForComments } = parts;
  const ifCoding = (column: string, instead: string) => (includesCoding ? column : `${instead} AS ${column}`);
  // Counsel's own remark is work product, as notes are unless they say otherwise.
  const remark = includesNotes && includesWorkProduct ? 'note' : `'' AS note`;
  return [
    [
      'evidence_item',
      `SELECT id, content_id, kind, original_name, received_at FROM evidence_item WHERE ${ofChosen}`,
    ],
    [
      'evidence_description',
      `SELECT id, title, custodian, source, is_archived, collected_at, collected_by, collected_where, collected_how, ${remark},
         ${ifCoding('is_reviewed', '0')}, ${ifCoding('is_flagged', '0')}, ${ifCoding('relevance', 'NULL')},
         ${ifCoding('is_responsive', 'NULL')}, ${ifCoding('privilege', 'NULL')}, ${ifCoding('privilege_note', `''`)}
         FROM evidence_description WHERE ${ofChosen}`,
    ],
    [
      'evidence_member',
      `SELECT parent_id, position, child_id, name FROM evidence_member
         WHERE parent_id IN (SELECT id FROM chosen) AND child_id IN (SELECT id FROM chosen)`,
    ],
    [
      'inspection',
      `SELECT content_id, inspected_at, app_version, pages, has_text, needs_ocr, problems, report FROM inspection WHERE ${ofContent}`,
    ],
    ['unpacking', `SELECT content_id, state FROM unpacking WHERE ${ofContent}`],
    ['claim', `SELECT content_id, field, value, is_given FROM claim WHERE ${ofContent} ORDER BY id`],
    ['fingerprint', `SELECT content_id, kind, value FROM fingerprint WHERE ${ofContent}`],
    ['content_digest', `SELECT content_id, md5, sha1 FROM content_digest WHERE ${ofContent}`],
    // A reviewer who may read the item must be able to open it.
    ['content_password', `SELECT content_id, password FROM content_password WHERE ${ofContent}`],
    // What was read of the text goes as the pages' text.
    [
      'produced_document',
      `SELECT load_file_id, place, is_pages, evidence_id, bates_first, bates_last, NULL AS text_id FROM produced_document
         WHERE ${ofItem} AND load_file_id IN (SELECT id FROM chosen)`,
    ],
    ['bates_seen', `SELECT content_id, page, label FROM bates_seen WHERE ${ofContent}`],
    [
      'text_reading',
      `SELECT content_id, read_at, app_version, pages, problems, reader FROM text_reading WHERE ${ofContent}`,
    ],
    [
      'recognition',
      `SELECT content_id, page, recognised_at, engine, turned, confidence, words FROM recognition WHERE ${ofContent}`,
    ],
    [
      'rendition',
      `SELECT content_id, app_version, rendition_id, made_at, pages, problems FROM rendition
         WHERE rendition_id IN (SELECT rendition_id FROM chosen_rendition)`,
    ],
    ['transcript', `SELECT id, evidence_id, name, cues, created_at FROM transcript WHERE ${ofItem}`],
    [
      'tag',
      `SELECT id, name, kind, color, created_at FROM tag WHERE ${isForComments ? 'true' : usedTags(parts)}`,
    ],
    ['evidence_tag', `SELECT id, evidence_id, tag_id FROM evidence_tag WHERE ${onItems(parts)}`],
    ...(includesNotes ? noteTables : []),
    ...(includesCoding ? codingTables : []),
    ...(includesDocket ? docketTables : []),
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
    `id IN (SELECT tag_id FROM note_tag WHERE ${ofNote})`,
    ...(parts.includesCoding
      ? [`id IN (SELECT issue.value FROM coding, json_each(coding.issue_ids) AS issue WHERE ${ofItem})`]
      : []),
  ].join(' OR ');
}

const noteTables = [
  [
    'note',
    `SELECT id, evidence_id, kind, page, quote, prefix, suffix, rects, at_ms, text, color, is_work_product, author, created_at, updated_at
       FROM note WHERE id IN (SELECT id FROM chosen_note)`,
  ],
  ['note_tag', `SELECT id, note_id, tag_id FROM note_tag WHERE ${ofNote}`],
] as const;

const codingTables = [
  // Which copy a coding came back in is nobody else's to know.
  [
    'coding',
    `SELECT id, evidence_id, reviewer, is_responsive, relevance, privilege, privilege_note, issue_ids, coded_at, NULL AS copy_id
       FROM coding WHERE ${ofItem}`,
  ],
  ['coding_settled', `SELECT id, settled_at, settled_by FROM coding_settled WHERE ${ofChosen}`],
] as const;

const docketTables = [
  // An entry whose document stays behind is there, without it.
  [
    'docket_entry',
    `SELECT id, number, attachment, filed_on, entered_on, text, filer, is_text_only, is_sealed,
       CASE WHEN ${ofItem} THEN evidence_id END AS evidence_id, created_at, repeat, short_text, attorney, entered_at, is_restricted,
       fee_note, document_url, document_id, sequence, page_count, size_bytes, links, position, is_gone, court
       FROM docket_entry`,
  ],
  ['docket_thread', 'SELECT id, parent_id FROM docket_thread'],
] as const;
