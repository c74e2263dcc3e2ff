import { FileText, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { StampPlan } from '../../../../../shared/model/docket.ts';
import { Button, Dialog, LoadingState, SegmentedControl, buttonWords } from '../../../../ui/index.ts';
import { stampWords as words } from '../words.ts';
import { filingsOf, placeWords, type Filing, type SortedPlans } from './stamp-plans.ts';

/** Documents listed at most of each sort. */
const shownAtMost = 100;

interface StampDialogProps {
  /** Null while the stamps are being read. */
  readonly plans: SortedPlans | null;
  readonly isBusy: boolean;
  readonly onFile: (filings: readonly Filing[]) => void;
  readonly onClose: () => void;
}

/** Stamped documents before they are filed: those that fit, and those for which a person chooses. */
export function StampDialog({ plans, isBusy, onFile, onClose }: StampDialogProps) {
  const [filedAnyway, setFiledAnyway] = useState<ReadonlySet<string>>(new Set());
  if (!plans) {
    return (
      <Dialog title={words.title} width="small" onClose={onClose}>
        <div className="h-24">
          <LoadingState label={words.reading} />
        </div>
      </Dialog>
    );
  }
  const { clean, conflicting } = plans;
  const chosen = conflicting.filter(({ evidenceId }) => filedAnyway.has(evidenceId));
  const filings = filingsOf([...clean, ...chosen]);
  const isEmpty = clean.length + conflicting.length === 0;
  const choose = (evidenceId: string, isFiled: boolean) => {
    const next = new Set(filedAnyway);
    if (isFiled) next.add(evidenceId);
    else next.delete(evidenceId);
    setFiledAnyway(next);
  };
  return (
    <Dialog
      title={clean.length === 0 && !isEmpty ? words.conflictTitle : words.title}
      width={isEmpty ? 'small' : 'large'}
      onClose={onClose}
      isBusy={isBusy}
      footer={
        isEmpty ? (
          <Button variant="primary" autoFocus onPress={onClose}>
            {buttonWords.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} isDisabled={isBusy}>
              {words.leaveAll}
            </Button>
            <Button
              variant="primary"
              isDisabled={isBusy || filings.length === 0}
              onPress={() => onFile(filings)}
            >
              {words.file(filings.length)}
            </Button>
          </>
        )
      }
    >
      {isEmpty && <p role="status">{words.nothing}</p>}
      {conflicting.length > 0 && (
        <section aria-labelledby="stamp-conflicts" className="flex flex-col gap-2">
          <h3 id="stamp-conflicts" className="font-semibold">
            {words.conflicts(conflicting.length)}
          </h3>
          <p className="text-ink-soft">{words.conflictHelp(conflicting.length)}</p>
          <ul className="flex flex-col rounded-md border border-line bg-surface">
            {conflicting.slice(0, shownAtMost).map((plan) => (
              <Conflict
                key={plan.evidenceId}
                plan={plan}
                isFiled={filedAnyway.has(plan.evidenceId)}
                onChoose={choose}
              />
            ))}
            <More count={conflicting.length - shownAtMost} />
          </ul>
        </section>
      )}
      {clean.length > 0 && (
        <section aria-labelledby="stamp-ready" className="flex flex-col gap-2">
          <h3 id="stamp-ready" className="font-semibold">
            {words.ready(clean.length)}
          </h3>
          <ul className="flex flex-col rounded-md border border-line bg-surface">
            {clean.slice(0, shownAtMost).map((plan) => (
              <li
                key={plan.evidenceId}
                className="flex items-center gap-2 border-b border-line px-3 py-1 last:border-b-0"
              >
                <FileText aria-hidden className="size-4 shrink-0 text-ink-soft" />
                <span data-selectable className="min-w-0 grow truncate" title={plan.title}>
                  {plan.title}
                </span>
                <span className="shrink-0 text-sm text-ink-soft">{placeWords(plan)}</span>
              </li>
            ))}
            <More count={clean.length - shownAtMost} />
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <li className="px-3 py-1.5 text-sm text-ink-soft">{words.more(count)}</li> : null;
}

interface ConflictProps {
  readonly plan: StampPlan;
  readonly isFiled: boolean;
  readonly onChoose: (evidenceId: string, isFiled: boolean) => void;
}

function Conflict({ plan, isFiled, onChoose }: ConflictProps) {
  return (
    <li className="flex flex-wrap gap-x-3 gap-y-2 border-b border-line px-3 py-2 last:border-b-0">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-ink" />
      <div data-selectable className="flex min-w-60 grow basis-0 flex-col gap-0.5">
        <p className="font-medium wrap-anywhere">{plan.title}</p>
        {plan.conflicts.map(({ code, message }) => (
          <p key={`${code} ${message}`}>{message}</p>
        ))}
        {plan.stamp && <p className="font-mono text-sm wrap-anywhere text-ink-soft">{plan.stamp.raw}</p>}
        <p className="text-sm text-ink-soft">{placeWords(plan)}</p>
      </div>
      {plan.action !== 'none' && (
        <div className="self-center">
          <SegmentedControl<'file' | 'leave'>
            label={words.choiceOf(plan.title)}
            value={isFiled ? 'file' : 'leave'}
            onChange={(choice) => onChoose(plan.evidenceId, choice === 'file')}
            options={[
              { value: 'leave', label: words.leave },
              { value: 'file', label: words.fileAnyway },
            ]}
          />
        </div>
      )}
    </li>
  );
}
