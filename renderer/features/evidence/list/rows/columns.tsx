import { Flag, Check } from 'lucide-react';
import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import type { EvidenceItem, EvidenceGrouping, EvidenceKind } from '../../../../../shared/model/evidence.ts';
import {
  formatSize,
  formatDate,
  formatInstant,
  formatNumber,
  formatTimeZone,
} from '../../../../client/index.ts';
import type { Column } from '../../../../ui/index.ts';
import { TagChips } from '../../tags/TagChips.tsx';
import { detailWords, filterWords, kindWords, sortWords, words } from '../../words.ts';
import { formatClaimedTime } from '../claimed-time.ts';
import { EvidenceBadges } from '../EvidenceBadges.tsx';
import { ItemCell, TitleCell } from './ItemCell.tsx';
import type { ListRow } from './list-rows.ts';

type ItemColumn = Omit<Column<ListRow>, 'render'> & {
  readonly draw: (item: EvidenceItem) => React.ReactNode;
};

/**
 * Widths of the list from which a column is shown when nobody chose, in pixels: where the title keeps enough room to tell items
 * of similar names apart. Columns not listed are shown only when chosen.
 */
const shownFrom: Readonly<Record<string, number>> = {
  marks: 460,
  status: 0,
  pages: 400,
  claimedAt: 760,
  custodian: 900,
  kind: 1_000,
  tags: 1_160,
  receivedAt: 1_340,
};

/** Columns that can be chosen, besides the title, which is always there. */
export const columnChoices: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'marks', label: detailWords.marks },
  { id: 'status', label: words.status },
  { id: 'kind', label: sortWords.kind },
  { id: 'claimedAt', label: sortWords.claimedAt },
  { id: 'claimedFrom', label: sortWords.claimedFrom },
  { id: 'custodian', label: sortWords.custodian },
  { id: 'pages', label: sortWords.pages },
  { id: 'sizeBytes', label: sortWords.sizeBytes },
  { id: 'batesSeen', label: sortWords.batesSeen },
  { id: 'tags', label: detailWords.tags },
  { id: 'relevance', label: sortWords.relevance },
  { id: 'receivedAt', label: sortWords.receivedAt },
];

/**
 * The list's columns: those chosen, or else those that there is room for. What is left out is in the details.
 *
 * @param timeZone the court's, in which instants are shown
 * @param width of the list in pixels
 */
export function evidenceColumns(
  timeZone: string,
  width: number,
  chosen: readonly string[] | null,
  grouping: EvidenceGrouping,
): readonly Column<ListRow>[] {
  const title: Column<ListRow> = {
    id: 'title',
    header: detailWords.title,
    width: 180,
    isFlexible: true,
    isSortable: true,
    render: (row) => <TitleCell row={row} headingOf={(label) => headingOf(grouping, label)} />,
  };
  const isShown = ({ id }: ItemColumn) =>
    chosen ? chosen.includes(id) : id in shownFrom && width >= (shownFrom[id] ?? 0);
  return [
    title,
    ...itemColumns(timeZone)
      .filter(isShown)
      .map(({ draw, ...column }) => ({
        ...column,
        render: (row: ListRow) => <ItemCell row={row} draw={draw} />,
      })),
  ];
}

function itemColumns(timeZone: string): readonly ItemColumn[] {
  return [
    {
      id: 'marks',
      header: detailWords.marks,
      width: 52,
      isHeaderHidden: true,
      draw: (item) => <Marks item={item} />,
    },
    { id: 'status', header: words.status, width: 140, draw: (item) => <EvidenceBadges item={item} /> },
    {
      id: 'kind',
      header: sortWords.kind,
      width: 104,
      isSortable: true,
      draw: ({ kind }) => <span title={kindWords[kind]}>{kindWords[kind]}</span>,
    },
    {
      id: 'claimedAt',
      header: sortWords.claimedAt,
      width: 176,
      isSortable: true,
      draw: ({ claimedAt }) => {
        const time = claimedAt === null ? '' : formatClaimedTime(claimedAt, timeZone);
        return <span title={time}>{time}</span>;
      },
    },
    {
      id: 'claimedFrom',
      header: sortWords.claimedFrom,
      width: 160,
      isSortable: true,
      draw: ({ claimedFrom }) => <span title={claimedFrom ?? ''}>{claimedFrom}</span>,
    },
    {
      id: 'custodian',
      header: sortWords.custodian,
      width: 130,
      isSortable: true,
      draw: ({ custodian }) => <span title={custodian}>{custodian}</span>,
    },
    {
      id: 'pages',
      header: sortWords.pages,
      width: 66,
      align: 'end',
      isSortable: true,
      draw: ({ pages }) =>
        pages === null ? <span title={detailWords.pagesUnknown}>–</span> : formatNumber(pages),
    },
    {
      id: 'sizeBytes',
      header: sortWords.sizeBytes,
      width: 78,
      align: 'end',
      isSortable: true,
      draw: ({ sizeBytes }) => formatSize(sizeBytes),
    },
    {
      id: 'batesSeen',
      header: sortWords.batesSeen,
      width: 190,
      isSortable: true,
      draw: ({ batesSeen }) => <span title={batesSeen ?? ''}>{batesSeen}</span>,
    },
    { id: 'tags', header: detailWords.tags, width: 160, draw: ({ tagIds }) => <TagChips ids={tagIds} /> },
    {
      id: 'relevance',
      header: sortWords.relevance,
      width: 126,
      isSortable: true,
      draw: ({ relevance }) => (relevance === null ? '' : relevanceWords(relevance)),
    },
    {
      id: 'receivedAt',
      header: `${sortWords.receivedAt} (${formatTimeZone(timeZone)})`,
      width: 176,
      isSortable: true,
      draw: ({ receivedAt }) => formatInstant(receivedAt, timeZone),
    },
  ];
}

/** Reviewed and flagged: each a sign with its word for those who do not see it. */
export function Marks({ item }: { item: EvidenceItem }) {
  return (
    <span className="flex items-center gap-1 [&_svg]:size-4">
      {item.isReviewed && (
        <span title={filterWords.reviewed} className="text-success-ink">
          <Check aria-hidden />
          <span className="sr-only">{filterWords.reviewed}</span>
        </span>
      )}
      {item.isFlagged && (
        <span title={filterWords.flagged} className="text-danger-ink">
          <Flag aria-hidden className="fill-current" />
          <span className="sr-only">{filterWords.flagged}</span>
        </span>
      )}
    </span>
  );
}

/** What the heading of a group says. */
export function headingOf(grouping: EvidenceGrouping, label: string): string {
  if (grouping === 'kind') return kindWords[label as EvidenceKind] ?? label;
  if (grouping === 'date') return label === '' ? detailWords.noClaimedDate : formatDate(label);
  if (grouping === 'custodian') return label === '' ? filterWords.noCustodian : label;
  if (grouping === 'conversation') return label === '' ? detailWords.noConversation : label;
  if (grouping === 'duplicates')
    return label === '' ? detailWords.notAlike : `${detailWords.alikeTo} “${label}”`;
  return label;
}
