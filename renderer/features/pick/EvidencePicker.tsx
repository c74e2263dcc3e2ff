import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { splitExhibitLabel } from '../../../shared/domain/exhibits/exhibit-label.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { formatCount, formatNumber, useEngineQuery, useMatter } from '../../client/index.ts';
import type { Column } from '../../ui/index.ts';
import { PickDialog } from './PickDialog.tsx';
import { pickWords as words } from './words.ts';

interface EvidencePickerProps {
  readonly title: string;
  /** The button that takes what is chosen. */
  readonly choose?: string;
  readonly onPick: (item: EvidenceItem) => void;
  readonly onClose: () => void;
}

const columns: readonly Column<EvidenceItem>[] = [
  {
    id: 'title',
    header: words.columns.title,
    width: 220,
    isFlexible: true,
    render: ({ title, problems }) => (
      <span className="flex items-center gap-2">
        <span dir="auto" className="truncate" title={title}>
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
    id: 'exhibits',
    header: words.columns.exhibits,
    width: 84,
    render: ({ exhibitLabels }) => (
      <span title={exhibitLabels.join(', ')} className="truncate">
        {exhibitLabels.map((label) => splitExhibitLabel(label).label).join(', ')}
      </span>
    ),
  },
  {
    id: 'docket',
    header: words.columns.docket,
    width: 90,
    // The hyphen of figures of one width is as wide as they are: “2 - 1”.
    render: ({ docketNumbers }) => <span className="truncate normal-nums">{docketNumbers.join(', ')}</span>,
  },
  {
    id: 'pages',
    header: words.columns.pages,
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
      filterLabel={words.filter}
      filter={filter}
      onFilterChange={setFilter}
      rows={data}
      count={formatCount(data?.length ?? 0, 'item')}
      error={error}
      listLabel={words.list}
      columns={columns}
      textOf={(item) => item.title}
      empty={
        filter === '' ? { title: words.none, text: words.noneText } : { title: words.nothing, text: null }
      }
    />
  );
}
