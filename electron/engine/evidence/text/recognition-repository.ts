import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { RecognizedPage, RecognizedWord } from '../../ocr/index.ts';
import { indexPages } from '../../search/index.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { storeDerived, textsOf } from './page-repository.ts';

/** An item with pages to be recognized. */
export interface RecognizableItem {
  readonly id: string;
  readonly contentId: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  /** Pages it has. */
  readonly pages: number;
}

/** Items by id, or all in sight that have pages waiting to be recognized, in the order they were received. */
export function listRecognizable(
  session: MatterSession,
  ids: readonly string[] | undefined,
): RecognizableItem[] {
  const items = sql
    .selectFrom('evidence_item')
    .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
    .leftJoin('text_reading', 'text_reading.content_id', 'evidence_item.content_id')
    .select(({ fn }) => [
      'evidence_item.id',
      'evidence_item.content_id as contentId',
      'evidence_item.kind',
      'evidence_item.original_name as name',
      fn.coalesce('inspection.pages', 'text_reading.pages').as('pages'),
    ])
    .orderBy('evidence_item.received_at')
    .orderBy('evidence_item.id');
  const known = (rows: readonly (Omit<RecognizableItem, 'pages'> & { readonly pages: number | null })[]) =>
    rows.map((row) => ({ ...row, pages: row.pages ?? 0 }));
  if (ids === undefined) {
    const waiting = sql.selectFrom('page_text').select('content_id').where('needs_ocr', '=', 1);
    const inSight = sql.selectFrom('evidence_description').select('id').where('is_archived', '=', 0);
    return known(
      session.all(
        items.where('evidence_item.content_id', 'in', waiting).where('evidence_item.id', 'in', inSight),
      ),
    );
  }
  // One statement for each: SQLite takes a bounded number of parameters.
  return ids.flatMap((id) => known(session.all(items.where('evidence_item.id', '=', id))));
}

/** How a page's text stands. */
export interface PageStanding {
  readonly page: number;
  readonly needsOcr: boolean;
  /** Whether the page has text the file itself writes, and need not be recognized. */
  readonly hasFileText: boolean;
}

/** How the text of each page of a content stands, in the order of the pages; empty before its text was read. */
export function pageStandings(session: MatterSession, contentId: number): PageStanding[] {
  const rows = session
    .prepare(
      `SELECT page, needs_ocr, origin = 'file' AND needs_ocr = 0 AND trim(text, char(9, 10, 13, 32)) <> ''
          AND NOT EXISTS (SELECT 1 FROM recognition r WHERE r.content_id = p.content_id AND r.page = p.page) AS has_text
        FROM page_text p WHERE content_id = ? ORDER BY page`,
    )
    .all(contentId) as { page: number; needs_ocr: number; has_text: number }[];
  return rows.map((row) => ({
    page: row.page,
    needsOcr: row.needs_ocr === 1,
    hasFileText: row.has_text === 1,
  }));
}

/** Pages on which text was recognized, and pages that are pictures of text that nobody has recognized yet; both in order. */
export function pagesByRecognition(
  session: MatterSession,
  contentId: number,
): { recognised: number[]; waiting: number[] } {
  const pages = sql
    .selectFrom('page_text')
    .select('page')
    .where('content_id', '=', contentId)
    .orderBy('page');
  const numbers = (rows: readonly { readonly page: number }[]) => rows.map(({ page }) => page);
  return {
    recognised: numbers(session.all(pages.where('origin', '=', 'ocr'))),
    waiting: numbers(session.all(pages.where('needs_ocr', '=', 1))),
  };
}

/** Stores what was recognized on one page, findable, in one transaction. */
export function storeRecognition(
  session: MatterSession,
  contentId: number,
  page: number,
  { turned, recognizer, confidence, words, fileText }: RecognizedPage,
): void {
  const recognised = textOfWords(words);
  const text = [fileText, recognised].filter((part) => part !== '').join('\n');
  session.db.transaction(() => {
    session.run(
      sql.replaceInto('recognition').values({
        content_id: contentId,
        page,
        recognised_at: session.platform.now(),
        engine: recognizer,
        turned,
        confidence,
        words: JSON.stringify(
          words.map((word) => [
            word.text,
            word.x,
            word.y,
            word.width,
            word.height,
            word.confidence,
            word.isLineEnd ? 1 : 0,
          ]),
        ),
      }),
    );
    session.run(
      sql.replaceInto('page_text').values({
        content_id: contentId,
        page,
        origin: recognised === '' ? 'file' : 'ocr',
        text,
        needs_ocr: 0,
      }),
    );
    indexPages(session, contentId, [{ page, text }]);
  })();
}

/** Writes again what is derived from an original's texts as a whole, after some of its pages were recognized. */
export function renewDerived(session: MatterSession, contentId: number): void {
  session.db.transaction(() => storeDerived(session, contentId, textsOf(session, contentId)))();
}

/** Words as lines of text. */
function textOfWords(words: readonly RecognizedWord[]): string {
  return words
    .map(({ text, isLineEnd }) => `${text}${isLineEnd ? '\n' : ' '}`)
    .join('')
    .trimEnd();
}
