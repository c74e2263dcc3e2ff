import { termFinder } from '../../../../shared/domain/redaction/index.ts';
import type { PdfDocument } from '../pdfium/index.ts';
import { hidesAnyOf, picturesBeneath } from './pictures/index.ts';
import type { PagePlan, RedactionPlan } from './plan-redactions.ts';
import { unseenWords } from './seen/index.ts';

/**
 * Pages that hold, where nobody sees it, what areas take away: the other half of a spread that both pages crop, a drawing that both
 * show in part, words in white on the page itself. Somebody who draws an area sees what is on the pages; what these hold beside that they cannot see.
 *
 * @returns plans of pages that had none, of which words that nobody sees are areas; and those of pages that had one, without these words
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
    return document.withPage(index, (page): PagePlan[] => {
      const unseen = wordsOfAreas.length > 0 ? unseenWords(pdfium, page, find) : [];
      const own = pages.get(index);
      // Of a page that is drawn anew nothing comes along but what is seen, and its words.
      if (own) return unseen.length === 0 ? [] : [{ ...own, unsaid: [...(own.unsaid ?? []), ...unseen] }];
      if (unseen.length === 0 && !beneath.some((pictures) => hidesAnyOf(pdfium, page, pictures))) return [];
      return [{ index, redactions: unseen.map((area) => ({ kind: 'area' as const, area })) }];
    });
  });
}
