import type { ReactNode } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { LinkButton } from '../../../ui/index.ts';
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
    <LinkButton
      title={entry.text || entry.shortText}
      label={docketWords.goTo(formatDocketNumber(entry) || entry.text.slice(0, 60))}
      onPress={() => onGo(entry)}
      isInText={!isApart}
      className="shrink-0"
    >
      {children}
    </LinkButton>
  );
}
