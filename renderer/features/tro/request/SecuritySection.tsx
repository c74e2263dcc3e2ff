import type { ReactNode } from 'react';
import { formatDollars } from '../../../../shared/domain/tro/dollars.ts';
import { currentEvents } from '../../../../shared/domain/tro/request-events.ts';
import { timeSetLast } from '../../../../shared/domain/tro/set-times.ts';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import { formatMoment, useMatter } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import { Section } from '../Section.tsx';
import { openTroDialog } from '../tro-dialogs.ts';
import { noticeWords, securityWords as words } from '../words.ts';

/** Security under Rule 65(c): what was proposed and why, what the court set, and when it was given. */
export function SecuritySection({ request }: { request: TroRequest }) {
  const { timezone } = useMatter();
  const { fields } = request;
  const events = currentEvents(request.events);
  const order = events.findLast(({ kind }) => kind === 'granted');
  const by = timeSetLast(events, 'securityBy');
  const set = order?.details.securityUsd ?? null;
  const isEndedWithout = !order && (request.stage === 'denied' || request.stage === 'withdrawn');
  return (
    <Section
      title={words.title}
      aside={
        <Button size="small" changesMatter onPress={() => openTroDialog({ kind: 'security' })}>
          {noticeWords.edit}
          <span className="sr-only"> {words.title}</span>
        </Button>
      }
    >
      {fields.isUnitedStates && <p>{words.exempt}</p>}
      <dl
        data-selectable
        className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 tabular-nums"
      >
        <Fact name={words.proposed[fields.side]} isKnown={fields.securityProposedUsd !== null}>
          {fields.securityProposedUsd === null
            ? words.notProposed[fields.side]
            : fields.securityProposedUsd === 0
              ? words.none
              : formatDollars(fields.securityProposedUsd)}
        </Fact>
        {fields.securityReason !== '' && (
          <Fact name={words.reason} isKnown>
            {fields.securityReason}
          </Fact>
        )}
        <Fact name={words.set} isKnown={set !== null}>
          {isEndedWithout
            ? words.noOrder
            : set === null
              ? words.notSet
              : set === 0
                ? words.noneRequired
                : formatDollars(set)}
        </Fact>
        {by !== null && (
          <Fact name={words.by} isKnown>
            {formatMoment(by, timezone)}
          </Fact>
        )}
        {!isEndedWithout && (
          <Fact name={words.posted} isKnown={fields.securityPostedAt !== null}>
            {fields.securityPostedAt === null
              ? words.notPosted
              : formatMoment(fields.securityPostedAt, timezone)}
          </Fact>
        )}
      </dl>
      <p className="text-sm text-ink-soft">{words.rule}</p>
    </Section>
  );
}

function Fact(props: { name: string; isKnown: boolean; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm leading-5 text-ink-soft">{props.name}</dt>
      <dd className={`min-w-0 whitespace-pre-line wrap-anywhere ${props.isKnown ? '' : 'text-ink-soft'}`}>
        {props.children}
      </dd>
    </>
  );
}
