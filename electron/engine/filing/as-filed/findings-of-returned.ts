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
  const pairs: readonly PagePair[] = [...alignment.pairs, ...alignment.moved];
  const checked = pairs.flatMap((pair, at): CheckedPage[] => {
    const page = compared.pages[at]!;
    return 'problem' in page
      ? []
      : [{ page: pair.sent + 1, returnedPage: pair.returned + 1, compared: page }];
  });
  const unseen = pairs.flatMap((pair, at): AsFiledFinding[] => {
    const page = compared.pages[at]!;
    const place = { page: pair.sent + 1, returnedPage: pair.returned + 1 };
    return 'problem' in page
      ? [{ code: 'AS_FILED_NOT_COMPARED', severity: 'unchecked', ...place, message: page.problem }]
      : [];
  });
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

/** Whether a page is the same, outside the court's stamp, as far as it can be compared at all. */
export function isSamePage({ words, picture }: ComparedPage): boolean {
  return words !== 'changed' && words !== 'moved' && picture === 'same';
}

function stampedPage({ page, returnedPage, compared }: CheckedPage): StampedPage {
  return { page, returnedPage, stamp: compared.stamp, isUnread: compared.isStripOther };
}

function placeFindings({ moved, missing, extra }: Alignment): AsFiledFinding[] {
  const found: AsFiledFinding[] = [];
  const listed = (pages: readonly number[]) => pagesInWords(pages.map((page) => page + 1));
  if (missing.length > 0)
    found.push({
      code: 'AS_FILED_PAGE_MISSING',
      severity: 'error',
      page: missing[0]! + 1,
      returnedPage: null,
      message: `Missing: ${listed(missing)} of what was sent.`,
    });
  if (extra.length > 0)
    found.push({
      code: 'AS_FILED_PAGE_EXTRA',
      severity: 'error',
      page: null,
      returnedPage: extra[0]! + 1,
      message: `Not among what was sent: ${listed(extra)} of the returned file.`,
    });
  const elsewhere = moved.map(({ sent, returned }): AsFiledFinding => ({
    code: 'AS_FILED_PAGE_MOVED',
    severity: 'error',
    page: sent + 1,
    returnedPage: returned + 1,
    message: `Page ${sent + 1} came back out of order, as page ${returned + 1}.`,
  }));
  return [...found, ...capped(elsewhere)];
}

function unreadFindings({ unread }: Alignment): AsFiledFinding[] {
  const tell = (
    pages: readonly number[],
    message: (pages: string) => string,
    place: (page: number) => Pick<AsFiledFinding, 'page' | 'returnedPage'>,
  ): AsFiledFinding[] =>
    pages.length === 0
      ? []
      : [
          {
            code: 'AS_FILED_NOT_COMPARED',
            severity: 'unchecked',
            ...place(pages[0]! + 1),
            message: message(pagesInWords(pages.map((page) => page + 1))),
          },
        ];
  return [
    ...tell(
      unread.sent,
      (pages) => `Not compared: ${pages} of what was sent cannot be read.`,
      (page) => ({ page, returnedPage: null }),
    ),
    ...tell(
      unread.returned,
      (pages) => `Not compared: ${pages} of the returned file cannot be read.`,
      (returnedPage) => ({ page: null, returnedPage }),
    ),
  ];
}

/** How a page differs from the one that was sent: the gravest alone, since what looks different follows from it. */
function pageDifference({ page, returnedPage, compared }: CheckedPage): AsFiledFinding[] {
  const { sizes, words, missing, added, picture, area } = compared;
  const tell = (code: string, message: string): AsFiledFinding[] => [
    { code, severity: 'error', page, returnedPage, message },
  ];
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

function coveredFinding({
  page,
  returnedPage,
  compared: { covered, coversPicture },
}: CheckedPage): AsFiledFinding[] {
  if (covered === '' && !coversPicture) return [];
  const what = covered === '' ? 'a part of the picture' : `“${covered}”`;
  return [
    {
      code: 'AS_FILED_COVERED',
      severity: 'warning',
      page,
      returnedPage,
      message: `The court’s stamp stands over ${what}.`,
    },
  ];
}

function textFindings(checked: readonly CheckedPage[]): AsFiledFinding[] {
  const told = (
    words: ComparedPage['words'],
    finding: Pick<AsFiledFinding, 'code' | 'severity'>,
    message: (pages: string) => string,
  ): AsFiledFinding[] => {
    const pages = checked.filter(({ compared }) => compared.words === words);
    const [first] = pages;
    if (!first) return [];
    const { page, returnedPage } = first;
    return [
      { ...finding, page, returnedPage, message: message(pagesInWords(pages.map((each) => each.page))) },
    ];
  };
  return [
    ...told(
      'gone',
      { code: 'AS_FILED_TEXT_LOST', severity: 'warning' },
      (pages) =>
        `There is no text any more on ${pages}: how they look was compared, in which one letter may pass for another.`,
    ),
    ...told(
      'recognised',
      { code: 'AS_FILED_TEXT_ADDED', severity: 'info' },
      (pages) => `There is text to be searched now on ${pages}, which had none; their looks were compared.`,
    ),
  ];
}

function belongingFindings({ sent, returned }: PagesCompared): AsFiledFinding[] {
  const info = (code: string, message: string): AsFiledFinding => ({
    code,
    severity: 'info',
    page: null,
    returnedPage: null,
    message,
  });
  const left = (count: number) => (count === 0 ? 'none came back' : `${formatNumber(count)} came back`);
  return [
    ...(returned.bookmarks < sent.bookmarks
      ? [
          info(
            'AS_FILED_BOOKMARKS_LOST',
            `${formatCount(sent.bookmarks, 'bookmark')} sent, ${left(returned.bookmarks)}.`,
          ),
        ]
      : []),
    ...(returned.links < sent.links
      ? [info('AS_FILED_LINKS_LOST', `${formatCount(sent.links, 'link')} sent, ${left(returned.links)}.`)]
      : []),
    ...(sent.hasLabels && !returned.hasLabels
      ? [
          info(
            'AS_FILED_LABELS_LOST',
            'The page labels are gone: typing a Bates number into a page field no longer goes to its page.',
          ),
        ]
      : []),
    ...(returned.isEncrypted && !sent.isEncrypted
      ? [info('AS_FILED_ENCRYPTED', 'It came back protected; it opens without a password.')]
      : []),
  ];
}

/** The first of many findings of one kind, and how many more there are. */
function capped(findings: readonly AsFiledFinding[]): AsFiledFinding[] {
  const left = findings.slice(mostOfAKind);
  const [next] = left;
  if (!next) return [...findings];
  const message = `${formatNumber(left.length)} more, from page ${next.page} on.`;
  return [...findings.slice(0, mostOfAKind), { ...next, message }];
}
