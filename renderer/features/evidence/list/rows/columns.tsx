import { Flag, Check } from 'lucide-react';
import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import type {
  EvidenceItem,
  EvidenceGrouping,
  EvidenceKind,
  EvidenceSort,
} from '../../../../../shared/model/evidence.ts';
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

/** A column of items. */
interface ItemColumn extends Omit<Column<ListRow>, 'header' | 'render'> {
  readonly label: string;
  /**
   * Width of the list from which it is shown when nobody chose, in pixels: where the title keeps enough room to tell items of similar
   * names apart. Without one it is shown only when chosen.
   */
  readonly shownFrom?: number;
  readonly draw: (item: EvidenceItem, timeZone: string) => React.ReactNode;
}

/** A column by which lists can be sorted. */
const sorted = (
  id: EvidenceSort,
  width: number,
  draw: ItemColumn['draw'],
  more: Partial<ItemColumn> = {},
): ItemColumn => ({ id, label: sortWords[id], width, draw, isSortable: true, ...more });
/** Text that may be cut off, whole under the pointer. */
const whole = (text: string | null) => <span title={text ?? ''}>{text}</span>;
const noPages = <span title={detailWords.pagesUnknown}>–</span>;

/** Columns that can be chosen, besides the title, which is always there. */
export const itemColumns: readonly ItemColumn[] = [
  {
    id: 'marks',
    label: detailWords.marks,
    width: 52,
    shownFrom: 460,
    isHeaderHidden: true,
    draw: (item) => <Marks item={item} />,
  },
  {
    id: 'status',
    label: words.status,
    width: 140,
    shownFrom: 0,
    draw: (item) => <EvidenceBadges item={item} />,
  },
  sorted('kind', 104, ({ kind }) => whole(kindWords[kind]), { shownFrom: 1_000 }),
  sorted('claimedAt', 176, ({ claimedAt }, zone) => whole(claimedAt && formatClaimedTime(claimedAt, zone)), {
    shownFrom: 760,
  }),
  sorted('claimedFrom', 160, ({ claimedFrom }) => whole(claimedFrom)),
  sorted('custodian', 130, ({ custodian }) => whole(custodian), { shownFrom: 900 }),
  sorted('pages', 66, ({ pages }) => (pages === null ? noPages : formatNumber(pages)), {
    shownFrom: 400,
    align: 'end',
  }),
  sorted('sizeBytes', 78, ({ sizeBytes }) => formatSize(sizeBytes), { align: 'end' }),
  sorted('batesSeen', 190, ({ batesSeen }) => whole(batesSeen)),
  {
    id: 'tags',
    label: detailWords.tags,
    width: 160,
    shownFrom: 1_160,
    draw: ({ tagIds }) => <TagChips ids={tagIds} />,
  },
  sorted('relevance', 126, ({ relevance }) => (relevance === null ? '' : relevanceWords(relevance))),
  sorted('receivedAt', 176, ({ receivedAt }, zone) => formatInstant(receivedAt, zone), { shownFrom: 1_340 }),
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
  return [
    title,
    ...itemColumns
      .filter(({ id, shownFrom = Infinity }) => chosen?.includes(id) ?? width >= shownFrom)
      .map(({ label, draw, ...column }) => ({
        ...column,
        header: column.id === 'receivedAt' ? `${label} (${formatTimeZone(timeZone)})` : label,
        render: (row: ListRow) => <ItemCell row={row} draw={(item) => draw(item, timeZone)} />,
      })),
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
function headingOf(grouping: EvidenceGrouping, label: string): string {
  if (grouping === 'kind') return kindWords[label as EvidenceKind] ?? label;
  if (grouping === 'date') return label === '' ? detailWords.noClaimedDate : formatDate(label);
  if (grouping === 'custodian') return label === '' ? filterWords.noCustodian : label;
  if (grouping === 'conversation') return label === '' ? detailWords.noConversation : label;
  if (grouping === 'duplicates')
    return label === '' ? detailWords.notAlike : `${detailWords.alikeTo} “${label}”`;
  return label;
}
