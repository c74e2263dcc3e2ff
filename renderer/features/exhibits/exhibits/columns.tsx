import { TriangleAlert } from 'lucide-react';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { Badge, type Column } from '../../../ui/index.ts';
import { words } from '../words.ts';
import { BatesStateBadge } from './BatesStateBadge.tsx';

/** Widths of the list from which a column is shown, in pixels: the narrower the list, the fewer. */
const shownFrom: Readonly<Record<string, number>> = { bates: 480, batesState: 590 };

/**
 * The columns of a set's exhibits that there is room for.
 *
 * @param hasBates whether the set stamps Bates numbers at all
 * @param width of the list in pixels
 */
export function exhibitColumns(hasBates: boolean, width: number): readonly Column<Exhibit>[] {
  const all: readonly Column<Exhibit>[] = [
    {
      id: 'label',
      header: words.label,
      width: 68,
      render: ({ label }) => (
        <span className="font-semibold" title={label}>
          {label}
        </span>
      ),
    },
    {
      id: 'title',
      header: words.title,
      width: 160,
      isFlexible: true,
      render: ({ title, problems }) => (
        <span className="flex items-center gap-2">
          <span className="truncate" title={title}>
            {title}
          </span>
          {problems.length > 0 && (
            <Badge
              tone="warning"
              icon={<TriangleAlert aria-hidden />}
              title={problems.map(({ message }) => message).join(' ')}
            >
              {words.problem}
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: 'pages',
      header: words.pages,
      width: 66,
      align: 'end',
      render: ({ pages }) => pages?.toLocaleString('en-US') ?? <span title={words.pagesUnknown}>–</span>,
    },
    {
      id: 'bates',
      header: words.bates,
      width: 190,
      render: (exhibit) => <span className="font-mono text-sm">{batesRange(exhibit)}</span>,
    },
    {
      id: 'batesState',
      header: words.batesState,
      width: 92,
      render: ({ batesState }) => (batesState === null ? null : <BatesStateBadge state={batesState} />),
    },
  ];
  return all.filter(
    ({ id }) => width >= (shownFrom[id] ?? 0) && (hasBates || (id !== 'bates' && id !== 'batesState')),
  );
}

/** "AMZ000001 – AMZ000004", one number alone, or nothing. */
export function batesRange({ batesFirst, batesLast }: Pick<Exhibit, 'batesFirst' | 'batesLast'>): string {
  if (batesFirst === null) return '';
  return batesLast === null || batesLast === batesFirst ? batesFirst : `${batesFirst} – ${batesLast}`;
}
