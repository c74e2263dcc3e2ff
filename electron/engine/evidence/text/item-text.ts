import { AppError } from '../../../../shared/errors/app-error.ts';
import type { JobContext } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { textsOf, type TextProblem } from './page-repository.ts';
import { readPendingText } from './read-pending.ts';

/** An item's text, by pages. */
export interface ItemText {
  readonly title: string;
  /** From 1; a page without text has an empty one. */
  readonly pages: readonly { readonly page: number; readonly text: string }[];
}

/** An original that could not be read at all, as a reader of PDFs tells it. */
const codes = {
  EVIDENCE_ENCRYPTED: 'PDF_ENCRYPTED',
  EVIDENCE_DAMAGED: 'PDF_DAMAGED',
  EVIDENCE_NO_PAGES: 'PDF_NO_PAGES',
} as const;

/**
 * The text of an item of evidence: read from the file, or recognized. Where it was not read yet, what is waiting is read first.
 *
 * @throws AppError NOT_FOUND, PDF_ENCRYPTED, PDF_DAMAGED, PDF_NO_PAGES, EVIDENCE_TEXT_NOT_READ for an original no text can be
 *   read from, CANCELLED
 */
export async function readItemText(evidenceId: string, context: JobContext): Promise<ItemText> {
  const { session } = context;
  const item = session.get(
    sql
      .selectFrom('evidence_item')
      .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
      .select(['evidence_item.content_id', 'evidence_description.title'])
      .where('evidence_item.id', '=', evidenceId),
  );
  if (!item) throw new AppError('NOT_FOUND', { what: 'item of evidence' });
  const { content_id: contentId, title } = item;
  if (!findReading(session, contentId)) await readPendingText(context);
  const pages = textsOf(session, contentId);
  if (pages.length > 0) return { title, pages };
  const problems = JSON.parse(findReading(session, contentId)?.problems ?? '[]') as TextProblem[];
  const found = Object.entries(codes).find(([code]) => problems.some((problem) => problem.code === code));
  throw new AppError(found?.[1] ?? 'EVIDENCE_TEXT_NOT_READ', { name: title });
}

function findReading(session: MatterSession, contentId: number): { problems: string } | undefined {
  return session.get(sql.selectFrom('text_reading').select('problems').where('content_id', '=', contentId));
}
