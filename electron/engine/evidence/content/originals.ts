import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { SourceLocation } from '../../pdf/pdf-source.ts';
import type { MatterSession } from '../../store/session.ts';

/** Where a worker finds stored bytes. */
export function locationOf(contentId: number, { filePath, passphrase }: MatterSession): SourceLocation {
  return { matter: { filePath, passphrase }, contentId };
}

/** A stored original and the hash it came in with. */
export interface Original {
  readonly id: EvidenceId;
  readonly contentId: number;
  readonly kind: EvidenceKind;
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
      `SELECT item.id, item.content_id AS contentId, item.kind, description.title, content.size_bytes AS sizeBytes,
              content.sha256, digest.md5, digest.sha1
         FROM evidence_item AS item
         JOIN content ON content.id = item.content_id
         JOIN evidence_description AS description ON description.id = item.id
         LEFT JOIN content_digest AS digest ON digest.content_id = item.content_id
        ORDER BY item.content_id`,
    )
    .all() as Original[];
}

/**
 * Originals of some items, in the order asked for; all where none are named.
 *
 * @throws AppError NOT_FOUND
 */
export function chooseOriginals(
  session: MatterSession,
  ids: readonly EvidenceId[] | undefined,
): readonly Original[] {
  const all = listOriginals(session);
  if (ids === undefined) return all;
  const byId = new Map(all.map((original) => [original.id, original]));
  return [...new Set(ids)].map((id) => {
    const original = byId.get(id);
    if (!original) throw new AppError('NOT_FOUND', { what: 'evidence' });
    return original;
  });
}
