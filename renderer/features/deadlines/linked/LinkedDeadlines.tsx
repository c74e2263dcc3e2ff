import { AlarmClock } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import {
  formatCountdown,
  formatMoment,
  useEngineQuery,
  useMatter,
  useNow,
  useRunCommand,
} from '../../../client/index.ts';
import { Button, LinkButton } from '../../../ui/index.ts';
import { StatusSign } from '../agenda/DeadlineMarks.tsx';
import { isPastDue } from '../agenda/groups.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { editDeadline } from '../deadline-edit.ts';
import { showDeadline } from '../deadline-target.ts';
import { linkedWords as words } from '../words.ts';

/** The deadlines that run from a docket entry, belong to it or rest on it, for its details, with ways to add more. */
export function EntryDeadlines({ id }: { id: DocketEntry['id'] }) {
  const linked = useLinked(id, ({ entryId, trigger, proof, overrides }) => [
    entryId,
    trigger.kind === 'entry' ? trigger.entryId : null,
    proof?.entryId,
    ...overrides.map((one) => one.entryId),
  ]);
  return (
    <Linked deadlines={linked}>
      <Button size="small" changesMatter onPress={() => editDeadline({ kind: 'add', entryId: id })}>
        {words.addFromEntry}
      </Button>
      <Button size="small" changesMatter onPress={() => editDeadline({ kind: 'propose', entryIds: [id] })}>
        {words.proposeFromEntry}
      </Button>
    </Linked>
  );
}

/** The deadlines that a document belongs to, for its details; nothing where there are none. */
export function EvidenceDeadlines({ id }: { id: EvidenceItem['id'] }) {
  const linked = useLinked(id, ({ evidenceId, proof }) => [evidenceId, proof?.evidenceId]);
  return linked.length === 0 ? null : <Linked deadlines={linked} />;
}

/** The deadlines of the matter that name a record. */
function useLinked(
  id: string,
  linksOf: (deadline: Deadline) => readonly (string | null | undefined)[],
): readonly Deadline[] {
  const { id: matterId } = useMatter();
  const { data = [] } = useEngineQuery('deadlines.list', { matterId });
  return data.filter((deadline) => linksOf(deadline).includes(id));
}

function Linked({ deadlines, children }: { deadlines: readonly Deadline[]; children?: ReactNode }) {
  const { timezone } = useMatter();
  const run = useRunCommand();
  const now = useNow();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h3 id={headingId} className="flex items-center gap-1.5 font-semibold">
        <AlarmClock aria-hidden className="size-4 shrink-0 text-ink-soft" />
        {words.heading}
      </h3>
      {deadlines.length === 0 ? (
        <p className="text-ink-soft">{words.none}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-1">
            {deadlines.map((deadline) => (
              <li key={deadline.id} className="flex min-w-0 items-start gap-1.5 tabular-nums">
                <StatusSign deadline={deadline} isPast={isPastDue(deadline, now)} />
                <span className="flex min-w-0 flex-col">
                  <LinkButton
                    label={words.goTo(deadline.title)}
                    onPress={() => {
                      run('go.deadlines');
                      showDeadline(deadline.id);
                    }}
                  >
                    {deadline.title}
                  </LinkButton>
                  <span className="text-sm text-ink-soft">
                    {formatMoment(effectiveDue(deadline), timezone)}
                    {deadline.status === 'open' && `, ${formatCountdown(deadline.endsAt, now, timezone)}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <CounselNotice />
        </>
      )}
      {children && <div className="flex flex-wrap gap-1.5">{children}</div>}
    </section>
  );
}
