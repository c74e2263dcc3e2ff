import { formatCount, formatNumber } from '../../../../shared/domain/amounts.ts';
import type { AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import type { ComparedPage } from '../../pdf/as-filed/compare-page.ts';
import type { PagePair, PagesCompared } from '../../pdf/as-filed/compare-task.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import type { Alignment } from './align-pages.ts';
import { stampFindings, type StampedPage } from './stamp-findings.ts';

/** A page that was sent, and how it came back. Pages are from 1. */
interface CheckedPage {
  readonly page: number;
  readonly returnedPage: number;
  readonly compared: ComparedPage;
}

/** How many findings of one kind are reported page by page; the rest is counted. */
const mostOfAKind = 100;
const pointsPerInch = 72;

/**
 * What differs in a file that came back, the gravest first.
 *
 * @param compared one for each of the alignment's pairs, then for each page that moved
 * @param returnedPages how many pages came back
 */
export function findingsOfReturned(
  alignment: Alignment,
  compared: PagesCompared,
  returnedPages: number,
): AsFiledFinding[] {
  const checked: CheckedPage[] = [];
  const unseen: AsFiledFinding[] = [];
  const pairs: readonly PagePair[] = [...alignment.pairs, ...alignment.moved];
  for (const [at, pair] of pairs.entries()) {
    const place = { page: pair.sent + 1, returnedPage: pair.returned + 1 };
    const page = compared.pages[at]!;
    if ('problem' in page) unseen.push(finding('unchecked', 'AS_FILED_NOT_COMPARED', place, page.problem));
    else checked.push({ ...place, compared: page });
  }
  return [
    ...placeFindings(alignment),
    ...capped(checked.flatMap(pageDifference)),
    ...capped(unseen),
    ...unreadFindings(alignment),
    ...stampFindings(checked.map(stampedPage), returnedPages),
    ...capped(checked.flatMap(coveredFinding)),
    ...textFindings(checked),
    ...belongingFindings(compared),
  ];
}

function finding(
  severity: AsFiledFinding['severity'],
  code: string,
  { page = null, returnedPage = null }: Partial<Pick<AsFiledFinding, 'page' | 'returnedPage'>>,
  message: string,
): AsFiledFinding {
  return { code, severity, page, returnedPage, message };
}

/** Whether a page is the same, outside the court's stamp, as far as it can be compared at all. */
export function isSamePage({ words, picture }: ComparedPage): boolean {
  return words !== 'changed' && words !== 'moved' && picture === 'same';
}

function stampedPage({ page, returnedPage, compared }: CheckedPage): StampedPage {
  return { page, returnedPage, stamp: compared.stamp, isUnread: compared.isStripOther };
}

/** Pages from 1 in words. @param pages from 0 */
const listed = (pages: readonly number[]) => pagesInWords(pages.map((page) => page + 1));

function placeFindings({ moved, missing, extra }: Alignment): AsFiledFinding[] {
  const found: AsFiledFinding[] = [];
  const tell = (code: string, place: Parameters<typeof finding>[2], message: string) =>
    found.push(finding('error', code, place, message));
  if (missing.length > 0)
    tell('AS_FILED_PAGE_MISSING', { page: missing[0]! + 1 }, `Missing: ${listed(missing)} of what was sent.`);
  if (extra.length > 0)
    tell(
      'AS_FILED_PAGE_EXTRA',
      { returnedPage: extra[0]! + 1 },
      `Not among what was sent: ${listed(extra)} of the returned file.`,
    );
  const elsewhere = moved.map(({ sent, returned }) =>
    finding(
      'error',
      'AS_FILED_PAGE_MOVED',
      { page: sent + 1, returnedPage: returned + 1 },
      `Page ${sent + 1} came back out of order, as page ${returned + 1}.`,
    ),
  );
  return [...found, ...capped(elsewhere)];
}

function unreadFindings({ unread: { sent, returned } }: Alignment): AsFiledFinding[] {
  const found: AsFiledFinding[] = [];
  const tell = (place: Parameters<typeof finding>[2], pages: string) =>
    found.push(
      finding('unchecked', 'AS_FILED_NOT_COMPARED', place, `Not compared: ${pages} cannot be read.`),
    );
  if (sent.length > 0) tell({ page: sent[0]! + 1 }, `${listed(sent)} of what was sent`);
  if (returned.length > 0)
    tell({ returnedPage: returned[0]! + 1 }, `${listed(returned)} of the returned file`);
  return found;
}

/** How a page differs from the one that was sent: the gravest alone, since what looks different follows from it. */
function pageDifference(checked: CheckedPage): AsFiledFinding[] {
  const { sizes, words, missing, added, picture, area } = checked.compared;
  const tell = (code: string, message: string) => [finding('error', code, checked, message)];
  if (words === 'changed') return tell('AS_FILED_WORDS', wordsInWords(missing, added));
  if (sizes !== null) {
    const { sent, returned } = sizes;
    const isTurned =
      Math.round(sent.width) === Math.round(returned.height) &&
      Math.round(sent.height) === Math.round(returned.width);
    return isTurned
      ? tell('AS_FILED_PAGE_TURNED', 'It came back turned on its side, and could not be compared so.')
      : tell(
          'AS_FILED_PAGE_SIZE',
          `It is ${sizeInWords(returned)} now; ${sizeInWords(sent)} was sent. How it looks could not be compared.`,
        );
  }
  if (words === 'moved')
    return tell(
      'AS_FILED_WORDS_MOVED',
      'Its words are the same, in other places: the page was shifted, or made smaller or larger.',
    );
  if (picture !== 'changed' || area === null) return [];
  const inches = (points: number) => (points / pointsPerInch).toFixed(1);
  const became =
    words === 'gone' ? 'It became a picture, perhaps drawn by another program, and looks' : 'It looks';
  return tell(
    'AS_FILED_PICTURE',
    `${became} different, ${inches(area.y)} to ${inches(area.y + area.height)} in from the top and ${inches(area.x)} to ${inches(area.x + area.width)} in from the left.`,
  );
}

function wordsInWords(missing: string, added: string): string {
  if (added === '') return `Words are missing: “${missing}”.`;
  if (missing === '') return `Words were added: “${added}”.`;
  return `Other words: “${missing}” was sent, “${added}” came back.`;
}

function sizeInWords({ width, height }: { readonly width: number; readonly height: number }): string {
  const inches = (points: number) => String(Math.round((points / pointsPerInch) * 100) / 100);
  return `${inches(width)} × ${inches(height)} in`;
}

function coveredFinding(checked: CheckedPage): AsFiledFinding[] {
  const { covered, coversPicture } = checked.compared;
  if (covered === '' && !coversPicture) return [];
  const what = covered === '' ? 'a part of the picture' : `“${covered}”`;
  return [finding('warning', 'AS_FILED_COVERED', checked, `The court’s stamp stands over ${what}.`)];
}

function textFindings(checked: readonly CheckedPage[]): AsFiledFinding[] {
  const found: AsFiledFinding[] = [];
  const pagesWhere = (words: ComparedPage['words']) =>
    checked.filter(({ compared }) => compared.words === words);
  const named = (pages: readonly CheckedPage[]) => pagesInWords(pages.map(({ page }) => page));
  const gone = pagesWhere('gone');
  if (gone[0])
    found.push(
      finding(
        'warning',
        'AS_FILED_TEXT_LOST',
        gone[0],
        `There is no text any more on ${named(gone)}: how they look was compared, in which one letter may pass for another.`,
      ),
    );
  const recognised = pagesWhere('recognised');
  if (recognised[0])
    found.push(
      finding(
        'info',
        'AS_FILED_TEXT_ADDED',
        recognised[0],
        `There is text to be searched now on ${named(recognised)}, which had none; their looks were compared.`,
      ),
    );
  return found;
}

function belongingFindings({ sent, returned }: PagesCompared): AsFiledFinding[] {
  const found: AsFiledFinding[] = [];
  const tell = (code: string, message: string) => found.push(finding('info', code, {}, message));
  const left = (count: number) => (count === 0 ? 'none came back' : `${formatNumber(count)} came back`);
  if (returned.bookmarks < sent.bookmarks)
    tell(
      'AS_FILED_BOOKMARKS_LOST',
      `${formatCount(sent.bookmarks, 'bookmark')} sent, ${left(returned.bookmarks)}.`,
    );
  if (returned.links < sent.links)
    tell('AS_FILED_LINKS_LOST', `${formatCount(sent.links, 'link')} sent, ${left(returned.links)}.`);
  if (sent.hasLabels && !returned.hasLabels)
    tell(
      'AS_FILED_LABELS_LOST',
      'The page labels are gone: typing a Bates number into a page field no longer goes to its page.',
    );
  if (returned.isEncrypted && !sent.isEncrypted)
    tell('AS_FILED_ENCRYPTED', 'It came back protected; it opens without a password.');
  return found;
}

/** The first of many findings of one kind, and how many more there are. */
function capped(findings: readonly AsFiledFinding[]): AsFiledFinding[] {
  const left = findings.slice(mostOfAKind);
  const [next] = left;
  if (!next) return [...findings];
  const message = `${formatNumber(left.length)} more, from page ${next.page} on.`;
  return [...findings.slice(0, mostOfAKind), { ...next, message }];
}
