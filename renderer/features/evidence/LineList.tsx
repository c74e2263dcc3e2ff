import { formatNumber } from '../../client/index.ts';
import { lineWords as words } from './words.ts';

/** Lines of a part of a report shown at most. */
export const shownAtMost = 500;

interface LineListProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A part of a report: how many lines it has, and the first of them. */
export function LineList({ title, lines }: LineListProps) {
  return (
    <section>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-ink-soft">{formatNumber(lines.length)}</span>
      </h3>
      {lines.length === 0 ? (
        <p className="text-sm text-ink-soft">{words.none}</p>
      ) : (
        <ul
          data-selectable
          className="max-h-48 overflow-y-auto text-sm wrap-anywhere"
          tabIndex={0}
          aria-label={title}
        >
          {lines.slice(0, shownAtMost).map((line, at) => (
            <li key={`${at} ${line}`}>{line}</li>
          ))}
          {lines.length > shownAtMost && (
            <li className="text-ink-soft">{words.more(lines.length - shownAtMost)}</li>
          )}
        </ul>
      )}
    </section>
  );
}
