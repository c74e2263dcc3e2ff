import { Check, CircleAlert, CircleSlash, Hourglass, TimerOff, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { effectiveDue, isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { eventWords } from '../../../../shared/domain/deadlines/event-words.ts';
import { formatLength, formatMoment, useMatter, useNow, useRunCommand } from '../../../client/index.ts';
import { Badge, Button, type BadgeProps } from '../../../ui/index.ts';
import { RuleFacts, showDeadline, TimeLadder } from '../../deadlines/index.ts';
import { Section } from '../Section.tsx';
import { clocksWords as words } from '../words.ts';
import { byUrgency, type ClockReading, type ClockState } from './clock-state.ts';
import { whyOfClock } from './clock-why.ts';
import { ClockTimes } from './ClockTimes.tsx';
import { DayNote } from './DayNote.tsx';
import { Whose } from './Whose.tsx';

export interface ClockListProps {
  readonly readings: readonly ClockReading[];
  readonly orderName: (reading: ClockReading) => string;
}

/** All clocks of the request, each with what is left of it, its times and its arithmetic. */
export function ClockList({ readings, orderName }: ClockListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const ordered = byUrgency(readings);
  const gone = ordered.filter(({ state }) => state === 'over' || state === 'not_needed');
  const shown = showsAll ? ordered : ordered.filter((reading) => !gone.includes(reading));
  return (
    <Section title={words.title}>
      {readings.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {shown.map((reading) => (
          <ClockRow key={reading.clock.id} reading={reading} orderName={orderName(reading)} />
        ))}
      </ul>
      {gone.length > 0 && (
        <Button size="small" variant="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? words.hideRest : words.showRest(gone.length)}
        </Button>
      )}
    </Section>
  );
}

const marks: Readonly<Record<ClockState, { tone: NonNullable<BadgeProps['tone']>; Icon: LucideIcon }>> = {
  running: { tone: 'info', Icon: Hourglass },
  past_due: { tone: 'danger', Icon: CircleAlert },
  passed: { tone: 'neutral', Icon: TimerOff },
  met: { tone: 'success', Icon: Check },
  not_needed: { tone: 'neutral', Icon: CircleSlash },
  over: { tone: 'neutral', Icon: CircleSlash },
};

function ClockRow({ reading, orderName }: { reading: ClockReading; orderName: string }) {
  const { timezone } = useMatter();
  const now = useNow();
  const { clock, state, at, times, isMetLate } = reading;
  const { tone, Icon } = marks[state];
  const why = whyOfClock(clock, timezone, orderName);
  return (
    <li className="flex flex-col gap-0.5 py-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <div className="flex min-w-0 grow flex-wrap items-center gap-x-2">
          <h3 className="min-w-0 font-semibold wrap-anywhere">{clock.title}</h3>
          <Whose reading={reading} />
        </div>
        <Badge tone={isMetLate ? 'warning' : tone} icon={<Icon aria-hidden />}>
          <span className="tabular-nums">
            {standing(reading, formatLength(now + reading.leftMs, now, timezone))}
          </span>
        </Badge>
      </div>
      <p className="tabular-nums">
        {formatMoment(at, timezone)}
        <DayNote clock={clock} at={at} />
      </p>
      {clock.proof && state === 'met' && (
        <p className="text-sm text-ink-soft">
          {words.metBy(formatMoment(clock.proof.at, timezone), clock.proof.note)}
        </p>
      )}
      {times.length > 1 ? (
        <ClockTimes reading={reading} orderName={orderName} />
      ) : (
        <p className="text-sm text-ink-soft">{why}</p>
      )}
      {clock.flags.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="text-sm text-warning-ink">
          {message}
        </p>
      ))}
      <Arithmetic reading={reading} />
    </li>
  );
}

/** What is left of a clock, or how it ended, in a few words. */
function standing({ state, leftMs, isMetLate, clock }: ClockReading, length: string): string {
  switch (state) {
    case 'running':
      if (isEarliest(clock)) return words.in(length);
      return leftMs < 60_000 ? words.lessThanMinute : words.leftOf(length);
    case 'past_due':
      return words.pastDueBy(length);
    case 'passed':
      if (clock.troClock === 'expiry' || clock.troClock === 'extension') return words.endedAgo(length);
      return isEarliest(clock) ? words.maySince : words.passedAgo(length);
    case 'met':
      return isMetLate ? words.metLate : words.met;
    case 'not_needed':
      return words.notNeeded;
    case 'over':
      return words.noLonger;
  }
}

/** The count step by step, with the rule it follows and where that was read. */
function Arithmetic({ reading: { clock } }: { reading: ClockReading }) {
  const { timezone } = useMatter();
  const run = useRunCommand();
  const { rule, computed } = clock;
  const isUnconfirmed = rule?.confidence === 'unverified';
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-6 w-fit cursor-default items-center gap-2 rounded-sm pr-1 text-accent-text">
        <span aria-hidden className="inline-block transition-transform group-open:rotate-90">
          ›
        </span>
        {words.arithmetic}
        <span className="sr-only">: {clock.title}</span>
        {isUnconfirmed && <Badge tone="warning">{words.unconfirmed}</Badge>}
      </summary>
      <div className="mt-1.5 ml-1 flex flex-col gap-3 border-l border-line pl-3 text-base">
        {computed && (
          <TimeLadder
            start={eventWords[clock.trigger.event]}
            triggerAt={clock.triggerAt}
            steps={computed.steps}
            result={formatMoment(effectiveDue(computed), timezone)}
            timeZone={timezone}
          />
        )}
        {computed?.warnings.map(({ code, message }) => (
          <p key={`${code} ${message}`} className="text-sm text-warning-ink">
            {message}
          </p>
        ))}
        <RuleFacts deadline={clock} />
        <div>
          <Button
            size="small"
            onPress={() => {
              run('go.deadlines');
              showDeadline(clock.id);
            }}
          >
            {words.showDeadline}
            <span className="sr-only">: {clock.title}</span>
          </Button>
        </div>
      </div>
    </details>
  );
}
