import { courtCitation, courtCited } from '../../../shared/domain/court-citation.ts';
import { courtZone } from '../../../shared/domain/court-zone.ts';
import type { MatterFields } from '../../../shared/model/matter.ts';
import { formatTimeZone } from '../../client/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { matterFieldWords as words, usTimeZones } from './words.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

export interface MatterFormProps {
  readonly fields: MatterFields;
  readonly onChange: (patch: Partial<MatterFields>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly isReadOnly?: boolean;
}

/** A matter's name, and its court. */
export function MatterForm({ fields, onChange, errors, isReadOnly = false }: MatterFormProps) {
  const zones = usTimeZones.includes(fields.timezone) ? usTimeZones : [fields.timezone, ...usTimeZones];
  const field = (name: 'title' | 'court' | 'number' | 'judge') => ({
    label: words[name],
    value: fields[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
    error: errors[name],
    isReadOnly,
    maxLength: textLimits.matter[name],
  });
  return (
    <div className="flex flex-col gap-3">
      <TextField {...field('title')} placeholder={words.titlePlaceholder} isRequired autoFocus />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          {...field('court')}
          onChange={(court) => onChange(withCourt(fields, court))}
          placeholder={words.courtPlaceholder}
          description={aboutCourt(fields.court)}
        />
        <TextField {...field('number')} placeholder={words.numberPlaceholder} />
        <TextField {...field('judge')} />
        <Select
          label={words.timezone}
          value={fields.timezone}
          onChange={(timezone) => onChange({ timezone })}
          options={zones.map((zone) => ({
            value: zone,
            label: `${formatTimeZone(zone)} (${zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ')})`,
          }))}
          error={errors['timezone']}
          isDisabled={isReadOnly}
        />
      </div>
    </div>
  );
}

/** The code of the court as it is typed: a code, or a name that is stored as its code. */
const codeOf = (typed: string) => courtCited(typed) ?? typed.trim().toLowerCase();
const zoneOf = (court: string) => courtZone(codeOf(court));

/** A known court sets its time zone, in which deadlines are counted, and removing it clears the zone. */
function withCourt(before: MatterFields, court: string): Partial<MatterFields> {
  const zone = zoneOf(court);
  if (zone !== null) return { court, timezone: zone };
  return zoneOf(before.court) === before.timezone ? { court, timezone: guessTimeZone() } : { court };
}

/** Letters of the shortest codes: before that somebody is still typing. */
const shortestCode = 4;

function aboutCourt(court: string): string {
  const code = codeOf(court);
  const citation = courtCitation(code);
  const isKnown = zoneOf(code) !== null;
  if (isKnown && citation !== null) return words.courtKnown(citation);
  if (isKnown || code.length < shortestCode) return words.courtHelp;
  return citation === null ? words.courtUnknown : words.courtOfTwoZones(citation);
}

/** The zone of this computer if it is one of a US court, else that of most of them. */
export function guessTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return usTimeZones.includes(own) ? own : 'America/New_York';
}
