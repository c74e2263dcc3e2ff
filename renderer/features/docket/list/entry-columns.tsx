import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { Column } from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { EntryDate, EntryText } from './EntryMarks.tsx';
import { columnWords as headers } from '../words.ts';

/** What tells entries apart where one is chosen. */
export const entryColumns: readonly Column<DocketEntry>[] = [
  {
    id: 'docket',
    header: headers.number,
    width: 68,
    render: (entry) => <span className="font-semibold">{formatDocketNumber(entry)}</span>,
  },
  { id: 'filedOn', header: headers.filedOn, width: 114, render: (entry) => <EntryDate entry={entry} /> },
  {
    id: 'text',
    header: headers.text,
    width: 200,
    isFlexible: true,
    render: (entry) => <EntryText entry={{ ...entry, isUnread: false }} />,
  },
];
