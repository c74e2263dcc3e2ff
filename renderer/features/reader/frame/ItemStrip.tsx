import { ArrowUpLeft, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useEngineQuery, useReaderTarget } from '../../../client/index.ts';
import { useReadItem, type EvidenceSource } from '../sources.ts';
import { words } from '../words.ts';

/** Above every item: what it came in, with the way back there, and what is wrong with it. Nothing where there is neither. */
export function ItemStrip({
  source,
  isProblemsLeftOut = false,
}: {
  source: EvidenceSource;
  /** Set where they are shown in another place. */
  isProblemsLeftOut?: boolean;
}) {
  const item = useReadItem(source);
  const { show } = useReaderTarget();
  const { matterId } = source;
  const parentIds = item?.parentIds ?? [];
  const { data: parents = [] } = useEngineQuery(
    'evidence.rows',
    parentIds.length > 0 ? { matterId, ids: parentIds.slice(0, 20) } : null,
  );
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const problems = isProblemsLeftOut ? [] : (item?.problems ?? []);
  if (parents.length === 0 && problems.length === 0) return null;
  return (
    <div className="shrink-0 border-b border-line bg-sunken text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-1">
        {parents.length > 0 && (
          <nav aria-label={words.in} className="flex min-w-0 flex-wrap items-center gap-x-2">
            <span className="text-ink-soft">{words.in}</span>
            {parents.map(({ id, title }) => (
              <button
                key={id}
                type="button"
                title={words.backTo(title)}
                className="inline-flex min-h-6 max-w-72 min-w-0 items-center gap-1 rounded-sm text-accent-text underline-offset-2 hover:underline"
                onClick={() => show({ source: { matterId, evidenceId: id }, title })}
              >
                <ArrowUpLeft aria-hidden className="size-3.5 shrink-0" />
                <span dir="auto" className="truncate text-left">
                  {title}
                </span>
              </button>
            ))}
          </nav>
        )}
        {problems.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={listId}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm text-warning-ink underline-offset-2 hover:underline"
            onClick={() => setIsOpen((before) => !before)}
          >
            <TriangleAlert aria-hidden className="size-3.5" />
            {words.problems(problems.length)}
          </button>
        )}
      </div>
      {isOpen && (
        <ul id={listId} data-selectable className="max-h-40 overflow-auto px-3.5 pb-2 text-warning-ink">
          {problems.map(({ code, message }) => (
            <li key={`${code} ${message}`} className="py-0.5 wrap-anywhere">
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
