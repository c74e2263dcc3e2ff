import { custodyDetails, custodyTitle } from '../../../../shared/domain/evidence/custody-words.ts';
import type { CustodyEvent } from '../../../../shared/model/evidence.ts';
import { formatInstant } from '../../../client/index.ts';
import { detailWords } from '../words.ts';

/** Who had the item in their hands, when, where and for what: the newest first. */
export function CustodyTimeline({ events, timeZone }: { events: readonly CustodyEvent[]; timeZone: string }) {
  return (
    <ol className="flex flex-col">
      {events
        .toSorted((a, b) => b.sequence - a.sequence)
        .map((event) => (
          <li
            key={event.sequence}
            className="relative border-l border-line pb-3 pl-4 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden
              className="absolute top-1.5 -left-[4.5px] size-2 rounded-full border border-edge bg-surface"
            />
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{custodyTitle(event)}</span>
              <time dateTime={event.at} className="text-sm text-ink-soft">
                {formatInstant(event.at, timeZone)}
              </time>
            </div>
            <p className="text-sm text-ink-soft">
              {event.person.name === '' ? detailWords.unnamed : event.person.name}
              {event.person.role !== '' && `, ${event.person.role}`} · {event.account} on {event.machine}
            </p>
            {custodyDetails(event).map((sentence) => (
              <p key={sentence} className="text-sm wrap-anywhere">
                {sentence}
              </p>
            ))}
          </li>
        ))}
    </ol>
  );
}
