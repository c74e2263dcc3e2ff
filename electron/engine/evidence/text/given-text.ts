import { decodeText } from '../../formats/files/text/encoding.ts';
import { contentChunks } from '../../store/content.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import type { ReadPage } from './page-repository.ts';

/** Bytes of a text that are read: a shelf of books. */
const maxBytes = 32 * 1024 * 1024;

/**
 * The pages of an original that has no text of its own with the text that was produced with it. A form feed ends a page there; where
 * there are not as many as pages, all of it stands on the first.
 *
 * @param pages as the original was read
 * @returns the pages as they are where they have text, or none was produced with them
 */
export function withGivenText(
  session: MatterSession,
  contentId: number,
  pages: readonly ReadPage[],
): readonly ReadPage[] {
  if (pages.some(({ text }) => text.trim() !== '')) return pages;
  const text = givenText(session, contentId);
  if (text === null) return pages;
  const parts = text.replace(/\f\s*$/, '').split('\f');
  const isByPage = parts.length === pages.length;
  const count = Math.max(1, pages.length);
  return Array.from({ length: count }, (_, at) => ({
    page: at + 1,
    text: isByPage ? parts[at]! : at === 0 ? parts.join('\n') : '',
    needsOcr: false,
  }));
}

function givenText(session: MatterSession, contentId: number): string | null {
  const given = session.get(
    sql
      .selectFrom('produced_document')
      .innerJoin('evidence_item', 'evidence_item.id', 'produced_document.evidence_id')
      .innerJoin('content', 'content.id', 'produced_document.text_id')
      .select('content.id')
      .where('evidence_item.content_id', '=', contentId)
      .where('content.size_bytes', '<=', maxBytes)
      .orderBy('produced_document.load_file_id')
      .orderBy('produced_document.place')
      .limit(1),
  );
  if (!given) return null;
  const chunks = Array.from(contentChunks(session.db, given.id), (bytes) => Buffer.from(bytes));
  return decodeText(Buffer.concat(chunks)).replaceAll(/\r\n?/g, '\n').replaceAll('\0', ' ');
}

/** Has an original read again in which no text was found, for one was produced with it now. Must run inside a transaction. */
export function expectGivenText(session: MatterSession, contentId: number): void {
  session
    .prepare(
      `DELETE FROM text_reading WHERE content_id = @contentId
         AND NOT EXISTS (SELECT 1 FROM page_text WHERE content_id = @contentId AND trim(text) <> '')`,
    )
    .run({ contentId });
}
