import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../../handlers.ts';
import { citeLinks } from '../../citations/index.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';
import type { ExhibitSource } from '../sources.ts';
import type { SetPlan } from './set-plan.ts';

/**
 * The plan with links where exhibits cite others, and what is to be known of them.
 *
 * @param made what the plan was made of: the set’s exhibits, and what is read of each
 * @throws AppError CANCELLED
 */
export async function linkCitations(
  plan: SetPlan,
  made: {
    readonly setId: string;
    readonly exhibits: readonly ExhibitRow[];
    readonly sources: readonly (ExhibitSource | null)[];
  },
  context: JobContext,
): Promise<{ readonly plan: SetPlan; readonly findings: readonly Finding[] }> {
  const { links, findings } = await citeLinks(
    context,
    made.setId,
    made.exhibits.map(({ id, label, linksCitations }, at) => {
      const { item } = plan.exhibits[at]!;
      const source = made.sources[at] ?? null;
      const isCarriedPdf = item.original?.kind === 'pdf';
      return {
        id,
        label,
        linksCitations,
        contentId: isCarriedPdf && source ? source.contentId : null,
        password: source?.password,
        selected: item.original?.selected ?? null,
        pages: item.pages,
      };
    }),
  );
  const exhibits = plan.exhibits.map((planned, at) => ({
    ...planned,
    item: { ...planned.item, citeLinks: links[at] ?? [] },
  }));
  return { plan: { ...plan, exhibits }, findings };
}
