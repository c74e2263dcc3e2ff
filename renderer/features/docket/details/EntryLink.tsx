import type { ReactNode } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { docketWords } from '../words.ts';

/** Words that lead to another entry of the docket; outside running text, large enough as a target even for a one-digit number. */
export function EntryLink(props: {
  entry: DocketEntry;
  isApart?: boolean;
  onGo: (entry: DocketEntry) => void;
  children: ReactNode;
}) {
  const { entry, isApart = false, onGo, children } = props;
  return (
    <button
      type="button"
      title={entry.text || entry.shortText}
      aria-label={docketWords.goTo(formatDocketNumber(entry) || entry.text.slice(0, 60))}
      onClick={() => onGo(entry)}
      className={`shrink-0 cursor-default rounded-sm font-medium text-accent-text underline decoration-1 underline-offset-2 hover:bg-hover ${
        isApart ? 'min-h-6 min-w-6 text-left' : ''
      }`}
    >
      {children}
    </button>
  );
}
