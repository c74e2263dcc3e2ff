import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { formatBytes, formatInstant, formatTimeZone } from '../../client/index.ts';
import type { Column } from '../../ui/index.ts';
import { EvidenceBadges } from './EvidenceBadges.tsx';
import { detailWords, kindWords, words } from './words.ts';

/** Widths of the list from which a column is shown, in pixels: the narrower the list, the fewer. */
const shownFrom: Readonly<Record<string, number>> = {
  receivedAt: 640,
  custodian: 780,
  kind: 880,
  sizeBytes: 960,
};

/**
 * The list's columns that there is room for. What is left out stands in the details.
 *
 * @param timeZone the court's, in which instants are told
 * @param width of the list in pixels
 */
export function evidenceColumns(timeZone: string, width: number): readonly Column<EvidenceItem>[] {
  const all: readonly Column<EvidenceItem>[] = [
    {
      id: 'title',
      header: detailWords.title,
      width: 160,
      isFlexible: true,
      isSortable: true,
      render: ({ title }) => (
        <span className="font-medium" title={title}>
          {title}
        </span>
      ),
    },
    {
      id: 'status',
      header: words.status,
      width: 150,
      render: (item) => <EvidenceBadges item={item} />,
    },
    {
      id: 'kind',
      header: detailWords.kind,
      width: 104,
      isSortable: true,
      render: ({ kind }) => kindWords[kind],
    },
    {
      id: 'pages',
      header: detailWords.pages,
      width: 66,
      align: 'end',
      isSortable: true,
      render: ({ pages }) =>
        pages?.toLocaleString('en-US') ?? <span title={detailWords.pagesUnknown}>–</span>,
    },
    {
      id: 'custodian',
      header: detailWords.custodian,
      width: 130,
      isSortable: true,
      render: ({ custodian }) => <span title={custodian}>{custodian}</span>,
    },
    {
      id: 'receivedAt',
      header: `${detailWords.received} (${formatTimeZone(timeZone)})`,
      width: 176,
      isSortable: true,
      render: ({ receivedAt }) => formatInstant(receivedAt, timeZone),
    },
    {
      id: 'sizeBytes',
      header: detailWords.size,
      width: 78,
      align: 'end',
      isSortable: true,
      render: ({ sizeBytes }) => formatBytes(sizeBytes),
    },
  ];
  return all.filter(({ id }) => width >= (shownFrom[id] ?? 0));
}
