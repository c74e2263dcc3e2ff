import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';
import { formatNumber } from '../../../../client/index.ts';
import { kindWords, words } from '../../words.ts';
import { KindIcon } from '../KindIcon.tsx';
import type { ListRow } from './list-rows.ts';
import { useRow } from './rows-context.tsx';

/** A cell of an item's row: a gray bar until the row has been read. Headings have nothing in it. */
export function ItemCell({ row, draw }: { row: ListRow; draw: (item: EvidenceItem) => ReactNode }) {
  const item = useRow(row.heading ? '' : row.id);
  if (row.heading) return null;
  return item ? draw(item) : <Skeleton />;
}

/** The first cell: an item's title at its depth in the tree, or what a heading says. */
export function TitleCell({ row, headingOf }: { row: ListRow; headingOf: (label: string) => string }) {
  const item = useRow(row.heading ? '' : row.id);
  const { heading, place } = row;
  return (
    <span
      className="flex items-center gap-1.5"
      style={place ? { paddingInlineStart: (place.level - 1) * 16 } : undefined}
    >
      {place && (
        <span
          aria-hidden
          {...(place.isUnfolded !== null && { 'data-fold': true })}
          className={`flex size-5 shrink-0 items-center justify-center rounded-sm ${
            place.isUnfolded === null ? 'invisible' : 'text-ink-soft hover:bg-pressed hover:text-ink'
          }`}
        >
          <ChevronRight className={`size-3.5 ${place.isUnfolded ? 'rotate-90' : ''}`} />
        </span>
      )}
      {heading ? (
        <span className="truncate font-semibold">
          {headingOf(heading.label)}
          <span className="ml-2 font-normal text-ink-soft">{formatNumber(heading.ids.length)}</span>
        </span>
      ) : item ? (
        <>
          <span title={kindWords[item.kind]} className="shrink-0 text-ink-soft">
            <KindIcon kind={item.kind} />
          </span>
          <span dir="auto" className="truncate text-left font-medium" title={item.title}>
            {item.title}
          </span>
        </>
      ) : (
        <Skeleton label={words.notReadYet} />
      )}
    </span>
  );
}

function Skeleton({ label }: { label?: string }) {
  return (
    <span className="block h-2.5 w-3/5 rounded-full bg-pressed">
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
