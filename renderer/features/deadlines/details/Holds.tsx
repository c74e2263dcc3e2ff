import { ArrowRightLeft, Gavel, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isDoubted } from '../../../../shared/domain/deadlines/doubted.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatMoment, useMatter } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { actionWords, detailWords as words } from '../words.ts';
import type { Places } from './places.tsx';
import { WarningSection } from './WarningSection.tsx';

interface PartProps {
  readonly deadline: Deadline;
  readonly actions: DeadlineActions;
  readonly places: Places;
}

/** What orders set, the last of which applies, beside what was counted or printed: struck out, but still legible. */
export function OrderTimes({ deadline, actions, places }: PartProps) {
  const { timezone, isReadOnly } = useMatter();
  const { overrides, computed, printed } = deadline;
  if (overrides.length === 0) return null;
  const before: readonly { label: string; moment: string }[] = [
    ...(computed === null ? [] : [{ label: words.counted, moment: computed.dueAt ?? computed.due }]),
    ...(printed === null ? [] : [{ label: words.printedDate, moment: printed.due }]),
  ];
  return (
    <section aria-label={words.byOrder} className="flex flex-col gap-1.5 rounded-md bg-info-soft px-3 py-2">
      <ul data-selectable className="flex flex-col gap-1.5 tabular-nums">
        {before.map(({ label, moment }) => (
          <li key={label}>
            <span className="text-sm text-ink-soft">{label}: </span>
            <s>{formatMoment(moment, timezone)}</s>
            <span className="sr-only"> ({words.replaced})</span>
          </li>
        ))}
        {overrides.map((order, at) => {
          const isLast = at === overrides.length - 1;
          const text = formatMoment(order.due, timezone);
          return (
            <li key={order.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <Gavel aria-hidden className="size-4 shrink-0 text-info-ink" />
              <span>
                <span className="text-sm text-ink-soft">{words.byOrder}: </span>
                {isLast ? (
                  <strong className="font-semibold">{text}</strong>
                ) : (
                  <>
                    <s>{text}</s>
                    <span className="sr-only"> ({words.replaced})</span>
                  </>
                )}
              </span>
              {order.entryId !== null && places.entry(order.entryId)}
              {order.troEventId === null && !isReadOnly && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`${words.removeOverride}: ${text}`}
                  onPress={() => actions.removeOverride(deadline, order.id)}
                >
                  {words.removeOverride}
                </Button>
              )}
              {order.note !== '' && <span className="basis-full text-sm wrap-anywhere">{order.note}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A date that changed since a person last looked: before, now, and what it follows. */
export function MovedDate({ deadline, actions, places }: PartProps) {
  const { timezone } = useMatter();
  const { moved } = deadline;
  if (moved === null) return null;
  return (
    <WarningSection title={words.movedTitle} icon={<ArrowRightLeft aria-hidden />}>
      <dl data-selectable className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2 tabular-nums">
        <Line name={words.movedFrom}>
          <s>{formatMoment(moved.from, timezone)}</s>
        </Line>
        <Line name={words.movedTo}>
          <strong className="font-semibold">{formatMoment(moved.to, timezone)}</strong>
        </Line>
      </dl>
      <div className="flex flex-wrap items-center gap-2">
        <span className="flex min-w-0 grow items-baseline gap-1.5 text-sm">
          {places.trigger !== null && (
            <>
              <span className="shrink-0 text-ink-soft">{words.follows}</span>
              {places.trigger}
            </>
          )}
        </span>
        <Button size="small" changesMatter onPress={() => actions.acknowledge([deadline])}>
          {actionWords.acknowledge}
        </Button>
      </div>
    </WarningSection>
  );
}

/** What entries of the docket say against it, until a person has seen to it. */
export function Doubts({ deadline, actions }: Omit<PartProps, 'places'>) {
  if (!isDoubted(deadline)) return null;
  return (
    <WarningSection title={words.doubtsTitle} icon={<TriangleAlert aria-hidden />}>
      {deadline.flags.map(
        ({ code, message }) =>
          code === 'DOUBTED' && (
            <p key={message} data-selectable className="wrap-anywhere">
              {message}
            </p>
          ),
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span className="grow text-sm text-ink-soft">{words.doubtsHelp}</span>
        <Button size="small" changesMatter onPress={() => actions.acknowledge([deadline])}>
          {actionWords.acknowledge}
        </Button>
      </div>
    </WarningSection>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
