import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { TimeStep } from '../../../../shared/model/time-counting.ts';
import { formatMoment } from '../../../client/index.ts';
import { stepWords } from '../rule-words.ts';
import { detailWords as words } from '../words.ts';

export interface TimeLadderProps {
  /** What is known of the trigger, in words. */
  readonly start: string;
  readonly triggerAt: Deadline['triggerAt'];
  readonly steps: readonly TimeStep[];
  /** The counted moment. */
  readonly result: string;
  readonly timeZone: string;
}

/** The arithmetic from the trigger to the date, step by step, each with its reason and its rule. */
export function TimeLadder({ start, triggerAt, steps, result, timeZone }: TimeLadderProps) {
  return (
    <ol data-selectable className="flex flex-col tabular-nums">
      <Rung moment={formatMoment(triggerAt, timeZone)} label={words.start} why={start} cite="" />
      {steps.map((step, at) => (
        <Rung
          key={at}
          moment={formatMoment(step.to, timeZone)}
          label={stepWords[step.kind]}
          why={step.why}
          cite={step.cite}
        />
      ))}
      <Rung moment={result} label={words.result} why="" cite="" isLast />
    </ol>
  );
}

function Rung(props: { moment: string; label: string; why: string; cite: string; isLast?: boolean }) {
  const { moment, label, why, cite, isLast = false } = props;
  return (
    <li className="relative flex gap-2.5 pb-2 pl-0.5 last:pb-0">
      {!isLast && <span aria-hidden className="absolute top-3 bottom-0 left-[5px] w-px bg-line" />}
      <span
        aria-hidden
        className={`relative mt-1.5 size-2 shrink-0 rounded-full border ${
          isLast ? 'border-accent bg-accent' : 'border-edge bg-surface'
        }`}
      />
      <span className="flex min-w-0 flex-col">
        <span className={isLast ? 'font-semibold' : ''}>
          <span className="text-sm text-ink-soft">{label}: </span>
          {moment}
        </span>
        {why !== '' && <span className="text-sm text-ink-soft wrap-anywhere">{why}</span>}
        {cite !== '' && <span className="text-sm text-ink-soft">{cite}</span>}
      </span>
    </li>
  );
}
