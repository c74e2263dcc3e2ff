import { ChevronDown, ChevronUp, List, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, tooLong } from '../../../ui/index.ts';
import { words } from '../words.ts';
import type { FindBarState } from './use-find-bar.ts';
import type { Found } from './use-search.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface FindBarProps {
  readonly asked: Pick<FindBarState, 'field' | 'query' | 'isMarking' | 'setQuery' | 'close'>;
  readonly find: Found<unknown>;
  /** Which hit is shown, from 1; null before one was chosen. */
  readonly position: number | null;
  readonly onStep: (direction: 1 | -1) => void;
  /** Lists all hits; left out where there is no such list. */
  readonly onList?: () => void;
  readonly onClose?: () => void;
  /** What can be done with all hits. */
  readonly children?: ReactNode;
}

/** Looks for words in the document. Enter goes on, Shift+Enter back, Escape closes. */
export function FindBar({ asked, find, position, onStep, onList, onClose, children }: FindBarProps) {
  const { query } = asked;
  const close = onClose ?? asked.close;
  const hasHits = find.hits.length > 0;
  const long = tooLong(query, textLimits.search.inDocument);
  return (
    <div
      role="search"
      aria-label={words.find}
      className="flex h-10 shrink-0 items-center gap-1 border-b border-line bg-sunken px-2.5"
    >
      <input
        ref={asked.field}
        aria-label={words.find}
        placeholder={words.find}
        className="h-7 min-w-0 grow rounded-md border border-edge/80 bg-surface px-2 text-ink outline-none focus:border-focus focus:ring-1 focus:ring-focus"
        value={query}
        aria-invalid={long !== null}
        // A user who opened a hit is going through hits; one who opened the bar wants to type.
        autoFocus={!asked.isMarking}
        spellCheck={false}
        onChange={(event) => asked.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.stopPropagation();
          event.preventDefault();
        }}
      />
      <span role="status" className="min-w-20 px-1 text-center text-sm text-ink-soft tabular-nums">
        {long ?? countOf(find, position)}
      </span>
      <IconButton
        size="small"
        label={words.previousHit}
        icon={<ChevronUp />}
        isDisabled={!hasHits}
        onPress={() => onStep(-1)}
      />
      <IconButton
        size="small"
        label={words.nextHit}
        icon={<ChevronDown />}
        isDisabled={!hasHits}
        onPress={() => onStep(1)}
      />
      {onList && <IconButton size="small" label={words.listHits} icon={<List />} onPress={onList} />}
      {children}
      <IconButton size="small" label={words.closeFind} icon={<X />} onPress={close} />
    </div>
  );
}

function countOf({ query, hits, isSearching, isCut }: Found<unknown>, position: number | null): string {
  if (query === '') return '';
  if (hits.length === 0) return isSearching ? words.searching : words.notFound;
  const count = words.hits(hits.length);
  const total = isSearching ? `${count}…` : isCut ? words.firstHits(count) : count;
  return position === null ? total : words.hitAt(position, total);
}
