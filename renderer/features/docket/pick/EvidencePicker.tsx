import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { formatCount, formatNumber, useEngineQuery, useMatter } from '../../../client/index.ts';
import type { Column } from '../../../ui/index.ts';
import { docketWords as words, evidenceColumnWords as headers } from '../words.ts';
import { PickDialog } from './PickDialog.tsx';

export interface EvidencePickerProps {
  readonly title: string;
  readonly onPick: (item: EvidenceItem) => void;
  readonly onClose: () => void;
}

const columns: readonly Column<EvidenceItem>[] = [
  {
    id: 'title',
    header: headers.title,
    width: 220,
    isFlexible: true,
    render: ({ title, problems }) => (
      <span className="flex items-center gap-2">
        <span className="truncate" title={title}>
          {title}
        </span>
        {problems.length > 0 && (
          <TriangleAlert
            aria-label={problems.map(({ message }) => message).join(' ')}
            className="size-3.5 shrink-0 text-warning-ink"
          />
        )}
      </span>
    ),
  },
  {
    id: 'docket',
    header: headers.docket,
    width: 90,
    render: ({ docketNumbers }) => docketNumbers.join(', '),
  },
  {
    id: 'pages',
    header: headers.pages,
    width: 64,
    align: 'end',
    render: ({ pages }) => pages !== null && formatNumber(pages),
  },
];

/** Chooses one item of evidence. */
export function EvidencePicker(props: EvidencePickerProps) {
  const { id: matterId } = useMatter();
  const [filter, setFilter] = useState('');
  const { data, error } = useEngineQuery(
    'evidence.list',
    { matterId, sort: 'title', ...(filter !== '' && { filter }) },
    { keepsPrevious: true },
  );
  return (
    <PickDialog
      {...props}
      width="medium"
      filterLabel={words.filterEvidence}
      filter={filter}
      onFilterChange={setFilter}
      rows={data}
      count={formatCount(data?.length ?? 0, 'item')}
      error={error}
      listLabel={words.evidence}
      columns={columns}
      textOf={(item) => item.title}
      empty={
        filter === ''
          ? { title: words.noEvidence, text: words.noEvidenceText }
          : { title: words.nothingPicked, text: null }
      }
    />
  );
}
