import {
  AlarmClockOff,
  ArrowRightLeft,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Gavel,
  Handshake,
  Printer,
  Scale,
  TriangleAlert,
} from 'lucide-react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { Badge } from '../../../ui/index.ts';
import { flagWords, markWords as words } from '../words.ts';

/** Flags that say that a date may be wrong, beyond a doubt to look at. */
const loud: ReadonlySet<string> = new Set(['OVERRIDE_BEYOND_LIMIT', 'DONE_LATE', 'CANNOT_COUNT']);

/** What a glance must see of a deadline, each mark with its word. Past due is told by the date itself. */
export function DeadlineMarks({ deadline, now }: { deadline: Deadline; now: number }) {
  const { overrides, source, moved, flags, computed, snoozedUntil, status } = deadline;
  const isSnoozed = status === 'open' && snoozedUntil !== null && Date.parse(snoozedUntil) > now;
  return (
    <>
      {moved !== null && (
        <Badge tone="warning" icon={<ArrowRightLeft aria-hidden />} title={words.movedTitle}>
          {words.moved}
        </Badge>
      )}
      {overrides.length > 0 && (
        <Badge tone="info" icon={<Gavel aria-hidden />} title={words.overriddenTitle}>
          {words.overridden}
        </Badge>
      )}
      {flags.map(({ code, message }, at) => (
        <Badge
          key={`${code} ${at}`}
          tone={loud.has(code) ? 'danger' : 'warning'}
          icon={<TriangleAlert aria-hidden />}
          title={message}
        >
          {flagWords[code]}
        </Badge>
      ))}
      {computed !== null && computed.alternatives.length > 0 && (
        <Badge tone="warning" icon={<Scale aria-hidden />} title={words.unsettledTitle}>
          {words.unsettled}
        </Badge>
      )}
      {source === 'printed' && (
        <Badge icon={<Printer aria-hidden />} title={words.printedTitle}>
          {words.printed}
        </Badge>
      )}
      {source === 'contract' && (
        <Badge icon={<Handshake aria-hidden />} title={words.contractTitle}>
          {words.contract}
        </Badge>
      )}
      {isSnoozed && <Badge icon={<AlarmClockOff aria-hidden />}>{words.snoozed}</Badge>}
    </>
  );
}

const statusIcons = {
  open: <CircleDashed aria-hidden className="text-ink-soft" />,
  done: <CircleCheck aria-hidden className="text-success-ink" />,
  dismissed: <CircleMinus aria-hidden className="text-ink-soft" />,
} as const;

/** The status by its sign, and by its word for those who do not see it. */
export function StatusSign({ deadline, isPast }: { deadline: Deadline; isPast: boolean }) {
  const word = isPast ? words.pastDue : words[deadline.status];
  return (
    <span title={word} className="mt-0.5 shrink-0 [&_svg]:size-4">
      {isPast ? <TriangleAlert aria-hidden className="text-danger-ink" /> : statusIcons[deadline.status]}
      <span className="sr-only">{word}: </span>
    </span>
  );
}
