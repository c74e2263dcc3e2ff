import { useMemo } from 'react';
import { courtNow, formatMoment, formatTimeZone, useMatter, zoneLettersOf } from '../../../client/index.ts';
import { MomentField, type MomentFieldProps } from '../../../ui/index.ts';

/** What is typed in a field for a day or minute: nothing yet, a moment, or something else. */
export interface TypedMoment {
  readonly moment: string | null;
  readonly isUnreadable: boolean;
}

export type CourtMomentFieldProps = Pick<
  MomentFieldProps,
  'label' | 'needsMinute' | 'isRequired' | 'autoFocus' | 'error'
> & {
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
};

/** A day or minute of this matter's court, typed as people write it. */
export function CourtMomentField({ value, onChange, ...field }: CourtMomentFieldProps) {
  const { timezone } = useMatter();
  const court = useMemo(
    () => ({
      zone: formatTimeZone(timezone),
      zoneLetters: zoneLettersOf(timezone),
      today: courtNow(timezone, Date.now()).slice(0, 10),
    }),
    [timezone],
  );
  return (
    <MomentField
      {...field}
      {...court}
      value={value.moment}
      onChange={(moment, isUnreadable) => onChange({ moment, isUnreadable })}
      format={(moment) => formatMoment(moment, timezone)}
    />
  );
}

/** A known moment as typed text of its field. */
export function typedOf(moment: string | null): TypedMoment {
  return { moment, isUnreadable: false };
}
