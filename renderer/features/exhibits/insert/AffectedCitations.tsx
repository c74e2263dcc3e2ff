import { TriangleAlert } from 'lucide-react';
import type { AffectedCitation } from '../../../../shared/model/exhibits.ts';
import { placeWords as words } from './words.ts';

interface AffectedCitationsProps {
  readonly citations: readonly AffectedCitation[];
  /** Shown where there are none. */
  readonly none?: string;
}

/** Citations in checked briefs that a change would make wrong, each with what it should say then, or what it cites that would be gone. */
export function AffectedCitations({ citations, none = words.affectedNone }: AffectedCitationsProps) {
  if (citations.length === 0) return <p className="text-sm text-ink-soft">{none}</p>;
  const isLost = citations.every(({ gone }) => gone.length > 0);
  const title = (isLost ? words.lostTitle : words.affectedTitle)(citations.length);
  return (
    <section aria-label={title} className="rounded-md bg-warning-soft px-3 py-2 text-warning-ink">
      <h3 className="flex items-center gap-1.5 font-medium">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {title}
      </h3>
      <ul
        data-selectable
        className="mt-1 flex max-h-40 flex-col gap-0.5 overflow-auto"
        tabIndex={0}
        aria-label={title}
      >
        {citations.map(({ briefTitle, page, text, shouldSay, gone }, at) => (
          <li key={`${briefTitle} ${page} ${at}`} className="wrap-anywhere">
            <bdi>{words.affected(briefTitle, page)}</bdi>: “{text}”{' '}
            {gone.length > 0 ? words.cites : words.shouldSay}{' '}
            <strong>{gone.length > 0 ? gone.join(', ') : `“${shouldSay}”`}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
