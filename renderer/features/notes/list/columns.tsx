import { Briefcase, ChevronRight } from 'lucide-react';
import type { NoteKind, NoteRow } from '../../../../shared/model/notes.ts';
import { formatInstant, formatNumber, formatTimeZone } from '../../../client/index.ts';
import type { Column } from '../../../ui/index.ts';
import { TagChips } from '../../evidence/index.ts';
import { KindMark } from '../KindMark.tsx';
import { placeOf } from '../note-name.ts';
import { kindWords, words } from '../words.ts';
import type { NoteLine } from './note-lines.ts';
import type { NoteGrouping } from './notes-view.ts';

type NoteColumn = Omit<Column<NoteLine>, 'render'> & {
  readonly draw: (note: NoteRow) => React.ReactNode;
  /** Width of the list from which it is shown, in pixels. */
  readonly from: number;
};

/**
 * The list's columns, as many as there is room for.
 *
 * @param timeZone the court's, in which instants are shown
 * @param width of the list in pixels
 */
export function noteColumns(
  timeZone: string,
  width: number,
  grouping: NoteGrouping,
): readonly Column<NoteLine>[] {
  const note: Column<NoteLine> = {
    id: 'kind',
    header: words.note,
    width: 180,
    isFlexible: true,
    isSortable: true,
    render: (line) => (
      <NoteCell line={line} grouping={grouping} hasTitle={grouping !== 'item' && width < 620} />
    ),
  };
  const others: readonly NoteColumn[] = [
    {
      id: 'place',
      header: words.place,
      width: 128,
      from: 0,
      isSortable: true,
      draw: (row) => <span title={placeOf(row)}>{placeOf(row)}</span>,
    },
    {
      id: 'title',
      header: words.document,
      width: 180,
      from: grouping === 'item' ? Infinity : 620,
      draw: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      id: 'tags',
      header: words.tags,
      width: 150,
      from: 560,
      draw: ({ tagIds }) => <TagChips ids={tagIds} />,
    },
    {
      id: 'author',
      header: words.author,
      width: 120,
      from: 760,
      isSortable: true,
      draw: ({ author }) => <span title={author.name}>{author.name}</span>,
    },
    {
      id: 'updatedAt',
      header: `${words.date} (${formatTimeZone(timeZone)})`,
      width: 176,
      from: 900,
      isSortable: true,
      draw: ({ updatedAt }) => formatInstant(updatedAt, timeZone),
    },
  ];
  return [
    note,
    ...others
      .filter(({ from }) => width >= from)
      .map(({ draw, from: _from, ...column }) => ({
        ...column,
        render: ({ note: row }: NoteLine) => row && draw(row),
      })),
  ];
}

/** What was marked and what is noted on it, or what a heading says. */
function NoteCell(props: {
  readonly line: NoteLine;
  readonly grouping: NoteGrouping;
  readonly hasTitle: boolean;
}) {
  const { line, grouping, hasTitle } = props;
  const { note, heading, place } = line;
  return (
    <span
      className="flex items-center gap-2"
      style={place ? { paddingInlineStart: (place.level - 1) * 16 } : undefined}
    >
      {heading && (
        <>
          <span
            aria-hidden
            data-fold
            className="flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-soft hover:bg-pressed hover:text-ink"
          >
            <ChevronRight className={`size-3.5 ${place?.isUnfolded ? 'rotate-90' : ''}`} />
          </span>
          <span className="truncate font-semibold">
            {headingOf(grouping, heading.label)}
            <span className="ml-2 font-normal text-ink-soft">{formatNumber(heading.notes.length)}</span>
          </span>
        </>
      )}
      {note && (
        <>
          <KindMark kind={note.kind} color={note.color} />
          <span className="sr-only">{kindWords[note.kind]}</span>
          <span className="flex min-w-0 flex-col">
            <Said note={note} />
            {hasTitle && (
              <span dir="auto" className="truncate text-left text-sm text-ink-soft">
                {note.title}
              </span>
            )}
          </span>
          {note.isWorkProduct && (
            <span title={words.workProduct} className="ml-auto shrink-0 text-ink-soft">
              <Briefcase aria-hidden className="size-3.5" />
              <span className="sr-only">{words.workProduct}</span>
            </span>
          )}
        </>
      )}
    </span>
  );
}

/** The marked words, followed by the note on them, on one line or two. */
function Said({ note }: { note: NoteRow }) {
  const { quote } = note.anchor;
  if (quote === '' && note.text === '')
    return <span className="truncate text-ink-soft">{kindWords[note.kind]}</span>;
  if (note.text === '') return <span className="line-clamp-2">“{quote}”</span>;
  return (
    <>
      <span dir="auto" className="truncate text-left font-medium">
        {note.text}
      </span>
      {quote !== '' && <span className="truncate text-ink-soft">“{quote}”</span>}
    </>
  );
}

function headingOf(grouping: NoteGrouping, label: string): string {
  if (grouping === 'kind') return kindWords[label as NoteKind] ?? label;
  return grouping === 'author' && label === '' ? words.noAuthor : label;
}
