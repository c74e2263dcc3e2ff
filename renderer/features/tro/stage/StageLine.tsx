import { Check } from 'lucide-react';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import { formatMoment, useMatter } from '../../../client/index.ts';
import { stageLineWords as words, stageWords } from '../words.ts';
import { stagePath, type StageStep } from './stage-path.ts';

/** Where the request is between drafting and its end. */
export function StageLine({ request }: { request: TroRequest }) {
  const { timezone } = useMatter();
  const steps = stagePath(request);
  return (
    <ol aria-label={words.label} className="flex flex-wrap items-center gap-x-1.5 gap-y-1.5">
      {steps.map((step, index) => {
        const next = steps[index + 1];
        return (
          <li
            key={step.stage}
            aria-current={step.state === 'current' ? 'step' : undefined}
            title={step.at === null ? undefined : formatMoment(step.at, timezone)}
            className="flex items-center gap-1.5"
          >
            <Step step={step} />
            {/* After its step, or a second line would begin with it. */}
            {next && (
              <span
                aria-hidden
                className={`h-px w-3 shrink-0 ${next.state === 'ahead' ? 'bg-line' : 'bg-edge'} @3xl:w-5`}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

const looks: Readonly<Record<StageStep['state'], string>> = {
  done: 'text-ink',
  current:
    'border border-accent bg-accent px-2 text-accent-ink font-semibold forced-colors:outline-2 forced-colors:outline-solid',
  passed_over: 'border border-dashed border-edge px-2 text-ink-soft',
  ahead: 'text-ink-soft',
};

function Step({ step: { stage, state } }: { step: StageStep }) {
  const name = stage === 'decision' ? words.decision : stage === 'end' ? words.end : stageWords[stage];
  const spoken =
    state === 'done'
      ? words.done
      : state === 'ahead'
        ? words.ahead
        : state === 'current'
          ? words.now
          : words.passedOver;
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-full text-sm whitespace-nowrap ${looks[state]}`}
    >
      {state === 'done' && <Check aria-hidden className="size-3.5 text-success-ink" />}
      {name}
      <span className="sr-only">, {spoken}</span>
    </span>
  );
}
