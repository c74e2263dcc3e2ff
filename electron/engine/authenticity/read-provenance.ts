import { createHash } from 'node:crypto';
import { batesRun, compressRanges } from '../../../shared/domain/exhibits/bates.ts';
import { group } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** A file that an item came in, or that came in it. */
export interface FamilyMember {
  readonly id: string;
  readonly originalName: string;
  /** Its name inside the file it came in. */
  readonly nameInside: string;
  readonly sha256: string;
  /** Levels above the item (1: it came in it), or 1 for what came in the item. */
  readonly depth: number;
}

/** Files within each other are no deeper; an archive that holds itself has no end. */
const maxDepth = 64;

/** What an item came in, however deep, the innermost first. */
export function readAncestors(session: MatterSession, id: string): FamilyMember[] {
  return session
    .prepare(
      `WITH RECURSIVE above (id, name, depth) AS (
         SELECT parent_id, name, 1 FROM evidence_member WHERE child_id = @id
         UNION SELECT m.parent_id, m.name, above.depth + 1 FROM evidence_member m JOIN above ON m.child_id = above.id
           WHERE above.depth < ${maxDepth})
       SELECT item.id, item.original_name AS originalName, above.name AS nameInside, content.sha256, min(above.depth) AS depth
         FROM above JOIN evidence_item item ON item.id = above.id JOIN content ON content.id = item.content_id
         WHERE item.id <> @id GROUP BY item.id, above.name ORDER BY depth, item.received_at, item.id, above.name`,
    )
    .all({ id }) as FamilyMember[];
}

/** What came in an item itself, in its order. */
export function readMembers(session: MatterSession, id: string): FamilyMember[] {
  return session
    .prepare(
      `SELECT item.id, item.original_name AS originalName, m.name AS nameInside, content.sha256, 1 AS depth
         FROM evidence_member m JOIN evidence_item item ON item.id = m.child_id
         JOIN content ON content.id = item.content_id WHERE m.parent_id = ? ORDER BY m.position`,
    )
    .all(id) as FamilyMember[];
}

/** Names of the files that items came in themselves, by item. */
export function readParentNames(session: MatterSession, ids: readonly string[]): Map<string, string[]> {
  const rows = session
    .prepare(
      `SELECT m.child_id AS id, item.original_name AS name FROM evidence_member m
         JOIN evidence_item item ON item.id = m.parent_id
         WHERE m.child_id IN (SELECT value FROM json_each(?)) ORDER BY item.received_at, item.id, m.position`,
    )
    .all(JSON.stringify(ids)) as { id: string; name: string }[];
  return group(rows, ({ id, name }) => [id, name]);
}

export interface ExhibitPlace {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly setName: string;
}

/** Where items stand as exhibits, withdrawn ones too; sets in the order in which they were made. */
export function readExhibitPlaces(session: MatterSession, ids: readonly string[]): ExhibitPlace[] {
  return session
    .prepare(
      `SELECT exhibit.evidence_id AS id, exhibit.label, exhibit.status, exhibit_set.name AS setName
         FROM exhibit JOIN exhibit_set ON exhibit_set.id = exhibit.set_id
         WHERE exhibit.evidence_id IN (SELECT value FROM json_each(?))
         ORDER BY exhibit_set.created_at, exhibit_set.id, exhibit.position, exhibit.id`,
    )
    .all(JSON.stringify(ids)) as ExhibitPlace[];
}

/** The same in words, by item: Exhibit C of “TRO exhibits”. Withdrawn ones say so. */
export function readExhibits(session: MatterSession, ids: readonly string[]): Map<string, string[]> {
  return group(readExhibitPlaces(session, ids), ({ id, label, status, setName }) => [
    id,
    `Exhibit ${label} of “${setName}”${status === 'withdrawn' ? ' (withdrawn)' : ''}`,
  ]);
}

/** Something made from an original and kept beside it. */
export interface KeptCopy {
  readonly at: string | null;
  /** What was done. */
  readonly what: string;
  readonly sha256: string | null;
}

interface RenditionRow {
  readonly madeAt: string;
  readonly appVersion: string;
  readonly pages: number;
  readonly sha256: string;
}

/** What was made from an original and is kept in the matter: PDFs that stand for it, recognized text; and that a password opens it. */
export function readKeptCopies(session: MatterSession, contentId: number): KeptCopy[] {
  const renditions = session
    .prepare(
      `SELECT r.made_at AS madeAt, r.app_version AS appVersion, r.pages, content.sha256
         FROM rendition r JOIN content ON content.id = r.rendition_id WHERE r.content_id = ? ORDER BY r.made_at, r.app_version`,
    )
    .all(contentId) as RenditionRow[];
  return [
    ...renditions.map(({ madeAt, appVersion, pages, sha256 }) => ({
      at: madeAt,
      what: `Converted to a PDF of ${pages === 1 ? '1 page' : `${pages} pages`} by Forthwith, version ${appVersion}; kept in the matter`,
      sha256,
    })),
    ...recognizedText(session, contentId),
    ...unlocking(session, contentId),
  ];
}

function recognizedText(session: MatterSession, contentId: number): KeptCopy[] {
  const rows = session
    .prepare(
      `SELECT r.page, r.recognised_at AS at, r.engine, p.text FROM recognition r
         JOIN page_text p ON p.content_id = r.content_id AND p.page = r.page AND p.origin = 'ocr'
         WHERE r.content_id = ? ORDER BY r.page`,
    )
    .all(contentId) as { page: number; at: string; engine: string; text: string }[];
  return [...Map.groupBy(rows, ({ engine }) => engine)].map(([engine, pages]) => ({
    at: pages.reduce((last, { at }) => (at > last ? at : last), ''),
    what: `Text recognized on page ${runsOf(pages.map(({ page }) => page))} by ${engine}; the text is kept in the matter, the original was not changed. The hash is that of the text in UTF-8, its pages parted by form feeds`,
    sha256: createHash('sha256')
      .update(pages.map(({ text }) => text).join('\f'))
      .digest('hex'),
  }));
}

function unlocking(session: MatterSession, contentId: number): KeptCopy[] {
  const isKept = session.prepare('SELECT 1 FROM content_password WHERE content_id = ?').get(contentId);
  if (!isKept) return [];
  return [
    {
      at: null,
      what: 'Opened for reading with a password, which is kept in the matter; the original stays locked as it came, and no unlocked copy of it is kept',
      sha256: null,
    },
  ];
}

/** @example runsOf([1, 2, 3, 7]) // '1–3, 7' */
function runsOf(pages: readonly number[]): string {
  return compressRanges(pages)
    .map(({ first, last }) => batesRun(String(first), String(last)))
    .join(', ');
}
