import { TriangleAlert } from 'lucide-react';
import { effectiveDue, isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { basisOf, eventText, periodWords, sentence } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatCountdown, formatDay, formatMoment, useMatter, useNow } from '../../../client/index.ts';
import { Badge, DetailRow, InlineField, LinkButton } from '../../../ui/index.ts';
import { DeadlineMarks } from '../agenda/DeadlineMarks.tsx';
import { isPastDue } from '../agenda/groups.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { actorWords, serviceWords } from '../rule-words.ts';
import { endOf } from '../end-of-day.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { actionWords, detailWords as words, markWords, sourceWords } from '../words.ts';
import { Alternatives } from './Alternatives.tsx';
import { DeadlineButtons } from './DeadlineButtons.tsx';
import { Doubts, MovedDate, OrderTimes } from './Holds.tsx';
import { placesOf, type Known, type Places } from './places.tsx';
import { RemindersField, Snooze } from './Reminders.tsx';
import { RuleFacts } from './RuleFacts.tsx';
import { TimeLadder } from './TimeLadder.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface DeadlineDetailsProps {
  readonly deadline: Deadline;
  readonly known: Known;
  readonly actions: DeadlineActions;
}

/** Everything known of one deadline: its date, how it was counted, under which rule, and what it belongs to. */
export function DeadlineDetails({ deadline, known, actions }: DeadlineDetailsProps) {
  const { timezone } = useMatter();
  const now = useNow();
  const { flags, status } = deadline;
  const places = placesOf(deadline, known, actions);
  const isPast = isPastDue(deadline, now);
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold wrap-anywhere">{deadline.title}</h2>
        <DueLine deadline={deadline} now={now} isPast={isPast} />
        <div className="flex flex-wrap gap-1">
          <Badge tone={status === 'done' ? 'success' : isPast ? 'danger' : 'neutral'}>
            {isPast ? markWords.pastDue : markWords[status]}
          </Badge>
          {deadline.source !== 'printed' && deadline.source !== 'contract' && (
            <Badge>{sourceWords[deadline.source]}</Badge>
          )}
          <DeadlineMarks deadline={deadline} now={now} />
        </div>
        <CounselNotice />
      </div>
      <DeadlineButtons deadline={deadline} actions={actions} />
      <MovedDate deadline={deadline} actions={actions} places={places} />
      <OrderTimes deadline={deadline} actions={actions} places={places} />
      <Doubts deadline={deadline} actions={actions} />
      <Warnings messages={flags.filter(({ code }) => code !== 'DOUBTED').map(({ message }) => message)} />
      <Alternatives deadline={deadline} timeZone={timezone} />
      <Arithmetic deadline={deadline} />
      <RuleFacts deadline={deadline} />
      <Facts deadline={deadline} places={places} actions={actions} />
      <OwnerAndReminders deadline={deadline} actions={actions} />
    </div>
  );
}

/** How the date was counted, step by step, or why nothing was. */
function Arithmetic({ deadline }: { deadline: Deadline }) {
  const { timezone } = useMatter();
  const { computed, flags } = deadline;
  return (
    <section
      aria-labelledby="deadline-arithmetic"
      className="flex flex-col gap-1.5 border-t border-line pt-3"
    >
      <h3 id="deadline-arithmetic" className="font-semibold">
        {words.arithmetic}
      </h3>
      <p data-selectable className="text-ink-soft">
        {sentence(basisOf(deadline, timezone))}
      </p>
      {computed !== null && computed.steps.length > 0 ? (
        <TimeLadder
          start={startText(deadline)}
          triggerAt={deadline.triggerAt}
          steps={computed.steps}
          result={formatMoment(effectiveDue(computed), timezone)}
          timeZone={timezone}
        />
      ) : (
        <p className="text-ink-soft">{words.noArithmetic}</p>
      )}
      {computed !== null && (
        <Warnings
          messages={computed.warnings
            // The agreement's own section says it.
            .filter(({ code }) => code !== 'CONTRACT_COUNT')
            .map(({ message }) => message)
            .filter((message) => flags.every((flag) => flag.message !== message))}
        />
      )}
    </section>
  );
}

/** What the deadline belongs to, and what is on record about it. */
function Facts({ deadline, places, actions }: Omit<DeadlineDetailsProps, 'known'> & { places: Places }) {
  const { timezone } = useMatter();
  const { printed, proof } = deadline;
  return (
    <dl
      data-selectable
      className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 border-t border-line pt-3"
    >
      {printed !== null && (
        <DetailRow name={words.quote}>
          <q className="wrap-anywhere">{printed.quote}</q>
        </DetailRow>
      )}
      {places.trigger !== null && <DetailRow name={words.trigger}>{places.trigger}</DetailRow>}
      {deadline.entryId !== null &&
        !(deadline.trigger.kind === 'entry' && deadline.trigger.entryId === deadline.entryId) && (
          <DetailRow name={words.belongsTo}>{places.entry(deadline.entryId)}</DetailRow>
        )}
      {deadline.evidenceId !== null && (
        <DetailRow name={words.document}>
          <LinkButton
            onPress={() =>
              deadline.evidenceId !== null && actions.openDocument(deadline.evidenceId, deadline.title)
            }
          >
            {actionWords.openDocument}
          </LinkButton>
        </DetailRow>
      )}
      {deadline.service !== 'none' && (
        <DetailRow name={words.service}>{serviceWords[deadline.service]}</DetailRow>
      )}
      <DetailRow name={words.actor}>{actorWords[deadline.actor]}</DetailRow>
      {proof !== null && (
        <DetailRow name={words.proof}>
          <span className="flex flex-col">
            {formatMoment(proof.at, timezone)}
            {proof.note !== '' && <span className="wrap-anywhere">{proof.note}</span>}
            {proof.entryId !== null && places.entry(proof.entryId)}
            {proof.evidenceId !== null && (
              <LinkButton
                onPress={() =>
                  proof.evidenceId !== null && actions.openDocument(proof.evidenceId, deadline.title)
                }
              >
                {actionWords.openDocument}
              </LinkButton>
            )}
          </span>
        </DetailRow>
      )}
      {deadline.note !== '' && (
        <DetailRow name={words.note}>
          <span className="whitespace-pre-line wrap-anywhere">{deadline.note}</span>
        </DetailRow>
      )}
    </dl>
  );
}

/** Who is responsible, and when it reminds: edited in place. */
function OwnerAndReminders({ deadline, actions }: Omit<DeadlineDetailsProps, 'known'>) {
  const { isReadOnly } = useMatter();
  const now = useNow();
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1">
      <InlineField
        key={`${deadline.id} owner`}
        label={words.owner}
        value={deadline.owner}
        onCommit={(owner) => actions.update(deadline, { owner })}
        placeholder={words.ownerEmpty}
        maxLength={textLimits.deadlines.owner}
        isReadOnly={isReadOnly}
      />
      <span className="text-sm leading-6.5 text-ink-soft">{words.reminders}</span>
      <span className="flex flex-col gap-1">
        <RemindersField
          reminders={deadline.reminders}
          onChange={(reminders) => actions.update(deadline, { reminders })}
          isReadOnly={isReadOnly}
        />
        {deadline.status === 'open' && (
          <Snooze deadline={deadline} now={now} onSnooze={(minutes) => actions.snooze(deadline, minutes)} />
        )}
      </span>
    </div>
  );
}

/** What it starts from, in words: "service of the TRO motion". */
function startText({ period, trigger }: Deadline): string {
  return period.unit === 'fixed' ? '' : `${eventText(trigger)} (${periodWords(period)})`;
}

function DueLine(props: { deadline: Deadline; now: number; isPast: boolean }) {
  const { deadline, now, isPast } = props;
  const { timezone } = useMatter();
  const moment = effectiveDue(deadline);
  const { time, more } = endOf(deadline, timezone);
  return (
    <p data-selectable className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
      <span className="text-base">
        <span className="text-ink-soft">{isEarliest(deadline) ? words.notBefore : words.due} </span>
        <span className="text-lg font-semibold">{formatDay(moment)}</span>
        {time !== '' && <span className="font-semibold">, {time}</span>}
        {more !== '' && ` ${more}`}
      </span>
      {deadline.status === 'open' && (
        <span className={`font-medium ${isPast ? 'text-danger-ink' : 'text-ink-soft'}`}>
          {formatCountdown(deadline.endsAt, now, timezone)}
        </span>
      )}
    </p>
  );
}

function Warnings({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul data-selectable className="flex flex-col gap-1">
      {messages.map((message) => (
        <li key={message} className="flex gap-2 rounded-md bg-warning-soft px-3 py-1.5 text-warning-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{message}</span>
        </li>
      ))}
    </ul>
  );
}
