import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { Column } from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { EntryDate, EntryText } from '../list/EntryMarks.tsx';

/** What tells entries apart where one is chosen. */
export const entryColumns: readonly Column<DocketEntry>[] = [
  {
    id: 'docket',
    header: 'No.',
    width: 68,
    render: (entry) => <span className="font-semibold">{formatDocketNumber(entry)}</span>,
  },
  { id: 'filedOn', header: 'Filed', width: 114, render: (entry) => <EntryDate entry={entry} /> },
  {
    id: 'text',
    header: 'Docket text',
    width: 200,
    isFlexible: true,
    render: (entry) => <EntryText entry={{ ...entry, isUnread: false }} />,
  },
];
