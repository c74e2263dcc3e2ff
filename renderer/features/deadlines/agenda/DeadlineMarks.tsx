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
import type { ReactNode } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { Badge, type BadgeProps } from '../../../ui/index.ts';
import { flagWords, markWords as words } from '../words.ts';

interface Mark {
  readonly text: string;
  readonly title: string;
  readonly icon: ReactNode;
  readonly tone?: NonNullable<BadgeProps['tone']>;
}

/** Flags that say that a date may be wrong, beyond a doubt to look at. */
const loud: ReadonlySet<string> = new Set(['OVERRIDE_BEYOND_LIMIT', 'DONE_LATE', 'CANNOT_COUNT']);

export interface DeadlineMarksProps {
  readonly deadline: Deadline;
  readonly now: number;
  /** Marks shown at most, the loudest first; the number of the rest follows them. */
  readonly most?: number;
}

/** What a glance must see of a deadline, each mark with its word. The date itself shows that it is past due. */
export function DeadlineMarks({ deadline, now, most = Infinity }: DeadlineMarksProps) {
  const marks = marksOf(deadline, now);
  const left = marks.slice(most);
  return (
    <>
      {marks.slice(0, most).map(({ text, title, icon, tone = 'neutral' }) => (
        <Badge key={text} tone={tone} icon={icon} title={title}>
          {text}
        </Badge>
      ))}
      {left.length > 0 && (
        <Badge title={left.map(({ text }) => text).join(', ')}>
          +{left.length}
          <span className="sr-only"> {left.map(({ text }) => text).join(', ')}</span>
        </Badge>
      )}
    </>
  );
}

/** What is to be seen of a deadline at a glance, the loudest first. */
export function marksOf(deadline: Deadline, now: number): readonly Mark[] {
  const { overrides, source, moved, flags, computed, snoozedUntil, status } = deadline;
  const marks: Mark[] = [];
  if (moved !== null)
    marks.push({
      text: words.moved,
      title: words.movedTitle,
      icon: <ArrowRightLeft aria-hidden />,
      tone: 'warning',
    });
  for (const { code, message } of flags) {
    const before = marks.findIndex(({ text }) => text === flagWords[code]);
    if (before >= 0) continue;
    marks.push({
      text: flagWords[code],
      title: message,
      icon: <TriangleAlert aria-hidden />,
      tone: loud.has(code) ? 'danger' : 'warning',
    });
  }
  if (overrides.length > 0)
    marks.push({
      text: words.overridden,
      title: words.overriddenTitle,
      icon: <Gavel aria-hidden />,
      tone: 'info',
    });
  if (computed !== null && computed.alternatives.length > 0)
    marks.push({
      text: words.unsettled,
      title: words.unsettledTitle,
      icon: <Scale aria-hidden />,
      tone: 'warning',
    });
  if (source === 'printed')
    marks.push({ text: words.printed, title: words.printedTitle, icon: <Printer aria-hidden /> });
  if (source === 'contract')
    marks.push({ text: words.contract, title: words.contractTitle, icon: <Handshake aria-hidden /> });
  if (status === 'open' && snoozedUntil !== null && Date.parse(snoozedUntil) > now)
    marks.push({ text: words.snoozed, title: words.snoozed, icon: <AlarmClockOff aria-hidden /> });
  return marks;
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
