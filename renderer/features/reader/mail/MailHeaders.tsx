import { useState } from 'react';
import type { Claim, MailView } from '../../../../shared/model/evidence.ts';
import { formatInstant, useMatter } from '../../../client/index.ts';
import { useReadItem, type EvidenceSource } from '../sources.ts';
import { mailWords } from '../words.ts';
import { splitRecipients } from './recipients.ts';

/** People of one header in sight before the rest is asked for. */
const peopleShown = 5;
const people = new Set(['To', 'Cc', 'Bcc', 'Reply-To']);
const titles = new Set(['Subject', 'Saved page']);
/** Headers that are dates, with the claim that says which instant each is: a mail's, and a web archive's. */
const dates: Readonly<Record<string, Claim['field']>> = { Date: 'sentAt', Saved: 'createdAt' };

/** A mail's headers as people read them, or a web archive's. */
export function MailHeaders({ headers, source }: { headers: MailView['headers']; source: EvidenceSource }) {
  const item = useReadItem(source);
  const { timezone } = useMatter();
  const instantOf = (name: string) => {
    const instant = item?.claims.find(({ field }) => field === dates[name])?.value;
    return instant === undefined || Number.isNaN(Date.parse(instant)) ? null : instant;
  };
  return (
    <dl
      aria-label={mailWords.headers}
      data-selectable
      className="grid max-h-56 shrink-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 overflow-auto border-b border-line bg-surface px-3.5 py-2"
    >
      {headers.map(({ name, value }, index) => (
        <div key={index} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className={`min-w-0 wrap-anywhere ${titles.has(name) ? 'font-semibold' : ''}`}>
            {people.has(name) ? (
              <People value={value} />
            ) : (
              <MaybeDate written={value} instant={instantOf(name)} timezone={timezone} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as it is written; of a known instant, the matter's own time before it. */
function MaybeDate({
  written,
  instant,
  timezone,
}: {
  written: string;
  instant: string | null;
  timezone: string;
}) {
  if (instant === null) return written;
  return (
    <>
      {dayIn(instant, timezone)}
      {written !== '' && written !== instant && (
        <span className="text-ink-soft"> ({mailWords.asWritten(written)})</span>
      )}
    </>
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
