import { matchCitations, ownDeclarant } from '../../../../shared/domain/citations/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { CiteLink } from '../../pdf/assemble/plan.ts';
import { readCitableMatter } from './citable-set.ts';

/** An exhibit of a binder, as its citations are linked. */
export interface LinkingExhibit {
  readonly id: string;
  readonly linksCitations: boolean;
  /** The PDF whose pages it carries: the original, or what stands for it; null where it carries none. */
  readonly contentId: number | null;
  readonly password?: string;
  /** Pages of that PDF it carries, from 0, in their order; null for all. */
  readonly selected: readonly number[] | null;
  /** Pages it brings into the binder, its slip sheet not counted. */
  readonly pages: number;
}

/** What a worker may take to find the citations of one exhibit, in milliseconds. */
const timeoutMs = 300_000;

/**
 * Links from citations in exhibits to the exhibits they cite: to the page of the pin, or to the first where the pin names none
 * that is carried. A citation that is broken over two lines is two areas. Citations that are absent or ambiguous lead nowhere.
 *
 * @param setId the set whose exhibits they are
 * @param exhibits in the order of the binder
 * @returns for each exhibit its links; none for one whose citations are not to be linked, or that cannot be read
 * @throws AppError NOT_FOUND, CANCELLED
 * @example const links = await citeLinks(context, set.id, exhibits);
 */
export async function citeLinks(
  { session, platform, signal }: Pick<JobContext, 'session' | 'platform' | 'signal'>,
  setId: string,
  exhibits: readonly LinkingExhibit[],
): Promise<CiteLink[][]> {
  if (!exhibits.some(({ linksCitations }) => linksCitations)) return exhibits.map(() => []);
  const { set, others, batesPrefixes, isGiven } = readCitableMatter(session, setId);
  const labels = set.exhibits.map(({ label }) => label);
  const places = new Map(exhibits.map(({ id }, at) => [id, at]));
  const { filePath, passphrase } = session;
  const links: CiteLink[][] = [];
  for (const { linksCitations, contentId, password, selected } of exhibits) {
    const own: CiteLink[] = [];
    links.push(own);
    if (!linksCitations || contentId === null) continue;
    const found = await runInWorker(
      platform,
      'exhibits.citedAreas',
      {
        matter: { filePath, passphrase },
        contentId,
        ...(password !== undefined && { password }),
        pages: selected,
        labels,
        batesPrefixes,
      },
      { timeoutMs, signal },
    ).catch((error: unknown) => {
      // The build itself tells what it makes of an original that cannot be read.
      if (!isAppError(error) || error.code === 'CANCELLED') throw error;
      return null;
    });
    if (!found) continue;
    const matched = matchCitations(found.citations, set, others, {
      isGiven,
      ownDeclarant: ownDeclarant(found.firstPage),
    });
    for (const { exhibitId, status, exhibitPage, place, areas } of matched.own) {
      const item = exhibitId === null ? undefined : places.get(exhibitId);
      if (item === undefined || status === 'absent' || status === 'ambiguous') continue;
      const { pages } = exhibits[item]!;
      if (pages === 0) continue;
      const itemPage = exhibitPage !== null && exhibitPage < pages ? exhibitPage : 0;
      for (const area of areas) own.push({ page: place, area, item, itemPage });
    }
  }
  return links;
}
