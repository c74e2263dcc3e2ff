import { CircleAlert, CircleCheck, CircleX, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatCount, formatNumber } from '../../../client/index.ts';
import { Button, Dialog, SegmentedControl } from '../../../ui/index.ts';
import {
  failuresToRetry,
  intakeSummary,
  rowsToLookAt,
  type IntakeReport,
  type IntakeRow,
} from './intake-report.ts';
import { chooseEvidence, closeReport, takeIn, type IntakeOrigin } from './intake-store.ts';
import { intakeWords, outcomeWords } from './words.ts';

/** Rows drawn at most; the filters lead to the rest. */
const rowsShown = 1_000;

interface IntakeReportDialogProps {
  readonly matterId: string;
  readonly report: IntakeReport;
  readonly origin: IntakeOrigin;
  /** Goes on with what was added. */
  readonly onAddToSet: (evidenceIds: readonly string[]) => void;
}

/** What became of each file, to be filtered to what went wrong, tried again, or carried on into an exhibit set. */
export function IntakeReportDialog({ matterId, report, origin, onAddToSet }: IntakeReportDialogProps) {
  const toLookAt = rowsToLookAt(report);
  const failed = report.rows.filter(({ outcome }) => outcome === 'failed');
  const [filter, setFilter] = useState<'all' | 'look' | 'failed'>(toLookAt.length > 0 ? 'look' : 'all');
  const rows = { all: report.rows, look: toLookAt, failed }[filter];
  const retry = failuresToRetry(report);
  const addedIds = report.rows.flatMap(({ evidenceId }) => (evidenceId === null ? [] : [evidenceId]));

  return (
    <Dialog
      title={intakeWords.reportTitle}
      width="large"
      onClose={closeReport}
      aside={
        <>
          {failed.length > 0 &&
            (retry.length > 0 ? (
              <Button onPress={() => void takeIn(matterId, retry, origin)}>{intakeWords.retryFailed}</Button>
            ) : (
              <Button onPress={() => void chooseEvidence(matterId, 'evidence-files')}>
                {intakeWords.chooseAgain}
              </Button>
            ))}
          {addedIds.length > 0 && (
            <Button onPress={() => onAddToSet(addedIds)}>{intakeWords.addToSet}</Button>
          )}
        </>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">{intakeSummary(report)}</p>
        <SegmentedControl
          label={intakeWords.show}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: intakeWords.all(report.rows.length) },
            { value: 'look', label: intakeWords.toLookAt(toLookAt.length) },
            { value: 'failed', label: intakeWords.failed(failed.length) },
          ]}
        />
      </div>
      <ul aria-label={intakeWords.reportTitle} className="flex flex-col rounded-md border border-line">
        {rows.slice(0, rowsShown).map((row) => (
          <ReportRow key={row.key} row={row} />
        ))}
        {rows.length === 0 && <li className="px-3 py-4 text-center text-ink-soft">{intakeWords.noneHere}</li>}
      </ul>
      {rows.length > rowsShown && (
        <p className="text-sm text-ink-soft">
          The first {formatNumber(rowsShown)} of {formatCount(rows.length, 'file')} are shown.
        </p>
      )}
    </Dialog>
  );
}

const icons: Readonly<Record<IntakeRow['outcome'], ReactNode>> = {
  added: <CircleCheck className="text-success-ink" />,
  addedWithProblems: <CircleAlert className="text-warning-ink" />,
  duplicate: <Copy className="text-ink-soft" />,
  failed: <CircleX className="text-danger-ink" />,
};

function ReportRow({ row }: { row: IntakeRow }) {
  return (
    <li
      className="flex gap-2.5 border-b border-line px-3 py-1.5 last:border-b-0"
      style={row.depth > 0 ? { paddingInlineStart: 12 + row.depth * 20 } : undefined}
    >
      <span aria-hidden className="pt-0.5 [&_svg]:size-4">
        {icons[row.outcome]}
      </span>
      <div data-selectable className="min-w-0 grow">
        <div className="flex justify-between gap-3">
          <span className="min-w-0 font-medium wrap-anywhere">{row.name}</span>
          <span className="shrink-0 text-ink-soft">{outcomeWords[row.outcome]}</span>
        </div>
        {row.sentences.map((sentence) => (
          <p key={sentence} className="text-sm text-ink-soft">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}
