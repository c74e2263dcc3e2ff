import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { formatCount } from '../../../client/index.ts';
import { namedWords as words } from '../words.ts';

/** Exhibits that a title names at most; of more it says how many. */
const mostNamed = 4;

/** A few exhibits by their labels, or how many there are. @example nameOrCount(two) // 'Exhibits A, B' */
export function nameOrCount(exhibits: readonly Pick<Exhibit, 'label'>[]): string {
  if (exhibits.length > mostNamed) return formatCount(exhibits.length, 'exhibit');
  return words.named(exhibits.map(({ label }) => label));
}

/** Labels or numbers that a sentence names at most. */
const mostInSentence = 8;

/** A few names, and how many there are besides; empty where there are none. */
export function nameSome(names: readonly string[]): string {
  const more = names.length - mostInSentence;
  return names.slice(0, mostInSentence).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The exhibits a dialog is about, with their titles: labels alone are easily taken for one another. */
export function NamedExhibits({
  exhibits,
}: {
  exhibits: readonly Pick<Exhibit, 'id' | 'label' | 'title'>[];
}) {
  return (
    <div
      role="group"
      aria-label={words.list}
      tabIndex={0}
      className="max-h-40 shrink-0 overflow-auto rounded-md border border-line"
    >
      <ul data-selectable className="flex flex-col px-3 py-1">
        {exhibits.map(({ id, label, title }) => (
          <li key={id} className="flex gap-3">
            <span className="min-w-14 shrink-0 font-semibold tabular-nums">{label}</span>
            <span dir="auto" title={title} className="min-w-0 grow truncate text-left">
              {title}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
