import { termFinder } from '../../../../shared/domain/redaction/index.ts';
import type { PdfDocument } from '../pdfium/index.ts';
import { hidesAnyOf, picturesBeneath } from './pictures/index.ts';
import type { PagePlan, RedactionPlan } from './plan-redactions.ts';
import { unseenWords } from './seen/index.ts';

/**
 * Pages that hold, where nobody sees it, what areas take away elsewhere: the other half of a spread that both pages crop, a drawing that both
 * show in part. Somebody who draws an area sees what is on the other pages; what these hold beside that they cannot see.
 *
 * @returns plans of pages that had none; words that nobody sees are areas of them
 * @throws AppError as `ownTexts` and `PdfPage.render` do
 */
export function pagesHolding(
  document: PdfDocument,
  { pages, wordsOfAreas }: Pick<RedactionPlan, 'pages' | 'wordsOfAreas'>,
): PagePlan[] {
  const { pdfium, pageCount } = document;
  const beneath = [...pages].flatMap(([index, { redactions }]) => {
    const areas = redactions.flatMap(({ kind, area }) => (kind === 'area' ? area : []));
    if (areas.length === 0) return [];
    return document.withPage(index, (page) => picturesBeneath(pdfium, page, areas));
  });
  if (beneath.length === 0) return [];
  const find = termFinder(wordsOfAreas);
  return Array.from({ length: pageCount }, (_, index) => index).flatMap((index) => {
    if (pages.has(index)) return [];
    return document.withPage(index, (page) => {
      const unseen = wordsOfAreas.length > 0 ? unseenWords(pdfium, page, find) : [];
      if (unseen.length === 0 && !beneath.some((pictures) => hidesAnyOf(pdfium, page, pictures))) return [];
      return { index, redactions: unseen.map((area) => ({ kind: 'area' as const, area })) };
    });
  });
}
