import { pleadingCite, pleadingName } from '../../../shared/domain/argument/allegations/pleaded-at.ts';
import { readParagraphs } from '../../../shared/domain/argument/allegations/read-paragraphs.ts';
import { verificationPage } from '../../../shared/domain/argument/allegations/verification.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Allegations, Pleading } from '../../../shared/model/argument.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { findEntries, type LoneEntry } from '../docket/index.ts';
import type { MatterSession } from '../store/session.ts';

/**
 * What a pleading alleges, by its numbered paragraphs.
 *
 * @param pleadingId any item with text; the complaint in force where it is left out
 * @throws AppError NOT_FOUND
 */
export function readAllegations(session: MatterSession, pleadingId?: EvidenceId): Allegations {
  const entries = filedEntries(session);
  const pleadings = listPleadings(entries);
  const pleading =
    pleadingId === undefined
      ? (pleadings[0] ?? null)
      : (pleadings.find(({ evidenceId }) => evidenceId === pleadingId) ?? readItem(session, pleadingId));
  if (pleading === null)
    return {
      pleadings,
      pleading,
      pagesWithoutText: 0,
      verifiedOn: null,
      verification: null,
      allegations: [],
    };
  const pages = pagesOf(session, pleading.evidenceId);
  const ownPage = verificationPage(pages);
  const apart = ownPage === null ? findVerification(session, pleading, entries) : null;
  return {
    pleadings,
    pleading,
    pagesWithoutText: pages.filter((text) => text.trim() === '').length,
    verifiedOn: ownPage ?? apart?.page ?? null,
    verification: apart?.paper ?? null,
    allegations: readParagraphs(pages),
  };
}

/** An attachment that is a pleading itself, such as the state court's complaint that comes with a notice of removal. */
const ownPleading =
  /^(?:(?:exhibit|ex\.?|attachment)\s\w{1,4}[\s,:–—-]{1,4})?(?:(?:state court|original|verified|amended|first|second|third|fourth|\w+['’]s)\s)*(?:complaint|petition|answer)\b/iu;
/** How far into an entry's text the name of its paper stands. */
const nameLength = 160;

/** Entries of the docket whose papers are in the matter. */
function filedEntries(session: MatterSession): LoneEntry[] {
  const ids = session
    .prepare('SELECT id FROM docket_entry WHERE evidence_id IS NOT NULL')
    .pluck()
    .all() as string[];
  return findEntries(session, ids);
}

/** What a paper is called that may be a verification. */
const verifying = /\bverif(?:ication|ying)\b/iu;
const swornPaper = /\b(?:affidavit|declaration)\b/iu;

/** The verification of a pleading that is an attachment to it, or an entry of its own that refers to it. */
function findVerification(
  session: MatterSession,
  { evidenceId }: Pleading,
  entries: readonly LoneEntry[],
): { readonly paper: Omit<Pleading, 'cite'>; readonly page: number } | null {
  const own = entries.find((entry) => entry.evidenceId === evidenceId);
  if (!own || own.number === null) return null;
  for (const entry of entries) {
    const name = (entry.text || entry.shortText).slice(0, nameLength);
    const isAttached = entry.attachment !== null && entry.number === own.number;
    const refersToIt = entry.links.some(
      ({ number, attachment }) => number === own.number && attachment === own.attachment,
    );
    const isSuspect = isAttached
      ? verifying.test(name) || swornPaper.test(name)
      : refersToIt && verifying.test(name);
    if (entry.evidenceId === evidenceId || !isSuspect) continue;
    const page = verificationPage(pagesOf(session, entry.evidenceId!));
    if (page !== null) return { paper: paperOf(entry), page };
  }
  return null;
}

function paperOf(entry: LoneEntry): Omit<Pleading, 'cite'> {
  return {
    evidenceId: entry.evidenceId!,
    title: entry.evidenceTitle ?? entry.text,
    docketNumber: docketNumber(entry),
  };
}

/** Pleadings of the docket that are in the matter: complaints before answers, what amends before what it amends, then by date. */
function listPleadings(entries: readonly LoneEntry[]): Pleading[] {
  const found = entries.flatMap((entry) => {
    const text = (entry.text || entry.shortText).slice(0, nameLength);
    const name = pleadingName(text);
    const isPleading =
      entry.attachment === null
        ? (name?.kind === 'answer' ? 'answer' : 'complaint') === entry.role &&
          name?.kind !== 'counterclaim' &&
          !/\bremoval\b|^\W*(?:\w+ (?:of|in) )?verif(?:ication|ying)\b/iu.test(text)
        : ownPleading.test(text);
    return name && isPleading ? [{ entry, name }] : [];
  });
  const rank = ({ entry, name }: (typeof found)[number]) =>
    [name.kind === 'complaint' ? 1 : 0, name.amended, entry.attachment === null ? 1 : 0] as const;
  return found
    .toSorted((one, other) => {
      const [a, b] = [rank(one), rank(other)];
      return b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || (other.entry.number ?? 0) - (one.entry.number ?? 0);
    })
    .map(({ entry, name }) => ({ ...paperOf(entry), cite: pleadingCite(name) }));
}

/** An item that the docket does not call a pleading. */
function readItem(session: MatterSession, evidenceId: EvidenceId): Pleading {
  const title = session
    .prepare('SELECT title FROM evidence_description WHERE id = ?')
    .pluck()
    .get(evidenceId) as string | undefined;
  if (title === undefined) throw new AppError('NOT_FOUND', { what: 'evidence' });
  const name = pleadingName(title);
  return { evidenceId, title, docketNumber: null, cite: name ? pleadingCite(name) : '' };
}

/** The text of each page from the first; empty where a page has none. */
function pagesOf(session: MatterSession, evidenceId: EvidenceId): string[] {
  const rows = session
    .prepare(
      `SELECT p.page, p.text, coalesce(inspection.pages, 0) AS pages FROM evidence_item i
         LEFT JOIN inspection ON inspection.content_id = i.content_id
         LEFT JOIN page_text p ON p.content_id = i.content_id
         WHERE i.id = ?`,
    )
    .all(evidenceId) as { page: number | null; text: string | null; pages: number }[];
  const texts = new Map(rows.map(({ page, text }) => [page, text ?? '']));
  const count = Math.max(...rows.map(({ page, pages }) => Math.max(page ?? 0, pages)), 0);
  return Array.from({ length: count }, (_, at) => texts.get(at + 1) ?? '');
}
