import { TriangleAlert } from 'lucide-react';
import type { AffectedCitation } from '../../../../shared/model/exhibits.ts';
import { placeWords as words } from './words.ts';

/** Citations in checked briefs that a change of labels would make wrong, each with what it should say then. */
export function AffectedCitations({ citations }: { citations: readonly AffectedCitation[] }) {
  if (citations.length === 0) return <p className="text-sm text-ink-soft">{words.affectedNone}</p>;
  const title = words.affectedTitle(citations.length);
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
        {citations.map(({ briefTitle, page, text, shouldSay }, at) => (
          <li key={`${briefTitle} ${page} ${at}`} className="wrap-anywhere">
            {words.affected(briefTitle, page)}: “{text}” {words.shouldSay} <strong>“{shouldSay}”</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
