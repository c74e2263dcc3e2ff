import { FileSearch, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { CitationReport, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatInstant,
  formatTimeZone,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, EmptyState, IconButton, Select } from '../../../ui/index.ts';
import { checkBrief, useBriefFile } from './brief-store.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { ReportView } from './ReportView.tsx';
import { citationWords as words } from './words.ts';

interface CitationsViewProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** Shows an exhibit's page. */
  readonly onGoToLabel: (label: string, page?: number) => void;
  /** Left out where the view should not take the focus; called once it has it. */
  readonly onFocusTaken: (() => void) | undefined;
}

/** One brief that was checked: an item of evidence, or the file chosen last. */
interface Checked {
  readonly id: string;
  readonly name: string;
  readonly evidenceId: EvidenceId | null;
  readonly report: CitationReport;
}

/** Citations of the set's exhibits in briefs: which fit, which do not, and which exhibits nobody cites. */
export function CitationsView({ set, exhibits, onGoToLabel, onFocusTaken }: CitationsViewProps) {
  const { id: matterId, timezone } = useMatter();
  const query = useEngineQuery('exhibits.citations.list', { matterId, setId: set.id });
  const { data } = query;
  const file = useBriefFile(set.id);
  const [chosen, setChosen] = useKeptSelection(`exhibits.brief ${set.id}`);
  const [isPicking, setIsPicking] = useState(false);
  const view = useHeldFocus(data !== undefined, file.isBusy, onFocusTaken);
  /** The brief whose check is to be announced. */
  const [told, setTold] = useState<string | null>(null);

  if (query.error || !data) return <QueryFallback query={query} />;
  const checked = checkedBriefs(file.report, data, timezone);
  const shown = checked.find(({ id }) => chosen.has(id)) ?? checked[0];
  const check = (evidenceId: EvidenceId | null) => {
    setTold(null);
    void checkBrief(matterId, set.id, evidenceId).then((isRead) => {
      if (!isRead) return;
      setChosen(new Set([evidenceId ?? 'file']));
      setTold(evidenceId ?? 'file');
    });
  };
  const toldReport = checked.find(({ id }) => id === told)?.report;
  const buttons = (
    <>
      <Button size="small" changesMatter isDisabled={file.isBusy} onPress={() => setIsPicking(true)}>
        {words.checkEvidence}
      </Button>
      <Button size="small" changesMatter isDisabled={file.isBusy} onPress={() => check(null)}>
        {words.checkFile}
      </Button>
    </>
  );
  return (
    <section
      ref={view}
      tabIndex={-1}
      aria-label={words.view}
      className="flex h-full min-h-0 flex-col overflow-y-auto outline-none"
    >
      <p role="status" className="sr-only">
        {toldReport && words.result(toldReport)}
      </p>
      {shown ? (
        <>
          <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-2">
            <BriefChoice
              checked={checked}
              shown={shown}
              onChoose={(id) => setChosen(new Set([id]))}
              isBusy={file.isBusy}
              onAgain={check}
            />
            {buttons}
          </div>
          <ReportView
            key={shown.id}
            set={set}
            exhibits={exhibits}
            report={shown.report}
            evidenceId={shown.evidenceId}
            onGoToLabel={onGoToLabel}
          />
        </>
      ) : (
        <EmptyState icon={<FileSearch />} title={words.emptyTitle} actions={buttons}>
          {words.emptyBody}
        </EmptyState>
      )}
      {isPicking && (
        <EvidencePicker
          title={words.pickTitle}
          choose={words.check}
          onPick={({ id }) => {
            setIsPicking(false);
            check(id);
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </section>
  );
}

/** The file chosen last, and the items checked before. */
function checkedBriefs(
  file: CitationReport | undefined,
  items: OutputOf<Api, 'exhibits.citations.list'>,
  timeZone: string,
): readonly Checked[] {
  return [
    ...(file ? [{ id: 'file', name: words.file(file.brief), evidenceId: null, report: file }] : []),
    ...items.map((report) => ({
      id: report.evidenceId as string,
      name: words.checkedAt(
        report.brief,
        `${formatInstant(report.checkedAt, timeZone)}, ${formatTimeZone(timeZone)}`,
      ),
      evidenceId: report.evidenceId,
      report,
    })),
  ];
}

/**
 * The view takes the focus once it is read, where it should, and while a brief is read: the buttons are disabled then and cannot
 * keep it.
 */
function useHeldFocus(isRead: boolean, isBusy: boolean, onTaken: CitationsViewProps['onFocusTaken']) {
  const view = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!onTaken || !isRead) return;
    view.current?.focus();
    onTaken();
  }, [onTaken, isRead]);
  useEffect(() => {
    const { activeElement } = document;
    const isHere = activeElement === document.body || view.current?.contains(activeElement);
    if (isBusy && isHere) view.current?.focus();
  }, [isBusy]);
  return view;
}

interface BriefChoiceProps {
  readonly checked: readonly Checked[];
  readonly shown: Checked;
  readonly onChoose: (id: string) => void;
  readonly isBusy: boolean;
  readonly onAgain: (evidenceId: EvidenceId) => void;
}

/** Which brief is shown; an item can be checked again. */
function BriefChoice({ checked, shown, onChoose, isBusy, onAgain }: BriefChoiceProps) {
  const { evidenceId } = shown;
  return (
    <div className="flex min-w-40 grow items-center gap-1">
      <div className="min-w-0 grow">
        <Select
          label={words.brief}
          isLabelHidden
          value={shown.id}
          onChange={onChoose}
          options={checked.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {evidenceId !== null && (
        <IconButton
          label={words.again}
          icon={<RefreshCw />}
          changesMatter
          isDisabled={isBusy}
          onPress={() => onAgain(evidenceId)}
        />
      )}
    </div>
  );
}
