import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { Column } from '../../../ui/index.ts';
import { EntryExhibits } from './EntryExhibits.tsx';
import { beforeWords, EntryDate, EntryDocument, EntryMarks, EntryNumber, EntryText } from './EntryMarks.tsx';
import { columnWords as headers } from '../words.ts';

/** Widths of the list from which a column is shown, in pixels: where the text keeps 200. What is left out is in the details. */
const shownFrom: Readonly<Record<string, number>> = { filer: 680, document: 530 };

const all: readonly Column<DocketEntry>[] = [
  {
    id: 'docket',
    header: headers.number,
    width: 94,
    isSortable: true,
    render: (entry) => <EntryNumber entry={entry} />,
  },
  {
    id: 'filedOn',
    header: headers.filedOn,
    width: 114,
    isSortable: true,
    render: (entry) => <EntryDate entry={entry} />,
  },
  {
    id: 'text',
    header: headers.text,
    width: 118,
    isFlexible: true,
    isSortable: true,
    render: (entry) => (
      <>
        <EntryMarks entry={entry} className={beforeWords} />
        <EntryExhibits entry={entry} />
        <EntryText entry={entry} hasTitle />
      </>
    ),
  },
  {
    id: 'filer',
    header: headers.filer,
    width: 110,
    isSortable: true,
    render: ({ filer }) => filer && <span title={filer}>{filer}</span>,
  },
  {
    id: 'document',
    header: headers.document,
    width: 108,
    render: (entry) => <EntryDocument entry={entry} />,
  },
];

/**
 * The list's columns that there is room for.
 *
 * @param width of the list in pixels; 0 while it is not known
 */
export function entryColumns(width: number): readonly Column<DocketEntry>[] {
  return width === 0 ? all : all.filter(({ id }) => width >= (shownFrom[id] ?? 0));
}
