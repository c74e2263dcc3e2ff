import { maxCitations, type MatchedCitation } from '../../../../shared/domain/citations/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { CiteLink } from '../../pdf/assemble/plan.ts';
import type { PlacedCitation } from './tasks.ts';
import { readCitableMatter } from './citable-set.ts';

/** An exhibit of a binder, as its citations are linked. */
export interface LinkingExhibit {
  readonly id: string;
  readonly label: string;
  readonly linksCitations: boolean;
  /** The PDF whose pages it carries: the original, or what stands for it; null where it carries none. */
  readonly contentId: number | null;
  /** What opens it, where that was given or is kept. */
  readonly password?: string | undefined;
  /** Pages of that PDF it carries, from 0, in their order; null for all. */
  readonly selected: readonly number[] | null;
  /** Pages it brings into the binder, its slip sheet not counted. */
  readonly pages: number;
}

/** Links of the exhibits of a binder. */
export interface CiteLinks {
  /** One list for each exhibit. */
  readonly links: readonly (readonly CiteLink[])[];
  /** Citations that could not be looked for, or lead nowhere. */
  readonly findings: readonly Finding[];
}

/** What a worker may take to find the citations of one exhibit, in milliseconds. */
const timeoutMs = 300_000;
/** Citations that lead nowhere are named up to this many. */
const maxNamed = 5;

/**
 * Links from citations in exhibits to the exhibits they cite: to the page of the pin, or to the first where the pin names none
 * that is carried. A citation that is broken over two lines, or over the end of a page, is two areas. Citations that are absent or ambiguous lead nowhere, and are reported.
 *
 * @param setId the set whose exhibits they are
 * @param exhibits in the order of the binder
 * @returns no links for an exhibit whose citations are not to be linked, or cannot be looked for
 * @throws AppError NOT_FOUND, CANCELLED
 * @example const { links, findings } = await citeLinks(context, set.id, exhibits);
 */
export async function citeLinks(
  { session, platform, signal }: Pick<JobContext, 'session' | 'platform' | 'signal'>,
  setId: string,
  exhibits: readonly LinkingExhibit[],
): Promise<CiteLinks> {
  if (!exhibits.some(({ linksCitations }) => linksCitations))
    return { links: exhibits.map(() => []), findings: [] };
  const { known, match } = readCitableMatter(session, setId);
  const places = new Map(exhibits.map(({ id }, at) => [id, at]));
  const { filePath, passphrase } = session;
  const links: CiteLink[][] = [];
  const findings: Finding[] = [];
  for (const { label, linksCitations, contentId, password, selected } of exhibits) {
    const own: CiteLink[] = [];
    links.push(own);
    if (!linksCitations || contentId === null) continue;
    const found = await runInWorker(
      platform,
      'exhibits.citedAreas',
      { matter: { filePath, passphrase }, contentId, password, pages: selected, known },
      { timeoutMs, signal },
    ).catch((error: unknown) => {
      if (!isAppError(error) || error.code === 'CANCELLED') throw error;
      return null;
    });
    if (!found || found.citations.length === maxCitations) findings.push(notLinked(label));
    if (!found) continue;
    const matched = match(found.citations, found.firstPage);
    findings.push(...leadNowhere(label, matched.own));
    for (const { exhibitId, status, exhibitPage, areas } of matched.own) {
      const exhibit = exhibitId === null ? undefined : places.get(exhibitId);
      if (exhibit === undefined || status === 'absent' || status === 'ambiguous') continue;
      const { pages } = exhibits[exhibit]!;
      if (pages === 0) continue;
      const to = exhibitPage !== null && exhibitPage < pages ? exhibitPage : 0;
      for (const { place, area } of areas) own.push({ sourcePage: place, area, exhibit, exhibitPage: to });
    }
  }
  return { links, findings };
}

function notLinked(label: string): Finding {
  return {
    code: 'CITATIONS_NOT_LINKED',
    severity: 'warning',
    message:
      'Citations in this exhibit could not all be looked for, so some or all of them are no links. Build it without links, or from a copy that is printed anew.',
    label,
  };
}

function leadNowhere(label: string, own: readonly MatchedCitation<PlacedCitation>[]): Finding[] {
  // A citation of several exhibits together is named whole, once.
  const named = new Map(
    own
      .filter(({ status }) => status === 'absent' || status === 'ambiguous')
      .map(({ text, place, start }) => [
        `${place} ${start}`,
        `“${text.replaceAll(/\s+/gu, ' ')}” on page ${place + 1}`,
      ]),
  );
  if (named.size === 0) return [];
  const [some, more] = [[...named.values()].slice(0, maxNamed).join('; '), named.size - maxNamed];
  const citations =
    named.size === 1
      ? '1 citation in this exhibit is no link'
      : `${named.size} citations in this exhibit are no links`;
  return [
    {
      code: 'CITATIONS_LEAD_NOWHERE',
      severity: 'warning',
      message: `${citations}, because this set has no such exhibit, or only a withdrawn or reserved one, or it is not clear which one is meant: ${some}${more > 0 ? `; and ${more} more` : ''}.`,
      label,
    },
  ];
}
