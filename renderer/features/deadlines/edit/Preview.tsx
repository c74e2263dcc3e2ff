import { TriangleAlert } from 'lucide-react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { eventText } from '../../../../shared/domain/deadlines/reason.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { Api } from '../../../../shared/contract/api.ts';
import type { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import { formatDay, formatMoment, messageOf, useMatter } from '../../../client/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { Alternatives } from '../details/Alternatives.tsx';
import { TimeLadder } from '../details/TimeLadder.tsx';
import { endOf } from '../end-of-day.ts';
import { ErrorLine } from '../../../ui/index.ts';
import { editWords as words } from './words.ts';

export type PreviewResult = OutputOf<Api, 'deadlines.preview'>;

export interface PreviewProps {
  /** Null while something is missing. */
  readonly fields: DeadlineFields | null;
  readonly result: PreviewResult | undefined;
  readonly error: Error | null;
  /** Flags that are shown elsewhere in the dialog. */
  readonly hides: ReadonlySet<string>;
}

/** What the deadline would be, with its arithmetic, while it is written. */
export function Preview({ fields, result, error, hides }: PreviewProps) {
  const { timezone } = useMatter();
  const end = result && endOf(result, timezone);
  return (
    <section
      aria-label={words.preview}
      aria-live="polite"
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3"
    >
      <h3 className="text-sm font-semibold text-ink-soft">{words.preview}</h3>
      {fields === null ? (
        <p className="text-ink-soft">{words.previewEmpty}</p>
      ) : error ? (
        <ErrorLine>{messageOf(error)}</ErrorLine>
      ) : !result ? (
        <p className="text-ink-soft">{words.counting}</p>
      ) : (
        <>
          <p data-selectable className="flex flex-col tabular-nums">
            <span className="text-lg font-semibold">{formatDay(effectiveDue(result))}</span>
            <span className="font-medium">{[end?.time, end?.more].filter(Boolean).join(', ')}</span>
          </p>
          <CounselNotice />
          {[...result.flags, ...(result.computed?.warnings ?? [])]
            .filter(({ code }) => !hides.has(code))
            .filter(({ message }, at, all) => all.findIndex((each) => each.message === message) === at)
            .map(({ message }) => (
              <p key={message} className="flex gap-1.5 text-sm text-warning-ink">
                <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" />
                <span className="min-w-0 wrap-anywhere">{message}</span>
              </p>
            ))}
          <Alternatives
            deadline={{
              computed: result.computed,
              overrides: [],
              printed: fields.printed,
              rule: fields.rule,
            }}
            timeZone={timezone}
          />
          {result.computed !== null && result.computed.steps.length > 0 && (
            <TimeLadder
              start={fields.period.unit === 'fixed' ? '' : eventText(fields.trigger)}
              triggerAt={result.triggerAt}
              steps={result.computed.steps}
              result={formatMoment(effectiveDue(result.computed), timezone)}
              timeZone={timezone}
            />
          )}
        </>
      )}
    </section>
  );
}
