import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import {
  findCitations,
  maxCitations,
  partingsOf,
  type MatchedCitation,
  type PageSpan,
} from '../../../../shared/domain/citations/index.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitId, FileRef } from '../../../../shared/model/common.ts';
import type { Citation, CitationReport } from '../../../../shared/model/exhibits.ts';
import { readItemText, type ItemText } from '../../evidence/index.ts';
import type { JobContext } from '../../handlers.ts';
import { readTextInParts } from '../../pdf/index.ts';
import { getSet } from '../set-repository.ts';
import { storeCheck } from './brief-repository.ts';
import { readCitableMatter } from './citable-set.ts';

/** What a worker may take for some pages of a brief, in milliseconds. */
const timeoutMs = 60_000;

/**
 * Finds the citations of a set's exhibits in a brief. Of an item of evidence the answer is remembered, in place of the one
 * before, so that it is known what relabeling would make wrong.
 *
 * @throws AppError NOT_FOUND, FILE_NOT_FOUND, PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED,
 *   EVIDENCE_TEXT_NOT_READ, CANCELLED
 * @example 'exhibits.citations.check': ({ setId, brief }, context) => checkCitations(setId, brief, context)
 */
export async function checkCitations(
  setId: string,
  brief: { readonly evidenceId: string } | { readonly file: FileRef },
  context: JobContext,
): Promise<CitationReport> {
  const { session, signal } = context;
  // A set that is not there is reported before a long brief is read.
  getSet(session, setId);
  const text =
    'file' in brief
      ? await readBrief(context.resolveFile(brief.file), context)
      : await readItemText(brief.evidenceId, context);
  signal.throwIfAborted();
  const report = reportOf(session, setId, text);
  if ('evidenceId' in brief)
    context.commit(`check citations in “${text.title}”`, () =>
      storeCheck(session, setId, brief.evidenceId, report),
    );
  return report;
}

async function readBrief(path: string, { platform, signal, progress }: JobContext): Promise<ItemText> {
  const name = basename(path);
  if (!existsSync(path)) throw new AppError('FILE_NOT_FOUND', { name });
  progress(0, 0, `Reading ${name}`);
  const pages = await readTextInParts(
    platform,
    { location: { filePath: path }, name, pages: undefined },
    { timeoutMs, name, signal },
  );
  return { title: name, pages };
}

function reportOf(session: JobContext['session'], setId: string, { title, pages }: ItemText): CitationReport {
  const { exhibits, known, match, isVoid } = readCitableMatter(session, setId);
  const texts = pages.map(({ text }) => text);
  const found = findCitations(texts, { ...known, partings: partingsOf(pages.map(({ page }) => page)) });
  if (found.length === maxCitations)
    throw new AppError('PDF_LIMIT_EXCEEDED', { name: title, limit: 'citations' });
  const matched = match(found, texts[0] ?? '');
  const pageOf = (page: number) => pages[page - 1]!.page;
  const statuses = new Map(exhibits.map(({ id, status }) => [id, status]));
  const absenceOf = ({ label, status, exhibitId, places }: MatchedCitation): Citation['absence'] => {
    if (status !== 'absent') return undefined;
    const standing = exhibitId === null ? undefined : statuses.get(exhibitId);
    if (standing === 'withdrawn' || standing === 'reserved') return standing;
    const [place] = places;
    return label === null && place?.kind === 'bates' && isVoid(place.prefix, place.first)
      ? 'void'
      : undefined;
  };
  const cited = new Set(matched.own.map(({ exhibitId }) => exhibitId));
  return {
    brief: title,
    pages: pages.length,
    citations: matched.own.map((citation) => toCitation(citation, absenceOf(citation), pageOf)),
    neverCited: exhibits
      .filter(({ id, status }) => status === 'active' && !cited.has(id))
      .map((exhibit) => ({ id: exhibit.id as ExhibitId, label: exhibit.label, title: exhibit.title })),
    ofOthers: matched.others.map(({ page, text, start, end }) => ({ page: pageOf(page), text, start, end })),
    pagesWithoutText: pages.filter(({ text }) => text.trim() === '').map(({ page }) => page),
  };
}

function toCitation(
  { page, text, start, end, next, further, label, declarant, pin, exhibitId, status }: MatchedCitation,
  absence: Citation['absence'],
  pageOf: (page: number) => number,
): Citation {
  const placed = (span: PageSpan) => ({ ...span, page: pageOf(span.page) });
  return {
    page: pageOf(page),
    text,
    start,
    end,
    ...(next && { next: placed(next) }),
    ...(further.length > 0 && { further: further.map(placed) }),
    // A Bates number alone that no exhibit has is called by itself.
    label: label ?? pin ?? text,
    declarant,
    pin,
    exhibitId: exhibitId as ExhibitId | null,
    status,
    ...(absence && { absence }),
  };
}
