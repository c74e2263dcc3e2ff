import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { CitationReport, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useKeptPlace, useKeptSelection, useMatter, useReaderTarget } from '../../../client/index.ts';
import { DataTable, EmptyState, Select, useWidth, type Column } from '../../../ui/index.ts';
import {
  countsOf,
  isOutdated,
  onFirstPage,
  pageRuns,
  pagesOf,
  rowsOf,
  type CitationFilter,
  type CitationRow,
} from './citation-rows.ts';
import { citationWords as words } from './words.ts';

interface ReportViewProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly report: CitationReport;
  /** The item that the brief is; null for a file, which cannot be shown. */
  readonly evidenceId: EvidenceId | null;
  readonly onGoToLabel: (label: string, page?: number) => void;
}

const filters: readonly CitationFilter[] = ['all', 'wrong', 'absent', 'outOfRange', 'ambiguous', 'found'];

/** What was found in one brief. */
export function ReportView({ set, exhibits, report, evidenceId, onGoToLabel }: ReportViewProps) {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const counts = useMemo(() => countsOf(report), [report]);
  // On return from the brief's page the same row is selected.
  const list = `exhibits.citations ${set.id} ${evidenceId ?? ''}`;
  const [shown, setShown] = useKeptSelection(`${list} shown`);
  const filter: CitationFilter = filters.find((each) => shown.has(each)) ?? 'all';
  const [selectedIds, setSelectedIds] = useKeptSelection(list);
  const place = useKeptPlace(list);
  const [widthRef, width] = useWidth();
  const rows = useMemo(() => rowsOf(report, filter), [report, filter]);
  const labelOf = useMemo(
    () => new Map<string, string>(exhibits.map(({ id, label }) => [id, label])),
    [exhibits],
  );
  const openBrief = (row: CitationRow) => {
    if (evidenceId !== null)
      show({
        source: { matterId, evidenceId },
        title: report.brief,
        page: row.page,
        marks: [onFirstPage(row)],
      });
  };
  const labelNow = ({ exhibitId }: CitationRow) => (exhibitId === null ? undefined : labelOf.get(exhibitId));
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-3 py-2">
        <div className="w-56">
          <Select
            label={words.shown}
            value={filter}
            onChange={(next) => setShown(new Set([next]))}
            options={filters.map((value) => ({
              value,
              label: words.filters[value],
              count: counts[value],
            }))}
          />
        </div>
        <p className="pb-1 text-sm text-ink-soft">{words.result(report)}</p>
      </div>
      {isOutdated(report, exhibits) && (
        <p role="note" className="shrink-0 border-b border-line bg-warning-soft px-3 py-1.5 text-warning-ink">
          {words.outdated}
        </p>
      )}
      {report.pagesWithoutText.length > 0 && (
        <p role="note" className="shrink-0 border-b border-line bg-warning-soft px-3 py-1.5 text-warning-ink">
          {words.withoutText(report.pagesWithoutText.length, pageRuns(report.pagesWithoutText))}
        </p>
      )}
      <div ref={widthRef} className="min-h-32 shrink-0 grow basis-0">
        <DataTable
          label={words.list(report.brief)}
          rows={rows}
          columns={width < wholeFrom ? narrowColumns : wholeColumns}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          place={place}
          onOpen={openBrief}
          contextMenu={([row]) => {
            const label = row && labelNow(row);
            return [
              {
                id: 'brief',
                label: words.openBrief(row?.page ?? 1),
                shortcut: ['Enter'],
                isDisabled: !row || evidenceId === null,
                onAction: () => row && openBrief(row),
              },
              {
                id: 'exhibit',
                label: label === undefined ? words.noExhibit : words.openExhibit(label),
                isDisabled: label === undefined,
                onAction: () => label !== undefined && onGoToLabel(label),
              },
            ];
          }}
          textOf={({ text }) => text}
          placeholder={
            <EmptyState title={counts.all === 0 ? words.noneTitle : words.noneShown}>
              {counts.all === 0 && words.noneBody(set.name)}
            </EmptyState>
          }
        />
      </div>
      <NeverCited exhibits={report.neverCited} onGoToLabel={onGoToLabel} />
    </>
  );
}

function NeverCited(props: {
  readonly exhibits: CitationReport['neverCited'];
  readonly onGoToLabel: (label: string) => void;
}) {
  const { exhibits, onGoToLabel } = props;
  const title = words.neverCited(exhibits.length);
  return (
    <section
      aria-label={title}
      className={`max-h-48 overflow-auto border-t border-line px-3 py-2 ${exhibits.length === 0 ? 'shrink-0' : 'min-h-20'}`}
    >
      <h3 className="text-sm font-semibold">{title}</h3>
      {exhibits.length > 0 && (
        <ul className="mt-1 flex flex-col">
          {exhibits.map(({ id, label, title: exhibitTitle }) => (
            <li key={id} className="flex min-h-6 items-center gap-2">
              <button
                type="button"
                className="min-h-6 w-14 shrink-0 cursor-pointer truncate rounded-sm text-left font-semibold text-accent-text hover:underline"
                onClick={() => onGoToLabel(label)}
              >
                {label}
              </button>
              <span dir="auto" className="min-w-0 truncate text-left" title={exhibitTitle}>
                {exhibitTitle}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const icons: Readonly<Record<CitationRow['status'], ReactNode>> = {
  found: <CircleCheck aria-hidden className="size-4 text-success-ink" />,
  absent: <CircleAlert aria-hidden className="size-4 text-danger-ink" />,
  outOfRange: <CircleAlert aria-hidden className="size-4 text-danger-ink" />,
  ambiguous: <CircleHelp aria-hidden className="size-4 text-warning-ink" />,
};

/**
 * The columns of the citations. Where not all fit, the label comes before the words of the citation.
 *
 * @param isNarrow whether the list is narrower than `wholeFrom`
 */
function citationColumns(isNarrow: boolean): readonly Column<CitationRow>[] {
  const columns: readonly Column<CitationRow>[] = [
    { id: 'page', header: words.page, width: 56, align: 'end', render: (row) => pageRuns(pagesOf(row)) },
    {
      id: 'text',
      header: words.text,
      width: isNarrow ? 76 : 110,
      isFlexible: true,
      render: ({ text, label }) => (
        <span title={text}>
          {isNarrow && <strong className="mr-2">{label}</strong>}
          {text}
        </span>
      ),
    },
    { id: 'label', header: words.exhibit, width: 64, render: ({ label }) => <strong>{label}</strong> },
    {
      id: 'status',
      header: words.status,
      width: isNarrow ? 146 : 156,
      render: ({ status, absence }) => (
        <span
          className="flex items-center gap-1.5"
          title={absence ? words.absenceMeanings[absence] : words.meanings[status]}
        >
          {icons[status]}
          <span className="truncate">{absence ? words.absences[absence] : words.filters[status]}</span>
        </span>
      ),
    },
  ];
  return isNarrow ? columns.filter(({ id }) => id !== 'label') : columns;
}
/** Width of the list, in pixels, from which all its columns and a scroll bar have room. */
const wholeFrom = 396;
const wholeColumns = citationColumns(false);
const narrowColumns = citationColumns(true);
