import type { ReactNode } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { LinkButton } from '../../../ui/index.ts';
import { formatDocketNumber } from '../../docket/index.ts';
import { showDeadline } from '../deadline-target.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { detailWords as words } from '../words.ts';

/** What a deadline is connected to, as links. */
export interface Places {
  readonly entry: (id: DocketEntry['id']) => ReactNode;
  /** What it runs from. */
  readonly trigger: ReactNode;
}

export interface Known {
  readonly entries: ReadonlyMap<string, DocketEntry>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
}

/** Links of one deadline to docket entries and to the deadline it runs from. */
export function placesOf(deadline: Deadline, known: Known, actions: DeadlineActions): Places {
  const entry = (id: DocketEntry['id']) => {
    const found = known.entries.get(id);
    if (!found) return <span className="text-ink-soft">{words.gone}</span>;
    const text = found.shortText || found.text;
    return (
      <span className="flex min-w-0 items-baseline gap-1.5">
        <LinkButton label={words.goToEntry(formatDocketNumber(found))} onPress={() => actions.goToEntry(id)}>
          {words.entry(formatDocketNumber(found))}
        </LinkButton>
        <span className="min-w-0 truncate text-ink-soft" title={found.text}>
          {text.slice(0, 200)}
        </span>
      </span>
    );
  };
  return { entry, trigger: triggerOf(deadline, known, entry) };
}

function triggerOf(
  { trigger }: Deadline,
  known: Known,
  entry: (id: DocketEntry['id']) => ReactNode,
): ReactNode {
  switch (trigger.kind) {
    case 'entry':
      return entry(trigger.entryId);
    case 'deadline': {
      const found = known.deadlines.get(trigger.deadlineId);
      if (!found) return <span className="text-ink-soft">{words.gone}</span>;
      return (
        <LinkButton label={words.goToDeadline(found.title)} onPress={() => showDeadline(found.id)}>
          {words.fromDeadline(found.title)}
        </LinkButton>
      );
    }
    case 'tro':
      return <span className="text-ink-soft">{words.fromTro}</span>;
    default:
      return null;
  }
}
