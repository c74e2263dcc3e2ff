import { formatNumber } from '../../client/index.ts';

/** Lines of one part of a report shown at most. */
export const shownAtMost = 500;

/** What is said of those that are not shown. */
export const moreLines = (count: number) => `and ${formatNumber(count)} more, not shown here`;

/** The lines of one part of a report, in a list that scrolls. */
export function ReportLines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
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
        <li className="text-ink-soft">{moreLines(lines.length - shownAtMost)}</li>
      )}
    </ul>
  );
}
