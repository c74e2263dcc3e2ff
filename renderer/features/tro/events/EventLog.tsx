import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { eventsInOrder } from '../../../../shared/domain/tro/request-events.ts';
import type { TroEvent, TroRequest } from '../../../../shared/model/tro.ts';
import { formatMoment, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import { ProofLinks } from '../fields/ProofLinks.tsx';
import { RecordedButtons } from '../fields/RecordedButtons.tsx';
import { Section } from '../Section.tsx';
import { openTroDialog } from '../tro-dialogs.ts';
import { deskWords, eventsWords as words, eventWords } from '../words.ts';
import { describeDetails } from './describe-details.ts';

/** What happened, as it happened; each can be corrected or removed. */
export function EventLog({ request }: { request: TroRequest }) {
  const add = useRef<HTMLButtonElement>(null);
  const events = eventsInOrder(request.events);
  return (
    <Section
      title={words.title}
      aside={
        <Button
          ref={add}
          size="small"
          icon={<Plus />}
          changesMatter
          onPress={() => openTroDialog({ kind: 'record' })}
        >
          {deskWords.record}
        </Button>
      }
    >
      {events.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {events.map((event) => (
          <EventRow key={event.id} event={event} onDeleted={() => add.current?.focus()} />
        ))}
      </ol>
    </Section>
  );
}

/** @param onDeleted takes the focus, which would be lost with the row */
function EventRow({ event, onDeleted }: { event: TroEvent; onDeleted: () => void }) {
  const { timezone } = useMatter();
  const name = eventWords[event.kind];
  const remove = useEngineMutation('tro.event.delete', {
    undoMessage: () => words.deleted(name),
    onSuccess: onDeleted,
  });
  const when = formatMoment(event.at, timezone);
  const named = words.named(name, when);
  const details = describeDetails(event, timezone);
  return (
    <li className="flex items-start gap-1 py-1.5">
      <div className="flex min-w-0 grow flex-col">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className="text-sm text-ink-soft tabular-nums">{when}</span>
        </div>
        {details.length > 0 && (
          <ul className="text-sm text-ink-soft tabular-nums">
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {event.note !== '' && (
          <p data-selectable className="text-sm whitespace-pre-line text-ink-soft wrap-anywhere">
            {event.note}
          </p>
        )}
        <ProofLinks value={event} of={named} />
      </div>
      <RecordedButtons
        named={named}
        isDeleting={remove.isPending}
        onCorrect={() => openTroDialog({ kind: 'correct', event })}
        onDelete={() => remove.mutate({ id: event.id })}
      />
    </li>
  );
}
