import { Check, Circle } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { DocketIndex } from '../details/relations.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { readingWords as words } from '../words.ts';
import { threadDocuments } from './thread-documents.ts';

interface ReadingListProps {
  readonly entry: DocketEntry;
  readonly index: DocketIndex;
  readonly onOpen: (entry: DocketEntry) => void;
}

/** A docket's largest thread may be most of it. */
const mostListed = 50;

/** The documents of an entry's thread, one after the other, with which of them have been read. Nothing where there is only one. */
export function ReadingList({ entry, index, onOpen }: ReadingListProps) {
  const headingId = useId();
  const documents = useMemo(() => threadDocuments([...index.byId.values()], entry.id), [index, entry.id]);
  if (documents.length < 2) return null;
  const read = documents.filter(({ isUnread }) => !isUnread).length;
  const own = documents.findIndex(({ id }) => id === entry.id);
  // The part around the entry itself, where not all can be listed.
  const from = Math.max(0, Math.min(own - 10, documents.length - mostListed));
  const listed = documents.slice(from, from + mostListed);
  return (
    <section aria-labelledby={headingId} className="border-t border-line pt-3">
      <h3 id={headingId} className="mb-1 flex items-baseline justify-between gap-3 font-semibold">
        {words.title}
        <span className="text-sm font-normal text-ink-soft tabular-nums">
          {words.progress(read, documents.length)}
        </span>
      </h3>
      <ol className="-mx-1 flex flex-col">
        {listed.map((each, at) => (
          <li key={each.id} aria-setsize={documents.length} aria-posinset={from + at + 1}>
            <button
              type="button"
              title={each.text || each.shortText}
              aria-current={each.id === entry.id ? 'true' : undefined}
              onClick={() => onOpen(each)}
              className="flex min-h-6 w-full min-w-0 cursor-default items-center gap-1.5 rounded-sm px-1 text-left hover:bg-hover aria-[current=true]:bg-selected [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-soft"
            >
              {each.isUnread ? <Circle aria-hidden /> : <Check aria-hidden />}
              <span className="shrink-0 text-accent-text tabular-nums">{formatDocketNumber(each)}</span>
              <span dir="auto" className="min-w-0 truncate text-left">
                {each.shortText || each.text}
              </span>
              <span className="sr-only">{each.isUnread ? words.unread : words.read}</span>
            </button>
          </li>
        ))}
        {documents.length > listed.length && (
          <li className="px-1 text-ink-soft">{words.more(documents.length - listed.length)}</li>
        )}
      </ol>
    </section>
  );
}
