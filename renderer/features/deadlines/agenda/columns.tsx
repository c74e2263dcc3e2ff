import { ChevronRight } from 'lucide-react';
import {
  effectiveDue,
  endAfterMidnight,
  isEarliest,
} from '../../../../shared/domain/deadlines/effective-due.ts';
import { citeOf } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatCountdown, formatDate, formatDay, formatNumber, formatTime } from '../../../client/index.ts';
import type { Column } from '../../../ui/index.ts';
import { deadlineWords as words, groupWords, markWords, nextWords } from '../words.ts';
import type { AgendaRow } from './agenda-rows.ts';
import { lineOf } from './deadline-line.ts';
import { DeadlineMarks, marksOf, StatusSign } from './DeadlineMarks.tsx';
import { isPastDue } from './groups.ts';

export interface AgendaColumnOptions {
  /** Width of the list in pixels; 0 while it is not known. */
  readonly width: number;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a row has one line only. */
  readonly isCompact: boolean;
}

/** Widths of the list from which a column is shown, in pixels. What is left out is in the second line or the details. */
const ruleFrom = 730;
const ownerFrom = 640;
/** Below this both columns get less than they need: a time and what is left until then, and the beginning of a title. */
const roomyFrom = 470;

/** The agenda's columns that there is room for. */
export function agendaColumns({
  width,
  timeZone,
  now,
  isCompact,
}: AgendaColumnOptions): readonly Column<AgendaRow>[] {
  const hasRule = width === 0 || width >= ruleFrom;
  const hasOwner = width === 0 || width >= ownerFrom;
  const isNarrow = width > 0 && width < roomyFrom;
  const columns: readonly Column<AgendaRow>[] = [
    {
      id: 'when',
      header: words.when,
      width: isNarrow ? 209 : isCompact ? 250 : 256,
      render: (row) =>
        row.deadline === null ? (
          <GroupHeading row={row} />
        ) : (
          <When deadline={row.deadline} timeZone={timeZone} now={now} isCompact={isCompact} />
        ),
    },
    {
      id: 'deadline',
      header: words.deadline,
      width: isNarrow ? 118 : 200,
      isFlexible: true,
      render: ({ deadline }) =>
        deadline && (
          <What
            deadline={deadline}
            timeZone={timeZone}
            now={now}
            isCompact={isCompact}
            hasCite={!hasRule}
            hasOwner={!hasOwner}
          />
        ),
    },
    {
      id: 'rule',
      header: words.rule,
      width: 156,
      render: ({ deadline }) => deadline && <Cite deadline={deadline} isCompact={isCompact} />,
    },
    {
      id: 'owner',
      header: words.owner,
      width: 104,
      render: ({ deadline }) =>
        deadline && (
          <span className={linesOf(isCompact)} title={deadline.owner}>
            {deadline.owner}
          </span>
        ),
    },
  ];
  return columns.filter(({ id }) => (id === 'rule' ? hasRule : id === 'owner' ? hasOwner : true));
}

function GroupHeading({ row }: { row: AgendaRow }) {
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      <span
        aria-hidden
        data-fold
        className="-ml-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-soft hover:bg-pressed hover:text-ink"
      >
        <ChevronRight className={`size-3.5 ${row.isUnfolded ? 'rotate-90' : ''}`} />
      </span>
      <span className={`font-semibold ${row.group === 'past' ? 'text-danger-ink' : ''}`}>
        {groupWords[row.group]}
      </span>
      <span className="text-sm leading-5 text-ink-soft">{formatNumber(row.count)}</span>
    </span>
  );
}

interface CellProps {
  readonly deadline: Deadline;
  readonly timeZone: string;
  readonly now: number;
  readonly isCompact: boolean;
}

/** Day and time, and how long it is until then. */
function When({ deadline, timeZone, now, isCompact }: CellProps) {
  const moment = effectiveDue(deadline);
  const isPast = isPastDue(deadline, now);
  const later = endAfterMidnight(deadline, timeZone);
  const time = formatTime(moment, timeZone);
  const date = (
    <span className="truncate">
      {isEarliest(deadline) && <span className="text-ink-soft">{nextWords.onOrAfter} </span>}
      <span className={deadline.status === 'open' ? 'font-medium' : ''}>{formatDay(moment)}</span>
      {isCompact && time !== '' && `, ${time}`}
    </span>
  );
  const left =
    deadline.status === 'open' ? (
      <span className={isPast ? 'font-medium text-danger-ink' : 'text-ink-soft'}>
        {formatCountdown(deadline.endsAt, now, timeZone)}
      </span>
    ) : (
      <span className="text-ink-soft">{doneText(deadline)}</span>
    );
  return (
    <span className="flex min-w-0 items-start gap-2">
      <StatusSign deadline={deadline} isPast={isPast} />
      <span className="flex min-w-0 flex-col">
        {date}
        {!isCompact && (
          <span className="truncate text-sm">
            {time !== '' && <span>{time} · </span>}
            {left}
            {later !== null && <span> · {words.untilNextDay(formatTime(later, timeZone))}</span>}
          </span>
        )}
      </span>
    </span>
  );
}

function doneText({ status, proof }: Deadline): string {
  if (status === 'dismissed' || proof === null) return markWords[status];
  return `${markWords.done} ${formatDate(proof.at)}`;
}

/** What is due, what marks it, and what it runs from. In a narrow list marks begin the title, which goes on under them. */
function What({
  deadline,
  timeZone,
  now,
  isCompact,
  hasCite,
  hasOwner,
}: CellProps & { hasCite: boolean; hasOwner: boolean }) {
  const marksFirst = hasOwner && !isCompact;
  const cite = citeOf(deadline);
  const second = [hasOwner ? deadline.owner : '', hasCite ? cite : '', lineOf(deadline, timeZone)]
    .filter(Boolean)
    .join(' · ');
  const isClosed = deadline.status !== 'open';
  const marks = marksOf(deadline, now).length > 0 && (
    <DeadlineMarks deadline={deadline} now={now} most={hasOwner ? 1 : 3} />
  );
  return (
    // What is due comes first: where it needs both lines it has them, and the rest is in the details.
    <span className={`flex min-w-0 flex-col ${isCompact ? '' : 'max-h-10 overflow-hidden'}`}>
      <span className="flex min-w-0 shrink-0 items-start gap-1.5">
        <span
          dir="auto"
          className={`min-w-0 text-left ${isCompact ? 'truncate' : 'line-clamp-2 wrap-break-word'} ${isClosed ? 'text-ink-soft' : 'font-medium'}`}
          title={deadline.title}
        >
          {marksFirst && marks && <span className="mr-1.5 inline-flex max-w-full align-[-2px]">{marks}</span>}
          {deadline.title}
        </span>
        {!marksFirst && marks && (
          <span className="flex max-w-3/5 shrink-0 gap-1 overflow-hidden">{marks}</span>
        )}
      </span>
      {!isCompact && (
        <span className="truncate text-sm text-ink-soft" title={second}>
          {second}
        </span>
      )}
    </span>
  );
}

/** A row of two lines has room for two lines of a name or a cite. */
const linesOf = (isCompact: boolean) => (isCompact ? 'block truncate' : 'line-clamp-2 wrap-break-word');

function Cite({ deadline, isCompact }: { deadline: Deadline; isCompact: boolean }) {
  const { rule } = deadline;
  const cite = citeOf(deadline);
  return (
    <span className={`${linesOf(isCompact)} text-sm`} title={rule === null ? cite : `${cite}, ${rule.title}`}>
      {cite}
    </span>
  );
}
