import {
  courtNow,
  formatMoment,
  formatTimeZone,
  useMatter,
  useNow,
  zoneLettersOf,
} from '../../../client/index.ts';
import { MomentField, type MomentFieldProps } from '../../../ui/index.ts';
import { editWords as words } from './words.ts';

/** What is typed in a field for a day or minute: nothing yet, a moment, or something else. */
export interface TypedMoment {
  readonly moment: string | null;
  readonly isUnreadable: boolean;
}

export type CourtMomentFieldProps = Pick<
  MomentFieldProps,
  'label' | 'needsMinute' | 'isRequired' | 'autoFocus' | 'error'
> & {
  readonly value: string | null;
  readonly onChange: (value: TypedMoment) => void;
};

/** A day or minute of this matter's court, typed as people write it. */
export function CourtMomentField({ onChange, ...field }: CourtMomentFieldProps) {
  const { timezone } = useMatter();
  return (
    <MomentField
      {...field}
      zone={formatTimeZone(timezone)}
      zoneLetters={zoneLettersOf(timezone)}
      today={courtNow(timezone, useNow()).slice(0, 10)}
      onChange={(moment, isUnreadable) => onChange({ moment, isUnreadable })}
      format={(moment) => formatMoment(moment, timezone)}
    />
  );
}

/** A known moment as typed text of its field. */
export function typedOf(moment: string | null): TypedMoment {
  return { moment, isUnreadable: false };
}

/** What a field is told that needs a moment; null where it has one. */
export function missingMoment({ moment, isUnreadable }: TypedMoment): string | null {
  if (moment !== null) return null;
  return isUnreadable ? words.atUnreadable : words.atMissing;
}
