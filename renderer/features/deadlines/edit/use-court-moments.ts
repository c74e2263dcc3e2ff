import { useMemo } from 'react';
import {
  courtNow,
  formatMoment,
  formatTimeZone,
  useMatter,
  useNow,
  zoneLettersOf,
} from '../../../client/index.ts';
import type { MomentFieldProps } from '../../../ui/index.ts';

/** What a field for a date on the court's clock is given: the zone, its letters, today, and how a date is read back. */
export function useCourtMoments(): Pick<MomentFieldProps, 'zone' | 'zoneLetters' | 'today' | 'format'> {
  const { timezone } = useMatter();
  const today = courtNow(timezone, useNow()).slice(0, 10);
  return useMemo(
    () => ({
      zone: formatTimeZone(timezone),
      zoneLetters: zoneLettersOf(timezone),
      today,
      format: (moment: string) => formatMoment(moment, timezone),
    }),
    [timezone, today],
  );
}
