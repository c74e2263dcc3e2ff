import { createHash, randomUUID } from 'node:crypto';
import type { MatterSession } from '../store/session.ts';
import { foldNewTexts, indexPages } from './index.ts';

/** An item of evidence to be planted; pages from 1. */
export interface Planted {
  readonly title: string;
  readonly pages: readonly string[];
  readonly kind?: string;
  readonly custodian?: string;
  readonly isArchived?: boolean;
  readonly claims?: Readonly<Record<string, string>>;
}

/** Plants an item of evidence with text, as intake and reading would leave it. */
export function plantItem(
  session: MatterSession,
  { title, pages, kind = 'pdf', custodian = '', isArchived = false, claims = {} }: Planted,
): { id: string; contentId: number } {
  const { db } = session;
  const id = randomUUID();
  return db.transaction(() => {
    const contentId = Number(
      db.prepare(`INSERT INTO content (state) VALUES ('staged')`).run().lastInsertRowid,
    );
    db.prepare(`UPDATE content SET state = 'stored', sha256 = ? WHERE id = ?`).run(
      createHash('sha256').update(id).digest('hex'),
      contentId,
    );
    db.prepare(`INSERT INTO evidence_item VALUES (?, ?, ?, ?, '2021-01-11T00:00:00.000Z')`).run(
      id,
      contentId,
      kind,
      `${title}.bin`,
    );
    db.prepare(
      `INSERT INTO evidence_description (id, title, custodian, source, is_archived) VALUES (?, ?, ?, '', ?)`,
    ).run(id, title, custodian, isArchived ? 1 : 0);
    for (const [field, value] of Object.entries(claims))
      db.prepare('INSERT INTO claim (content_id, field, value) VALUES (?, ?, ?)').run(
        contentId,
        field,
        value,
      );
    const add = db.prepare(`INSERT INTO page_text (content_id, page, origin, text) VALUES (?, ?, 'file', ?)`);
    for (const [i, text] of pages.entries()) add.run(contentId, i + 1, text);
    indexPages(
      session,
      contentId,
      pages.map((text, i) => ({ page: i + 1, text })),
    );
    foldNewTexts(session);
    return { id, contentId };
  })();
}

/** Plants a docket entry, as a command would leave it; returns its id. */
export function plantDocketEntry(
  session: MatterSession,
  entry: {
    readonly number: number;
    readonly text: string;
    readonly filedOn: string;
    readonly evidenceId: string | null;
  },
): string {
  const id = randomUUID();
  session.db.transaction(() => {
    session.db
      .prepare(
        `INSERT INTO docket_entry (id, number, filed_on, text, filer, is_text_only, is_sealed, evidence_id, created_at)
           VALUES (?, ?, ?, ?, '', 0, 0, ?, '2021-01-11T00:00:00.000Z')`,
      )
      .run(id, entry.number, entry.filedOn, entry.text, entry.evidenceId);
    foldNewTexts(session);
  })();
  return id;
}
