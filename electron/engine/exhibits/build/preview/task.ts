import { AppError } from '../../../../../shared/errors/app-error.ts';
import {
  measureOriginal,
  previewPage,
  SourceUnreadable,
  type ItemKind,
} from '../../../pdf/assemble/index.ts';
import { passwordOf } from '../../../store/passwords.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { carriedPages } from '../../carried-pages.ts';
import { getExhibit, listExhibits, type ExhibitRow } from '../../exhibit-repository.ts';
import { planSetNumbers } from '../../set-numbers.ts';
import { getSet } from '../../set-repository.ts';
import { planItem } from '../plan/plan-item.ts';
import { setWords } from '../plan/set-words.ts';
import { bringsPages, isCarried, type ExhibitSource } from '../sources.ts';
import { openOriginal } from '../open-original.ts';

/** A page as a build would write it now. */
export interface PreviewedPage {
  readonly bytes: Uint8Array;
  readonly title: string;
}

/**
 * One page of an exhibit as a build would write it now, with the numbers it has or would be given.
 *
 * @param page from 1; 0 for its slip sheet
 * @throws AppError NOT_FOUND when there is no such exhibit or page, or its PDF is yet to be made; PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES
 * @example const { bytes } = await previewExhibit(session, exhibitId, 1);
 */
export async function previewExhibit(
  session: MatterSession,
  exhibitId: string,
  page: number,
): Promise<PreviewedPage> {
  const { setId } = getExhibit(session, exhibitId);
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const at = exhibits.findIndex(({ id }) => id === exhibitId);
  const exhibit = exhibits[at]!;
  const { assetsDirectory, pdfiumWasmPath } = session.platform;
  try {
    // Only the exhibit's own pages need the original; a slip sheet is available at once.
    const source =
      bringsPages(exhibit) && exhibit.treatment === 'pages' && page > 0
        ? await findSource(session, exhibit)
        : null;
    const words = setWords(session, set);
    const item = planItem({
      set,
      words,
      exhibit,
      source,
      numbers: planSetNumbers(session, set, exhibits)?.[at] ?? null,
      parent: null,
    });
    if (page === 0 ? item.sheet === null : page > item.pages)
      throw new AppError('NOT_FOUND', { what: page === 0 ? 'slip sheet' : 'page of the exhibit' });
    const bytes = await previewPage(
      { ...item, filePath: null },
      page === 0 ? 'sheet' : page - 1,
      { marks: words.marks, hasOutline: false, flattensForms: set.flattensForms || set.isArchival },
      {
        assetsDirectory,
        pdfiumWasmPath,
        original: () => openOriginal(session.db, source!.contentId, source!.password),
        originalKey: `${exhibit.original?.sha256} ${source?.contentId}`,
      },
    );
    return { bytes, title: `Exhibit ${exhibit.label}` };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    const name = exhibit.original?.originalName ?? exhibit.title;
    throw new AppError(error.code, { name }, { cause: error });
  }
}

async function findSource(session: MatterSession, exhibit: ExhibitRow): Promise<ExhibitSource> {
  const { original } = exhibit;
  const { contentId, kind } = contentOf(session, original!);
  const password = passwordOf(session, contentId);
  const source = openOriginal(session.db, contentId, password);
  try {
    const pages =
      original!.itemPages ?? (await measureOriginal(kind, source, session.platform.pdfiumWasmPath)).pages;
    const carried = carriedPages(exhibit, pages).pages;
    if (!carried) throw new AppError('NOT_FOUND', { what: 'page of the exhibit' });
    return {
      contentId,
      kind,
      password,
      pages,
      selected: carried.map((page) => page - 1),
      rendition: null,
    };
  } finally {
    source.close();
  }
}

/** What is put in: the original itself, or the PDF that was made of it. */
function contentOf(
  session: MatterSession,
  original: NonNullable<ExhibitRow['original']>,
): { readonly contentId: number; readonly kind: ItemKind } {
  const { contentId } = original;
  if (isCarried(original)) return { contentId, kind: original.kind };
  const rendition = session.get(
    sql
      .selectFrom('rendition')
      .select('rendition_id')
      .where('content_id', '=', contentId)
      .where('app_version', '=', session.platform.appVersion),
  );
  if (!rendition) throw new AppError('NOT_FOUND', { what: 'PDF of this item' });
  return { contentId: rendition.rendition_id, kind: 'pdf' };
}
