import { quotedWords } from '../../../shared/domain/argument/quoted-words.ts';
import { withoutLineNumbers } from '../../../shared/domain/citations/reading/plain-page.ts';
import { compare } from '../../../shared/domain/compare.ts';
import { pageBodies } from '../../../shared/domain/citations/reading/running-lines.ts';
import type { PinCiteFinding } from '../../../shared/model/argument.ts';
import type { FactId, PinCiteId } from '../../../shared/model/common.ts';
import type { MatterSession } from '../store/session.ts';
import { checkSaid } from './check-said.ts';

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
  /** Pages the item has; null while nobody has counted them. */
  readonly pages: number | null;
}

/**
 * Compares each pin cite's words with the page it names, as that page reads now: a text may have been recognized again since, and
 * a page typed by hand may be wrong. Words that run over to the next page count as on it. Words of a moment are compared with the
 * recording's transcripts. A cite without words has nothing that could be checked.
 *
 * @returns the cites that do not hold, those of each fact together
 */
export function checkCites(session: MatterSession): PinCiteFinding[] {
  return [...checkWritten(session), ...checkSaid(session)].toSorted((one, other) =>
    compare(one.factId, other.factId),
  );
}

function checkWritten(session: MatterSession): PinCiteFinding[] {
  const cites = session
    .prepare(
      `SELECT c.id, c.fact_id, i.content_id, c.page, c.quote, c.prefix, c.suffix,
              coalesce(inspection.pages, text_reading.pages) AS pages
         FROM pin_cite c JOIN evidence_item i ON i.id = c.evidence_id
         LEFT JOIN inspection ON inspection.content_id = i.content_id
         LEFT JOIN text_reading ON text_reading.content_id = i.content_id
         WHERE c.page IS NOT NULL AND c.quote <> '' ORDER BY c.fact_id, c.created_at, c.id`,
    )
    .all() as CitedWords[];
  const pageOf = pageReader(session);
  return cites.flatMap((cite): PinCiteFinding[] => {
    const finding = { factId: cite.fact_id, pinCiteId: cite.id, page: null, atMs: null, text: '' };
    const page = pageOf(cite.content_id, cite.page);
    if (page === null)
      return [{ ...finding, state: cite.pages !== null && cite.page > cite.pages ? 'lost' : 'unread' }];
    if (page.isThere(cite.quote)) return [];
    const after = pageOf(cite.content_id, cite.page + 1);
    if (after && !after.isThere(cite.quote) && runningOn(page.text, after.text).isThere(cite.quote))
      return [];
    for (const near of pagesNear(cite.page))
      if (pageOf(cite.content_id, near)?.isThere(cite.quote) === true)
        return [{ ...finding, state: 'moved', page: near }];
    const found = page.look(cite.quote, cite);
    return [found.state === 'differs' ? { ...finding, ...found } : { ...finding, state: 'lost' }];
  });
}

/** What looks for words that run over from a page to the next, past page numbers and headers. */
function runningOn(...pages: [string, string]): ReturnType<typeof quotedWords> {
  const texts = pages.map(withoutLineNumbers);
  return quotedWords(
    pageBodies(texts)
      .map(({ start, end }, at) => texts[at]!.slice(start, end))
      .join('\n'),
  );
}

/** The neighbors of a page, the nearest first. */
function pagesNear(page: number): number[] {
  return Array.from({ length: nearPages }, (_, at) => [page + at + 1, page - at - 1])
    .flat()
    .filter((near) => near > 0);
}

/** Reads each page once. @returns a page's text with what looks for words on it; null for a page without text */
function pageReader(session: MatterSession) {
  const stored = session.prepare('SELECT text FROM page_text WHERE content_id = ? AND page = ?').pluck();
  const read = (contentId: number, page: number) => {
    const text = (stored.get(contentId, page) as string | undefined) ?? '';
    return text.trim() === '' ? null : { text, ...quotedWords(text) };
  };
  const known = new Map<string, ReturnType<typeof read>>();
  return (contentId: number, page: number) => {
    const key = `${contentId} ${page}`;
    let kept = known.get(key);
    if (kept === undefined) known.set(key, (kept = read(contentId, page)));
    return kept;
  };
}
