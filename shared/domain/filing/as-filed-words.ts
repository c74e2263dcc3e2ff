import type { AsFiledFile } from '../../model/as-filed.ts';
import { formatNumber } from '../amounts.ts';
import { formatDay } from '../court-words.ts';
import { docketNumber } from '../docket/filters.ts';

/** The result of comparing a file with the one that came back, by its status. */
export const asFiledStatuses: Readonly<Record<AsFiledFile['status'], string>> = {
  same: 'As sent',
  different: 'Not as sent',
  incomplete: 'Not all compared',
  unmatched: 'Not of this build',
  unread: 'Not read',
};

/**
 * How a file came back, in a line.
 *
 * @example asFiledInWords(file) // 'Dkt. 12-3, filed Tue, Jan 12, 2021: 24 of 24 pages the same'
 */
export function asFiledInWords({ stamp, samePages, sentPages, problem, status }: AsFiledFile): string {
  if (problem) return problem.message;
  if (status === 'unmatched') return 'It matches no file of this build.';
  const number = stamp && docketNumber(stamp);
  const place = number ? `Dkt. ${number}` : stamp ? stamp.caseNumber : 'No stamp read';
  const filed = stamp?.filedOn ? `, filed ${formatDay(stamp.filedOn)}` : '';
  const count = (pages: number | null) => formatNumber(pages ?? 0);
  return `${place}${filed}: ${count(samePages)} of ${count(sentPages)} ${sentPages === 1 ? 'page' : 'pages'} the same`;
}
