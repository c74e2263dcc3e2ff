import type { Problem } from '../../../../shared/model/common.ts';
import type { EvidenceKind, PageOfText } from '../../../../shared/model/evidence.ts';
import { batesSeen } from '../../../../shared/domain/evidence/bates-seen.ts';
import { numbersOfPages, type PageNumbers } from '../../../../shared/domain/evidence/produced-numbers.ts';
import { readersOfKinds, textReaderOf } from '../../../../shared/domain/evidence/text-readers.ts';
import { sketchOf } from '../../../../shared/domain/evidence/text-likeness.ts';
import { dropPages, indexPages } from '../../search/index.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

/** An original whose text has not been read yet, or by an earlier version of its reader. */
export interface UnreadContent {
  readonly contentId: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly sizeBytes: number;
  /** As inspected; null when they cannot be counted. */
  readonly pages: number | null;
}

/** A page's text as read, before it is stored. */
export interface ReadPage {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly needsOcr: boolean;
}

/** What went wrong in reading; `page` is null where the whole original could not be read. */
export type TextProblem = Problem & { readonly page: number | null };

/** What reading an original's text gave. */
export interface TextOfContent {
  /** Pages not stored yet. */
  readonly pages: readonly ReadPage[];
  readonly problems: readonly TextProblem[];
  /** For a text too long to be held: what was stored while it was read. */
  readonly before?: { readonly pages: number; readonly first: readonly ReadPage[] };
}

const everyContent = sql
  .selectFrom('evidence_item')
  .innerJoin('content', 'content.id', 'evidence_item.content_id')
  .leftJoin('inspection', 'inspection.content_id', 'content.id')
  .leftJoin('text_reading', 'text_reading.content_id', 'content.id')
  .select([
    'content.id as contentId',
    'evidence_item.kind',
    'evidence_item.original_name as name',
    'content.size_bytes as sizeBytes',
    'inspection.pages',
  ])
  .orderBy('content.size_bytes')
  .orderBy('content.id');
const unread = everyContent.where('text_reading.content_id', 'is', null);
const outdated = everyContent.where(({ eb, or, and }) =>
  or(
    readersOfKinds.map(({ kinds, version }) =>
      and([eb('text_reading.reader', '<', version), eb('evidence_item.kind', 'in', [...kinds])]),
    ),
  ),
);

/** Originals whose text has not been read yet, small ones first: most can then be found soonest. */
export function listUnread(session: MatterSession): UnreadContent[] {
  return session.all(unread);
}

/** Originals whose text was read by an earlier version of the reader of their kind, small ones first. */
export function listOutdated(session: MatterSession): UnreadContent[] {
  return session.all(outdated);
}

/** An original, where its text has not been read yet. */
export function findUnread(session: MatterSession, contentId: number): UnreadContent | undefined {
  return session.get(unread.where('content.id', '=', contentId).limit(1));
}

/** Whether the text of any original is to be read, for the first time or again. */
export function hasUnread(session: MatterSession): boolean {
  return [unread, outdated].some((query) => session.get(query.clearOrderBy().limit(1)) !== undefined);
}

/**
 * Stores what was read of an original, with all that is derived from it: the index, Bates numbers seen, the sketch by which
 * alike texts are found. One transaction: it is all there, or not at all. Of a text that was stored while it was read, this is
 * the end, and makes it count as read. Where it was read before, what was recognized since stays, and so does all of it where
 * something stands in the way now that did not then.
 */
export function storeText(
  session: MatterSession,
  { contentId, kind }: Pick<UnreadContent, 'contentId' | 'kind'>,
  { pages, problems, before }: TextOfContent,
): void {
  session.db.transaction(() => {
    const reader = textReaderOf(kind);
    if (!before && wasReadBetter(session, contentId, problems)) {
      session.run(sql.updateTable('text_reading').set({ reader }).where('content_id', '=', contentId));
      return;
    }
    if (before) addPages(session, contentId, pages);
    const hasKept = !before && replacePages(session, contentId, pages, problems);
    storeDerived(session, contentId, hasKept ? textsOf(session, contentId) : (before?.first ?? pages));
    session.run(
      sql.replaceInto('text_reading').values({
        content_id: contentId,
        read_at: session.platform.now(),
        app_version: session.platform.appVersion,
        pages: (before?.pages ?? 0) + pages.length,
        problems: JSON.stringify(problems),
        reader,
      }),
    );
    // One that was unlocked for a session that is over was found to have text; it cannot be searched without its password.
    if (problems.some(({ page, code }) => page === null && code === 'EVIDENCE_ENCRYPTED'))
      session.run(
        sql
          .updateTable('inspection')
          .set({ has_text: 0 })
          .where('content_id', '=', contentId)
          .where('has_text', '=', 1),
      );
  })();
}

/**
 * Stores pages of a text too long to be held, while the rest is read. `storeText` must follow with the last of them; until then
 * the original counts as unread, and is read from the beginning after a crash.
 *
 * @param isFirst whether a reading begins with them: what an earlier one left goes
 */
export function storePagesBefore(
  session: MatterSession,
  contentId: number,
  pages: readonly ReadPage[],
  isFirst: boolean,
): void {
  session.db.transaction(() => {
    if (isFirst) {
      session.run(sql.deleteFrom('text_reading').where('content_id', '=', contentId));
      forgetPages(session, contentId);
    }
    addPages(session, contentId, pages);
  })();
}

/** Whether an earlier reading had text, and met with nothing that stands in the way of the whole original now. */
function wasReadBetter(session: MatterSession, contentId: number, problems: readonly TextProblem[]): boolean {
  const known = session.get(
    sql.selectFrom('text_reading').select(['pages', 'problems']).where('content_id', '=', contentId),
  );
  if (!known || known.pages === 0) return false;
  const before = new Set(
    (JSON.parse(known.problems) as TextProblem[]).map(({ page, code }) => `${page} ${code}`),
  );
  return problems.some(({ page, code }) => page === null && !before.has(`${page} ${code}`));
}

/**
 * Puts pages in place of those there are. What was recognized stays, and so does the text of a page that cannot be read now; pages
 * with the same text are left alone, in the index too.
 *
 * @returns whether any page stayed that was there before
 */
function replacePages(
  session: MatterSession,
  contentId: number,
  pages: readonly ReadPage[],
  problems: readonly TextProblem[],
): boolean {
  const known = session
    .prepare(
      `SELECT page, text, needs_ocr AS needsOcr, EXISTS (
           SELECT 1 FROM recognition r WHERE r.content_id = p.content_id AND r.page = p.page) AS isRecognized
         FROM page_text p WHERE content_id = ?`,
    )
    .all(contentId) as { page: number; text: string; needsOcr: number; isRecognized: number }[];
  const read = new Map(pages.map((each) => [each.page, each]));
  const failed = new Set(problems.map(({ page }) => page));
  const isKept = ({ page, text, needsOcr, isRecognized }: (typeof known)[number]) => {
    const now = read.get(page);
    if (isRecognized === 1) return true;
    if (!now) return false;
    return (now.text === '' && failed.has(page)) || (now.text === text && now.needsOcr === (needsOcr === 1));
  };
  const kept = new Set(known.filter(isKept).map(({ page }) => page));
  const gone = known.filter(({ page }) => !kept.has(page)).map(({ page }) => page);
  const drop = session.prepare('DELETE FROM page_text WHERE content_id = ? AND page = ?');
  for (const page of gone) drop.run(contentId, page);
  if (gone.length > 0) dropPages(session, contentId, gone);
  addPages(
    session,
    contentId,
    pages.filter(({ page }) => !kept.has(page)),
  );
  return kept.size > 0;
}

/** Clears what an interrupted reading left, from the index too: there it would be found as pages that have no text. */
function forgetPages(session: MatterSession, contentId: number): void {
  session.run(sql.deleteFrom('page_text').where('content_id', '=', contentId));
  dropPages(session, contentId);
}

function addPages(session: MatterSession, contentId: number, pages: readonly ReadPage[]): void {
  const insert = session.prepare(
    `INSERT INTO page_text (content_id, page, origin, text, needs_ocr) VALUES (?, ?, 'file', ?, ?)`,
  );
  for (const { page, text, needsOcr } of pages) insert.run(contentId, page, text, needsOcr ? 1 : 0);
  indexPages(session, contentId, pages);
}

/** Lets an original be read again of which nothing could be read: it was unlocked since. A text that was read stays. */
export function forgetFailedReading(session: MatterSession, contentId: number): void {
  session.run(sql.deleteFrom('text_reading').where('content_id', '=', contentId).where('pages', '=', 0));
}

/** Writes again what is derived from an original's texts as a whole. Must run inside a transaction. */
export function storeDerived(
  session: MatterSession,
  contentId: number,
  pages: readonly { readonly page: number; readonly text: string }[],
): void {
  session.run(sql.deleteFrom('bates_seen').where('content_id', '=', contentId));
  const addBates = session.prepare('INSERT INTO bates_seen (content_id, page, label) VALUES (?, ?, ?)');
  for (const { page, label } of pageNumbers(session, contentId, pages)) addBates.run(contentId, page, label);
  session.run(
    sql
      .deleteFrom('fingerprint')
      .where('content_id', '=', contentId)
      .where('kind', 'in', ['text', 'text-band']),
  );
  const sketch = sketchOf(pages.map(({ text }) => text));
  if (sketch === null) return;
  const add = session.prepare('INSERT OR IGNORE INTO fingerprint (content_id, kind, value) VALUES (?, ?, ?)');
  add.run(contentId, 'text', sketch.digest);
  for (const band of sketch.bands) add.run(contentId, 'text-band', band);
}

/** The numbers of an original's pages: those a production gave them where it is sure of them, else those read on them, else what a production says. */
function pageNumbers(
  session: MatterSession,
  contentId: number,
  pages: readonly { readonly page: number; readonly text: string }[],
): PageNumbers['numbers'] {
  const produced = session.get(
    sql
      .selectFrom('produced_document')
      .innerJoin('evidence_item', 'evidence_item.id', 'produced_document.evidence_id')
      .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
      .select([
        'produced_document.evidence_id',
        'produced_document.bates_first',
        'produced_document.bates_last',
        'inspection.pages',
      ])
      .where('evidence_item.content_id', '=', contentId)
      .orderBy('produced_document.load_file_id')
      .orderBy('produced_document.place')
      .limit(1),
  );
  const given =
    produced &&
    numbersOfPages(
      produced.bates_first,
      produced.bates_last,
      produced.pages,
      keysOfPages(session, produced.evidence_id),
    );
  if (given?.isSure) return given.numbers;
  const seen = batesSeen(pages);
  return given && seen.length === 0 ? given.numbers : seen;
}

/** What the files are called that an item was made of, or that came in it, in order. */
function keysOfPages(session: MatterSession, id: string): string[] {
  return session
    .prepare('SELECT name FROM evidence_member WHERE parent_id = ? ORDER BY position')
    .pluck()
    .all(id) as string[];
}

/** All texts of an original, in order. */
export function textsOf(session: MatterSession, contentId: number): { page: number; text: string }[] {
  return session.all(
    sql.selectFrom('page_text').select(['page', 'text']).where('content_id', '=', contentId).orderBy('page'),
  );
}

/** Some pages of text of an original, and how many there are. */
export function pagesOfText(
  session: MatterSession,
  contentId: number,
  fromPage: number,
  limit: number,
): { pages: PageOfText[]; total: number } {
  const own = sql.selectFrom('page_text').where('content_id', '=', contentId);
  const pages = session.all(
    own.select(['page', 'origin', 'text']).where('page', '>=', fromPage).orderBy('page').limit(limit),
  );
  const { total } = session.one(own.select(({ fn }) => fn.countAll<number>().as('total')));
  return { pages, total };
}
