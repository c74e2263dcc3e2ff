import { shareOfSequences } from '../../../../shared/domain/evidence/text-likeness.ts';
import type { MatterSession } from '../../store/session.ts';
import { textsOf } from './page-repository.ts';

/** An original with nearly the same text as another. */
export interface NearText {
  readonly contentId: number;
  /** The share of word sequences both have, 0 to 1. */
  readonly share: number;
}

/** Originals compared word by word with one; those with the most bands in common come first. */
const maxCompared = 60;
/** Texts that share less than half their sequences are not nearly the same. */
const minShare = 0.5;

/**
 * Originals whose text is nearly that of one: drafts, forwarded mails, another scan of the same letter. The most alike first.
 *
 * @example findNearText(session, contentId) // [{ contentId: 7, share: 0.94 }]
 */
export function findNearText(session: MatterSession, contentId: number): NearText[] {
  const candidates = session
    .prepare(
      `SELECT other.content_id FROM fingerprint own
        JOIN fingerprint other ON other.kind = own.kind AND other.value = own.value AND other.content_id <> own.content_id
        WHERE own.content_id = ? AND own.kind IN ('text', 'text-band')
        GROUP BY other.content_id ORDER BY count(*) DESC, other.content_id LIMIT ${maxCompared}`,
    )
    .pluck()
    .all(contentId) as number[];
  if (candidates.length === 0) return [];
  const words = (id: number) => textsOf(session, id).map(({ text }) => text);
  const own = words(contentId);
  return candidates
    .map((id) => ({ contentId: id, share: shareOfSequences(own, words(id)) }))
    .filter(({ share }) => share >= minShare)
    .toSorted((a, b) => b.share - a.share);
}
