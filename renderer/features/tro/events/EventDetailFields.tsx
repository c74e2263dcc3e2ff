import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import { RadioGroup, Select, TextField } from '../../../ui/index.ts';
import { CourtMomentField } from '../../deadlines/index.ts';
import { recordWords as words, serviceWords } from '../words.ts';
import { isHearing, shapeOf, type EventDraft, type EventProblems } from './event-draft.ts';

export interface EventDetailFieldsProps {
  readonly draft: EventDraft;
  readonly problems: EventProblems;
  /** What the engine refused, by field. */
  readonly refused: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<EventDraft>) => void;
}

const services = (Object.keys(serviceWords) as readonly ServiceKind[]).filter((kind) => kind !== 'none');

/** What an event says besides its moment: only what its kind has. */
export function EventDetailFields({ draft, problems, refused, onChange }: EventDetailFieldsProps) {
  const shape = shapeOf(draft.kind);
  const isOrder = draft.kind === 'schedule_ordered';
  return (
    <>
      {shape.hasService && (
        <Select
          label={words.service}
          value={draft.service}
          onChange={(service) => onChange({ service })}
          options={services.map((value) => ({ value, label: serviceWords[value] }))}
          isRequired
          error={problems.service ?? refused['service']}
        />
      )}
      {shape.hasNotice && (
        <RadioGroup
          label={words.notice}
          value={draft.isWithNotice === null ? 'unknown' : draft.isWithNotice ? 'with' : 'without'}
          onChange={(value) => onChange({ isWithNotice: value === 'unknown' ? null : value === 'with' })}
          options={[
            { value: 'without', label: words.withoutNotice, description: words.withoutNoticeHelp },
            { value: 'with', label: words.withNotice, description: words.withNoticeHelp },
            { value: 'unknown', label: words.noticeUnknown, description: words.noticeUnknownHelp },
          ]}
        />
      )}
      {shape.hasConsent && (
        <RadioGroup
          label={words.extension}
          value={draft.isByConsent ? 'consent' : 'cause'}
          onChange={(value) => onChange({ isByConsent: value === 'consent' })}
          options={[
            { value: 'cause', label: words.goodCause, description: words.goodCauseHelp },
            { value: 'consent', label: words.consent, description: words.consentHelp },
          ]}
        />
      )}
      {shape.times.length > 0 && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className={isOrder ? 'mb-1 font-medium' : 'sr-only'}>{words.times}</legend>
          {isOrder && <p className="text-sm text-ink-soft">{words.timesHelp}</p>}
          <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
            {shape.times.map((key) => (
              <CourtMomentField
                key={key}
                label={words[key]}
                value={draft.times[key].moment}
                onChange={(value) => onChange({ times: { ...draft.times, [key]: value } })}
                needsMinute={isHearing(key)}
                isRequired={key === 'expiresAt' && draft.kind === 'extended'}
                error={problems[key] ?? refused[key]}
              />
            ))}
          </div>
          {problems.times && (
            <p role="alert" className="text-sm text-danger-ink">
              {problems.times}
            </p>
          )}
        </fieldset>
      )}
      {shape.hasSecurity && (
        <TextField
          label={words.security}
          value={draft.security}
          onChange={(security) => onChange({ security })}
          description={words.securityHelp}
          error={problems.security ?? refused['securityUsd']}
        />
      )}
      {shape.hasHours && (
        <TextField
          label={words.noticeHours}
          value={draft.noticeHours}
          onChange={(noticeHours) => onChange({ noticeHours })}
          description={words.noticeHoursHelp}
          error={problems.noticeHours ?? refused['noticeHours']}
        />
      )}
    </>
  );
}
