import { History, NotebookPen, Scale, ScrollText, Stamp } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { formatInstant, useMatter } from '../../client/index.ts';
import { KindIcon } from '../evidence/index.ts';
import { usePlaces, type Place } from './use-places.ts';
import { words } from './words.ts';

const shownAtMost = 30;

interface WhereElseProps {
  readonly id: EvidenceId;
  /** Called after the user went to one of the places. */
  readonly onGone?: () => void;
  /** Left out where the surroundings say the same. */
  readonly hasHeading?: boolean;
  /** Whether to say so when there is no other place. */
  readonly tellsNone?: boolean;
}

/** Every other place where an item is: the docket, exhibit sets, what it came in, what is like it, notes, further receipts. */
export function WhereElse({ id, onGone, hasHeading = true, tellsNone = false }: WhereElseProps) {
  const { timezone } = useMatter();
  const headingId = useId();
  const { places, receipts, isKnown } = usePlaces(id);
  if (!isKnown) return null;
  if (places.length + receipts.length === 0)
    return tellsNone ? <p className="text-ink-soft">{words.nowhere}</p> : null;
  const left = places.length - shownAtMost;
  return (
    <section
      aria-labelledby={hasHeading ? headingId : undefined}
      className={hasHeading ? 'border-t border-line pt-3' : undefined}
    >
      {hasHeading && (
        <h3 id={headingId} className="mb-1 font-semibold">
          {words.title}
        </h3>
      )}
      <ul aria-label={words.title} className="-mx-1 flex flex-col">
        {places.slice(0, shownAtMost).map((place) => (
          <li key={place.key}>
            <button
              type="button"
              title={place.title}
              onClick={() => {
                place.go();
                onGone?.();
              }}
              className="flex min-h-6 w-full min-w-0 cursor-default items-center gap-1.5 rounded-sm px-1 text-left hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-soft"
            >
              {iconOf(place)}
              <span className="shrink-0 text-accent-text tabular-nums">{place.name}</span>
              <span dir="auto" className="min-w-0 truncate text-left">
                {place.title}
              </span>
              <span className="grow" />
              {place.detail !== '' && (
                <span className="shrink-0 text-sm text-ink-soft tabular-nums">{place.detail}</span>
              )}
            </button>
          </li>
        ))}
        {left > 0 && <li className="px-1 text-sm text-ink-soft">{words.more(left)}</li>}
        {receipts.map(({ sequence, at, details }) => (
          <li key={sequence} className="flex min-h-6 items-start gap-1.5 px-1">
            <History aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
            <span className="min-w-0">
              {words.again}, {formatInstant(at, timezone)}
              {details.map((sentence) => (
                <span key={sentence} className="block text-sm text-ink-soft wrap-anywhere">
                  {sentence}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function iconOf({ kind, evidenceKind }: Place): ReactNode {
  if (kind === 'docket') return <ScrollText aria-hidden />;
  if (kind === 'exhibit') return <Stamp aria-hidden />;
  if (kind === 'notes') return <NotebookPen aria-hidden />;
  if (kind === 'facts') return <Scale aria-hidden />;
  return evidenceKind && <KindIcon kind={evidenceKind} />;
}
