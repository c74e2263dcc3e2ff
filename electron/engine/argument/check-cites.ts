import { quoteFinder } from '../../../shared/domain/notes/locate-quote.ts';
import type { PinCiteFinding } from '../../../shared/model/argument.ts';
import type { FactId, PinCiteId } from '../../../shared/model/common.ts';
import type { MatterSession } from '../store/session.ts';

/** Pages before and after the cited one on which its words are looked for. */
const nearPages = 5;

interface CitedWords {
  readonly id: PinCiteId;
  readonly fact_id: FactId;
  readonly content_id: number;
  readonly page: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Holds each pin cite's words against the page it names, as that page reads now: a text may have been recognized anew since, and a
 * page typed by hand may be wrong. A cite without words, or of a moment, has nothing that could be checked.
 *
 * @returns the cites that do not hold, in the order of their facts
 */
export function checkCites(session: MatterSession): PinCiteFinding[] {
  const cites = session
    .prepare(
      `SELECT c.id, c.fact_id, i.content_id, c.page, c.quote, c.prefix, c.suffix
         FROM pin_cite c JOIN evidence_item i ON i.id = c.evidence_id
         WHERE c.page IS NOT NULL AND c.quote <> '' ORDER BY c.fact_id, c.created_at, c.id`,
    )
    .all() as CitedWords[];
  const finders = finderCache(session);
  return cites.flatMap((cite): PinCiteFinding[] => {
    const finding = { factId: cite.fact_id, pinCiteId: cite.id, page: null };
    const sought = { quote: cite.quote, prefix: cite.prefix, suffix: cite.suffix, hint: null };
    const find = finders(cite.content_id, cite.page);
    if (find === null) return [{ ...finding, state: 'unread' }];
    if (find(sought) !== null) return [];
    for (const page of pagesNear(cite.page))
      if (finders(cite.content_id, page)?.(sought)?.isExact === true)
        return [{ ...finding, state: 'moved', page }];
    return [{ ...finding, state: 'lost' }];
  });
}

/** The neighbors of a page, the nearest first. */
function pagesNear(page: number): number[] {
  return Array.from({ length: nearPages }, (_, at) => [page + at + 1, page - at - 1])
    .flat()
    .filter((near) => near > 0);
}

/** Reads each page once. @returns what finds words on a page; null for a page without text */
function finderCache(session: MatterSession) {
  const text = session.prepare('SELECT text FROM page_text WHERE content_id = ? AND page = ?').pluck();
  const known = new Map<string, ReturnType<typeof quoteFinder> | null>();
  return (contentId: number, page: number) => {
    const key = `${contentId} ${page}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const words = (text.get(contentId, page) as string | undefined) ?? '';
    const finder = words.trim() === '' ? null : quoteFinder(words);
    known.set(key, finder);
    return finder;
  };
}
