import { CircleDot, FileText, FileX, Lock, ShieldAlert, TextQuote } from 'lucide-react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatDate } from '../../../client/index.ts';
import { Badge } from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { columnWords, markWords as words } from '../words.ts';

/** What a glance must see of an entry, each mark with its word: open motion, sealed, restricted, no longer listed. */
export function EntryMarks({ entry, className }: { entry: DocketEntry; className: string }) {
  if (!entry.isGone && entry.isOpenMotion !== true && !entry.isSealed && !entry.isRestricted) return null;
  return (
    <span className={`inline-flex gap-1 ${className}`}>
      {entry.isGone && (
        <Badge tone="danger" icon={<FileX aria-hidden />} title={words.goneTitle}>
          {words.gone}
        </Badge>
      )}
      {entry.isOpenMotion === true && (
        <Badge tone="info" icon={<CircleDot aria-hidden />} title={words.openTitle}>
          {words.open}
        </Badge>
      )}
      {entry.isSealed && (
        <Badge tone="warning" icon={<Lock aria-hidden />}>
          {words.sealed}
        </Badge>
      )}
      {entry.isRestricted && (
        <Badge tone="warning" icon={<ShieldAlert aria-hidden />} title={words.restrictedTitle}>
          {words.restricted}
        </Badge>
      )}
    </span>
  );
}

/** Where marks stand in front of words. */
export const beforeWords = 'mr-1.5 align-[-2px]';

/** The entry's number, with a dot where it is unread. */
export function EntryNumber({ entry }: { entry: DocketEntry }) {
  const number = formatDocketNumber(entry);
  return (
    <span
      className={`relative block truncate normal-nums ${
        entry.attachment === null ? 'pl-3.5 font-semibold' : 'pl-5.5 text-ink-soft'
      } ${entry.isUnread ? 'font-bold text-ink' : ''}`}
    >
      {number || (
        <>
          {/* Gives the line its height, and the dot its place. */}
          <span aria-hidden>&nbsp;</span>
          <span className="sr-only">{columnWords.noNumber}</span>
        </>
      )}
      {entry.isUnread && (
        <>
          <span
            aria-hidden
            className="absolute top-1/2 left-0.5 size-1.75 -translate-y-1/2 rounded-full bg-accent forced-colors:bg-[Highlight]"
          />
          <span className="sr-only"> {words.unread}</span>
        </>
      )}
    </span>
  );
}

/** Characters of a text that a row of a list shows at most. */
const mostShown = 600;

/** Text as the court printed it, or that it is not known yet; heavier while unread. */
export function EntryText({ entry, hasTitle = false }: { entry: DocketEntry; hasTitle?: boolean }) {
  const { isUnread } = entry;
  // No row has room for more; laying out the rest of an order of many pages would hold up scrolling.
  const text = entry.text.slice(0, mostShown);
  if (text === '') return <span className="text-ink-soft italic">{entry.shortText || words.noText}</span>;
  return (
    <span className={isUnread ? 'font-semibold' : undefined} title={hasTitle ? entry.text : undefined}>
      {text}
    </span>
  );
}

/** The day an entry was filed, or else entered. */
export function EntryDate({ entry: { filedOn, enteredOn } }: { entry: DocketEntry }) {
  if (filedOn !== null) return <span className="whitespace-nowrap">{formatDate(filedOn)}</span>;
  if (enteredOn === null) return null;
  return (
    <span className="whitespace-nowrap text-ink-soft" title={words.enteredTitle}>
      {formatDate(enteredOn)}
    </span>
  );
}

/** Whether the entry's document is in the evidence, or that there is none by nature. */
export function EntryDocument({ entry }: { entry: DocketEntry }) {
  if (entry.evidenceId !== null) {
    return (
      <Badge tone="success" icon={<FileText aria-hidden />} title={entry.evidenceTitle ?? words.linked}>
        {words.linked}
      </Badge>
    );
  }
  return entry.isTextOnly ? <Badge icon={<TextQuote aria-hidden />}>{words.textOnly}</Badge> : null;
}
