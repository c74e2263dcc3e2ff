import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { BatesRange, LedgerPrefix } from '../../../../shared/model/bates-ledger.ts';
import type { Column } from '../../../ui/index.ts';
import { BatesStateBadge } from '../list/BatesStateBadge.tsx';
import { ledgerWords as words } from './words.ts';

export type LedgerRow = BatesRange & { readonly id: string };

/** The ranges of a prefix, each with an id of its own in the list. */
export function rowsOf(ledger: LedgerPrefix): readonly LedgerRow[] {
  return ledger.ranges.map((range) => ({ ...range, id: `${range.first} ${range.state}` }));
}

/** The columns of a ledger; reasons only where there is one, since the column would be empty otherwise. */
export function ledgerColumns(ledger: LedgerPrefix): readonly Column<LedgerRow>[] {
  const hasReasons = ledger.ranges.some(({ reason }) => reason !== null);
  return [
    {
      id: 'numbers',
      header: words.numbers,
      width: 210,
      render: (range) => <span className="font-mono">{batesRun(range.first, range.last)}</span>,
    },
    {
      id: 'state',
      header: words.state,
      width: 92,
      render: ({ state }) => <BatesStateBadge state={state} />,
    },
    {
      id: 'exhibit',
      header: words.exhibit,
      width: 108,
      render: ({ exhibits }) => (
        <span title={exhibits.map(({ label, setName }) => words.exhibitOf(label, setName)).join('\n')}>
          {exhibits.map(({ label }) => label).join(', ')}
        </span>
      ),
    },
    {
      id: 'item',
      header: words.item,
      // Reasons are sentences: where there are any, they have the larger part.
      width: hasReasons ? 130 : 160,
      isFlexible: true,
      render: ({ evidenceTitle }) =>
        evidenceTitle === null ? (
          <span className="text-ink-soft">{words.elsewhere}</span>
        ) : (
          <span title={evidenceTitle}>{evidenceTitle}</span>
        ),
    },
    {
      id: 'pages',
      header: words.pages,
      width: 84,
      align: 'end',
      render: ({ firstPage, lastPage }) =>
        firstPage === null ? '' : firstPage === lastPage ? String(firstPage) : `${firstPage}–${lastPage}`,
    },
    ...(hasReasons
      ? [
          {
            id: 'reason',
            header: words.reason,
            width: 250,
            isFlexible: true,
            render: ({ reason }: LedgerRow) => <span title={reason ?? ''}>{reason ?? ''}</span>,
          },
        ]
      : []),
  ];
}
