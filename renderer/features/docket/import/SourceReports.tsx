import { CircleAlert, FileCheck2 } from 'lucide-react';
import type { DocketSourceReport, DocketWarning } from '../../../../shared/model/docket.ts';
import { importWords as words, sourceKindWords } from './words.ts';

/** Sources listed at most; those that were refused or carry a warning come first. */
const sourcesShown = 200;
/** Warnings of one source that are listed at most. */
const warningsShown = 100;

/** What became of each source: its kind and counts, or why it was not read, and what could not be made sense of in it. */
export function SourceReports({ sources }: { sources: readonly DocketSourceReport[] }) {
  const inOrder = sources.toSorted((a, b) => weightOf(b) - weightOf(a));
  const more = sources.length - sourcesShown;
  return (
    <ul aria-label={words.sources} className="flex flex-col rounded-md border border-line bg-surface">
      {inOrder.slice(0, sourcesShown).map((source, at) => (
        <SourceReport key={`${at} ${source.path}`} source={source} />
      ))}
      {more > 0 && <li className="px-3 py-1.5 text-sm text-ink-soft">{words.sourcesMore(more)}</li>}
    </ul>
  );
}

function weightOf({ error, warnings }: DocketSourceReport): number {
  return error ? 2 : warnings.length > 0 ? 1 : 0;
}

function SourceReport({ source }: { source: DocketSourceReport }) {
  const { path, kind, added, updated, unchanged, warnings, error } = source;
  return (
    <li className="flex gap-2 border-b border-line px-3 py-2 last:border-b-0">
      <span aria-hidden className="pt-0.5 [&_svg]:size-4">
        {error ? <CircleAlert className="text-danger-ink" /> : <FileCheck2 className="text-success-ink" />}
      </span>
      <div data-selectable className="min-w-0 grow">
        <p className="font-medium wrap-anywhere">{path}</p>
        {error ? (
          <p className="wrap-anywhere text-danger-ink">
            <span className="font-medium">{words.refused}.</span> {error.message}
          </p>
        ) : (
          <p className="text-sm text-ink-soft">
            {kind !== null && `${sourceKindWords[kind]} · `}
            <span className="tabular-nums">{words.sourceCounts(added, updated, unchanged)}</span>
          </p>
        )}
        <Warnings warnings={warnings} />
      </div>
    </li>
  );
}

/** Warnings folded behind their count, each with the words as printed. */
export function Warnings({ warnings, title }: { warnings: readonly DocketWarning[]; title?: string }) {
  if (warnings.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-default rounded-sm text-sm font-medium text-warning-ink">
        {title === undefined ? '' : `${title}: `}
        {words.warnings(warnings.length)}
      </summary>
      <ul className="mt-1 flex flex-col gap-2">
        {warnings.slice(0, warningsShown).map(({ code, message, raw }, at) => (
          <li key={`${at} ${code}`} className="rounded-sm bg-warning-soft px-2 py-1 text-sm text-warning-ink">
            <p>{message}</p>
            {raw !== '' && (
              <p className="mt-0.5 wrap-anywhere">
                {words.asPrinted} <q>{raw}</q>
              </p>
            )}
          </li>
        ))}
        {warnings.length > warningsShown && (
          <li className="text-sm text-ink-soft">
            {words.warnings(warnings.length - warningsShown)} {words.notShown}
          </li>
        )}
      </ul>
    </details>
  );
}
