import { useState } from 'react';
import type { MailView } from '../../../../shared/model/evidence.ts';
import { formatInstant, useMatter } from '../../../client/index.ts';
import { useReadItem, type EvidenceSource } from '../sources.ts';
import { mailWords } from '../words.ts';
import { splitRecipients } from './recipients.ts';

/** People of one header in sight before the rest is asked for. */
const peopleShown = 5;
const people = new Set(['To', 'Cc', 'Bcc', 'Reply-To']);

/** A mail's headers as people read them. */
export function MailHeaders({ headers, source }: { headers: MailView['headers']; source: EvidenceSource }) {
  const item = useReadItem(source);
  const { timezone } = useMatter();
  const sentAt = item?.claims.find(({ field }) => field === 'sentAt')?.value;
  return (
    <dl
      aria-label={mailWords.headers}
      data-selectable
      className="grid max-h-56 shrink-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 overflow-auto border-b border-line bg-surface px-3.5 py-2"
    >
      {headers.map(({ name, value }, index) => (
        <div key={index} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className={`min-w-0 wrap-anywhere ${name === 'Subject' ? 'font-semibold' : ''}`}>
            {people.has(name) ? (
              <People value={value} />
            ) : name === 'Date' && sentAt !== undefined && !Number.isNaN(Date.parse(sentAt)) ? (
              <>
                {dayIn(sentAt, timezone)}
                {value !== '' && value !== sentAt && (
                  <span className="text-ink-soft"> ({mailWords.asWritten(value)})</span>
                )}
              </>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function dayIn(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    timeZoneName: 'short',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')}, ${formatInstant(instant, timeZone)} ${part('timeZoneName')}`;
}

function People({ value }: { value: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const all = splitRecipients(value);
  const shown = isWhole ? all : all.slice(0, peopleShown);
  return (
    <>
      {shown.join(', ')}{' '}
      {all.length > peopleShown && (
        <button
          type="button"
          aria-expanded={isWhole}
          className="min-h-6 rounded-sm text-accent-text underline-offset-2 hover:underline"
          onClick={() => setIsWhole((before) => !before)}
        >
          {isWhole ? mailWords.fewer : mailWords.more(all.length - peopleShown)}
        </button>
      )}
    </>
  );
}
