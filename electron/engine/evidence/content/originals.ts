import type { MatterSession } from '../../store/session.ts';

/** A stored original and the hash it came in with. */
export interface Original {
  readonly id: string;
  readonly contentId: number;
  readonly title: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Null while nobody has computed them. */
  readonly md5: string | null;
  readonly sha1: string | null;
}

/** Originals of all items, archived ones too, in the order they came. */
export function listOriginals(session: MatterSession): Original[] {
  return session
    .prepare(
      `SELECT item.id, item.content_id AS contentId, description.title, content.size_bytes AS sizeBytes,
              content.sha256, digest.md5, digest.sha1
         FROM evidence_item AS item
         JOIN content ON content.id = item.content_id
         JOIN evidence_description AS description ON description.id = item.id
         LEFT JOIN content_digest AS digest ON digest.content_id = item.content_id
        ORDER BY item.content_id`,
    )
    .all() as Original[];
}
