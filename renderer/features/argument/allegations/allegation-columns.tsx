import { allegationNumber } from '../../../../shared/domain/argument/allegations/trace-allegations.ts';
import { citesOf, wantingText } from '../../../../shared/domain/argument/tables.ts';
import { Badge, type Column } from '../../../ui/index.ts';
import { allegationWords as words } from '../words.ts';
import type { AllegationRow } from './use-allegations.ts';

/** The list's columns; without room for the last, what shows an allegation is under it. @param width of the list in pixels */
export function allegationColumns(
  width: number,
  hasCounterclaims: boolean,
): readonly Column<AllegationRow>[] {
  const number: Column<AllegationRow> = {
    id: 'number',
    header: words.number,
    width: hasCounterclaims ? 116 : 52,
    render: ({ allegation }) => <span className="tabular-nums">{allegationNumber(allegation)}</span>,
  };
  const text: Column<AllegationRow> = {
    id: 'text',
    header: words.allegation,
    width: 180,
    isFlexible: true,
    render: ({ allegation }) => (
      <span dir="auto" className="line-clamp-2" title={allegation.text}>
        {allegation.text}
      </span>
    ),
  };
  const shownBy: Column<AllegationRow> = {
    id: 'shownBy',
    header: words.shownBy,
    width: 236,
    render: (row) => <ShownBy row={row} clamp="line-clamp-2" />,
  };
  const both: Column<AllegationRow> = {
    ...text,
    header: words.allegationAndShownBy,
    render: (row) => (
      <span>
        <span dir="auto" className="line-clamp-1" title={row.allegation.text}>
          {row.allegation.text}
        </span>
        <span className="text-sm">
          <ShownBy row={row} clamp="line-clamp-1" />
        </span>
      </span>
    ),
  };
  return width < 480 ? [number, both] : [number, text, shownBy];
}

/** Where an allegation is shown. That nothing is known of it yet is no fault: much of a pleading is law. */
function ShownBy({ row, clamp }: { readonly row: AllegationRow; readonly clamp: string }) {
  const { support, oath } = row;
  if (support.state === 'empty' || (support.items === 0 && oath === 'sworn'))
    return <span className="text-ink-soft">{wantingText(row)}</span>;
  if (support.state === 'uncited') return <Badge tone="warning">{wantingText(row)}</Badge>;
  const cites = support.facts
    .map((fact) => citesOf(fact))
    .filter((each) => each !== '')
    .join('; ');
  return (
    <span className={clamp} title={cites}>
      {cites}
    </span>
  );
}
