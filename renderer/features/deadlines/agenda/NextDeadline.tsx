import { CalendarCheck, CalendarClock, TriangleAlert } from 'lucide-react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { reasonOf } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatCountdown, formatDay } from '../../../client/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { endOf } from '../end-of-day.ts';
import { nextWords as words } from '../words.ts';
import { DeadlineMarks } from './DeadlineMarks.tsx';
import { isPastDue } from './groups.ts';

export interface NextDeadlineProps {
  /** Null where nothing is due. */
  readonly deadline: Deadline | null;
  /** Open deadlines that are past due, the one shown not counted. */
  readonly otherPast: number;
  readonly now: number;
  readonly timeZone: string;
  readonly onShow: (deadline: Deadline) => void;
}

/** What is due next, when, and why: the first thing one reads. */
export function NextDeadline({ deadline, otherPast, now, timeZone, onShow }: NextDeadlineProps) {
  if (deadline === null) {
    return (
      <section
        aria-label={words.next}
        className="flex items-center gap-3 border-b border-line bg-sunken px-4 py-3"
      >
        <CalendarCheck aria-hidden className="size-5 shrink-0 text-success-ink" />
        <p>
          <span className="font-semibold">{words.nothing}</span>{' '}
          <span className="text-ink-soft">{words.nothingText}</span>
        </p>
      </section>
    );
  }
  const isPast = isPastDue(deadline, now);
  const moment = effectiveDue(deadline);
  const { time, more } = endOf(deadline, timeZone);
  const tone = isPast ? 'bg-danger-soft' : 'bg-info-soft';
  const toneInk = isPast ? 'text-danger-ink' : 'text-info-ink';
  return (
    <section
      aria-label={isPast ? words.nextPast : words.next}
      className={`flex shrink-0 items-start gap-3 border-b border-line px-4 py-2.5 ${tone}`}
    >
      <span aria-hidden className={`mt-0.5 [&_svg]:size-5 ${toneInk}`}>
        {isPast ? <TriangleAlert /> : <CalendarClock />}
      </span>
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className={`text-sm font-semibold ${toneInk}`}>{isPast ? words.nextPast : words.next}</span>
          <h2 title={deadline.title} className="line-clamp-2 min-w-0 text-lg font-semibold wrap-anywhere">
            {deadline.title}
          </h2>
          <span className="flex flex-wrap gap-1 self-center">
            <DeadlineMarks deadline={deadline} now={now} />
            {otherPast > 0 && (
              <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
                {words.otherPast(otherPast, isPast)}
              </Badge>
            )}
          </span>
        </div>
        <p className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
          <span>
            <span className="text-xl font-semibold">
              {formatDay(moment)}
              {time !== '' && `, ${time}`}
            </span>
            {more !== '' && ` ${more}`}
          </span>
          <span className={`text-lg font-medium ${toneInk}`}>
            {formatCountdown(deadline.endsAt, now, timeZone)}
          </span>
        </p>
        <p className="text-ink-soft">{reasonOf(deadline, timeZone)}</p>
      </div>
      <Button size="small" onPress={() => onShow(deadline)}>
        {words.show}
      </Button>
    </section>
  );
}
