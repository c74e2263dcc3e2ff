import { Printer, TriangleAlert } from 'lucide-react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { basisOf, sentence } from '../../../../shared/domain/deadlines/reason.ts';
import type { DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import { formatMoment, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Badge, Checkbox, Select } from '../../../ui/index.ts';
import { serviceWords } from '../rule-words.ts';
import { flagWords } from '../words.ts';
import { isUndated } from './proposal-groups.ts';
import { proposeWords as words } from './words.ts';

export interface ProposalRowProps {
  readonly proposal: DeadlineProposal;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  /** As chosen here. */
  readonly service: ServiceKind;
  readonly onServiceChange: (service: ServiceKind) => void;
  readonly isPast: boolean;
}

const services = [
  'ecf',
  'hand',
  'mail',
  'clerk',
  'other_consented',
] as const satisfies readonly ServiceKind[];

/** One deadline that the docket gives, to be ticked: its date, its rule, and the words it was read from. */
export function ProposalRow(props: ProposalRowProps) {
  const { proposal, isTicked, onTick, service, onServiceChange, isPast } = props;
  const { id: matterId, timezone } = useMatter();
  const { deadline, quote, kind, isAdded } = proposal;
  // Another manner of service is another date, which the engine counts.
  const isChanged = service !== deadline.service;
  const preview = useEngineQuery(
    'deadlines.preview',
    isChanged ? { matterId, deadline: { ...deadline, service } } : null,
  ).data;
  const { due, dueAt, flags } = (isChanged ? preview : undefined) ?? proposal;
  const hasService = kind === 'rule' && services.some((each) => each === deadline.service);
  const needsDate = isUndated(proposal);
  const why = sentence(basisOf({ ...deadline, triggerAt: deadline.trigger.at }, timezone));
  return (
    <li className="flex items-start gap-3 px-3 py-1.5">
      <div className="min-w-0 grow">
        <Checkbox isSelected={isTicked} onChange={onTick} isDisabled={isAdded || needsDate}>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="font-semibold tabular-nums">
              {needsDate ? words.undated : formatMoment(effectiveDue({ due, dueAt }), timezone)}
            </span>
            <span>{deadline.title}</span>
            {deadline.rule !== null && <span className="text-sm text-ink-soft">{deadline.rule.cite}</span>}
            {kind === 'printed' && <Badge icon={<Printer aria-hidden />}>{words.printed}</Badge>}
            {isAdded && <Badge tone="success">{words.added}</Badge>}
            {isPast && !isAdded && !needsDate && <Badge>{words.past}</Badge>}
            {flags.map(({ code, message }, at) => (
              <Badge
                key={`${code} ${at}`}
                tone={code === 'CANNOT_COUNT' ? 'danger' : 'warning'}
                icon={<TriangleAlert aria-hidden />}
                title={message}
              >
                {flagWords[code]}
              </Badge>
            ))}
          </span>
        </Checkbox>
        <div className="flex flex-col pl-6 text-sm text-ink-soft">
          {kind === 'rule' && <span>{why}</span>}
          {quote !== '' && (
            <span className="line-clamp-2 wrap-anywhere" data-selectable>
              {kind === 'printed' ? words.quote : words.readFrom} <q>{quote}</q>
            </span>
          )}
          {/* Of a rule that nobody confirmed the badge says enough; whatever speaks against the date itself is read in full. */}
          {flags
            .filter(({ code }) => code !== 'RULE_UNCONFIRMED')
            .map(({ message }) => (
              <span key={message} className="text-warning-ink">
                {message}
              </span>
            ))}
        </div>
      </div>
      {hasService && (
        <div className="w-44 shrink-0">
          <Select
            label={words.service(deadline.title)}
            isLabelHidden
            value={service}
            onChange={onServiceChange}
            isDisabled={isAdded}
            options={services.map((value) => ({ value, label: serviceWords[value] }))}
          />
        </div>
      )}
    </li>
  );
}
